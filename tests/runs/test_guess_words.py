"""What a description adds, what fields of their own say, the long run by size, and texts meant to do harm."""

from datetime import date, timedelta
from time import perf_counter

import pytest

from backstride.runs.guess.guess import guess
from backstride.runs.guess.plan import plan_of
from backstride.runs.guess.text import folded, plain
from backstride.runs.guess.values import Entry, Event, NotTaken

DAY = date(2026, 11, 23)  # a Monday


def read(title: str, description: str = "", **fields: float) -> Entry:
    found = guess(Event(DAY, title, description, **fields))
    assert isinstance(found, Entry), found
    return found


def test_planned_amounts_in_a_description_are_sure() -> None:
    found = read(
        "Run: Threshold", "Planned Time: 1:00:00\nPlanned Distance: 6.21 mi\nDescription: 2 x 15 min"
    )
    assert (found.planned.kind, found.planned.distance_m, found.planned.duration_s) == ("quality", 9994, 3600)
    assert found.sure


@pytest.mark.parametrize(
    ("title", "description", "kind", "metres"),
    [
        ("Tuesday session", "Warm up 2 km, 10 x 400m, cool down 2 km", "quality", 8000),
        ("W5 Sunday", "18 km easy long run, no faster than 6:10/km", "long", 18_000),
        ("8km", "8km easy run at a conversational pace", "easy", 8000),
        ("Run", "6:10/km. 8 km", "easy", 8000),
        ("Workout", "Distance: 12 km<br>Notes: fun", "easy", 12_000),
        ("Easy Run", "<p>8km</p>&nbsp;relaxed", "easy", 8000),
        ("Easy Run", "2 km slow, then 6 km, or 10 km if fresh", "easy", None),
    ],
)
def test_a_description_helps_and_makes_it_a_guess(
    title: str, description: str, kind: str, metres: float | None
) -> None:
    found = read(title, description)
    assert (found.planned.kind, found.planned.distance_m) == (kind, metres)
    assert found.sure is (metres is None)


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Budget", "We run 5 reports"),
        ("Coffee", "it is 5 km away"),
        ("Training", "about data protection"),
        ("Quarterly goals", "a marathon, not a sprint"),
        ("", ""),
    ],
)
def test_a_description_alone_seldom_makes_a_session(title: str, description: str) -> None:
    assert isinstance(guess(Event(DAY, title, description, lasts_s=3600)), NotTaken)


def test_the_time_set_aside_is_a_duration_where_nothing_else_is() -> None:
    found = read("Easy run", lasts_s=2700)
    assert found.planned.duration_s == 2700
    assert not found.sure
    assert read("Easy run 8 km", lasts_s=2700).planned.duration_s is None
    assert read("Easy run 40 min", lasts_s=2700).planned.duration_s == 2400
    assert read("Easy run", lasts_s=12 * 3600).planned.duration_s is None
    assert read("Rest", lasts_s=3600).planned.duration_s is None


def test_fields_of_their_own_come_before_words() -> None:
    found = read("Easy 5 km", distance_m=8000, duration_s=2880)
    assert (found.planned.distance_m, found.planned.duration_s, found.sure) == (8000, 2880, True)
    assert read("Sunday", distance_m=16_000).planned.kind == "easy"
    assert isinstance(guess(Event(DAY, "Team meeting", distance_m=None)), NotTaken)


def week(*titles: str) -> list[str]:
    events = [Event(DAY + timedelta(days=n), title) for n, title in enumerate(titles)]
    return [entry.planned.kind for entry in plan_of(events, today=DAY, long_ratio=1.3).entries]


def test_the_longest_run_of_a_week_without_a_long_run_is_one() -> None:
    assert week("Run 6 km", "Run 8 km", "Run 10.4 km") == ["easy", "easy", "long"]
    assert week("Run 6 km", "Run 8 km", "Run 9 km") == ["easy", "easy", "easy"]
    assert week("Run 6 km", "Easy run 8 km", "Easy run 16 km") == ["easy", "easy", "easy"]
    assert week("Run 6 km", "Run 20 km", "Long run 16 km") == ["easy", "easy", "long"]
    assert week("Run 20 km") == ["easy"]
    assert week("Run 30 min", "Run 60 min") == ["easy", "long"]
    assert week("Run 5 km", "Run", "Run 12 km") == ["easy", "easy", "easy"]


def test_a_plan_begins_today_but_knows_the_week_so_far() -> None:
    events = [Event(DAY, "Run 6 km"), Event(DAY + timedelta(days=5), "Run 12 km")]
    plan = plan_of(events, today=DAY + timedelta(days=3), long_ratio=1.3)
    assert [(entry.planned.day.day, entry.planned.kind) for entry in plan.entries] == [(28, "long")]
    assert plan.entries[0].guess is not None
    assert "longest of its week" in plan.entries[0].guess.kind.words


def test_texts_are_made_plain() -> None:
    assert plain("a\x1b[31m\u202eb\n\tc", 100) == "a[31mb c"
    assert plain("<b>8&nbsp;km</b> <3", 100) == "; 8 km; <3"
    assert plain("x" * 1000, 10) == "x" * 10
    text = "Fractionné – 10×400m İ ß ½"
    assert len(folded(text)) == len(text)
    assert folded(text).startswith("fractionne - 10x400m")


@pytest.mark.parametrize(
    "text",
    [
        "1-" * 3000,
        "10 x " * 2000,
        "5 km " * 1000,
        "1:" * 4000,
        "<a" * 4000,
        "half " * 2000,
        "distance: " * 900,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    begin = perf_counter()
    guess(Event(DAY, text, text))
    assert perf_counter() - begin < 1
