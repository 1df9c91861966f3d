"""The articles' routines: each as written, and to follow one."""

from typing import Any

import pytest
from django.test import Client

from backstride.knowledge.loader import load
from backstride.web.commands.changing import Refused
from backstride.web.commands.routine import follow_routine
from backstride.web.deciding.weeks import current_week, decision_of
from backstride.web.models import Audit, Runner
from web.working import text_of


def test_all_are_listed_with_their_time(visitor: Client, db: Any) -> None:
    text = text_of(visitor.get("/routines/"))
    assert "Three moves around a run 3 exercises · 4 minutes" in text
    assert len(visitor.get("/routines/").context["cards"]) == len(load().routines)


@pytest.mark.parametrize("routine", load().routines.values(), ids=lambda routine: routine.id)
def test_a_routine_is_told_line_by_line(visitor: Client, db: Any, routine: Any) -> None:
    page = visitor.get(f"/routines/{routine.id}/")
    lines, parts = page.context["told"].lines, page.context["told"].parts
    assert [line.exercise for line in lines] == [item.exercise for item in routine.items]
    assert sum(line.seconds for line in lines) == sum(part.seconds for part in parts)
    text = text_of(page)
    assert " ".join(routine.note.split()) in text.replace(" .", ".")
    for line in lines:
        assert f"{line.dose} · {line.seconds} s" in text
        assert line.given, "what the article itself says"


def test_the_dose_in_the_article_stands_beside_ours(visitor: Client, db: Any) -> None:
    text = text_of(visitor.get("/routines/s0_around_a_run/"))
    assert "3 each side, 10 s hold, changing sides every time · 105 s" in text
    assert "In the article: 3 to 5 times, 10 to 20 s hold, each side, on the run." in text


def test_a_week_follows_it_until_it_is_stopped(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    page = client.post("/routines/follow/", {"routine": "s4_three"}, follow=True)
    assert "You follow this routine." in text_of(page)
    runner.refresh_from_db()
    followed = decision_of(current_week(runner)).week
    assert followed is not None
    assert followed.routine == "s4_three"
    assert "You follow this" in text_of(client.get("/routines/"))
    client.post("/routines/follow/", {"routine": ""})
    runner.refresh_from_db()
    composed = decision_of(current_week(runner)).week
    assert composed is not None
    assert composed.routine is None
    assert "You follow this" not in text_of(client.get("/routines/"))
    assert Audit.objects.filter(command="follow_routine").count() == 2


def test_a_routine_by_its_other_name_is_seen_to_be_followed(client_of: Any, runner: Runner) -> None:
    runner.profile["routine"] = "S0"
    runner.save()
    assert "You follow this routine." in text_of(client_of(runner).get("/routines/s0_around_a_run/"))


def test_a_routine_that_is_not_there(client_of: Any, visitor: Client, runner: Runner) -> None:
    assert visitor.get("/routines/yoga/").status_code == 404
    assert client_of(runner).post("/routines/follow/", {"routine": "yoga"}).status_code == 404
    with pytest.raises(Refused):
        follow_routine(runner, by=runner.user, routine="yoga")


def test_a_visitor_reads_and_cannot_follow(visitor: Client, db: Any) -> None:
    assert "Follow this routine" not in text_of(visitor.get("/routines/s4_three/"))
    assert visitor.post("/routines/follow/", {"routine": "s4_three"}).status_code == 302
    assert not Audit.objects.exists()


def test_looking_changes_nothing(client_of: Any, runner: Runner) -> None:
    assert client_of(runner).get("/routines/follow/").status_code == 405
    runner.refresh_from_db()
    assert runner.profile.get("routine") is None


def test_in_malay(visitor: Client, db: Any) -> None:
    text = text_of(visitor.get("/routines/s0_around_a_run/", headers={"accept-language": "ms"}))
    assert "Tiga gerakan sekitar larian" in text
    assert "tukar sisi setiap kali" in text
