"""The week: its reasons, and what a runner may change of it."""

from datetime import timedelta
from typing import Any

import pytest

from backstride.terms import WEEKDAYS
from backstride.web.commands.runner import change_profile
from backstride.web.commands.runs import set_usual_runs
from backstride.web.deciding.weeks import current_week
from backstride.web.models import PlannedRun, Runner
from web.moments import fresh, week_of
from web.working import text_of

USUAL = {"tue": {"kind": "easy", "distance_m": 6000}, "sun": {"kind": "long", "distance_m": 9000}}


def _used(runner: Runner) -> list[str]:
    return [item.exercise for day in week_of(runner).days for s in day.sessions for item in s.items]


def test_each_line_has_its_reasons_and_each_sign_its_source(client_of: Any, runner: Runner) -> None:
    page = client_of(runner).get("/week/")
    week, text = week_of(runner), text_of(page)
    for day in week.days:
        for session in day.sessions:
            for why in (*session.why, *(why for item in session.items for why in item.why)):
                assert " ".join(why.text.split()) in text
    for source in page.context["week"].sources:
        assert f"{source.sign} {source.title}" in text
    named = {sign for day in week.days for s in day.sessions for why in s.why for sign in why.sources}
    assert named <= {source.sign for source in page.context["week"].sources}


def test_shortfalls_tell_the_smallest_change(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    change_profile(runner, by=runner.user, changes={"minutes": dict.fromkeys(WEEKDAYS, 9)})
    set_usual_runs(runner, by=runner.user, usual=dict.fromkeys(WEEKDAYS, USUAL["tue"]))
    short = week_of(runner).shortfalls
    page = text_of(client.get("/week/"))
    assert short
    assert "What did not fit" in page
    assert all(line.smallest_change.rstrip(".") in page for line in short if line.smallest_change)


def test_less_time_on_a_day_is_kept_and_shown(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    busiest = max(week_of(runner).days, key=lambda day: sum(s.minutes for s in day.sessions))
    client.post("/week/minutes/", {"day": str(busiest.day), "minutes": "6"})
    after = {day.day: day for day in week_of(runner).days}[busiest.day]
    assert sum(s.minutes for s in after.sessions) <= 6
    page = client.get("/week/")
    assert "What changed" in text_of(page)
    assert "6 min on this day" in text_of(page)
    assert runner.audit.last().command == "set_minutes"


@pytest.mark.parametrize("minutes", ["-1", "1441", "ten", "1.5"])
def test_minutes_that_no_day_has_are_refused(client_of: Any, runner: Runner, minutes: str) -> None:
    today, before = week_of(runner).days[0].day, fresh(runner).facts
    page = client_of(runner).post("/week/minutes/", {"day": str(today), "minutes": minutes}, follow=True)
    assert page.status_code == 200
    assert page.context["messages"]
    assert fresh(runner).facts == before


def test_a_day_outside_of_the_week_is_refused(client_of: Any, runner: Runner) -> None:
    today, before = week_of(runner).days[0].day, fresh(runner).facts
    for day in (today - timedelta(days=1), today + timedelta(days=7)):
        page = client_of(runner).post("/week/minutes/", {"day": str(day), "minutes": "5"}, follow=True)
        assert "Choose a day of the week" in text_of(page)
    assert fresh(runner).facts == before


def test_a_usual_run_moves_to_another_day(client_of: Any, runner: Runner) -> None:
    set_usual_runs(runner, by=runner.user, usual=USUAL)
    days = week_of(runner).days
    long = next(day for day in days if day.run is not None and day.run.kind == "long")
    to = next(day.day for day in days if day.run is None)
    client = client_of(runner)
    client.post("/week/move/", {"day": str(long.day), "to": str(to)})
    after = {day.day: day for day in week_of(runner).days}
    assert after[to].run is not None
    assert after[to].run.kind == "long"
    assert after[to].run.distance_m == 9000
    assert after[long.day].run is None or after[long.day].run.kind == "rest"
    assert "The run of this day changed." in text_of(client.get("/week/"))
    assert fresh(runner).usual_runs.keys() == USUAL.keys()


def test_moving_nothing_is_refused(client_of: Any, runner: Runner) -> None:
    today = week_of(runner).days[0].day
    page = client_of(runner).post(
        "/week/move/", {"day": str(today), "to": str(today + timedelta(days=1))}, follow=True
    )
    assert "There is no run to move on that day." in text_of(page)
    assert not PlannedRun.objects.exists()


@pytest.mark.parametrize("mark", ["avoid_exercises", "not_now"])
def test_an_exercise_is_swapped_for_good_or_for_this_week(client_of: Any, runner: Runner, mark: str) -> None:
    exercise = _used(runner)[0]
    client = client_of(runner)
    client.post("/week/exercise/", {"exercise": exercise, "mark": mark})
    assert exercise not in _used(runner)
    kept = exercise in fresh(runner).profile["avoid_exercises"]
    assert kept == (mark == "avoid_exercises")
    page = text_of(client.get("/week/"))
    assert "What changed" in page
    assert ("Bring it back" in page) == (mark == "not_now")


def test_what_rests_this_week_comes_back(client_of: Any, runner: Runner) -> None:
    exercise = _used(runner)[0]
    client = client_of(runner)
    client.post("/week/exercise/", {"exercise": exercise, "mark": "not_now"})
    rest = runner.exercise_breaks.get()
    assert rest.until == week_of(runner).days[0].day + timedelta(days=7)
    client.post("/week/exercise/", {"exercise": exercise, "mark": ""})
    assert not runner.exercise_breaks.exists()
    assert exercise not in current_week(fresh(runner)).scenario["runner"]["avoid_exercises"]


def test_a_favourite_and_a_dislike_stand_in_one_list_only(client_of: Any, runner: Runner) -> None:
    exercise = _used(runner)[0]
    client = client_of(runner)
    client.post("/week/exercise/", {"exercise": exercise, "mark": "favourites"})
    assert fresh(runner).profile["favourites"] == [exercise]
    client.post("/week/exercise/", {"exercise": exercise, "mark": "disliked"})
    told = fresh(runner).profile
    assert (told["favourites"], told["disliked"]) == ([], [exercise])


def test_unknown_exercises_and_marks_are_refused(client_of: Any, runner: Runner) -> None:
    before = fresh(runner).facts
    for sent in ({"exercise": "no_such", "mark": "disliked"}, {"exercise": "bird_dog", "mark": "tight"}, {}):
        assert client_of(runner).post("/week/exercise/", sent).status_code == 302
    assert fresh(runner).facts == before


def test_looking_changes_nothing(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    for path in ("/week/minutes/", "/week/move/", "/week/exercise/"):
        assert client.get(path).status_code == 405
    client.get("/week/")
    assert fresh(runner).facts == runner.facts
