"""A calendar in: shown with its guesses, mended by hand, given back, and named by the week."""

import json
from pathlib import Path
from typing import Any

import pytest

from acceptance.calling import NOW, call, scenario, written
from acceptance.test_bad_input import refused
from runs.calendars_written import event, ics

COACH = ics(
    event("Easy run 6 km", ";TZID=Asia/Kuala_Lumpur:20260901T060000", "RRULE:FREQ=WEEKLY;BYDAY=TU", uid="1"),
    event("Long Run - 16km", ";VALUE=DATE:20261122", uid="2"),
    event("[bold red]Intervals[/] 6x800 \x1b[31m", ":20261119T230000Z", uid="3"),
    event("Budget [link=https://example.org]meeting[/link]", ":20261123T020000Z", uid="4"),
    event("Rest Day", ";VALUE=DATE:20261125", "STATUS:CANCELLED", uid="5"),
)


def shown(source: Path, *more: str) -> Any:
    return call("calendar", "show", source, "--now", NOW, *more, columns=100)


def week_with(tmp_path: Path, source: Path | str) -> tuple[str, Any]:
    """What the week says, and its days that have a run."""
    profile = written(tmp_path / "me.json", scenario())
    text = call("week", "--profile", profile, "--calendar", source, columns=200)
    assert (text.returncode, text.stderr) == (0, "")
    data = call("week", "--profile", profile, "--calendar", source, "--json")
    days = json.loads(data.stdout)["week"]["days"]
    return text.stdout, {
        day["day"]: (day["run"]["kind"], day["run"]["distance_m"]) for day in days if day["run"]
    }


def test_each_session_with_its_words_and_what_was_left_out(tmp_path: Path) -> None:
    done = shown(written(tmp_path / "coach.ics", COACH))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "Sun 22 Nov  Long run, 16 km\n  'Long Run - 16km': kind from 'Long Run', distance from '16km'"
        in done.stdout
    )
    assert "Fri 20 Nov  Quality run, 4.8 km  (a guess)" in done.stdout
    assert "distance from '6x800' (a guess)" in done.stdout
    assert done.stdout.count("Easy run, 6 km") == 4
    assert "Left out: 2" in done.stdout
    assert "cancelled: Rest Day (Wed 25 Nov)" in done.stdout
    # Titles are other people's text: shown as they are, and nothing in them is obeyed.
    assert "'[bold red]Intervals[/] 6x800 [31m'" in done.stdout
    assert "Budget [link=https://example.org]meeting[/link]" in " ".join(done.stdout.split())
    assert "\x1b" not in done.stdout


def test_the_guesses_can_be_mended_and_given_back(tmp_path: Path) -> None:
    source = written(tmp_path / "coach.ics", COACH)
    data = json.loads(shown(source, "--json").stdout)
    first = data["calendar"][0]
    assert first["guess"]["distance"] == {"from": "6x800", "sure": False}
    assert [item["reason"] for item in data["left_out"]][1] == "cancelled"
    first["distance_m"] = 9000
    mended = written(tmp_path / "mended.json", data)
    text, runs = week_with(tmp_path, mended)
    assert runs["2026-11-20"] == ("quality", 9000)
    assert runs["2026-11-22"] == ("long", 16_000)
    assert "Guessed" not in text
    assert "a guess" not in shown(mended).stdout


def test_the_week_and_today_say_that_runs_were_guessed(tmp_path: Path) -> None:
    source = written(tmp_path / "coach.ics", COACH)
    text, runs = week_with(tmp_path, source)
    assert runs == {
        "2026-11-20": ("quality", 4800),
        "2026-11-22": ("long", 16_000),
        "2026-11-24": ("easy", 6000),
    }
    assert "6 sessions from today on, 2 events left out" in text
    assert "Guessed from their titles: Fri 20 Nov (" in text
    today = call("today", "--profile", tmp_path / "me.json", "--calendar", source, columns=200)
    assert "Guessed from its title" in today.stdout


def test_a_spreadsheet_of_a_coach(tmp_path: Path) -> None:
    table = (
        "\ufeffEinheit;Datum;Strecke (km);Puls\nLanger Lauf;22.11.2026;18,5;140\nBesprechung;23.11.2026;;\n"
    )
    source = written(tmp_path / "plan.csv", table)
    text, runs = week_with(tmp_path, source)
    assert runs == {"2026-11-22": ("long", 18_500)}
    assert "the column 'Puls' is not used" in text
    assert "Besprechung" in shown(source).stdout


def test_the_kind_of_file_is_seen_where_the_name_does_not_tell(tmp_path: Path) -> None:
    done = call("calendar", "show", "-", "--now", NOW, given=COACH)
    assert (done.returncode, done.stderr) == (0, "")
    assert "in standard input" in done.stdout
    nameless = written(tmp_path / "plan", '[{"day": "2026-11-21", "kind": "easy"}]')
    assert "Sat 21 Nov  Easy run" in shown(nameless).stdout


def test_a_calendar_without_training_says_so(tmp_path: Path) -> None:
    source = written(tmp_path / "work.ics", ics(event("Team meeting", ":20261123T020000Z")))
    done = shown(source)
    assert (done.returncode, done.stderr) == (1, "")
    assert "0 planned" in done.stdout
    text, runs = week_with(tmp_path, source)
    assert runs == {}
    assert "nothing planned from today on" in text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("plan.ics", "Easy run tomorrow", "BEGIN:VCALENDAR"),
        ("plan.ics", "<!DOCTYPE html><html>", "web page"),
        ("plan.ics", ics(event("Tempo", ":20261399T000000")), "impossible date"),
        ("plan.csv", "day,kind\n13/25/2026,easy\n", "line 2: day"),
        ("plan.csv", "title,notes\nEasy,x\n", "columns day and kind"),
        ("plan.json", '{"calendar": [{"day": "2026-11-21", "kind": "easy", "gess": 1}]}', "0.gess"),
        ("plan.json", "[" * 100_000, "plan.json"),
        ("plan", "", "BEGIN:VCALENDAR"),
    ],
)
def test_what_is_no_calendar(tmp_path: Path, name: str, content: str, reason: str) -> None:
    refused(shown(written(tmp_path / name, content)), name, reason)


def test_a_calendar_of_fifty_megabytes(tmp_path: Path) -> None:
    large = tmp_path / "large.ics"
    with large.open("w") as file:
        file.write("BEGIN:VCALENDAR\n")
        for number in range(45):
            file.write((event(uid=str(number)) + "\n") * 9000)
    assert large.stat().st_size > 30_000_000
    refused(shown(large), "large.ics", "20 MiB")


def test_addresses_that_are_not_fetched() -> None:
    refused(call("calendar", "show", "file:///etc/hosts"), "only http, https and webcal")
    refused(call("calendar", "show", "ftp://example.org/x.ics"), "only http, https and webcal")
    refused(call("calendar", "show", "https://me:secret@example.org/x.ics"), "not sent")
