"""The index of the reference."""

from typing import get_args

from backstride.knowledge import Library
from backstride.reference.markdown import link, plain
from backstride.reference.page import INDEX, LESSONS, NUMBERS, REGIONS, SCREENING, Page
from backstride.reference.routine import time_of
from backstride.terms import Grade

_RULES = {
    "H": "What no week may break",
    "L": "The pain light",
    "P": "Progression",
    "R": "What is said of the planned runs",
    "W": "A week without a calendar",
    "O": "What is wanted from a week, the first before the second",
}


def index_page(library: Library) -> Page:
    """The index: every page, and how to read what they say of their evidence."""
    page = Page(INDEX, library)
    page.title("Reference")
    page.say(
        "Everything that Backstride knows, with where it is from: written from the library's data, so that "
        "these pages and the program cannot differ. It guides; it does not diagnose, and it does not replace "
        "a clinician.",
        f"Beside the lists below: the {link('screening questions', SCREENING)}, the "
        f"{link('regions of the body', REGIONS)}, the {link('numbers', NUMBERS)} and the "
        f"{link('lessons', LESSONS)}.",
    )
    _grades(page)
    _exercises(page)
    _routines(page)
    _rules(page)
    _sources(page)
    return page


def _grades(page: Page) -> None:
    page.heading("How sure")
    page.say("Each dose, level, number and question names its sources and one of these:")
    grades: tuple[Grade, ...] = get_args(Grade)
    page.bullets(
        f"**{page.grade(grade)}**: {plain(page.library.messages[f'cli.grade.{grade}'])}" for grade in grades
    )


def _exercises(page: Page) -> None:
    page.heading("Exercises")
    page.table(
        ("Exercise", "Kind", "Position", "Most for", "Dose given by"),
        (
            (
                page.exercise(exercise.id),
                exercise.quality.replace("_", " "),
                exercise.position.replace("_", " "),
                page.region(max(exercise.regions, key=lambda key: exercise.regions[key])),
                page.sources(dose.source for dose in exercise.doses),
            )
            for exercise in sorted(page.library.exercises.values(), key=lambda e: e.name)
        ),
    )


def _routines(page: Page) -> None:
    page.heading("Routines")
    page.table(
        ("Routine", "Source", "Exercises", "Time"),
        (
            (
                page.routine(routine.id),
                page.source(routine.source),
                str(len(routine.items)),
                f"{time_of(routine, page.library).minutes} min",
            )
            for routine in page.library.routines.values()
        ),
    )


def _rules(page: Page) -> None:
    page.heading("Rules")
    for letter, heading in _RULES.items():
        rules = [rule for rule in page.library.rule_texts.values() if rule.id.startswith(letter)]
        if rules:
            page.heading(heading, level=3)
            page.bullets(f"{page.rule(rule.id)}: {plain(rule.title)}" for rule in rules)


def _sources(page: Page) -> None:
    page.heading("Sources")
    page.table(
        ("Source", "What it is", "Year", "How sure"),
        (
            (page.source(s.id), plain(s.title), str(s.year or ""), page.grade(s.grade))
            for s in page.library.sources.values()
        ),
    )
