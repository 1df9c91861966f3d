"""The API: calls with a token or in a session, over the same commands as the pages."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backstride.decision import Decision
from backstride.web import clock
from backstride.web.api.docs import scopes
from backstride.web.commands.tokens import SCOPES, make_token, revoke_token
from backstride.web.models import ApiToken, Audit, PainDay, Recording, Runner, SessionLog
from runs.samples_of_runs import fit_run
from runs.storing import day
from web.working import work

JSON = "application/json"


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test crosses midnight."""
    at = clock.now().replace(hour=4, minute=0, second=0, microsecond=0)
    monkeypatch.setattr(clock, "now", lambda: at)


def caller(runner: Runner, *may: str) -> Client:
    """A program with a token, and no session."""
    key = make_token(runner, by=runner.user, name="a program", scopes=may)
    return Client(headers={"Authorization": f"Bearer {key}"})


def done(runner: Runner, **changes: Any) -> dict[str, Any]:
    item = {"exercise": "bird_dog", "level": 0, "done": [{"reps": 8}], "effort": 5}
    at = clock.now_in(runner.time_zone) - timedelta(hours=1)
    return {"at": at.isoformat(), "slot": "cross", "pain_during": 1, "items": [item]} | changes


def refusal(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = json.loads(answer.content)
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return dict(told)


def test_the_week_is_the_decision_of_the_contract(runner: Runner) -> None:
    told = caller(runner, "read").get("/api/week")
    decision = Decision.model_validate(told.json())
    assert decision.status == "planned"
    assert decision.model_dump(mode="json") == runner.weeks.get().decision


def test_today_and_the_session_to_play(runner: Runner) -> None:
    program = caller(runner, "read")
    today = program.get("/api/today").json()
    assert today["day"] == clock.now_in(runner.time_zone).date().isoformat()
    assert today["status"] == "planned"
    week = program.get("/api/week").json()["week"]
    planned, session = next(
        (day_, s) for day_ in week["days"] for s in day_["sessions"] if s["minutes"] and s["items"]
    )
    played = program.get(f"/api/sessions/{planned['day']}/{session['slot']}").json()
    assert [item["item"] for item in played["items"]] == session["items"]
    assert all(item["name"] and item["dose"] and len(item["steps"]) >= 2 for item in played["items"])
    assert played["minutes"] == session["minutes"]
    assert played["logged"] is None


def test_a_session_that_is_not_planned_is_a_problem(runner: Runner) -> None:
    refusal(caller(runner, "read").get("/api/sessions/2020-01-01/cross"), 404)
    told = refusal(caller(runner, "read").get("/api/sessions/2020-01-01/breakfast"), 422)
    assert told["errors"][0]["field"] == "slot"


def test_questions_that_are_due(runner: Runner) -> None:
    program = caller(runner, "read")
    assert program.get("/api/screening").json() == {"due": False, "ask": []}
    runner.screenings.all().delete()
    Runner.objects.filter(pk=runner.pk).update(facts=99)
    told = program.get("/api/screening").json()
    assert told["due"] is True
    assert told["ask"][0]["id"] == "E1"
    assert told["ask"][0]["text"]


def test_a_log_arrives_once_however_often_it_is_sent(runner: Runner) -> None:
    program = caller(runner, "log", "read")
    sent = {"data": json.dumps(done(runner)), "content_type": JSON, "headers": {"Idempotency-Key": "k1"}}
    answers = [program.post("/api/sessions", **sent) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert answers[0].json() == answers[2].json()
    stored = SessionLog.objects.get()
    assert (stored.runner, stored.key) == (runner, "k1")
    assert stored.record["items"][0]["exercise"] == "bird_dog"
    assert Audit.objects.filter(runner=runner, command="store_session").count() == 1
    assert [log["key"] for log in program.get("/api/sessions").json()] == ["k1"]


def test_two_runners_may_use_the_same_key(runner: Runner, stranger: Runner) -> None:
    for who in (runner, stranger):
        answer = caller(who, "log").post(
            "/api/sessions", json.dumps(done(who)), JSON, headers={"Idempotency-Key": "k1"}
        )
        assert answer.status_code == 201
    assert SessionLog.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"slot": "breakfast"}, "slot"),
        ({"pain_during": 11}, "pain_during"),
        ({"colour": "red"}, "colour"),
        ({"at": "2026-11-20T07:00:00"}, "at"),
        ({"at": "2999-01-01T07:00:00+00:00"}, "at"),
        ({"items": [{"exercise": "headstand", "level": 0}]}, "items"),
        ({"items": [{"exercise": "bird_dog", "level": 0, "effort": 99}]}, "items.0.effort"),
    ],
)
def test_a_wrong_log_names_its_field(runner: Runner, changes: dict[str, Any], field: str) -> None:
    answer = caller(runner, "log").post(
        "/api/sessions", json.dumps(done(runner, **changes)), JSON, headers={"Idempotency-Key": "k1"}
    )
    told = refusal(answer, 422)
    assert [error["field"] for error in told["errors"]] == [field]
    assert not SessionLog.objects.exists()


