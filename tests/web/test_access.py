"""Who may what: each address and method, for a runner, another one, an uninvited clinician, a visitor."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve, reverse

from backstride.web import clock
from backstride.web.api.app import api
from backstride.web.api.docs import scopes
from backstride.web.archive.export import rows_of
from backstride.web.archive.rows import row_of
from backstride.web.archive.tables import tables
from backstride.web.commands.calendar import add_planned
from backstride.web.commands.calendars import take_calendar_file
from backstride.web.commands.sessions import log_session
from backstride.web.commands.shoes import add_shoes
from backstride.web.commands.tokens import SCOPES, make_token
from backstride.web.models import ApiToken, PushDevice, Runner, User
from backstride.web.pages import imports
from runs.samples_of_runs import fit_run
from web.moments import first_session, fresh, set_clock, week_of
from web.working import taken

TABLE = yaml.safe_load(Path(__file__).with_name("access.yaml").read_text(encoding="utf-8"))
WAYS: dict[str, dict[str, Any]] = TABLE["ways"]
ROWS: dict[str, dict[str, Any]] = TABLE["pages"] | TABLE["calls"]
METHODS = ("get", "post", "put", "patch", "delete")
# The link of a mail carries its own key, for mail programs press it; the schema takes nothing in.
WITHOUT_CSRF = {"unsubscribe", "/api/openapi.json"}
JSON = "application/json"
MARK = "marker of the runner"
Made = dict[str, Any]


def _calls() -> dict[str, set[str]]:
    """The methods of each path of the API."""
    found: dict[str, set[str]] = {"/api/openapi.json": set(METHODS)}
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            methods = {method.lower() for operation in view.operations for method in operation.methods}
            found.setdefault(f"/api{prefix}{path}", set()).update(methods)
    return found


def _expected(name: str, method: str, who: str) -> Any:
    way = ROWS[name].get(method)
    return (WAYS[way] if isinstance(way, str) else way)[who] if way else 405


def _is(answer: Any, expected: Any) -> bool:
    """Whether somebody was answered as the table says."""
    to = resolve(answer.url.split("?")[0]).url_name if answer.status_code == 302 else None
    if expected == "in":
        return answer.status_code in (200, 302, 400, 404, 422) and to not in ("enter", "welcome")
    if isinstance(expected, int):
        return answer.status_code == expected
    return to == expected


@pytest.fixture
def made(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> Made:
    """A row of the runner's for each kind of number in an address, each with a name to know it by."""
    monkeypatch.setattr(imports, "WAIT_S", 0)
    today = set_clock(monkeypatch).date()
    runner.screenings.update(at=clock.now() - timedelta(days=1))
    taken(runner, **{f"{MARK}_fit": fit_run()})
    add_shoes(runner, by=runner.user, name=MARK)
    add_planned(runner, by=runner.user, day=today + timedelta(days=1), kind="easy", distance_m=6000.0)
    later = today + timedelta(days=3)
    table = SimpleUploadedFile(f"{MARK}.csv", f"day,title\n{later},Run 8 km\n".encode())
    take_calendar_file(runner, by=runner.user, file=table)
    make_token(runner, by=runner.user, name=MARK, scopes=["read"])
    device = PushDevice.objects.create(
        runner=runner, endpoint=f"https://push.example/{MARK}", p256dh="x", auth="x", at=clock.now()
    )
    day = next(day.day for day in week_of(runner).days if day.sessions)
    session = first_session(runner, day)
    item = {"exercise": "bird_dog", "level": 0, "done": [{"reps": 8}], "effort": 5}
    record = {"at": (clock.now() - timedelta(days=1)).isoformat(), "slot": "cross", "items": [item]}
    log = log_session(runner, by=runner.user, key="a", record=record)
    return {
        "day": day,
        "slot": session.slot,
        "log": log.pk,
        "week": runner.weeks.latest().pk,
        "run": runner.recordings.get().pk,
        "import": runner.imports.get().pk,
        "shoes": runner.shoes.get().pk,
        "planned": runner.planned_runs.get(origin="").pk,
        "calendar": runner.calendars.get().pk,
        "token": runner.tokens.get().pk,
        "device": device.pk,
    }


def everything(runner: Runner) -> str:
    """All that is kept of a runner, as text."""
    rows = [row_of(row, runner.user) for model in tables().values() for row in rows_of(fresh(runner), model)]
    keys = [list(model._default_manager.filter(runner=runner).values()) for model in (ApiToken, PushDevice)]
    return json.dumps([rows, keys, User.objects.filter(pk=runner.user.pk).count()], default=str)


def asked(client: Client, made: Made) -> Iterator[tuple[str, str, Any]]:
    """Each address by each method, and its answer; what it changed is taken back."""
    for name, row in ROWS.items():
        path = "/" + row["path"].format(**made)
        for method in METHODS:
            if method in ("put", "patch", "delete") and not row["path"].startswith("api/"):
                continue
            json_or_form = {"content_type": JSON} if path.startswith("/api/") else {}
            with transaction.atomic():
                answer = getattr(client, method)(path, **(json_or_form if method != "get" else {}))
                yield name, method, answer
                answer.close()
                transaction.set_rollback(True)


