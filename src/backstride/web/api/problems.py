"""Errors as problem details (RFC 9457): what went wrong, and in which field."""

import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Schema

TYPE = "application/problem+json"


class Fault(Schema):
    """A field by its path, empty for the whole, and what is wrong with it."""

    field: str
    message: str


class Problem(Schema):
    """What every refusal looks like."""

    type: Literal["about:blank"] = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Fault] = []


def problem(status: int, detail: str, errors: Iterable[tuple[str, str]] = ()) -> HttpResponse:
    """A refusal; `errors` are (field, message)."""
    told = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        errors=[Fault(field=field, message=message) for field, message in errors],
    )
    return HttpResponse(json.dumps(told.model_dump()), status=status, content_type=TYPE)


def invalid(found: list[dict[str, Any]]) -> HttpResponse:
    """What pydantic found, each fault by its field; what was given is not repeated."""
    faults = [(_path(fault), fault["msg"].removeprefix("Value error, ")) for fault in found]
    first = f"{faults[0][0]}: {faults[0][1]}" if faults else "The request is not valid."
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, first, faults)


def is_api(request: HttpRequest) -> bool:
    """Whether a refusal is to be told as a problem."""
    return request.path.startswith("/api/")


def _path(fault: dict[str, Any]) -> str:
    """Without where it came from (body, path, header) and the name of the function's argument."""
    loc = [str(part) for part in fault["loc"]]
    return ".".join(loc[2:] if loc[:1] == ["body"] and len(loc) > 2 else loc[1:])
