"""The session of a day: as it was planned, and as it was logged."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from backstride.decision import Session
from backstride.knowledge import Library
from backstride.known import WEEK
from backstride.scenario import DoneSession
from backstride.web.deciding.weeks import decision_of
from backstride.web.models import Runner, SessionLog


@dataclass(frozen=True)
class Line:
    """An exercise to be logged, with its dose; what does not apply is None."""

    exercise: str
    level: int
    sets: int
    reps: int | None
    hold_s: int | None
    duration_s: int | None
    per_side: bool


def planned_session(runner: Runner, day: date, slot: str) -> Session | None:
    """The session as the last decision that held it had it; None where none did.

    A session that was logged is no longer in the decisions after that.
    """
    ends = midnight(day + timedelta(days=1), runner)
    begins = midnight(day - timedelta(days=WEEK - 1), runner)
    weeks = runner.weeks.filter(at__gte=begins, at__lt=ends, status="planned").defer("scenario")
    for stored in weeks.order_by("-at", "-pk").iterator(chunk_size=8):
        if slot not in stored.sessions.get(day.isoformat(), ()):
            continue
        week = decision_of(stored).week
        for planned in week.days if week is not None else ():
            for session in planned.sessions:
                if planned.day == day and session.slot == slot:
                    return session
    return None


def logs_of(runner: Runner, first: date, last: date) -> list[SessionLog]:
    """The logs of those days, both included, in the runner's time; the earliest first."""
    until = midnight(last + timedelta(days=1), runner)
    return list(runner.session_logs.filter(at__gte=midnight(first, runner), at__lt=until))


def log_of(runner: Runner, day: date, slot: str) -> SessionLog | None:
    """The log of a session, the first where there are several."""
    return next((log for log in logs_of(runner, day, day) if log.record["slot"] == slot), None)


def lines(session: Session | None, log: SessionLog | None, library: Library) -> tuple[Line, ...]:
    """What a log may hold: the exercises that were logged, then what else was planned."""
    planned = {
        item.exercise: Line(
            item.exercise, item.level, item.sets, item.reps, item.hold_s, item.duration_s, item.per_side
        )
        for item in (session.items if session is not None else ())
    }
    logged = {line.exercise: line for line in _logged(log, planned, library)}
    return tuple({**logged, **{id_: line for id_, line in planned.items() if id_ not in logged}}.values())


def _logged(log: SessionLog | None, planned: dict[str, Line], library: Library) -> Iterator[Line]:
    done = DoneSession.model_validate(log.record).items if log is not None else ()
    for item in done:
        rung = library.exercises[item.exercise].ladder[item.level]
        due = planned.get(item.exercise)
        sets = due.sets if due is not None and due.level == item.level else rung.sets
        most = max(sets, len(item.done))
        yield Line(item.exercise, item.level, most, rung.reps, rung.hold_s, rung.duration_s, rung.per_side)


def midnight(day: date, runner: Runner) -> datetime:
    """When a day begins for a runner."""
    return datetime.combine(day, time(), ZoneInfo(runner.time_zone))
