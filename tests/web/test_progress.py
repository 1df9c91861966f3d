"""Progress: pictures, and the tables behind them."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from backstride.web.commands.pain import note_pain
from backstride.web.commands.sessions import log_session
from backstride.web.commands.week import set_minutes
from backstride.web.deciding.adherence import week_counts
from backstride.web.deciding.weeks import current_week
from backstride.web.models import PainDay, Runner, Week
from cast import logged
from web.moments import set_clock
from web.working import text_of

TODAY = date(2026, 11, 20)  # a Friday


@pytest.fixture(autouse=True)
def _friday(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch)


def _log(runner: Runner, offset: int, slot: str = "cross") -> None:
    record = logged("bird_dog", 0, offset, slot=slot)
    log_session(runner, by=runner.user, key=f"{offset}{slot}", record=record)


def _counts(runner: Runner, weeks: int = 12) -> list[tuple[date, int, int]]:
    now = datetime.fromisoformat("2026-11-20T07:00:00+08:00")
    return [(week.monday, week.planned, week.done) for week in week_counts(runner, now, weeks)]


def test_who_has_nothing_yet_is_told_what_draws_the_lines(client_of: Any, runner: Runner) -> None:
    PainDay.objects.all().delete()
    page = text_of(client_of(runner).get("/progress/"))
    assert "No morning score yet" in page
    assert "No runs are here yet" in page
    for name in ("pain", "levels", "runs"):
        assert client_of(runner).get(f"/progress/{name}.svg").status_code == 404


def test_the_table_behind_the_picture_has_every_day(client_of: Any, runner: Runner) -> None:
    for n in range(1, 8):
        note_pain(runner, by=runner.user, day=TODAY - timedelta(days=n), morning=n % 3, worst=4)
    page = client_of(runner).get("/progress/")
    days = page.context["progress"].pain
    assert [day.morning for day in days[:7]] == [n % 3 for n in range(7, 0, -1)]
    assert days[0].baseline is None
    assert days[2].baseline == (7 % 3 + 6 % 3) / 2
    assert page.content.decode().count('<th scope="row">') >= 8


def test_pictures_are_svg_and_nothing_else_may_load(client_of: Any, runner: Runner) -> None:
    _log(runner, -1)
    client = client_of(runner)
    for name in ("pain", "sessions", "levels"):
        answer = client.get(f"/progress/{name}.svg")
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "image/svg+xml"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert answer.content.startswith(b"<svg")
        assert b"<script" not in answer.content
    assert client.get("/progress/nothing.svg").status_code == 404


def test_levels_are_counted_from_one(client_of: Any, runner: Runner) -> None:
    for offset in (-9, -5, -1):
        _log(runner, offset)
    (ladder,) = client_of(runner).get("/progress/").context["progress"].ladders
    assert ladder.exercise == "bird_dog"
    assert [level for _day, level in ladder.done] == [1, 1, 1]


def test_done_stands_against_what_was_planned(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, "2026-11-16T07:00:00+08:00")
    runner.screenings.update(at="2026-11-15T20:00:00+08:00")
    PainDay.objects.all().delete()
    week = current_week(Runner.objects.get(pk=runner.pk))
    planned = {day: slots for day, slots in week.sessions.items() if day <= str(TODAY)}
    monday = planned["2026-11-16"]
    set_clock(monkeypatch)
    _log(runner, -4, monday[0])
    every = sum(len(slots) for slots in planned.values())
    assert _counts(runner) == [(date(2026, 11, 16), every, 1)]


def test_what_was_called_off_is_not_missed(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    runner.screenings.update(at="2026-11-19T20:00:00+08:00")
    _log(runner, -1)
    current_week(runner)
    before = _counts(runner)
    set_minutes(runner, by=runner.user, day=TODAY, minutes=0)
    current_week(Runner.objects.get(pk=runner.pk))
    assert before[0][1] > 1
    assert _counts(runner) == [(date(2026, 11, 16), 1, 1)]


def test_a_week_that_nobody_looked_at_was_not_missed(client_of: Any, runner: Runner) -> None:
    _log(runner, -20)
    client = client_of(runner)
    page = client.get("/progress/")
    weeks = page.context["progress"].weeks
    assert (weeks[0].looked, weeks[0].done) == (False, 1)
    assert "not looked at" in text_of(page)


def test_counting_reads_no_whole_week(runner: Runner, django_assert_num_queries: Any) -> None:
    current_week(runner)
    Week.objects.update(decision={}, scenario={})
    with django_assert_num_queries(2):
        assert _counts(runner)
