"""The check-in."""

from datetime import date, timedelta
from typing import Any

import pytest

from backstride.web.commands.pain import note_pain
from backstride.web.models import Recording, Runner
from web.moments import fresh, set_clock
from web.working import text_of

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _friday(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch)


def test_one_tap_notes_the_morning(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    page = client.get("/checkin/").content.decode()
    assert page.count('name="morning"') == 22  # this morning, and yesterday's that is missing
    client.post("/checkin/", {"day": str(TODAY), "morning": "2"})
    assert runner.pain_days.get(day=TODAY).morning == 2
    assert 'value="2" aria-pressed="true"' in client.get("/checkin/").content.decode()


def test_yesterday_is_asked_for_only_where_it_is_missing(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    assert "And yesterday morning?" in text_of(client.get("/checkin/"))
    client.post("/checkin/", {"day": str(TODAY - timedelta(days=1)), "morning": "0"})
    assert runner.pain_days.get(day=TODAY - timedelta(days=1)).morning == 0
    assert "And yesterday morning?" not in text_of(client.get("/checkin/"))


@pytest.mark.parametrize(
    ("day", "morning"),
    [("2026-11-18", "2"), ("2026-11-21", "2"), ("2026-11-20", "11"), ("2026-11-20", ""), ("today", "2")],
)
def test_other_days_and_other_numbers_are_refused(
    client_of: Any, runner: Runner, day: str, morning: str
) -> None:
    facts = fresh(runner).facts
    page = client_of(runner).post("/checkin/", {"day": day, "morning": morning}, follow=True)
    assert "Choose a number for this morning" in text_of(page)
    assert fresh(runner).facts == facts


def test_the_light_is_told_beside_the_score(client_of: Any, runner: Runner) -> None:
    for n in range(1, 8):
        note_pain(runner, by=runner.user, day=TODAY - timedelta(days=n), morning=1)
    page = client_of(runner).post("/checkin/", {"day": str(TODAY), "morning": "2"}, follow=True)
    assert "Green" in text_of(page)


def test_a_flare_leads_to_what_comes_first(client_of: Any, runner: Runner) -> None:
    for n in range(1, 8):
        note_pain(runner, by=runner.user, day=TODAY - timedelta(days=n), morning=1)
    runner.screenings.update(at="2026-11-18T20:00:00+08:00")
    answer = client_of(runner).post("/checkin/", {"day": str(TODAY), "morning": "5"})
    assert answer.headers["Location"] == "/"


def test_more_is_kept_and_an_open_score_says_nothing(client_of: Any, runner: Runner) -> None:
    run = Recording.objects.create(
        runner=runner,
        source="a.fit",
        sha256="0" * 64,
        start="2026-11-19T06:30:00+08:00",
        kind="easy",
        activity={
            "start": "2026-11-19T06:30:00+08:00",
            "zone_known": True,
            "duration_s": 2400.0,
            "elapsed_s": 2400.0,
            "distance_m": 7000.0,
            "cadence_spm": None,
            "heart_rate_bpm": None,
            "sport": "running",
            "sport_guessed": False,
            "surface": None,
            "source": "a.fit",
            "notes": [],
        },
    )
    client = client_of(runner)
    assert f'name="run_{run.pk}"' in client.get("/checkin/").content.decode()
    client.post("/checkin/more/", {"worst_before": "4", "night": "on", f"run_{run.pk}": "3"})
    assert runner.pain_days.get(day=TODAY - timedelta(days=1)).worst == 4
    today = runner.pain_days.get(day=TODAY)
    assert (today.worst, today.leg, today.night) == (None, False, True)
    run.refresh_from_db()
    assert (run.pain_during, run.kind) == (3, "easy")
    assert f'name="run_{run.pk}"' not in client.get("/checkin/").content.decode()


def test_looking_changes_nothing(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.get("/checkin/")
    assert client.get("/checkin/more/").status_code == 405
    assert fresh(runner).facts == runner.facts
