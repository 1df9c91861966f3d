"""Every source: what it is, how it was read, and what rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backstride.knowledge import Library
from backstride.knowledge.schema.source import Source
from backstride.reference.exercise import cited as cited_by_exercise
from backstride.reference.rule import cited as cited_by_rule
from backstride.terms import Grade
from backstride.web.telling.cited import Sure, short_name, sure

_KINDS = {
    "article": gettext_noop("Article for runners"),
    "guideline": gettext_noop("Guideline"),
    "review": gettext_noop("Review of studies"),
    "trial": gettext_noop("Trial"),
    "cohort": gettext_noop("Group that was followed"),
    "consensus": gettext_noop("Consensus of experts"),
    "laboratory": gettext_noop("Laboratory study"),
    "pathway": gettext_noop("Clinical pathway"),
}
_CHECKED = {
    "text": gettext_noop("We read the text itself."),
    "abstract": gettext_noop("We read its abstract or opening page, not the whole."),
    "secondary": gettext_noop("We know it from another text; the work itself was not read."),
}


@dataclass(frozen=True)
class RestsTold:
    """What rests on a source: a name and where it is."""

    name: str
    address: str


@dataclass(frozen=True)
class SourceTold:
    """A source; `address` is empty where none was seen in a text."""

    id: str
    name: str
    title: str
    kind: str
    year: int | None
    sure: Sure
    checked: str
    address: str
    rests: tuple[RestsTold, ...]


def all_sources(library: Library) -> tuple[SourceTold, ...]:
    """Every source of the library."""
    return tuple(
        SourceTold(
            id=source.id,
            name=short_name(source),
            title=source.title,
            kind=_(_KINDS[source.kind]),
            year=source.year,
            sure=sure(source.grade, library),
            checked=_(_CHECKED[source.checked]),
            address=_address(source),
            rests=tuple(_rests(source.id, library)),
        )
        for source in library.sources.values()
    )


def all_grades(library: Library) -> tuple[Sure, ...]:
    """The words for how sure something is."""
    grades: tuple[Grade, ...] = get_args(Grade)
    return tuple(sure(grade, library) for grade in grades)


def _address(source: Source) -> str:
    return f"https://doi.org/{source.doi}" if source.doi is not None else source.url or ""


def _rests(source: str, library: Library) -> Iterator[RestsTold]:
    for exercise in library.exercises.values():
        if source in cited_by_exercise(exercise):
            yield RestsTold(exercise.name, reverse("exercise", args=[exercise.id]))
    for routine in library.routines.values():
        if source == routine.source:
            yield RestsTold(str(capfirst(library.word(routine.name))), reverse("routine", args=[routine.id]))
    for lesson in library.lessons.values():
        if source in lesson.sources:
            yield RestsTold(lesson.title, reverse("lesson", args=[lesson.id]))
    for rule in library.rule_texts.values():
        if source in cited_by_rule(rule, library):
            yield RestsTold(rule.title, f"{reverse('rules')}#{rule.id}")
