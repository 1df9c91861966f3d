"""What each exercise is called on a watch: every pair of words and numbers held against the FIT profile."""

import pytest
from fitdecode.profile import FIELD_TYPES

from backstride.knowledge import load
from backstride.knowledge.schema.watch import WatchName

CATEGORIES = FIELD_TYPES["exercise_category"].enum
NAMED = [name for name in load().watch_names.values() if name.match != "none"]


def exercises_of(category: str) -> dict[int, str]:
    """The profile's exercise names of a category, by number."""
    return dict(FIELD_TYPES[f"{category}_exercise_name"].enum)


def test_every_exercise_has_a_row_and_no_other() -> None:
    library = load()
    assert sorted(library.watch_names) == sorted(library.exercises)
    assert len(library.watch_names) == 27


@pytest.mark.parametrize("row", NAMED, ids=lambda row: row.exercise)
def test_words_and_numbers_are_those_of_the_profile(row: WatchName) -> None:
    assert row.category is not None
    assert CATEGORIES[row.category_number] == row.category
    assert exercises_of(row.category)[row.name_number] == row.name


@pytest.mark.parametrize("row", load().watch_names.values(), ids=lambda row: row.exercise)
def test_a_row_has_all_four_or_none_of_them(row: WatchName) -> None:
    given = [v is not None for v in (row.category, row.category_number, row.name, row.name_number)]
    assert given == [row.match != "none"] * 4
    assert row.why.endswith(".")


def test_what_has_no_name_is_told_as_none() -> None:
    assert [n.exercise for n in load().watch_names.values() if n.match == "none"] == ["pelvic_tilt_standing"]
    tilts = [
        n
        for c in CATEGORIES.values()
        if f"{c}_exercise_name" in FIELD_TYPES
        for n in exercises_of(c).values()
    ]
    assert [name for name in tilts if "pelvic_tilt" in name] == []


def test_no_two_exact_names_are_the_same() -> None:
    exact = [(n.category, n.name) for n in load().watch_names.values() if n.match == "exact"]
    assert len(set(exact)) == len(exact)
    assert len(exact) >= 10


def test_a_weight_is_not_put_into_a_runners_hands() -> None:
    """A name that says weighted never stands for an exact match: ours begin without one."""
    weighted = [n for n in NAMED if "weighted" in str(n.name) or "dumbbell" in str(n.name)]
    assert [(n.exercise, n.match) for n in weighted] == [("single_leg_rdl", "nearest")]
