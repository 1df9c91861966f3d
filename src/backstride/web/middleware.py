"""Gives each request of a known person their runner, their language and their time zone."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
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
