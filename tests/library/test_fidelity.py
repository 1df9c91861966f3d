"""Every number of every entry, routine, slot and clinic, against a table read off the articles by hand."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstride.knowledge import load
from backstride.knowledge.schema.exercise import SourceDose
from backstride.knowledge.schema.routine import RoutineItem
from library.articles import articles, plain

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("fidelity.yaml").read_text(encoding="utf-8"))
ENTRIES = {row["entry"]: row for row in TABLE["entries"]}
NUMBERS = ("sets", "reps", "hold_s", "rest_s", "duration_s", "per_week")
ROUTINES = {"S0": "s0_around_a_run", "S1": "s1_seven", "S2": "s2_ten", "S3": "s3_cool_down"} | {
    "S3_table": "s3_table",
    "S4": "s4_three",
}


@cache
def doses() -> dict[str, tuple[str, SourceDose]]:
    """Each entry's exercise and dose in the library; fails where an entry stands twice."""
    found = [(d.entry, (e.id, d)) for e in load().exercises.values() for d in e.doses]
    assert len(found) == len(dict(found))
    return dict(found)


def test_the_table_has_all_entries_of_the_articles() -> None:
    assert len(TABLE["entries"]) == len(ENTRIES) == 36
    by_source = [row["source"] for row in ENTRIES.values()]
    assert {source: by_source.count(source) for source in by_source} == {
        "S0": 3,
        "S1": 7,
        "S2": 10,
        "S3": 13,
        "S4": 3,
    }
    # One number for each exercise, with a letter from its second entry on.
    assert {int(re.sub(r"\D", "", entry)) for entry in ENTRIES} == set(range(1, 28))
    assert len({row["exercise"] for row in ENTRIES.values()}) == 27


def test_every_entry_stands_once_in_the_library_and_no_other() -> None:
    assert set(doses()) == set(ENTRIES)
    assert {e for e, _ in doses().values()} == set(load().exercises)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entrys_numbers(entry: str) -> None:
    row = ENTRIES[entry]
    exercise, dose = doses()[entry]
    assert (exercise, dose.source) == (row["exercise"], row["source"])
    assert plain(dose.name) == plain(row["name"])
    assert {f: getattr(dose, f) for f in NUMBERS} == {f: tuple(row[f]) if f in row else None for f in NUMBERS}
    assert dose.sides == row.get("sides")
    assert set(dose.timing) == set(row.get("timing", ()))


@pytest.mark.parametrize("entry", [entry for entry, row in ENTRIES.items() if row.get("blanket")])
def test_the_one_hold_for_all_is_told_as_such(entry: str) -> None:
    assert ENTRIES[entry]["hold_s"] == TABLE["week"]["S3_every_stretch_s"]["value"]
    assert "blanket" in doses()[entry][1].note


def test_the_distance_from_the_wall() -> None:
    row = ENTRIES["7"]
    (low, high), (low_cm, high_cm) = row["wall_in"], row["wall_cm"]
    assert [int(inches * 2.54) for inches in row["wall_in"]] == row["wall_cm"]
    wall_sit = load().exercises["wall_sit"]
    assert f"{low} to {high} inches ({low_cm} to {high_cm} cm)" in wall_sit.doses[0].note
    assert f"{low_cm} to {high_cm} cm" in wall_sit.steps[0]


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_routine_keeps_its_articles_order(routine: str) -> None:
    assert [item.exercise for item in load().routines[ROUTINES[routine]].items] == TABLE["routines"][routine]


def test_the_table_names_every_routine() -> None:
    assert set(ROUTINES.values()) == set(load().routines)


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_routines_times_a_week(routine: str) -> None:
    rows = [row for row in ENTRIES.values() if row["source"] == routine[:2] and "per_week" in row]
    (wanted,) = {tuple(row["per_week"]) for row in rows} or {None}
    assert load().routines[ROUTINES[routine]].per_week == wanted


def test_minutes_and_times_a_week_are_the_parameters() -> None:
    rules = load().rules()
    week = {name: row["value"] for name, row in TABLE["week"].items()}
    assert [60 * m for m in week["S2_after_easy_run_min"]] == [*rules.series("slot.post_run_easy_strength_s")]
    assert [60 * m for m in week["S2_cross_training_day_min"]] == [*rules.series("slot.cross_s")]
    times = [rules.whole("strength.target_many_runs"), rules.whole("strength.per_week")]
    assert times == week["S2_times_a_week"]
    assert all(row["per_week"] == times for row in ENTRIES.values() if row["source"] == "S2")


def test_when_to_seek_help_is_asked_and_told() -> None:
    question = load().questions["C6"]
    assert "S2" in question.sources
    assert TABLE["week"]["S2_seek_help_after_weeks"]["value"] == [1, 2]
    assert "one to two weeks" in question.why
    assert "two weeks" in question.text


def test_the_clinics() -> None:
    fields = ("name", "address", "phone", "whatsapp")
    found = [{f: getattr(clinic, f) for f in fields} for clinic in load().clinics.values()]
    assert sorted(found, key=lambda c: str(c["phone"])) == sorted(TABLE["clinics"], key=lambda c: c["phone"])
    assert {clinic.source for clinic in load().clinics.values()} == {"S0"}


@pytest.mark.parametrize("row", TABLE["clinics"], ids=lambda row: row["name"])
def test_a_whatsapp_number_is_the_phone_number_abroad(row: dict[str, str]) -> None:
    assert row["whatsapp"] == "60" + re.sub(r"\D", "", row["phone"]).removeprefix("0")


def test_the_table_stands_in_the_articles() -> None:
    text = {source: plain(article) for source, article in articles().items()}
    printed = [(row["source"], words) for row in ENTRIES.values() for words in (*row["printed"], row["name"])]
    printed += [(name[:2], row["printed"]) for name, row in TABLE["week"].items()]
    printed += [("S0", row[field]) for row in TABLE["clinics"] for field in ("name", "phone", "address")]
    assert [(source, words) for source, words in printed if plain(words) not in text[source]] == []


LINES = [(routine, item) for routine, name in ROUTINES.items() for item in load().routines[name].items]


@pytest.mark.parametrize(("routine", "item"), LINES, ids=lambda x: getattr(x, "exercise", x))
def test_a_routines_numbers_are_its_articles_or_marked_ours(routine: str, item: RoutineItem) -> None:
    (row,) = (r for r in ENTRIES.values() if (r["source"], r["exercise"]) == (routine[:2], item.exercise))
    dose = item.dose
    # A single hold in each set: the article's repetitions are the sets.
    holds = dose.hold_s is not None and dose.reps in (None, 1)
    theirs = {
        "sets": within(dose.sets, row, "reps" if holds else "sets")
        or (dose.sets == 1 and "sets" not in row and not (holds and "reps" in row)),
        "repetitions": holds or within(dose.reps, row, "reps"),
        "hold": within(dose.hold_s, row, "hold_s"),
        "time": within(dose.duration_s, row, "duration_s", "hold_s"),
        "rest": within(dose.rest_s or None, row, "rest_s"),
        "side": not dose.per_side or row.get("sides") in ("each", "switch", "alternate"),
    }
    ours = " ".join(item.ours).lower().replace("each leg", "side")
    assert [name for name, is_theirs in theirs.items() if not is_theirs and name not in ours] == []


def within(value: int | None, row: dict[str, Any], *fields: str) -> bool:
    """Whether a number, where there is one, lies in one of the row's ranges."""
    return value is None or any(row[f][0] <= value <= row[f][1] for f in fields if f in row)
