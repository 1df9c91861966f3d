"""Gives each request of a known person their runner, their language and their time zone."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone, translation

from backstride.web.models import Runner

GetResponse = Callable[[HttpRequest], HttpResponse]


class RunnerMiddleware:
    """Sets `request.runner`: the signed-in person's runner, or None."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        runner = None
        if request.user.is_authenticated:
            runner = Runner.objects.filter(user=request.user).first()
        request.runner = runner  # type: ignore[attr-defined]
        if runner is None:
            return self.get_response(request)
        with timezone.override(ZoneInfo(runner.time_zone)), translation.override(runner.language):
            response = self.get_response(request)
        # Pages about a person are nobody else's to keep, the browser's back button after logout included.
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class CompressMiddleware(GZipMiddleware):
    """Sends text and drawings compressed; archives are compressed already.

    Django masks its tokens and pads what it compresses, so that the length of a page gives nothing away.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """As Django's own, for what gets smaller by it."""
        kind = response.headers.get("Content-Type", "")
        if kind.startswith(("text/", "image/svg", "application/json", "application/javascript")):
            return super().process_response(request, response)
        return response
