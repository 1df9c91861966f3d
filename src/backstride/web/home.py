"""The one-time link of home: made when the server starts, good for one entry."""

import secrets

from django.core.cache import cache
from django.utils.crypto import constant_time_compare

from backstride.web.models import User

_KEY = "home-link"
_VALID_S = 60 * 60 * 12
OWNER = "owner"


def new_link() -> str:
    """A fresh token; an older one no longer counts."""
    token = secrets.token_urlsafe(24)
    cache.set(_KEY, token, _VALID_S)
    return token


def use_link(token: str) -> User | None:
    """The owner of this machine's data if the token is right and unused."""
    known = cache.get(_KEY)
    if known is None or not constant_time_compare(known, token):
        return None
    if not cache.delete(_KEY):  # somebody else was quicker
        return None
    user, _ = User.objects.get_or_create(username=OWNER)
    return user
