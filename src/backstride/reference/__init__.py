"""The published reference: a page for each exercise, routine, rule and source, written from the library."""

from collections.abc import Sequence

from backstride.knowledge import Library
from backstride.reference.exercise import exercise_page
from backstride.reference.index import index_page
from backstride.reference.lessons import lessons_page
from backstride.reference.numbers import numbers_page
from backstride.reference.page import MARK
from backstride.reference.regions import regions_page
from backstride.reference.routine import routine_page
from backstride.reference.rule import rule_page
from backstride.reference.screening import screening_page
from backstride.reference.sentence import Sentence
from backstride.reference.source import source_page

__all__ = ["MARK", "Sentence", "pages"]


def pages(library: Library, spec: Sequence[Sentence] = ()) -> dict[str, str]:
    """Every page as Markdown by its path below docs/reference, such as `exercises/bird_dog.md`.

    `spec`: the sentences of the specification, told on the page of their rule.
    """
    every = (
        index_page(library),
        regions_page(library),
        screening_page(library),
        lessons_page(library),
        numbers_page(library),
        *(exercise_page(exercise, library) for exercise in library.exercises.values()),
        *(routine_page(routine, library) for routine in library.routines.values()),
        *(rule_page(rule, library, spec) for rule in library.rule_texts.values()),
        *(source_page(source, library) for source in library.sources.values()),
    )
    return {page.path: page.text() for page in every}
