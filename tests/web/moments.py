"""Another moment for the web's one clock, and the facts of a runner whose day has something to do."""

from datetime import date, datetime
from typing import Any

import pytest

from backstride.web import clock
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.models import Runner
from cast import NOW


def set_clock(monkeypatch: pytest.MonkeyPatch, to: str = NOW) -> datetime:
    """From here on it is that moment."""
    moment = datetime.fromisoformat(to)
    monkeypatch.setattr(clock, "now", lambda: moment)
    return moment


def fresh(runner: Runner) -> Runner:
    """The runner as stored."""
    return Runner.objects.get(pk=runner.pk)


def week_of(runner: Runner) -> Any:
    """The week decided for now."""
    week = decision_of(current_week(fresh(runner))).week
    assert week is not None
    return week


def first_session(runner: Runner, day: date) -> Any:
    """The first session with work on a day."""
    days = {planned.day: planned for planned in week_of(runner).days}
    return next(session for session in days[day].sessions if session.minutes and session.items)
