"""The page of the lessons: each with its text, how sure it is, and what brings it up."""

from collections.abc import Iterator

from backstride.knowledge import Library
from backstride.knowledge.schema.lesson import Lesson
from backstride.reference.markdown import bullets, link, plain, slug
from backstride.reference.page import LESSONS, Page


def lessons_page(library: Library) -> Page:
    """Every lesson."""
    page = Page(LESSONS, library)
    page.title("Lessons")
    if not library.lessons:
        page.say("There are none yet.")
        return page
    page.say(
        "Short texts to read, each with its sources. A signal from your runs or your diary can bring one up."
    )
    page.bullets(link(plain(found.title), f"#{slug(found.title)}") for found in library.lessons.values())
    for lesson in library.lessons.values():
        page.heading(lesson.title)
        page.say(*lesson.body.strip().split("\n\n"))
        page.say(bullets(_facts(page, lesson)))
    page.written_from("lessons")
    return page


def _facts(page: Page, lesson: Lesson) -> Iterator[str]:
    yield f"**How sure:** {page.grade_told(lesson.grade)}"
    if lesson.weak is not None:
        yield f"**Weak:** {plain(lesson.weak)}"
    if lesson.signals:
        yield f"**Brought up by:** {', '.join(signal.replace('_', ' ') for signal in lesson.signals)}"
    yield f"**Sources:** {page.sources(lesson.sources)}"
    yield f"**Id:** `{lesson.id}`"
