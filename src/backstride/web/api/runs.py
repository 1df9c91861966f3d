"""Runs in: files of a watch."""

from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Schema, Status, UploadedFile
from ninja.errors import HttpError

from backstride.web.api.auth import needs, runner_of
from backstride.web.api.problems import Problem
from backstride.web.commands.imports import start_import
from backstride.web.models import Import
from backstride.web.uploads import refused

router = Router(tags=["runs"])


class Imported(Schema):
    """An import: how far it is, and, once `state` is `done`, what came of it."""

    id: int
    name: str
    state: str
    at: datetime
    done: int
    total: int
    new_runs: int
    known_runs: int
    left_out: int


@router.post(
    "/runs",
    auth=needs("log"),
    response={202: Imported, 401: Problem, 403: Problem, 413: Problem, 422: Problem},
    summary="Upload files of runs",
)
def upload(request: HttpRequest, files: list[UploadedFile]) -> Status[Imported]:
    """Takes files in (FIT, GPX, TCX, zips), to be read by a job. A file that is known changes nothing."""
    if reason := refused(request):
        raise HttpError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, reason)
    runner = runner_of(request)
    details = start_import(runner, by=runner.user, files=files)
    return Status(HTTPStatus.ACCEPTED, _told(runner.imports.get(pk=details["import"])))


@router.get(
    "/runs/imports/{id_}",
    auth=needs("read"),
    response={200: Imported, 401: Problem, 404: Problem},
    summary="How far an import is",
)
def imported(request: HttpRequest, id_: int) -> Imported:
    """An import of this runner."""
    return _told(get_object_or_404(Import, runner=runner_of(request), pk=id_))


def _told(source: Import) -> Imported:
    return Imported(
        id=source.pk,
        name=source.name,
        state=source.state,
        at=source.at,
        done=source.done,
        total=source.total,
        new_runs=source.new_runs,
        known_runs=source.known_runs,
        left_out=source.left_out.count(),
    )
