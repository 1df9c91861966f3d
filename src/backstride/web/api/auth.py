"""Who calls: a program with a token, or the person's own browser in its session."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBearer

from backstride.web import clock
from backstride.web.commands.tokens import digest_of
from backstride.web.models import ApiToken, Runner


class Token(HttpBearer):
    """`Authorization: Bearer ...` of a token that holds and has the scope. Sets `request.runner`."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any | None:
        now = clock.now()
        held = ApiToken.objects.filter(ApiToken.holding(now), digest=digest_of(token))
        found = held.select_related("runner__user").first()
        if found is None or not found.runner.user.is_active:
            return None
        if self.scope not in found.scopes:
            raise HttpError(HTTPStatus.FORBIDDEN, f"This token lacks the scope {self.scope}.")
        if found.used_on != now.date():
            ApiToken.objects.filter(pk=found.pk).update(used_on=now.date())
        request.runner = found.runner  # type: ignore[attr-defined]
        return found


class Session(APIKeyCookie):
    """The signed-in person; what changes something needs the CSRF token too."""

    param_name = "session"

    def __call__(self, request: HttpRequest) -> Any | None:
        # Who is nobody is told so, not that a CSRF token is missing.
        return super().__call__(request) if request.user.is_authenticated else None

    def authenticate(self, request: HttpRequest, _key: str | None) -> Any | None:
        return request.user


def needs(scope: str) -> list[Any]:
    """The ways in for a call that needs this scope; a session has them all."""
    return [Token(scope), Session()]


def runner_of(request: HttpRequest) -> Runner:
    """The runner of a call that was let in."""
    runner = getattr(request, "runner", None)
    if not isinstance(runner, Runner):
        raise HttpError(HTTPStatus.CONFLICT, "There is no runner yet: begin in the browser.")
    return runner
