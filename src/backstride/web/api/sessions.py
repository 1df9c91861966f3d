"""A session to play, and the log of one that was done."""

from datetime import date, datetime
from http import HTTPStatus
from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Header, Router, Schema, Status
from pydantic import StringConstraints

from backstride.decision import Item
from backstride.scenario import DoneSession
from backstride.terms import Slot
from backstride.web.api.auth import needs, runner_of
from backstride.web.api.problems import Problem
from backstride.web.commands.sessions import log_session
from backstride.web.deciding.sessions import log_of, planned_session
from backstride.web.deciding.weeks import current_week, library_for
from backstride.web.models import SessionLog
from backstride.web.telling.days import session_told

router = Router(tags=["sessions"])
MOST_LOGS = 100


class Play(Schema):
    """An exercise with its dose, as numbers and in words, and how it is done."""

    item: Item
    name: str
    dose: str
    steps: list[str]
    cues: list[str]
    breath: str


class ToPlay(Schema):
    """A planned session; `logged` is the key of its log, where it was done already."""

    day: date
    slot: Slot
    heading: str
    minutes: int
    items: list[Play]
    logged: str | None


class Logged(Schema):
    """A log as it is kept."""

    key: str
    at: datetime
    record: DoneSession


@router.get(
    "/sessions/{day}/{slot}",
    auth=needs("read"),
    response={200: ToPlay, 401: Problem, 404: Problem},
    summary="A session to play",
)
def session(request: HttpRequest, day: date, slot: Slot) -> ToPlay:
    """The session of a day of the week, as it was planned."""
    runner = runner_of(request)
    current_week(runner)
    found = planned_session(runner, day, slot)
    if found is None:
        raise Http404
    library = library_for(runner)
    told = session_told(found, library)
    log = log_of(runner, day, slot)
    return ToPlay(
        day=day,
        slot=slot,
        heading=told.heading,
        minutes=found.minutes,
        items=[
            Play(
                item=item,
                name=words.name,
                dose=words.dose,
                steps=list(library.exercises[item.exercise].steps),
                cues=list(library.exercises[item.exercise].cues),
                breath=library.exercises[item.exercise].breath,
            )
            for item, words in zip(found.items, told.items, strict=True)
        ],
        logged=log.key if log is not None else None,
    )


@router.get(
    "/sessions", auth=needs("read"), response={200: list[Logged], 401: Problem}, summary="The last logs"
)
def logs(request: HttpRequest) -> list[Logged]:
    """The last hundred sessions that were logged, the newest first."""
    return [_logged(log) for log in runner_of(request).session_logs.order_by("-at", "-pk")[:MOST_LOGS]]


@router.post(
    "/sessions",
    auth=needs("log"),
    response={200: Logged, 201: Logged, 401: Problem, 403: Problem, 422: Problem},
    summary="Log a session",
)
def log(
    request: HttpRequest,
    record: DoneSession,
    idempotency_key: Annotated[
        str, StringConstraints(min_length=1, max_length=64), Header(alias="Idempotency-Key")
    ],
) -> Status[Logged]:
    """Stores what was done. With a key that is known the first log stands, and is answered: try as often
    as need be."""
    runner = runner_of(request)
    known = runner.session_logs.filter(key=idempotency_key).exists()
    done = log_session(runner, by=runner.user, key=idempotency_key, record=record.model_dump(mode="json"))
    return Status(HTTPStatus.OK if known else HTTPStatus.CREATED, _logged(done))


def _logged(log: SessionLog) -> Logged:
    return Logged(key=log.key, at=log.at, record=DoneSession.model_validate(log.record))
