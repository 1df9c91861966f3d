"""What the runs say, in the terminal and as data; and guesses of a calendar that stay marked."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from acceptance.calling import NOW, call, scenario, written
from acceptance.test_calendar import COACH
from runs.samples_of_runs import fit_run

AT = datetime.fromisoformat(NOW)
SLOWER = [
    {
        "start": (AT - timedelta(days=ago)).isoformat(),
        "distance_m": 8000,
        "duration_s": 2880,
        "cadence_spm": 160 if ago < 14 else 170,
        "surface": "trail",
        "descent_m": 300 if ago < 7 else 100,
    }
    for ago in range(2, 60, 3)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four runs of 5.4 km at half past six."""
    place = tmp_path / "watch"
    place.mkdir()
    for ago in (1, 3, 5, 15):
        start = AT - timedelta(days=ago, minutes=30)
        (place / f"{ago}.fit").write_bytes(fit_run(start=start, total_descent=120))
    return place


def data(*arguments: str | Path) -> Any:
    done = call(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_runs_tell_their_signals_with_source_and_grade(folder: Path) -> None:
    done = call("runs", folder, "--now", NOW, columns=200)
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout.partition("\nSignals\n")[2]
    assert "- The last run was yesterday. [FRANDSEN2025, cohort]" in said
    assert "- Distance of the last 7 days: 16.2 km. [ours (NIELSEN2014)]" in said
    assert "- Those days have 200 per cent" not in said  # a rise of that much is told as a note
    assert "The distance of the last week is 200 per cent above that of 2 weeks before (5.4 km)." in said
    assert "- Downhill in the last 7 days: 360 m." in said
    assert "- You usually start about 06:30: 4 of 4 runs" in said
    assert "acute" not in said


def test_the_signals_are_data_too(folder: Path) -> None:
    found = {signal["key"]: signal for signal in data("runs", folder, "--now", NOW)["signals"]}
    assert set(found) == {"since", "longest", "week", "rise", "cadence", "downhill", "clock"}
    assert found["week"]["value"] == 16_200
    assert found["downhill"] | {"text": ""} == {
        "key": "downhill",
        "rule": "R7",
        "value": 360.0,
        "unit": "m",
        "values": {"weeks": 1},
        "day": None,
        "note": False,
        "text": "",
        "parameter": "run.downhill_rise",
        "sources": ["GOTTSCHALL2005"],
        "grade": "ours",
    }


def test_without_a_run_there_is_no_signal(tmp_path: Path) -> None:
    written(tmp_path / "broken.gpx", "<gpx>")
    done = call("runs", tmp_path / "broken.gpx", "--now", NOW)
    assert done.returncode == 1
    assert "Signals" not in done.stdout


def test_the_week_tells_what_matters_and_its_data_tells_all(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario(runs=SLOWER))
    done = call("week", "--profile", profile, columns=200)
    said = done.stdout.partition("\nWhat your runs say\n")[2].partition("\n\n")[0]
    assert "6 per cent slower than your own usual" in said
    assert "well above your usual week of" in said
    assert "Distance of the last" not in said
    keys = [signal["key"] for signal in data("week", "--profile", profile)["signals"]]
    assert [key for key in keys if key != "ratio"] == [
        "since",
        "longest",
        "week",
        "rise",
        "cadence",
        "downhill",
        "surfaces",
        "clock",
    ]
    assert "ratio" in keys


def test_the_week_says_nothing_of_runs_that_are_as_usual(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario())
    assert "What your runs say" not in call("week", "--profile", profile).stdout


def test_the_signals_of_a_week_are_told_in_malay(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario(runs=SLOWER))
    done = call("week", "--profile", profile, "--lang", "ms", columns=200)
    assert "Apa kata larian anda" in done.stdout
    assert "6 peratus lebih perlahan daripada biasa" in done.stdout


def test_a_stop_says_nothing_of_the_runs(tmp_path: Path) -> None:
    asked = scenario(runs=SLOWER, screening={})
    done = call("replay", written(tmp_path / "me.json", asked))
    assert json.loads(done.stdout)["signals"] == []


def test_a_guess_keeps_its_mark_through_the_scenario_to_the_week(tmp_path: Path) -> None:
    source, saved = written(tmp_path / "coach.ics", COACH), tmp_path / "saved.json"
    profile = written(tmp_path / "me.json", scenario())
    given = ("week", "--profile", profile, "--calendar", source)
    shown = call(*given, "--save", saved, columns=200).stdout
    assert "Fri 20 Nov  Quality run, 4.8 km (a guess)" in shown
    assert "Sun 22 Nov  Long run, 16 km\n" in shown
    runs = {day["day"]: day["run"] for day in data(*given)["week"]["days"] if day["run"]}
    assert {day: run["guessed"] for day, run in runs.items()} == {
        "2026-11-20": True,
        "2026-11-22": False,
        "2026-11-24": False,
    }
    assert json.loads(call("replay", saved).stdout)["week"]["days"][0]["run"]["guessed"]
    held = call("check", saved, "-", given=call("replay", saved).stdout)
    assert (held.returncode, held.stdout) == (0, "No violation.\n")


def test_a_calendar_is_shown_in_malay(tmp_path: Path) -> None:
    source = written(tmp_path / "coach.ics", COACH)
    done = call("calendar", "show", source, "--now", NOW, "--lang", "ms", columns=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert "6 dirancang dari Jum 20 Nov hingga Kha 17 Dis 2026" in done.stdout
    assert "'Long Run - 16km': jenis daripada 'Long Run', jarak daripada '16km'" in done.stdout
    assert "dibatalkan: Rest Day" in done.stdout
    assert "'budget' dalam tajuknya: dianggap temu janji lain" in done.stdout
    english = call("calendar", "show", source, "--now", NOW, "--json", "--lang", "ms").stdout
    assert english == call("calendar", "show", source, "--now", NOW, "--json").stdout
    assert "guessed" not in english
