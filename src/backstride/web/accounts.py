"""How accounts of a server are made."""

import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from backstride.web.models import User


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up where the server allows it; a user name that says nothing of the person."""

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        return bool(settings.SIGNUP_OPEN)

    def populate_username(self, _request: HttpRequest, user: User) -> None:
        user.username = f"u{secrets.token_hex(12)}"

    def get_user_search_fields(self) -> Any:
        return ["email"]
