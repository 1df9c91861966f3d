"""The script that shows notifications, from below the reminders so that it governs no other page."""

from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe


@require_safe
def push_worker(_request: HttpRequest) -> FileResponse:
    """The worker, never from a cache."""
    path = finders.find("backstride/push-worker.js")
    if not isinstance(path, str):
        raise Http404
    # The answer closes it.
    answer = FileResponse(open(path, "rb"), content_type="text/javascript")  # noqa: SIM115, PTH123
    answer.headers["Cache-Control"] = "no-cache"
    return answer