def test_every_address_has_its_row_and_no_row_is_left_over() -> None:
    patterns = [
        each for each in get_resolver("backstride.web.urls").url_patterns if isinstance(each, URLPattern)
    ]
    assert {each.name for each in patterns} == set(TABLE["pages"])
    assert set(_calls()) == set(TABLE["calls"])


@pytest.mark.parametrize("name", TABLE["pages"])
def test_a_row_names_an_address_of_its_own(name: str) -> None:
    class AnyNumber(dict[str, str]):
        def __missing__(self, _key: str) -> str:
            return "1"

    path = "/" + ROWS[name]["path"].format_map(AnyNumber(day="2026-11-20", slot="cross"))
    assert resolve(path).url_name == name


def test_the_api_answers_by_the_methods_of_its_rows_alone() -> None:
    for path, methods in _calls().items():
        assert methods == set(ROWS[path]) - {"path"}, path


def test_the_runner(client_of: Any, runner: Runner, made: Made) -> None:
    found = []
    for name, method, answer in asked(_signed_in(runner, client_of), made):
        expected = _expected(name, method, "runner")
        if not _is(answer, expected):
            found.append(f"{method} {name}: {answer.status_code}, not {expected}")
    assert not found, "\n".join(found)


def _signed_in(who: Runner | User, client_of: Any) -> Client:
    """A client whose session is made anew where a page has ended it."""

    class Kept(Client):
        def request(self, **request: Any) -> Any:
            self.force_login(who.user if isinstance(who, Runner) else who)
            return super().request(**request)

    return Kept()


@pytest.mark.parametrize("who", ["stranger", "clinician", "visitor"])
def test_nobody_else_sees_or_changes_anything_of_the_runners(
    request: pytest.FixtureRequest, client_of: Any, runner: Runner, made: Made, who: str
) -> None:
    person = request.getfixturevalue(who)
    client = person if who == "visitor" else _signed_in(person, client_of)
    before, found = everything(runner), []
    for name, method, answer in asked(client, made):
        expected = _expected(name, method, who)
        if not _is(answer, expected):
            found.append(f"{method} {name}: {answer.status_code}, not {expected}")
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if MARK.encode() in content:
            found.append(f"{method} {name}: shows what is the runner's")
        if everything(runner) != before:
            found.append(f"{method} {name}: changes what is the runner's")
    assert not found, "\n".join(found)


def test_a_clinician_with_no_runner_is_refused_with_data_too(
    client_of: Any, clinician: User, made: Made
) -> None:
    client, day = client_of(clinician), f"{made['day']}"
    item = {"exercise": "bird_dog", "level": 0, "done": [{"reps": 8}], "effort": 5}
    record = {"at": clock.now().isoformat(), "slot": "cross", "items": [item]}
    answers = [
        client.put(f"/api/pain/{day}", {"morning": 1}, JSON),
        client.put(f"/api/days/{day}/minutes", {"minutes": 5}, JSON),
        client.post(f"/api/days/{day}/move", {"to": day}, JSON),
        client.post("/api/sessions", record, JSON, headers={"Idempotency-Key": "b"}),
        client.post("/api/runs", {"files": SimpleUploadedFile("a.fit", fit_run())}),
    ]
    assert [answer.status_code for answer in answers] == [409] * len(answers)


def test_nothing_is_sent_without_the_csrf_token(runner: Runner, made: Made) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(runner.user)
    for name in set(ROWS) - WITHOUT_CSRF:
        row = ROWS[name]
        for method in set(row) & {"post", "put", "patch", "delete"}:
            path = "/" + row["path"].format(**made)
            answer = getattr(client, method)(path, content_type=JSON)
            assert answer.status_code == 403, f"{method} {name}: {answer.status_code}"


def test_a_token_gets_as_far_as_its_scope(runner: Runner, made: Made) -> None:
    keys = {scope: make_token(runner, by=runner.user, name=scope, scopes=[scope]) for scope in SCOPES}
    for (method, call), needed in scopes().items():
        for scope, key in keys.items():
            client = Client(headers={"Authorization": f"Bearer {key}"})
            path = "/" + ROWS[call]["path"].format(**made)
            answer = getattr(client, method.lower())(path, content_type=JSON)
            assert (answer.status_code == 403) == (scope != needed), f"{method} {call} with {scope}"
            assert answer.status_code != 401


def test_an_old_token_gets_nowhere(runner: Runner, made: Made) -> None:
    key = make_token(runner, by=runner.user, name="old", scopes=["read"])
    ApiToken.objects.filter(name="old").update(revoked_at=clock.now())
    client = Client(headers={"Authorization": f"Bearer {key}"})
    assert client.get("/api/week").status_code == 401
    # A token opens the API alone, never a page.
    page = Client(
        headers={"Authorization": f"Bearer {make_token(runner, by=runner.user, name='n', scopes=['read'])}"}
    )
    assert page.get(reverse("week")).status_code == 302
