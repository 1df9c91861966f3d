"""Today's page."""

from typing import Any

from backstride.web.models import Runner


def test_today_shows_what_how_long_and_why(client_of: Any, runner: Runner) -> None:
    page = client_of(runner).get("/").content.decode()
    assert "minutes for your back" in page
    assert runner.weeks.count() == 1


def test_a_second_look_decides_nothing_anew(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    assert client.get("/").content == client.get("/").content
    assert runner.weeks.count() == 1


def test_a_visitor_is_told_how_to_come_in(visitor: Any, db: Any) -> None:
    answer = visitor.get("/", follow=True)
    assert answer.status_code == 403
    assert b"opens with a link" in answer.content
