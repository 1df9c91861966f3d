"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from backstride.web.menu import menu
from backstride.web.telling.steps import first_steps


def page(request: HttpRequest) -> dict[str, Any]:
    """The runner, and whether this is somebody's own machine."""
    runner = getattr(request, "runner", None)
    return {
        "runner": runner,
        "home": getattr(settings, "HOME", False),
        "menu": menu(request) if runner is not None else [],
        "first_steps": first_steps(request, runner) if runner is not None else (),
    }
