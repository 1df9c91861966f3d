"""The lessons: which the week points to, each to read, and read ones stay away."""

from typing import Any

import pytest
from django.test import Client

from backstride.knowledge.loader import load
from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.lessons import mark_lesson
from backstride.web.deciding.facts import scenario_of
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.models import LessonRead, Runner
from backstride.web.telling.markdown import as_html
from web.working import text_of


def pointed(page: Any) -> list[str]:
    return [card.id for card in page.context["pointed"]]


@pytest.fixture
def client(client_of: Any, runner: Runner) -> Client:
    """A runner in their first week, who came with a sore back."""
    runner.profile["goal"] = "ease"
    runner.save()
    found: Client = client_of(runner)
    return found


def test_the_week_points_to_lessons_and_says_why(client: Client, runner: Runner) -> None:
    page = client.get("/lessons/")
    decided = decision_of(current_week(runner)).lessons
    assert pointed(page) == [pointer.lesson for pointer in decided]
    assert len(decided) > 1
    text = text_of(page)
    for pointer in decided:
        assert f"{load().lessons[pointer.lesson].title} {pointer.signal}" in text
        why = text_of(client.get(f"/lessons/{pointer.lesson}/"))
        assert f"Why this week: {pointer.signal}" in why


def test_a_lesson_that_was_read_does_not_come_back(client: Client, runner: Runner) -> None:
    before = pointed(client.get("/lessons/"))
    page = client.post(f"/lessons/{before[0]}/read/", follow=True)
    assert "Marked as read" in text_of(page)
    assert pointed(page) == before[1:]
    assert f"1 of {len(load().lessons)} read" in text_of(page)
    runner.refresh_from_db()
    # The week that stands is left alone; the next one points elsewhere.
    assert runner.weeks.count() == 1
    scenario = scenario_of(runner, clock.now_in(runner.time_zone), None)
    assert scenario.lessons_read == (before[0],)


def test_reading_twice_is_reading_once_and_it_can_be_taken_back(client: Client, runner: Runner) -> None:
    for _ in range(2):
        client.post("/lessons/desk/read/")
    assert LessonRead.objects.get().lesson == "desk"
    assert "Let it come up again" in text_of(client.get("/lessons/desk/"))
    client.post("/lessons/desk/read/", {"again": "1"})
    assert not LessonRead.objects.exists()


@pytest.mark.parametrize("lesson", load().lessons.values(), ids=lambda lesson: lesson.id)
def test_a_lesson_is_told_with_its_sources(visitor: Client, db: Any, lesson: Any) -> None:
    page = visitor.get(f"/lessons/{lesson.id}/")
    text = text_of(page).replace("’", "'")
    for paragraph in lesson.body.split("\n\n"):
        assert " ".join(paragraph.split()) in text
    for source in lesson.sources:
        assert load().sources[source].title in text
    assert page.content.decode().count("<h1") == 1


def test_another_runners_reading_is_their_own(client_of: Any, client: Client, stranger: Runner) -> None:
    client.post("/lessons/desk/read/")
    assert "I have read it" in text_of(client_of(stranger).get("/lessons/desk/"))


def test_a_lesson_that_is_not_there(client: Client, visitor: Client, runner: Runner) -> None:
    assert visitor.get("/lessons/nothing/").status_code == 404
    assert client.post("/lessons/nothing/read/").status_code == 404
    with pytest.raises(Refused):
        mark_lesson(runner, by=runner.user, lesson="nothing", read=True)


def test_a_visitor_reads_them_all(visitor: Client, db: Any) -> None:
    text = text_of(visitor.get("/lessons/"))
    assert all(lesson.title in text for lesson in load().lessons.values())
    assert "To read this week" not in text
    assert visitor.post("/lessons/desk/read/").status_code == 302
    assert not LessonRead.objects.exists()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("[a](javascript:x)", "<p>[a](javascript:x)</p>\n"),
        ("![a](https://example.org/a.png)", '<p>!<a href="https://example.org/a.png">a</a></p>\n'),
        ("*so* & [b](https://example.org)", '<p><em>so</em> &amp; <a href="https://example.org">b</a></p>\n'),
    ],
)
def test_markup_becomes_safe_html(text: str, html: str) -> None:
    assert as_html(text) == html
