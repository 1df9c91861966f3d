"""Routines as their articles wrote them, with the time that each line takes."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from backstride.knowledge import Library
from backstride.knowledge.routine_time import RoutineTime, routine_time
from backstride.knowledge.schema.routine import Routine, RoutineItem
from backstride.web.models import Runner
from backstride.web.telling.cited import Cited, Sure, cited, sure
from backstride.web.telling.figures import figure_address
from backstride.wording import often_words, routine_line_words, slot_words, slots_words, source_dose_words


@dataclass(frozen=True)
class RoutineCard:
    """A routine in a list: how many exercises, whole minutes, when and how often in words."""

    id: str
    name: str
    count: int
    minutes: int
    when: str
    often: str
    sources: tuple[Cited, ...]
    followed: bool


@dataclass(frozen=True)
class LineTold:
    """A line: its exercise, the dose as it is done and as the article gives it, and its seconds."""

    exercise: str
    name: str
    figure: str
    when: str
    dose: str
    seconds: int
    given: tuple[str, ...]
    notes: tuple[str, ...]
    ours: tuple[str, ...]


@dataclass(frozen=True)
class PartTold:
    """A time of day with the minutes (rounded up) and seconds that it takes."""

    when: str
    minutes: int
    seconds: int


@dataclass(frozen=True)
class RoutineTold:
    """A routine's page; `change_s` are the seconds counted for getting to each line."""

    card: RoutineCard
    lines: tuple[LineTold, ...]
    parts: tuple[PartTold, ...]
    note: str
    time_note: str
    dose_note: str
    sure: Sure


def followed(runner: Runner | None, library: Library) -> str:
    """The id of the routine that a runner's weeks follow; empty for composed weeks."""
    named = (runner.profile.get("routine") or "") if runner is not None else ""
    return library.routine_names.get(named, "")


def routine_card(routine: Routine, library: Library, *, now: str) -> RoutineCard:
    """A line of the list; `now` is the routine that is followed."""
    return RoutineCard(
        id=routine.id,
        name=str(capfirst(library.word(routine.name))),
        count=len(routine.items),
        minutes=_time(routine, library).minutes,
        when=slots_words(routine.slots, library.word),
        often=str(capfirst(often_words(routine, library.word))) or _("How often is not said"),
        sources=cited((routine.source,), library),
        followed=routine.id == now,
    )


def routine_told(routine: Routine, library: Library, *, now: str) -> RoutineTold:
    """All of a routine, in the article's order."""
    time = _time(routine, library)
    return RoutineTold(
        card=routine_card(routine, library, now=now),
        lines=tuple(
            _line(item, routine, seconds, library)
            for item, seconds in zip(routine.items, time.lines, strict=True)
        ),
        parts=tuple(
            PartTold(slots_words(part.slots, library.word), part.minutes, part.seconds) for part in time.parts
        ),
        note=routine.note,
        time_note=library.message("cli.routine_time", {"change": _change_s(library)}),
        dose_note=library.message("cli.routine_ours", {}),
        sure=sure(routine.grade, library),
    )


def _line(item: RoutineItem, routine: Routine, seconds: int, library: Library) -> LineTold:
    exercise = library.exercises[item.exercise]
    doses = [dose for dose in exercise.doses if dose.source == routine.source]
    return LineTold(
        exercise=exercise.id,
        name=exercise.name,
        figure=figure_address(exercise, "thumb"),
        when=slot_words(item.slot, library.word) if item.slot is not None else "",
        dose=routine_line_words(item, library.word),
        seconds=seconds,
        given=tuple(source_dose_words(dose, library.word) for dose in doses),
        notes=tuple(dose.note for dose in doses if dose.note),
        ours=item.ours,
    )


def _time(routine: Routine, library: Library) -> RoutineTime:
    return routine_time(routine, library.exercises, change_s=_change_s(library))


def _change_s(library: Library) -> int:
    return library.rules().whole("session.change_s")
