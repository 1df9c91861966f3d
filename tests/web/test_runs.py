"""The runs' own pages: the list by week, one run, the usual days."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.runs import change_run, set_usual_runs
from backstride.web.deciding.weeks import current_week, decision_of, scenario_behind
from backstride.web.models import Audit, Recording, Runner
from runs.samples_of_runs import fit_run, gpx, track
from web.working import taken, text_of

NOW = datetime(2024, 5, 10, 4, 0, tzinfo=UTC)  # a Friday, noon in Kuala Lumpur


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def at(days: int) -> datetime:
    return datetime(2024, 5, 6, 0, 0, tzinfo=UTC) + timedelta(days=days)


@pytest.fixture
def ran(runner: Runner) -> Runner:
    """A long run on Wednesday among two short ones, and one three months before."""
    sizes = {0: 1800, 1: 1800, 2: 4800, -90: 2400}
    files = {f"r{n + 100}_fit": fit_run(seconds, start=at(n)) for n, seconds in sizes.items()}
    taken(runner, **files)
    return runner


def test_the_list_tells_weeks_and_marks_the_long_run(client_of: Any, ran: Runner) -> None:
    page = client_of(ran).get("/runs/")
    text = text_of(page)
    assert "Week of 6 May 2024 3 runs · 25.2 km · 140 min" in text
    assert text.count("long run") == 1
    assert "14.4 km · 80 min · 5:33 a km long run" in text
    assert "Wed 8 May, 08:00" in text  # by the runner's own clock
    assert "February" not in text


def test_earlier_weeks_are_a_page_further(client_of: Any, ran: Runner) -> None:
    client = client_of(ran)
    first = client.get("/runs/").content.decode()
    address = first.split('href="/runs/?before=')[1].partition('"')[0]
    earlier = text_of(client.get(f"/runs/?before={address}"))
    assert "Week of 5 February 2024 1 run · 7.2 km" in earlier
    assert "Earlier weeks" not in earlier
    assert client.get("/runs/?before=0001-01-01").status_code == 200
    assert client.get("/runs/?before=<b>").status_code == 200


def test_the_signals_of_the_decision_stand_above(client_of: Any, ran: Runner) -> None:
    text = text_of(client_of(ran).get("/runs/"))
    signals = decision_of(current_week(ran)).signals
    assert signals
    assert all(signal.text in text for signal in signals)


def test_without_runs_the_page_says_what_to_do(client_of: Any, runner: Runner) -> None:
    page = client_of(runner).get("/runs/")
    assert "No runs are here yet" in text_of(page)
    assert 'href="/runs/add/"' in page.content.decode()


def test_distances_in_miles(client_of: Any, ran: Runner) -> None:
    Runner.objects.update(miles=True)
    text = text_of(client_of(ran).get("/runs/"))
    assert "8.9 mi · 80 min · 8:56 a mile" in text


def test_what_is_added_to_a_run_reaches_the_next_week(client_of: Any, ran: Runner) -> None:
    run = Recording.objects.get(source="r101.fit")
    form = {"kind": "quality", "surface": "trail", "shoe": "", "pain_during": "3"}
    answer = client_of(ran).post(f"/runs/{run.pk}/", form)
    assert answer.headers["Location"] == "/runs/"
    ran.refresh_from_db()
    (behind,) = [r for r in scenario_behind(current_week(ran)).runs if r.kind == "quality"]
    assert (behind.surface, behind.pain_during, behind.duration_s) == ("trail", 3, 1800)
    assert "Trail or forest path" in text_of(client_of(ran).get("/runs/"))
    client_of(ran).post(f"/runs/{run.pk}/", {**form, "pain_during": ""})
    run.refresh_from_db()
    assert run.pain_during is None
    audit = Audit.objects.filter(command="change_run").last()
    assert audit is not None
    assert audit.details == {"run": run.pk}  # ids, never scores


@pytest.mark.parametrize(
    ("field", "value"), [("kind", "cross"), ("pain_during", 11), ("surface", "x" * 65), ("shoe", "y" * 65)]
)
def test_an_impossible_word_on_a_run_is_refused(ran: Runner, field: str, value: Any) -> None:
    run = Recording.objects.first()
    with pytest.raises(Refused) as refusal:
        change_run(ran, by=ran.user, run=run, **{field: value})
    assert refusal.value.field == field


def test_a_run_can_be_left_out_and_taken_in_again(client_of: Any, ran: Runner) -> None:
    client, run = client_of(ran), Recording.objects.get(source="r102.fit")
    client.post(f"/runs/{run.pk}/left-out/")
    assert "25.2 km" not in text_of(client.get("/runs/"))
    ran.refresh_from_db()
    assert len(scenario_behind(current_week(ran)).runs) == 3
    # Another record of the same run does not bring it back.
    taken(ran, twin_gpx=gpx(track(4800, start=at(2))))
    ran.refresh_from_db()
    assert len(scenario_behind(current_week(ran)).runs) == 3
    assert "You left these out" in text_of(client.get("/runs/"))
    client.post(f"/runs/{run.pk}/left-out/", {"again": "1"})
    assert "25.2 km" in text_of(client.get("/runs/"))


def test_another_runners_run_is_not_there(client_of: Any, ran: Runner, stranger: Runner) -> None:
    run = Recording.objects.first()
    assert run is not None
    client = client_of(stranger)
    assert client.get(f"/runs/{run.pk}/").status_code == 404
    assert client.post(f"/runs/{run.pk}/", {"kind": "race"}).status_code == 404
    assert client.post(f"/runs/{run.pk}/left-out/").status_code == 404
    with pytest.raises(Refused):
        change_run(stranger, by=stranger.user, run=run, kind="race")


def test_usual_days_become_the_runs_of_the_week(client_of: Any, runner: Runner) -> None:
    form = {"sat_kind": "long", "sat_distance": "16", "tue_kind": "easy", "tue_duration": "40"}
    answer = client_of(runner).post("/runs/add/usual/", form)
    assert answer.headers["Location"] == "/calendar/"
    runner.refresh_from_db()
    days = {d.day.weekday(): d.run for d in decision_of(current_week(runner)).week.days if d.run}  # type: ignore[union-attr]
    assert {n: (run.kind, run.distance_m, run.duration_s) for n, run in days.items()} == {
        5: ("long", 16000, None),
        1: ("easy", None, 2400),
    }
    shown = client_of(runner).get("/runs/add/").content.decode()
    assert 'name="sat_distance" value="16.0"' in shown
    assert 'name="tue_duration" value="40.0"' in shown


def test_an_amount_without_a_kind_is_asked_back(client_of: Any, runner: Runner) -> None:
    answer = client_of(runner).post("/runs/add/usual/", {"sat_distance": "16"})
    assert answer.status_code == 200
    assert "Say which kind of run it is." in text_of(answer)
    assert 'aria-invalid="true"' in answer.content.decode()
    assert Runner.objects.get(pk=runner.pk).usual_runs == {}


def test_usual_days_are_checked_by_the_command(runner: Runner) -> None:
    with pytest.raises(Refused) as refusal:
        set_usual_runs(runner, by=runner.user, usual={"sat": {"kind": "long", "distance_m": -1.0}})
    assert refusal.value.field == "sat"
    with pytest.raises(Refused):
        set_usual_runs(runner, by=runner.user, usual={"someday": {"kind": "long"}})


def test_pages_that_only_show_change_nothing(client_of: Any, ran: Runner) -> None:
    client, run = client_of(ran), Recording.objects.first()
    assert run is not None
    client.get("/")
    before = (ran.facts, Audit.objects.count(), ran.weeks.count())
    for path in ("/runs/", "/runs/add/", f"/runs/{run.pk}/", "/calendar/", "/shoes/"):
        assert client.get(path).status_code == 200
    ran.refresh_from_db()
    assert (ran.facts, Audit.objects.count(), ran.weeks.count()) == before
    for path in ("files", "calendar", "address", "usual"):
        assert client.get(f"/runs/add/{path}/").status_code == 405
