"""Lessons, and which of them the week points to."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from backstride.decision import LessonPointer
from backstride.knowledge import Library
from backstride.knowledge.schema.lesson import Lesson
from backstride.web.models import Runner
from backstride.web.telling.cited import Cited, Sure, cited, sure
from backstride.web.telling.markdown import as_html


@dataclass(frozen=True)
class LessonCard:
    """A lesson in a list; `why` is the signal that brings it up this week, where one does."""

    id: str
    title: str
    read: bool
    why: str = ""


@dataclass(frozen=True)
class LessonTold:
    """A lesson to read."""

    card: LessonCard
    body: SafeString
    weak: str
    sure: Sure
    sources: tuple[Cited, ...]


def read_by(runner: Runner | None) -> frozenset[str]:
    """The lessons that a runner has read."""
    return (
        frozenset(runner.lessons_read.values_list("lesson", flat=True)) if runner is not None else frozenset()
    )


def pointed_told(
    pointers: Iterable[LessonPointer], library: Library, read: frozenset[str]
) -> tuple[LessonCard, ...]:
    """What to read this week: the lessons of a decision that have not been read since."""
    return tuple(
        LessonCard(pointer.lesson, library.lessons[pointer.lesson].title, read=False, why=pointer.signal)
        for pointer in pointers
        if pointer.lesson in library.lessons and pointer.lesson not in read
    )


def lesson_cards(library: Library, read: frozenset[str]) -> tuple[LessonCard, ...]:
    """Every lesson, by title."""
    cards = [LessonCard(lesson.id, lesson.title, lesson.id in read) for lesson in library.lessons.values()]
    return tuple(sorted(cards, key=lambda card: card.title))


def lesson_told(lesson: Lesson, library: Library, read: frozenset[str], why: str = "") -> LessonTold:
    """A lesson's page."""
    return LessonTold(
        card=LessonCard(lesson.id, lesson.title, lesson.id in read, why),
        body=as_html(lesson.body),
        weak=lesson.weak or "",
        sure=sure(lesson.grade, library),
        sources=cited(lesson.sources, library),
    )
