"""Lessons as a list, and one to read."""

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from backstride.cli.page import Page
from backstride.cli.words import grade_words
from backstride.knowledge import Library
from backstride.knowledge.schema.lesson import Lesson


def as_data(lesson: Lesson) -> dict[str, Any]:
    """A lesson as JSON data."""
    return lesson.model_dump(mode="json")


def show_list(out: Console, library: Library) -> None:
    """A table of the lessons."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for name in ("Id", "Title", "Sure", "Comes up with"):
        table.add_column(name, no_wrap=name == "Id")
    for lesson in library.lessons.values():
        signals = ", ".join(signal.replace("_", " ") for signal in lesson.signals)
        table.add_row(lesson.id, lesson.title, _grade(lesson), signals or "-")
    out.print(table)
    out.print(f"{len(library.lessons)} lessons.")


def show_lesson(out: Console, lesson: Lesson, library: Library) -> None:
    """A lesson with what is weak in it and its sources."""
    page = Page(out, library)
    page.title(lesson.title)
    page.line(f"{lesson.id}; {_grade(lesson)}: {library.messages[f'cli.grade.{lesson.grade}']}.", style="dim")
    for paragraph in lesson.body.split("\n\n"):
        out.print()
        page.line(" ".join(paragraph.split()))
    if lesson.weak is not None:
        page.heading("Weakly backed")
        page.line(lesson.weak)
    page.heading("Sources")
    for key in lesson.sources:
        source = library.sources[key]
        page.line(f"{key}  {source.title} ({grade_words(source.grade)})", hang=4, style="dim")


def _grade(lesson: Lesson) -> str:
    return "our choice" if lesson.grade == "ours" else grade_words(lesson.grade)