@pytest.mark.parametrize("key", [None, "", "k" * 65])
def test_a_log_needs_a_key(runner: Runner, key: str | None) -> None:
    headers = {"Idempotency-Key": key} if key is not None else {}
    answer = caller(runner, "log").post("/api/sessions", json.dumps(done(runner)), JSON, headers=headers)
    assert refusal(answer, 422)["errors"][0]["field"] == "Idempotency-Key"


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"at": 1e999}', "\x00"])
def test_what_is_no_log_at_all_is_a_problem(runner: Runner, body: str) -> None:
    answer = caller(runner, "log").post("/api/sessions", body, JSON, headers={"Idempotency-Key": "k1"})
    assert answer.status_code in (400, 422)
    refusal(answer, answer.status_code)


def test_pain_of_a_day(runner: Runner) -> None:
    program, today = caller(runner, "log", "read"), clock.now_in(runner.time_zone).date()
    answer = program.put(f"/api/pain/{today}", json.dumps({"worst": 4, "leg": True}), JSON)
    assert answer.json() == {
        "day": today.isoformat(), "morning": 1.0, "worst": 4.0, "leg": True, "night": False,
    }  # fmt: skip
    assert PainDay.objects.get(runner=runner, day=today).worst == 4
    assert program.get("/api/pain").json() == [answer.json()]
    wrong = program.put(f"/api/pain/{today}", json.dumps({"worst": 11}), JSON)
    assert refusal(wrong, 422)["errors"][0]["field"] == "worst"
    ahead = program.put(f"/api/pain/{today + timedelta(days=1)}", json.dumps({"worst": 1}), JSON)
    assert refusal(ahead, 422)["errors"][0]["field"] == "day"


def test_files_become_runs(runner: Runner, stranger: Runner) -> None:
    program = caller(runner, "log", "read")
    sent = {"files": [SimpleUploadedFile("a.fit", fit_run(start=day(0))), SimpleUploadedFile("b.fit", b"no")]}
    answer = program.post("/api/runs", sent)
    assert answer.status_code == 202
    number = answer.json()["id"]
    assert answer.json()["state"] == "waiting"
    assert work() == 1
    told = program.get(f"/api/runs/imports/{number}").json()
    assert (told["state"], told["new_runs"], told["left_out"]) == ("done", 1, 1)
    assert Recording.objects.filter(runner=runner).count() == 1
    refusal(caller(stranger, "read").get(f"/api/runs/imports/{number}"), 404)
    assert refusal(program.post("/api/runs", {}), 422)["errors"][0]["field"] == "files"


def test_too_much_at_once_is_refused(runner: Runner, settings: Any) -> None:
    settings.UPLOAD_MOST_BYTES = 10
    sent = {"files": [SimpleUploadedFile("a.fit", b"x" * 100)]}
    refusal(caller(runner, "log").post("/api/runs", sent), 413)
    assert not runner.imports.exists()


