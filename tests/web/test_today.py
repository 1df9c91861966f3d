"""Today's page."""

from datetime import date
from typing import Any

import pytest

from backstride.terms import WEEKDAYS
from backstride.web.commands.pain import note_pain
from backstride.web.commands.runs import set_usual_runs
from backstride.web.deciding.weeks import current_week
from backstride.web.models import Runner
from web.moments import first_session, fresh, set_clock, week_of
from web.working import text_of


def test_today_shows_what_how_long_and_why(client_of: Any, runner: Runner) -> None:
    page = client_of(runner).get("/").content.decode()
    assert "minutes for your back" in page
    assert runner.weeks.count() == 1


def test_a_second_look_decides_nothing_anew(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    first, second = client.get("/"), client.get("/")
    assert text_of(first) == text_of(second)
    assert runner.weeks.count() == 1


def test_a_visitor_is_told_how_to_come_in(visitor: Any, db: Any) -> None:
    answer = visitor.get("/", follow=True)
    assert answer.status_code == 403
    assert b"opens with a link" in answer.content


def test_one_button_starts_the_first_session(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    today = week_of(runner).days[0].day
    slot = first_session(runner, today).slot
    page = client.get("/").content.decode()
    assert page.count("button start") == 1
    assert f'href="/session/{today}/{slot}/"' in page
    followed = text_of(client.get(f"/session/{today}/{slot}/"))
    assert "How was it?" in followed


def test_no_time_today_empties_the_day_and_is_taken_back(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    today = week_of(runner).days[0].day
    sent = {"day": str(today), "minutes": "0", "next": "/"}
    assert client.post("/week/minutes/", sent).headers["Location"] == "/"
    page = text_of(client.get("/"))
    assert "Nothing to do today" in page
    assert "What changed" in page
    assert "I have my usual time after all" in page
    client.post("/week/minutes/", {"day": str(today), "next": "/"})
    assert not runner.day_changes.exists()
    usual = runner.profile["minutes"]
    assert current_week(fresh(runner)).scenario["runner"]["minutes"] == usual


def test_the_way_back_leads_nowhere_else(client_of: Any, runner: Runner) -> None:
    today = week_of(runner).days[0].day
    for elsewhere in ("https://example.org/", "//example.org/", "javascript:alert(1)", ""):
        sent = {"day": str(today), "minutes": "10", "next": elsewhere}
        assert client_of(runner).post("/week/minutes/", sent).headers["Location"] == "/week/"


def test_the_run_of_today_has_its_advice(client_of: Any, runner: Runner) -> None:
    every = {day: {"kind": "easy", "distance_m": 5000} for day in WEEKDAYS}
    set_usual_runs(runner, by=runner.user, usual=every)
    page = text_of(client_of(runner).get("/"))
    assert "Your run" in page
    assert "Easy run, 5.0 km" in page
    Runner.objects.filter(pk=runner.pk).update(miles=True)
    assert "Easy run, 3.1 mi" in text_of(client_of(runner).get("/"))


def test_worse_now_lights_red_and_lightens_the_week(
    client_of: Any, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch)
    for day in range(14, 20):
        note_pain(runner, by=runner.user, day=date(2026, 11, day), morning=1)
    note_pain(runner, by=runner.user, day=date(2026, 11, 20), morning=1)
    runner.screenings.update(at=set_clock(monkeypatch))
    client = client_of(runner)
    client.get("/")
    answer = client.post("/worse/", {"score": "5"}, follow=True)
    page = text_of(answer)
    assert "Red" in page
    assert "What changed" in page
    entry = runner.pain_days.get(day=date(2026, 11, 20))
    assert (entry.morning, entry.worst, entry.leg) == (5, 5, False)
    levels = {item.level for day in week_of(runner).days[:3] for s in day.sessions for item in s.items}
    assert levels <= {0, 1}


def test_worse_after_the_answers_asks_the_questions_first(
    client_of: Any, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch)
    note_pain(runner, by=runner.user, day=date(2026, 11, 19), morning=1)
    runner.screenings.update(at=set_clock(monkeypatch, "2026-11-19T20:00:00+08:00"))
    set_clock(monkeypatch)
    page = client_of(runner).post("/worse/", {"score": "4", "leg": "on"}, follow=True)
    assert page.context["stop"].kind == "questions"
    assert runner.pain_days.get(day=date(2026, 11, 20)).leg is True


def test_a_lower_score_never_makes_the_morning_better(client_of: Any, runner: Runner) -> None:
    day = runner.pain_days.get().day
    note_pain(runner, by=runner.user, day=day, morning=3, worst=6)
    client_of(runner).post("/worse/", {"score": "2"})
    entry = runner.pain_days.get()
    assert (entry.morning, entry.worst) == (3, 6)


def test_worse_without_a_number_is_asked_again(client_of: Any, runner: Runner) -> None:
    facts = fresh(runner).facts
    answer = client_of(runner).post("/worse/", {})
    assert answer.status_code == 200
    assert "Choose a number." in text_of(answer)
    assert fresh(runner).facts == facts
