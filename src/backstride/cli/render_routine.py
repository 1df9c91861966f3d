"""Routines as a list, and one with every line of it."""

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from backstride.cli.page import Page
from backstride.cli.words import dose_words, grade_words, rest_words, slot_words, source_dose_words
from backstride.knowledge import Library
from backstride.knowledge.routine_time import RoutineTime, routine_time
from backstride.knowledge.schema.exercise import SourceDose
from backstride.knowledge.schema.routine import Routine, RoutineItem
from backstride.terms import Slot


def as_data(routine: Routine, library: Library) -> dict[str, Any]:
    """A routine as JSON data: its record, with seconds and words for each line, each part and in all."""
    time = _time(routine, library)
    data = routine.model_dump(mode="json")
    for item, line, seconds in zip(routine.items, data["items"], time.lines, strict=True):
        line["name"] = library.exercises[item.exercise].name
        line["seconds"] = seconds
        line["words"] = _words(item)
        line["source_doses"] = [dose.model_dump(mode="json") for dose in source_doses(item, routine, library)]
    data["parts"] = [
        {"slots": part.slots, "lines": part.lines, "seconds": part.seconds, "minutes": part.minutes}
        for part in time.parts
    ]
    return data | {"seconds": time.seconds, "minutes": time.minutes, "change_s": _change_s(library)}


def source_doses(item: RoutineItem, routine: Routine, library: Library) -> list[SourceDose]:
    """What the routine's own source says of a line's exercise."""
    return [dose for dose in library.exercises[item.exercise].doses if dose.source == routine.source]


def show_list(out: Console, library: Library) -> None:
    """A table of the routines; wider terminals see when each is done."""
    wide = out.width >= 100
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in ("Id", "Name", "Source", "Moves", *(("When",) if wide else ()), "How often", "Time"):
        table.add_column(name, no_wrap=name in ("Id", "Time"))
    for routine in library.routines.values():
        table.add_row(
            routine.id,
            routine.name,
            routine.source,
            str(len(routine.items)),
            *((_when(routine.slots),) if wide else ()),
            _often(routine) or "not said",
            f"{_time(routine, library).minutes} min",
        )
    out.print(table)
    out.print(f"{len(library.routines)} routines.")


def show_routine(out: Console, routine: Routine, library: Library) -> None:
    """All of a routine, in the article's order."""
    time = _time(routine, library)
    page = Page(out, library)
    page.cite((routine.source,), None)
    page.title(routine.name)
    page.line(f"{routine.id}; from {routine.source}; {time.minutes} min in all.", style="dim")
    page.line(f"When: {_when(routine.slots).lower()}.", style="dim")
    page.line(f"How often: {_often(routine) or 'the article does not say'}.", style="dim")
    page.heading("Line by line")
    for number, (item, seconds) in enumerate(zip(routine.items, time.lines, strict=True), 1):
        _line(page, routine, item, f"{number}. ", seconds)
    page.heading("Time")
    for part in time.parts:
        page.line(f"{_when(part.slots)}: {part.minutes} min ({part.seconds} s)")
    page.line(f"In all: {time.minutes} min ({time.seconds} s)")
    page.line(library.message("cli.routine_time", {"change": _change_s(library)}), style="dim")
    page.heading("How we read it")
    page.line(routine.note)
    page.line(library.message("cli.routine_ours", {}), style="dim")
    page.heading("Sources")
    for key in page.sources:
        source = library.sources[key]
        page.line(f"{key}  {source.title} ({grade_words(source.grade)})", hang=4, style="dim")


def _line(page: Page, routine: Routine, item: RoutineItem, number: str, seconds: int) -> None:
    name = page.library.exercises[item.exercise].name
    when = f", {slot_words(item.slot).lower()}" if item.slot is not None else ""
    page.line(f"{number}{name}{when}: {_words(item)} ({seconds} s)", hang=3)
    for dose in source_doses(item, routine, page.library):
        page.line(f"{dose.source}, {dose.name!r}: {source_dose_words(dose)}.", indent=3, style="dim")
        if dose.note:
            page.line(dose.note, indent=3, style="dim")
    if item.ours:
        page.line("Ours:", indent=3)
        page.bullets(item.ours, indent=3)


def _words(item: RoutineItem) -> str:
    dose = item.dose
    sides = "changing sides every time" if item.alternate else ""
    return ", ".join(filter(None, (dose_words(dose), sides, rest_words(dose))))


def _when(slots: tuple[Slot, ...]) -> str:
    return ", ".join(slot_words(slot) if n == 0 else slot_words(slot).lower() for n, slot in enumerate(slots))


def _often(routine: Routine) -> str:
    if routine.every_run:
        return "with every run"
    if routine.per_week is None:
        return ""
    low, high = routine.per_week
    return f"{low} to {high} times a week" if low != high else f"{low} times a week"


def _time(routine: Routine, library: Library) -> RoutineTime:
    return routine_time(routine, library.exercises, change_s=_change_s(library))


def _change_s(library: Library) -> int:
    return library.rules().whole("session.change_s")
