"""Exercises as a list, and one with all that is known of it."""

from collections.abc import Iterable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from backstride.cli.page import Page
from backstride.cli.words import dose_words, grade_words, rest_words, slot_words, source_dose_words
from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Exercise


def as_data(exercise: Exercise) -> dict[str, Any]:
    """An exercise as JSON data."""
    return exercise.model_dump(mode="json")


def show_list(out: Console, exercises: Iterable[Exercise], library: Library) -> None:
    """A table of exercises; wider terminals see more."""
    found = list(exercises)
    wide, word = out.width >= 100, library.word
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in ("Id", "Name", "Position", "Kind", *(("For", "Needs") if wide else ()), "Sources"):
        table.add_column(word(name), no_wrap=name == "Id", min_width=13 if name == "Name" else None)
    for exercise in found:
        first = sorted(exercise.regions, key=lambda r: -exercise.regions[r])[:2]
        more = (
            ", ".join(library.regions[r].name.lower() for r in first),
            ", ".join(map(word, exercise.equipment)) or "-",
        )
        table.add_row(
            exercise.id,
            exercise.name,
            word(exercise.position.replace("_", " ")),
            word(exercise.quality.replace("_", " ")),
            *(more if wide else ()),
            ", ".join(dict.fromkeys(dose.source for dose in exercise.doses)),
        )
    if found:
        out.print(table)
    out.print(word("{found} of {all} exercises.", found=len(found), all=len(library.exercises)))


def show_exercise(out: Console, exercise: Exercise, library: Library) -> None:
    """All that is known of an exercise."""
    page, word = Page(out, library), library.word
    page.title(exercise.name)
    kind, position = (word(text.replace("_", " ")) for text in (exercise.quality, exercise.position))
    equipment = ", ".join(map(word, exercise.equipment)) or word("nothing")
    page.line(f"{exercise.id}; {position}; {kind}; {word('needs')} {equipment}.", style="dim")
    if exercise.aliases:
        page.line(f"{word('Also called')} {', '.join(exercise.aliases)}.", style="dim")
    slots = ", ".join(slot_words(slot, word).lower() for slot in exercise.slots)
    page.line(f"{word('When')}: {slots}.", style="dim")
    regions = ", ".join(
        f"{library.regions[r].name.lower()} {share:.0%}" for r, share in exercise.regions.items()
    )
    page.line(f"{word('For')}: {regions}.", style="dim")
    page.heading("How")
    for number, step in enumerate(exercise.steps, 1):
        page.line(f"{number}. {step}", hang=3)
    page.heading("Cues")
    page.bullets(exercise.cues)
    page.line(exercise.breath)
    page.line(f"{word('Where you feel it')}: {exercise.feel}")
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
        page.line(f"{key}  {source.title} ({grade_words(source.grade, word)})", hang=4, style="dim")


def _contraindications(page: Page, exercise: Exercise) -> None:
    if not exercise.contraindications:
        return
    page.heading("Left out of your week if you said yes or unsure to")
    for entry in exercise.contraindications:
        page.cite(entry.sources, None)
        page.bullets([f"{entry.question}: {page.library.questions[entry.question].text}"])
        page.line(f"{entry.why} [{_grade(page, entry.grade)}]", indent=2, style="dim")


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
        word = page.word
        dose = ", ".join(filter(None, (dose_words(level, word), rest_words(level, word))))
        sure = f"{', '.join(level.sources)}; {_grade(page, level.grade)}"
        page.line(f"{number}. {word(level.variant)}: {dose} [{sure}]", hang=3)
        page.line(level.why, indent=3, style="dim")


def _neighbours(page: Page, exercise: Exercise) -> None:
    for what, key in (("Easier", exercise.easier), ("Harder", exercise.harder)):
        if key is not None:
            page.out.print()
            page.line(f"{page.word(what)}: {page.library.exercises[key].name} ({key})")


def _grade(page: Page, grade: Any) -> str:
    return page.word("our choice") if grade == "ours" else grade_words(grade, page.word)
