"""Who is asking: the decorator of every page that is about a runner."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from backstride.web.models import Runner, User

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Runner, P], HttpResponse]


def for_runner(page: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page of the signed-in person's own runner; without a runner yet, the welcome."""

    @wraps(page)
    def show(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        runner = getattr(request, "runner", None)
        if runner is None:
            return redirect("welcome")
        return page(request, runner, *args, **kwargs)

    return cast("Callable[Concatenate[HttpRequest, P], HttpResponse]", login_required(show))


def signed_in(request: HttpRequest) -> User:
    """The person of a page that only the signed-in see."""
    assert isinstance(request.user, User)
    return request.user
