"""The API as a whole: its calls, its errors, its schema."""

import logging
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from backstride import __version__
from backstride.web.api import diary, plan, runs, sessions, week
from backstride.web.api.problems import invalid, problem
from backstride.web.commands.changing import Refused

log = logging.getLogger(__name__)

api = NinjaAPI(
    title="Backstride",
    version=__version__,
    description="A runner's own weeks, sessions, diary and runs. Distances m, durations s, scores 0-10.",
    docs_url=None,
    openapi_url="openapi.json",
    urls_namespace="api",
)
for area in (week, sessions, diary, runs, plan):
    api.add_router("", area.router)


@api.exception_handler(Refused)
def _refused(_request: HttpRequest, error: Refused) -> HttpResponse:
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error), [(error.field, str(error))])


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    if reason := getattr(request, "upload_refused", ""):  # the files are missing because they were refused
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)
    return invalid(error.errors)


@api.exception_handler(AuthenticationError)
def _unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    answer = problem(HTTPStatus.UNAUTHORIZED, "A token that holds, or a signed-in session, is wanted.")
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(HttpError)
def _other(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, error.message)


@api.exception_handler(Http404)
def _absent(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, "There is nothing at this address.")


@api.exception_handler(Exception)
def _broken(_request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("api: %s", type(error).__name__)  # no message: it may hold what was told
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "The server could not do it. It is noted there.")
