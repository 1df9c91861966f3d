"""How often one person, or one address, may ask for what costs much.

A fixed window and a count in the cache. django-ratelimit does the same a page at a time, with a decorator
that is easily forgotten; here all stand in one table. Log-in, sign-up and reset are limited by allauth.
"""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from backstride.web.api.problems import is_api, problem

GetResponse = Callable[[HttpRequest], HttpResponse]


class Limit(NamedTuple):
    """So many in so many seconds."""

    most: int
    seconds: int


# By the name of a page or call, for its POST and PUT. A week is decided at most once after each change, so
# that the limit of changes is one of deciding too.
LIMITS = {
    "add_files": Limit(30, 3600),
    "import_again": Limit(30, 3600),
    "api:upload": Limit(60, 3600),
    "archive": Limit(10, 3600),
    "restore": Limit(10, 3600),
    "add_calendar_file": Limit(30, 3600),
    "add_address": Limit(30, 3600),
    "demo": Limit(10, 3600),
    "tokens": Limit(30, 3600),
}
CHANGES = Limit(120, 60)
CALLS = Limit(300, 60)  # of the API, reading included
STRANGERS = Limit(60, 60)  # calls and changes by nobody known, by address


class LimitsMiddleware:
    """Answers 429 with `Retry-After` where it is too much; runs once it is known who asks and for what."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """Refuses before the page does anything."""
        waits = [wait for name, limit in _of(request) if (wait := _over(name, _who(request), limit))]
        return _refusal(request, max(waits)) if waits else None


def _of(request: HttpRequest) -> list[tuple[str, Limit]]:
    match = request.resolver_match
    name = match.view_name if match is not None else ""
    api, changes = is_api(request), request.method not in ("GET", "HEAD", "OPTIONS")
    found = []
    if changes and name in LIMITS:
        found.append((name, LIMITS[name]))
    if api or changes:
        known = request.user.is_authenticated or "Authorization" in request.headers
        found.append(("calls", CALLS) if api and known else ("changes", CHANGES if known else STRANGERS))
    return found


def _who(request: HttpRequest) -> str:
    """The person, else the address; a token counts for its address, as it may be a guess."""
    if request.user.is_authenticated:
        return f"user-{request.user.pk}"
    return f"ip-{client_ip(request)}"


def client_ip(request: HttpRequest) -> str:
    """The address that asks: behind proxies that are trusted, the one that the outermost of them saw."""
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXIES and len(seen) >= settings.PROXIES and seen[-settings.PROXIES]:
        return seen[-settings.PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))


def _over(name: str, who: str, limit: Limit) -> int:
    """Counts this one; the seconds to wait where it is one too many, else 0."""
    now = time.time()
    window, gone = divmod(now, limit.seconds)
    key = f"limit-{name}-{who}-{window:.0f}"
    cache.add(key, 0, limit.seconds)
    try:
        count = cache.incr(key)
    except ValueError:  # it ended just now
        return 0
    return int(limit.seconds - gone) + 1 if count > limit.most else 0


def _refusal(request: HttpRequest, wait: int) -> HttpResponse:
    if is_api(request):
        answer = problem(HTTPStatus.TOO_MANY_REQUESTS, f"Too often; try again in {wait} s.")
    else:
        told = {"minutes": -(-wait // 60)}
        answer = render(request, "backstride/too_often.html", told, status=HTTPStatus.TOO_MANY_REQUESTS)
    answer.headers["Retry-After"] = str(wait)
    return answer
