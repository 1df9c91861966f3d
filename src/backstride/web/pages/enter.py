"""Coming in by the one-time link, and leaving."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from backstride.web.home import use_link


@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Signs the owner in and forgets the link."""
    user = use_link(token)
    if user is None:
        return closed(request)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("today")


def closed(request: HttpRequest) -> HttpResponse:
    """Says how to come in: the link was used, is too old, or was never there."""
    if request.user.is_authenticated:
        return redirect("today")
    if not getattr(settings, "HOME", False):  # a server has accounts, and no link
        return redirect(settings.LOGIN_URL)
    return render(request, "backstride/enter.html", status=403)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the session here and on the server."""
    logout(request)
    return redirect("enter")