def test_minutes_of_a_day_replan_the_week(runner: Runner) -> None:
    program, today = caller(runner, "plan"), clock.now_in(runner.time_zone).date()
    answer = program.put(f"/api/days/{today}/minutes", json.dumps({"minutes": 0}), JSON)
    assert answer.status_code == 200
    first = answer.json()["week"]["days"][0]
    assert first["day"] == today.isoformat()
    assert sum(session["minutes"] for session in first["sessions"]) == 0
    wrong = program.put(f"/api/days/{today}/minutes", json.dumps({"minutes": -1}), JSON)
    assert refusal(wrong, 422)["errors"][0]["field"] == "minutes"
    nothing = program.post(f"/api/days/{today}/move", json.dumps({"to": today.isoformat()}), JSON)
    assert refusal(nothing, 422)["errors"][0]["field"] == "day"


CALLS = sorted(scopes())


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_a_token_does_only_what_its_scopes_allow(runner: Runner, method: str, path: str) -> None:
    needed = scopes()[method, path]
    assert needed in SCOPES
    address = path.replace("{day}", "2026-11-20").replace("{slot}", "cross").replace("{id_}", "1")
    others = caller(runner, *(scope for scope in SCOPES if scope != needed))
    told = refusal(others.generic(method, address, "{}", JSON), 403)
    assert needed in told["detail"]
    assert others.generic(method, address, "{}", JSON).status_code == 403
    assert caller(runner, needed).generic(method, address, "{}", JSON).status_code not in (401, 403, 500)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_nobody_gets_in_without_a_token(runner: Runner, method: str, path: str) -> None:
    address = path.replace("{day}", "2026-11-20").replace("{slot}", "cross").replace("{id_}", "1")
    for headers in ({}, {"Authorization": "Bearer bs_wrong"}, {"Authorization": "Basic eDp5"}):
        answer = Client(headers=headers).generic(method, address, "{}", JSON)
        refusal(answer, 401)
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_ends(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    key = make_token(runner, by=runner.user, name="x", scopes=["read"], days=30)
    program = Client(headers={"Authorization": f"Bearer {key}"})
    assert program.get("/api/today").status_code == 200
    assert ApiToken.objects.get().used_on == clock.now().date()
    later = clock.now() + timedelta(days=30)
    with monkeypatch.context() as then:
        then.setattr(clock, "now", lambda: later)
        refusal(program.get("/api/today"), 401)
    revoke_token(runner, by=runner.user, token=ApiToken.objects.get())
    refusal(program.get("/api/today"), 401)


def test_the_browser_calls_in_its_session_with_csrf(runner: Runner) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(runner.user)
    assert browser.get("/api/today").status_code == 200
    sent = {"data": json.dumps(done(runner)), "content_type": JSON}
    refusal(browser.post("/api/sessions", **sent, headers={"Idempotency-Key": "k1"}), 403)
    assert not SessionLog.objects.exists()
    browser.get("/tokens/")
    token = browser.cookies["csrftoken"].value
    headers = {"Idempotency-Key": "k1", "X-CSRFToken": token}
    assert browser.post("/api/sessions", **sent, headers=headers).status_code == 201


def test_a_person_without_a_runner_is_told_so(client_of: Any, clinician: Any) -> None:
    refusal(client_of(clinician).get("/api/today"), 409)


def test_what_breaks_inside_is_told_without_details(
    runner: Runner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_runner: Runner) -> None:
        raise RuntimeError("morning score 7")

    monkeypatch.setattr("backstride.web.api.week.current_week", broken)
    told = refusal(caller(runner, "read").get("/api/today"), 500)
    assert "morning" not in json.dumps(told)
    assert "morning" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_the_schema_and_its_page_need_nothing_from_elsewhere(visitor: Client, db: Any) -> None:
    schema = visitor.get("/api/openapi.json").json()
    assert schema["openapi"].startswith("3.")
    calls = {(m.upper(), path) for path, of in schema["paths"].items() for m in of}
    assert calls == set(CALLS)
    page = visitor.get("/api/docs").content.decode()
    for _method, path in CALLS:
        assert path in page
    assert "<script" not in page
    assert 'src="http' not in page
    assert 'href="http' not in page
