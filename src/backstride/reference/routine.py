"""A routine's page: its lines in the source's order, with the dose there, ours, and the time it takes."""

from collections.abc import Iterator

from backstride.knowledge import Library
from backstride.knowledge.routine_time import RoutineTime, routine_time
from backstride.knowledge.schema.routine import Routine, RoutineItem
from backstride.reference.markdown import plain
from backstride.reference.page import Page
from backstride.wording import (
    often_words,
    routine_line_words,
    slot_words,
    slots_words,
    source_dose_words,
)


def routine_page(routine: Routine, library: Library) -> Page:
    """The page of a routine."""
    page = Page(f"routines/{routine.id}.md", library)
    page.title(routine.name, "Routines")
    page.bullets(_facts(page, routine))
    page.say(plain(routine.note))
    _lines(page, routine)
    _time(page, routine)
    page.heading("What is ours")
    page.say(plain(library.message("cli.routine_ours", {})))
    page.bullets(
        f"{page.exercise(item.exercise)}: {plain(' '.join(item.ours))}" for item in routine.items if item.ours
    )
    page.heading("Sources")
    page.source_list([routine.source])
    page.written_from(f"routines/{routine.id}.yaml")
    return page


def time_of(routine: Routine, library: Library) -> RoutineTime:
    """How long a routine takes under the newest rules."""
    return routine_time(routine, library.exercises, change_s=_change_s(library))


def _facts(page: Page, routine: Routine) -> Iterator[str]:
    yield f"**Id:** `{routine.id}`"
    yield f"**Source:** {page.source(routine.source)} ({page.grade(routine.grade)})"
    yield f"**When:** {slots_words(routine.slots).lower()}"
    yield f"**How often:** {often_words(routine) or 'the source does not say'}"
    yield f"**Time in all:** {time_of(routine, page.library).minutes} min"


def _lines(page: Page, routine: Routine) -> None:
    page.heading("In the source's order")
    seconds = time_of(routine, page.library).lines
    page.table(
        ("", "Exercise", "When", "Dose as the source gives it", "Dose as it is played", "Time"),
        (
            (
                str(number + 1),
                page.exercise(item.exercise),
                slot_words(item.slot).lower() if item.slot else "",
                _given(page, routine, item),
                routine_line_words(item),
                f"{seconds[number]} s",
            )
            for number, item in enumerate(routine.items)
        ),
    )


def _given(page: Page, routine: Routine, item: RoutineItem) -> str:
    doses = page.library.exercises[item.exercise].doses
    return "; ".join(source_dose_words(dose) for dose in doses if dose.source == routine.source)


def _time(page: Page, routine: Routine) -> None:
    time = time_of(routine, page.library)
    page.heading("Time")
    page.bullets(f"{slots_words(part.slots)}: {part.minutes} min ({part.seconds} s)" for part in time.parts)
    page.say(plain(page.library.message("cli.routine_time", {"change": _change_s(page.library)})))


def _change_s(library: Library) -> int:
    return library.rules().whole("session.change_s")
