"""Pages that everybody may read, signed in or not."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from backstride.knowledge import Library
from backstride.knowledge.translations import ENGLISH
from backstride.web.forms.fields import library_in_language
from backstride.web.models import Runner

P = ParamSpec("P")


def public(page: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the library. A visitor's browser keeps it and asks by its ETag whether it has changed."""

    @wraps(page)
    def show(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        answer = page(request, *args, **kwargs)
        if runner_of(request) is not None or answer.status_code != 200:
            return answer
        set_response_etag(answer)
        answer.headers["Cache-Control"] = "no-cache"
        return get_conditional_response(request, answer.headers["ETag"], response=answer) or answer

    return require_safe(show)


def runner_of(request: HttpRequest) -> Runner | None:
    """The runner who is signed in, if one is."""
    found = getattr(request, "runner", None)
    return found if isinstance(found, Runner) else None


def library_of_page() -> Library:
    """The library in the language of the page."""
    return library_in_language(get_language())


def foreign() -> bool:
    """Whether texts that the library has in English alone stand in another language on this page."""
    return not (get_language() or ENGLISH).startswith(ENGLISH)
