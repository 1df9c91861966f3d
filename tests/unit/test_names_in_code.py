"""Sentences, numbers and sources that the code asks for are in the library, and none lies there unused."""

import re
from pathlib import Path
from string import Formatter

import pytest

from backstride.knowledge import load
from backstride.lessons import GRAVITY
from backstride.terms import TIERS, WEEKDAYS, Grade

PACKAGE = Path(__file__).parents[2] / "src" / "backstride"
CODE = "\n".join(file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.py")))
LITERALS = set(re.findall(r'(?<![fr])"([a-z_]+\.[A-Za-z0-9_.]+)"', CODE))
TEMPLATES = set(re.findall(r"""f["']([a-z_]+\.[a-z_.]*\{[^"'{}]+\}[a-z_]*)["']""", CODE))

GRADES = Grade.__args__  # type: ignore[attr-defined]
BLOCKS = ("race_day", "before_race", "hard_run", "before_hard_run", "too_soon", "rest_day")
SHORTFALLS = ("strength", "warm_up", "cross", "reported", "hard_sets")

# What a key built at run time can become.
BUILT = {
    "calendar.{runs.origin}": ("calendar.given", "calendar.inferred", "calendar.none"),
    "cue.{side}": ("cue.left", "cue.right"),
    "day.{weekday(d.day)}": tuple(f"day.{day}" for day in WEEKDAYS),
    "do.hurts_{light}": ("do.hurts_green", "do.hurts_amber", "do.hurts_red"),
    "due.{name}": ("due.flare", "due.leg", "due.night"),
    "item.{cause}": ("item.tight", "item.weak", "item.desk"),
    "lesson.{signal}": tuple(f"lesson.{signal}" for signal in GRAVITY),
    "light.after_{response}": ("light.after_amber", "light.after_red"),
    "light.during_{light}": ("light.during_amber", "light.during_red"),
    "routine.{cause}": tuple(f"routine.{cause}" for cause in ("minutes", "ruled_out", "blocked")),
    "kind.{day.kind}": ("kind.long", "kind.quality", "kind.race"),
    "run.unknown_{self.caution.hold}": ("run.unknown_amber", "run.unknown_red", "run.unknown_soon"),
    "run.within_{self.caution.hold}": ("run.within_amber", "run.within_red", "run.within_soon"),
    "short.{self._why_short(short)}": tuple(
        f"short.{cause}" for cause in ("deload", "first_week", "growth", "few_exercises", "worth")
    ),
    "run.hold_{self.caution.hold}": ("run.hold_amber", "run.hold_red", "run.hold_soon"),
    "short.{cause}": tuple(
        f"short.{cause}"
        for cause in (
            *BLOCKS,
            *("no_minutes", "no_exercise", "spacing", "few_minutes", "minutes_elsewhere", "no_standing"),
        )
    ),
    "short.{key}_got": tuple(f"short.{key}_got" for key in SHORTFALLS),
    "short.{key}_wanted": tuple(f"short.{key}_wanted" for key in SHORTFALLS),
    "start.level_{known.scenario.runner.experience}": (
        "start.level_new",
        "start.level_regular",
        "start.level_experienced",
    ),
    "triage.advice_{tier}": tuple(f"triage.advice_{tier}" for tier in TIERS),
    "cli.grade.{grade}": tuple(f"cli.grade.{grade}" for grade in GRADES),
    "cli.stop_{kind}": ("cli.stop_emergency", "cli.stop_urgent", "cli.stop_young"),
}
# The same templates over other variables, and text that only looks like a key.
ALIKE = {
    "cli.grade.{lesson.grade}": "cli.grade.{grade}",
    "day.{weekday(day)}": "day.{weekday(d.day)}",
    "day.{weekday(day.day)}": "day.{weekday(d.day)}",
    "day.{weekday(days[g.day].day)}": "day.{weekday(d.day)}",
    "day.{weekday(self.known.week[day])}": "day.{weekday(d.day)}",
    "kind.{self.calendar.kind(old)}": "kind.{day.kind}",
    "start.level_{runner.experience}": "start.level_{known.scenario.runner.experience}",
    "start.level_{self.known.scenario.runner.experience}": "start.level_{known.scenario.runner.experience}",
}
NO_KEYS = {
    "light.morning",  # the beginning of three keys
    "triage.advice",  # fields of a decision
    "triage.ask",
    "triage.reasons",
    "triage.safety_net",
    "triage.tier",
}
# Paths of a scenario and of modules.
NO_TEMPLATES = ("django.", "lessons_read.", "parts.", "runner.", "screening.", "sessions.", "week.")
# Numbers that the texts of the questions hold in words.
IN_WORDS = {"triage.safety_first_call_hours", "triage.soon_weeks"}


def keys() -> set[str]:
    """Every key that the code can ask for."""
    return LITERALS | {key for built in BUILT.values() for key in built}


def test_every_key_built_at_run_time_is_listed() -> None:
    known = {t for t in TEMPLATES if not t.startswith(NO_TEMPLATES)}
    assert known == set(BUILT) | set(ALIKE)
    assert set(ALIKE.values()) <= set(BUILT)


def test_every_name_in_code_is_in_the_library() -> None:
    library = load()
    names = {*library.messages, *library.parameters}
    families = {name.partition(".")[0] for name in names}
    asked = {key for key in keys() if key.partition(".")[0] in families}
    assert asked - names - NO_KEYS == set()


def test_every_sentence_of_the_library_is_used() -> None:
    assert set(load().messages) - keys() == set()


def test_every_number_of_the_library_is_used() -> None:
    assert set(load().parameters) - keys() == IN_WORDS


def test_every_source_that_the_code_cites_is_in_the_library() -> None:
    cited = set(re.findall(r'"(S\d|[A-Z]{3,}_?[A-Z]*\d{2,4})"', CODE))
    assert cited
    assert cited - set(load().sources) == set()


@pytest.mark.parametrize("key", load().messages)
def test_the_places_to_fill_in_a_sentence_are_plain_names(key: str) -> None:
    fields = [field for _, field, _, _ in Formatter().parse(load().messages[key]) if field is not None]
    assert all(field.isidentifier() for field in fields)


def test_a_number_without_a_source_is_called_ours() -> None:
    assert [p.id for p in load().parameters.values() if not p.sources and p.grade != "ours"] == []
