"""The safety questions."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backstride.knowledge.loader import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.screening import answer_screening, complete_screening, note_clearance
from backstride.web.models import Runner

IDS = list(load().questions)
NO = dict.fromkeys(IDS, "no")


@pytest.fixture
def fresh(runner: Runner) -> Runner:
    """A runner who has not answered anything."""
    runner.screenings.all().delete()
    Runner.objects.filter(pk=runner.pk).update(facts=runner.facts + 1)
    return Runner.objects.get(pk=runner.pk)


def _later(monkeypatch: pytest.MonkeyPatch, **by: int) -> None:
    then = clock.now() + timedelta(**by)
    monkeypatch.setattr(clock, "now", lambda: then)


def _answer(client: Client, number: int, answer: str) -> str:
    return client.post(f"/screening/{number}/", {"answer": answer}).headers["Location"]


def test_one_question_a_page_to_the_end(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    assert "Question 1 of 23" in client.get("/screening/1/").content.decode()
    for number in range(1, len(IDS)):
        assert _answer(client, number, "no") == f"/screening/{number + 1}/"
    assert not fresh.screenings.exists()
    _answer(client, len(IDS), "no")
    assert fresh.screenings.get().answers == NO
    assert fresh.screenings.get().weekly is False
    assert "screening" not in client.session


def test_an_answer_is_kept_on_the_way_and_can_be_changed(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    _answer(client, 17, "yes")
    page = client.get("/screening/17/").content.decode()
    assert page.index('value="yes"') < page.index("your answer") < page.index('value="unsure"')
    assert 'href="/screening/16/"' in page
    assert _answer(client, 17, "no") == "/screening/18/"
    assert client.session["screening"]["answers"] == {IDS[16]: "no"}


def test_a_question_left_out_is_come_back_to(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    for number in range(2, len(IDS)):
        _answer(client, number, "no")
    assert _answer(client, len(IDS), "no") == "/screening/1/"
    assert not fresh.screenings.exists()


def test_no_answer_or_a_strange_one_is_asked_again(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    for sent in ({}, {"answer": "perhaps"}):
        page = client.post("/screening/1/", sent)
        assert page.status_code == 200
        assert b"Choose one of the three" in page.content
    assert client.get("/screening/24/").status_code == 404
    assert client.get("/screening/0/").status_code == 404


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_an_emergency_sign_stops_at_once_with_the_number_and_nothing_else(
    client_of: Any, fresh: Runner, answer: str
) -> None:
    client = client_of(fresh)
    _answer(client, 1, "no")
    assert _answer(client, 2, answer) == "/"
    page = client.get("/").content.decode()
    assert 'href="tel:999"' in page
    assert "Call 999 (Malaysia)" in page
    assert "Tell them about the peeing first" in page
    assert 'aria-label="Main"' not in page
    assert "Steps to your first week" not in page
    assert fresh.weeks.latest().status == "stopped"
    assert fresh.screenings.get().answers == {"E1": "no", "E2": answer}


def test_a_country_that_is_not_known_shows_every_number(client_of: Any, fresh: Runner) -> None:
    Runner.objects.filter(pk=fresh.pk).update(time_zone="UTC")
    client = client_of(fresh)
    _answer(client, 1, "yes")
    page = client.get("/").content.decode()
    assert "<details open>" in page
    assert 'href="tel:999"' in page
    assert 'href="tel:112"' in page


def test_a_slip_of_the_finger_is_mended_without_answering_all_again(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    for number in range(1, 9):
        _answer(client, number, "no")
    _answer(client, 9, "yes")
    assert fresh.weeks.count() == 0
    client.get("/")
    assert _answer(client, 9, "no") == "/screening/10/"
    for number in range(10, len(IDS) + 1):
        _answer(client, number, "no")
    client.get("/")
    assert fresh.weeks.latest().status == "planned"


def test_an_urgent_sign_says_what_to_do_and_why(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    client.post("/screening/all/", NO | {"U3": "yes"})
    page = client.get("/").content.decode()
    assert "medical advice comes first" in page
    assert load().questions["U3"].action in page
    assert load().questions["U3"].why in page
    assert "/screening/cleared/" in page


def test_the_list_says_what_is_missing_and_keeps_the_rest(client_of: Any, fresh: Runner) -> None:
    client = client_of(fresh)
    sent = {name: "no" for name in IDS if name != "C4"}
    page = client.post("/screening/", sent).content.decode()
    assert 'href="#id_C4"' in page
    assert 'id="id_C4_error"' in page
    assert not fresh.screenings.exists()
    assert client.get("/screening/").context["first"] == f"/screening/{IDS.index('C4') + 1}/"
    client.post("/screening/", NO)
    assert fresh.screenings.get().answers == NO


def test_the_weekly_check_is_due_after_a_week_and_is_short(
    client_of: Any, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(runner)
    _later(monkeypatch, days=7)
    page = client.get("/").content.decode()
    assert "Answer 5 questions" in page
    assert "E1" not in page
    assert "question 1 to question 5" in page
    assert client.get("/screening/").headers["Location"] == "/screening/check/"
    check = client.get("/screening/check/")
    assert list(check.context["form"].fields) == ["E1", "E2", "E3", "E4", "E5"]
    client.post("/screening/check/", dict.fromkeys(IDS[:5], "no"))
    assert runner.screenings.latest().weekly
    assert client.get("/").context.get("stop") is None


def test_a_sign_in_the_weekly_check_stops_though_the_rest_is_open(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    assert client.post("/screening/check/", {"E5": "unsure"}).headers["Location"] == "/"
    assert client.get("/").context["stop"].kind == "emergency"


def test_a_long_gap_asks_everything_again_and_says_why(
    client_of: Any, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    _later(monkeypatch, days=20)
    page = client_of(runner).get("/screening/").content.decode()
    assert "Why you are asked again" in page
    assert "Nothing was logged for 20 days" in page
    assert "Question" not in client_of(runner).get("/screening/check/").content.decode()


def test_what_a_clinician_has_assessed_stays_assessed_when_the_rest_is_answered(
    client_of: Any, fresh: Runner
) -> None:
    client = client_of(fresh)
    for number in range(1, IDS.index("U3") + 1):
        _answer(client, number, "no")
    _answer(client, IDS.index("U3") + 1, "yes")
    assert client.post("/screening/cleared/", {"by_whom": "my doctor"}).status_code == 200
    assert not fresh.clearances.exists()
    client.post("/screening/cleared/", {"by_whom": "my doctor", "sure": "on"})
    assert fresh.clearances.get().ids == ["U3"]
    rest = client.get("/screening/all/")
    assert list(rest.context["form"].fields) == IDS[IDS.index("U3") + 1 :]
    client.post("/screening/all/", dict.fromkeys(IDS[IDS.index("U3") + 1 :], "no"))
    client.get("/")
    week = fresh.weeks.latest()
    assert week.status == "planned"
    assert week.scenario["screening"]["answers"]["U3"] == "yes"


def test_under_sixteen_waits_for_a_clinician(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    year = clock.now().year - 15
    client.post("/about/you/", _you(year))
    assert client.get("/").context["stop"].kind == "young"
    client.post("/screening/cleared/", {"by_whom": "a paediatrician", "sure": "on"})
    client.get("/")
    assert runner.weeks.latest().status == "planned"


def test_a_clinicians_look_lets_a_light_week_grow_again(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.post("/screening/all/", NO | {"C6": "yes"})
    client.get("/")
    assert runner.weeks.latest().decision["triage"]["tier"] == "soon"
    client.post("/screening/cleared/", {"by_whom": "a physiotherapist", "sure": "on"})
    client.get("/")
    assert runner.weeks.latest().decision["triage"]["tier"] == "self_care"


def test_what_stopped_is_cleared_and_nothing_else(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.post("/screening/all/", NO | {"U1": "yes", "C6": "yes"})
    client.post("/screening/cleared/", {"by_whom": "my doctor", "sure": "on"})
    client.get("/")
    assert runner.clearances.get().ids == ["U1"]
    assert runner.weeks.latest().decision["triage"]["tier"] == "soon"


def test_nothing_to_clear_leads_back(client_of: Any, runner: Runner) -> None:
    assert client_of(runner).get("/screening/cleared/").headers["Location"] == "/about/"


def test_the_commands_refuse_what_is_no_answer(runner: Runner) -> None:
    by = runner.user
    with pytest.raises(Refused, match="E1"):
        answer_screening(runner, by=by, answers=dict.fromkeys(IDS[1:], "no"))
    with pytest.raises(Refused, match="yes, no or unsure"):
        answer_screening(runner, by=by, answers=NO | {"C1": "maybe"})
    with pytest.raises(Refused, match="X1"):
        answer_screening(runner, by=by, answers=NO | {"X1": "no"})
    with pytest.raises(Refused, match="E1"):
        answer_screening(runner, by=by, answers={"U1": "yes"}, weekly=True)
    with pytest.raises(Refused):
        note_clearance(runner, by=by, ids=["X1"], by_whom="my doctor")
    with pytest.raises(Refused):
        note_clearance(runner, by=by, ids=["U1"], by_whom="")
    runner.screenings.all().delete()
    with pytest.raises(Refused, match="no form"):
        complete_screening(runner, by=by, answers=NO)
    assert not runner.screenings.exists()


def _you(year: int) -> dict[str, str]:
    return {"birth_year": str(year), "experience": "regular", "goal": "ease", "desk_hours": "0"}


def test_the_questions_are_asked_in_the_runners_language(client_of: Any, fresh: Runner) -> None:
    Runner.objects.filter(pk=fresh.pk).update(language="ms")
    question = library_in(load(), load_translation("ms")).questions["E2"]
    assert question.text != load().questions["E2"].text
    page = client_of(fresh).get("/screening/2/").content.decode()
    assert '<html lang="ms">' in page
    assert question.text in page
