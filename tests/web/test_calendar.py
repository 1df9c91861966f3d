"""The runs ahead: by hand, from a file, from the usual days."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backstride.web import clock
from backstride.web.commands.calendar import add_planned, change_planned, move_runs, remove_planned
from backstride.web.commands.calendars import add_calendar_address, take_calendar_file
from backstride.web.commands.changing import Refused
from backstride.web.commands.runs import set_usual_runs
from backstride.web.deciding.facts import scenario_of
from backstride.web.models import CalendarSource, PlannedRun, Runner
from runs.samples_of_runs import fit_run
from web.planning import NOW, day, ics, planned
from web.working import taken, text_of

TABLE = b"day,title\n2024-05-11,Easy run 8 km\n2024-05-12,Run with the club\n2024-05-14,Tempo 40 min\n"


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def take(runner: Runner, data: bytes, name: str = "plan.ics") -> None:
    take_calendar_file(runner, by=runner.user, file=SimpleUploadedFile(name, data))


def test_a_file_with_its_guesses_marked_and_mended(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.post("/runs/add/calendar/", {"calendar": SimpleUploadedFile("plan.csv", TABLE)})
    text = text_of(client.get("/calendar/"))
    assert "Sat 11 May Easy run · 8.0 km" in text
    assert planned(runner)[0] == (1, "easy", 8000)
    assert "Sun 12 May Easy run a guess Run with the club" in text
    entry = PlannedRun.objects.get(guessed=True)
    assert "This is a guess" in text_of(client.get(f"/calendar/{entry.pk}/"))
    client.post(f"/calendar/{entry.pk}/", {"kind": "quality", "distance_m": "10", "duration_s": "50"})
    entry.refresh_from_db()
    assert (entry.kind, entry.distance_m, entry.duration_s) == ("quality", 10_000, 3000)
    assert (entry.guessed, entry.edited) == (False, True)


def test_read_again_it_keeps_what_was_mended_and_taken_out(runner: Runner) -> None:
    take(runner, ics((1, "Run 8 km"), (2, "Run 20 km"), (4, "Run 6 km")))
    first, second = PlannedRun.objects.all()[:2]
    change_planned(runner, by=runner.user, entry=first, kind="race", distance_m=10_000.0)
    remove_planned(runner, by=runner.user, entry=second)
    take(runner, ics((1, "Run 8 km"), (2, "Run 20 km"), (5, "Run 7 km")))
    assert planned(runner) == [(1, "race", 10_000), (2, "rest", None), (5, "easy", 7000)]
    take(runner, ics((5, "Run 7 km")))
    assert planned(runner) == [(5, "easy", 7000)]
    assert CalendarSource.objects.count() == 1


def test_what_is_no_calendar_is_refused_by_name(client_of: Any, runner: Runner) -> None:
    sent = {"calendar": SimpleUploadedFile("plan.json", b'[{"day": "2024-05-11", "kind": "flying"}]')}
    answer = client_of(runner).post("/runs/add/calendar/", sent)
    assert answer.status_code == 200
    assert "plan.json: 0.kind" in text_of(answer)
    assert CalendarSource.objects.count() == 0


def test_what_was_left_out_is_told(client_of: Any, runner: Runner) -> None:
    take(runner, ics((1, "Run 8 km"), (2, "Dentist")))
    text = text_of(client_of(runner).get("/calendar/"))
    assert "1 event left out" in text
    assert "Dentist" in text


def test_by_hand_goes_before_the_usual_day_and_leaves_the_others(client_of: Any, runner: Runner) -> None:
    usual = {"sat": {"kind": "long", "distance_m": 15_000.0}, "tue": {"kind": "easy"}}
    set_usual_runs(runner, by=runner.user, usual=usual)
    assert planned(runner)[:3] == [(1, "long", 15_000), (4, "easy", None), (8, "long", 15_000)]
    form = {"day": day(1).isoformat(), "kind": "race", "distance_m": "10"}
    client_of(runner).post("/calendar/", form)
    assert planned(runner)[:3] == [(1, "race", 10_000), (4, "easy", None), (8, "long", 15_000)]
    text = text_of(client_of(runner).get("/calendar/"))
    assert "Sat 11 May Race · 10.0 km by hand" in text


def test_by_hand_goes_before_what_runs_suggest(runner: Runner) -> None:
    starts = [datetime(2024, 5, 9 - n, 1, tzinfo=UTC) for n in (0, 2, 5, 7)]
    starts += [start - timedelta(days=14) for start in starts]
    taken(runner, **{f"r{n}_fit": fit_run(1800, start=start) for n, start in enumerate(starts)})
    assert scenario_of(runner, NOW, None).calendar is None
    add_planned(runner, by=runner.user, day=day(3), kind="race", distance_m=10_000.0)
    days = {n: kind for n, kind, _ in planned(runner)}
    assert days[3] == "race"
    assert len([kind for n, kind in days.items() if n <= 7 and kind == "easy"]) >= 2


def test_a_run_moves_wherever_it_comes_from(runner: Runner) -> None:
    set_usual_runs(runner, by=runner.user, usual={"sat": {"kind": "long", "distance_m": 15_000.0}})
    move_runs(runner, by=runner.user, day=day(1), to=day(2))
    assert planned(runner)[:3] == [(1, "rest", None), (2, "long", 15_000), (8, "long", 15_000)]
    move_runs(runner, by=runner.user, day=day(2), to=day(1))
    assert planned(runner)[:3] == [(1, "long", 15_000), (2, "rest", None), (8, "long", 15_000)]
    with pytest.raises(Refused):
        move_runs(runner, by=runner.user, day=day(2), to=day(3))


def test_a_moved_entry_of_a_calendar_does_not_come_back(runner: Runner) -> None:
    take(runner, ics((1, "Run 8 km"), (4, "Run 6 km")))
    move_runs(runner, by=runner.user, day=day(1), to=day(2))
    assert planned(runner) == [(1, "rest", None), (2, "easy", 8000), (4, "easy", 6000)]
    take(runner, ics((1, "Run 8 km"), (4, "Run 6 km")))
    assert planned(runner) == [(1, "rest", None), (2, "easy", 8000), (4, "easy", 6000)]


def test_a_plan_that_is_over_gives_way_to_the_usual_days(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_usual_runs(runner, by=runner.user, usual={"sat": {"kind": "long"}})
    take(runner, ics((1, "Run 8 km")))
    assert planned(runner) == [(1, "easy", 8000)]
    later = NOW + timedelta(days=3)
    calendar = scenario_of(runner, later, None).calendar
    assert calendar is not None
    assert calendar[0].kind == "long"


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"day": "2024-05-09", "kind": "easy"}, "Choose a day from today on"),
        ({"day": "2026-06-01", "kind": "easy"}, "Choose a day from today on"),
        ({"day": "tomorrow", "kind": "easy"}, "Enter a valid date."),
        ({"day": "2024-05-11", "kind": "flying"}, "Select a valid choice"),
        ({"day": "2024-05-11", "kind": "easy", "distance_m": "1e9"}, "less than or equal to"),
        ({"day": "2024-05-11", "kind": "easy", "duration_s": "nan"}, "Enter a number."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client_of: Any, runner: Runner, form: dict[str, str], message: str
) -> None:
    answer = client_of(runner).post("/calendar/", form)
    assert message in text_of(answer)
    assert PlannedRun.objects.count() == 0


def test_forgetting_a_calendar_takes_its_entries(client_of: Any, runner: Runner, stranger: Runner) -> None:
    take(runner, ics((1, "Run 8 km")))
    source = CalendarSource.objects.get()
    assert client_of(stranger).post(f"/calendar/sources/{source.pk}/remove/").status_code == 404
    assert client_of(stranger).get(f"/calendar/{PlannedRun.objects.get().pk}/").status_code == 404
    client_of(runner).post(f"/calendar/sources/{source.pk}/remove/")
    assert PlannedRun.objects.count() == 0


def test_not_more_calendars_than_anybody_needs(runner: Runner) -> None:
    for n in range(10):
        add_calendar_address(runner, by=runner.user, address=f"https://example.org/{n}")
    names = set(CalendarSource.objects.values_list("name", flat=True))
    assert len(names) == 10
    with pytest.raises(Refused, match="one calendar too many"):
        add_calendar_address(runner, by=runner.user, address="https://example.org/11")
