"""Exercises as a list, and one with all that is known of it."""

from collections.abc import Iterable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from backstride.cli.page import Page
from backstride.cli.words import dose_words, grade_words, rest_words, slot_words
from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Exercise, Range, SourceDose

_SIDES = {
    "each": "each side",
    "alternate": "alternating sides",
    "switch": "change sides",
    "none": "both at once",
}


def as_data(exercise: Exercise) -> dict[str, Any]:
    """An exercise as JSON data."""
    return exercise.model_dump(mode="json")


def show_list(out: Console, exercises: Iterable[Exercise], library: Library) -> None:
    """A table of exercises; wider terminals see more."""
    found = list(exercises)
    wide = out.width >= 100
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in ("Id", "Name", "Position", "Kind", *(("For", "Needs") if wide else ()), "Sources"):
        table.add_column(name, no_wrap=name == "Id", min_width=13 if name == "Name" else None)
    for exercise in found:
        first = sorted(exercise.regions, key=lambda r: -exercise.regions[r])[:2]
        more = (
            ", ".join(library.regions[r].name.lower() for r in first),
            ", ".join(exercise.equipment) or "-",
        )
        table.add_row(
            exercise.id,
            exercise.name,
            exercise.position.replace("_", " "),
            exercise.quality.replace("_", " "),
            *(more if wide else ()),
            ", ".join(dict.fromkeys(dose.source for dose in exercise.doses)),
        )
    if found:
        out.print(table)
    out.print(f"{len(found)} of {len(library.exercises)} exercises.")


def show_exercise(out: Console, exercise: Exercise, library: Library) -> None:
    """All that is known of an exercise."""
    page = Page(out, library)
    page.title(exercise.name)
    kind = exercise.quality.replace("_", " ")
    equipment = ", ".join(exercise.equipment) or "nothing"
    page.line(
        f"{exercise.id}; {exercise.position.replace('_', ' ')}; {kind}; needs {equipment}.", style="dim"
    )
    if exercise.aliases:
        page.line(f"Also called {', '.join(exercise.aliases)}.", style="dim")
    page.line(f"When: {', '.join(slot_words(slot).lower() for slot in exercise.slots)}.", style="dim")
    regions = ", ".join(
        f"{library.regions[r].name.lower()} {share:.0%}" for r, share in exercise.regions.items()
    )
    page.line(f"For: {regions}.", style="dim")
    page.heading("How")
    for number, step in enumerate(exercise.steps, 1):
        page.line(f"{number}. {step}", hang=3)
    page.heading("Cues")
    page.bullets(exercise.cues)
    page.line(exercise.breath)
    page.line(f"Where you feel it: {exercise.feel}")
    if exercise.faults:
        page.heading("Common faults")
        page.bullets(exercise.faults)
    page.heading("Take care")
    page.bullets(exercise.cautions)
    _contraindications(page, exercise)
    _doses(page, exercise)
    _ladder(page, exercise)
    page.heading("Why")
    page.line(exercise.why)
    if exercise.ours:
        page.heading("Our own choices")
        page.bullets(exercise.ours)
    _neighbours(page, exercise)
    page.heading("Sources")
    for key in dict.fromkeys((*exercise.sources, *page.sources)):
        source = library.sources[key]
        page.line(f"{key}  {source.title} ({grade_words(source.grade)})", hang=4, style="dim")


def _contraindications(page: Page, exercise: Exercise) -> None:
    if not exercise.contraindications:
        return
    page.heading("Left out of your week if you said yes or unsure to")
    for entry in exercise.contraindications:
        page.cite(entry.sources, None)
        page.bullets([f"{entry.question}: {page.library.questions[entry.question].text}"])
        page.line(f"{entry.why} [{_grade(entry.grade)}]", indent=2, style="dim")


def _doses(page: Page, exercise: Exercise) -> None:
    page.heading("What each source says")
    for dose in exercise.doses:
        page.cite((dose.source,), None)
        page.bullets([f"{dose.source}, {dose.name!r}: {source_dose_words(dose)}."])
        if dose.note:
            page.line(dose.note, indent=2, style="dim")
    page.heading("What we make of it")
    page.line(exercise.resolution)


def _ladder(page: Page, exercise: Exercise) -> None:
    page.heading("Levels")
    for number, level in enumerate(exercise.ladder):
        page.cite(level.sources, None)
        dose = ", ".join(filter(None, (dose_words(level), rest_words(level))))
        page.line(
            f"{number}. {level.variant}: {dose} [{', '.join(level.sources)}; {_grade(level.grade)}]", hang=3
        )
        page.line(level.why, indent=3, style="dim")


def _neighbours(page: Page, exercise: Exercise) -> None:
    for what, key in (("Easier", exercise.easier), ("Harder", exercise.harder)):
        if key is not None:
            page.out.print()
            page.line(f"{what}: {page.library.exercises[key].name} ({key})")


def source_dose_words(dose: SourceDose) -> str:
    """A source's dose as it stands there, with what it does not say left out."""
    found = [
        _some(dose.sets, "set", "sets"),
        _some(dose.reps, "time", "times"),
        _some(dose.hold_s, "s hold"),
        _some(dose.duration_s, "s"),
        _SIDES[dose.sides] if dose.sides else "",
        _some(dose.rest_s, "s rest"),
        f"{_some(dose.per_week, 'time', 'times')} a week" if dose.per_week else "",
        ", ".join(slot_words(slot).lower() for slot in dose.timing),
    ]
    return ", ".join(filter(None, found)) or "no dose"


def _some(amount: Range | None, one: str, many: str | None = None) -> str:
    if amount is None:
        return ""
    low, high = amount
    word = one if high == 1 or many is None else many
    return f"{low} {word}" if low == high else f"{low} to {high} {word}"


def _grade(grade: Any) -> str:
    return "our choice" if grade == "ours" else grade_words(grade)
