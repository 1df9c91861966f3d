"""How often one may ask for what costs much, on a server."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from backstride.web import limits
from backstride.web.commands.tokens import make_token
from backstride.web.limits import LIMITS, Limit, client_ip
from backstride.web.models import Runner
from web.working import text_of


@pytest.fixture(autouse=True)
def _limited(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "backstride.web.limits.LimitsMiddleware"]
    at = [1_700_000_000.0]
    monkeypatch.setattr(limits.time, "time", lambda: at[0])
    monkeypatch.setattr(limits, "_moment", at, raising=False)
    cache.clear()


def set_limits(monkeypatch: pytest.MonkeyPatch, **of: Limit) -> None:
    for name, limit in of.items():
        monkeypatch.setattr(limits, name, limit)


def exported(client: Client) -> bytes:
    answer = client.post("/archive/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_an_export_too_many(client_of: Any, runner: Runner, stranger: Runner, monkeypatch: Any) -> None:
    monkeypatch.setitem(LIMITS, "archive", Limit(2, 3600))
    client = client_of(runner)
    for _ in range(2):
        assert exported(client)
    refused = client.post("/archive/")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 3601
    assert "A moment, please" in text_of(refused)
    assert client.get("/archive/").status_code == 200
    assert exported(client_of(stranger))
    limits._moment[0] += 3600  # type: ignore[attr-defined]
    assert exported(client)


def test_all_changes_of_a_person_count_together(client_of: Any, runner: Runner, monkeypatch: Any) -> None:
    set_limits(monkeypatch, CHANGES=Limit(3, 60))
    client = client_of(runner)
    codes = [
        client.post(path, {}).status_code for path in ("/tokens/", "/calendar/", "/settings/", "/shoes/")
    ]
    assert codes[3] == 429
    assert 429 not in codes[:3]
    assert client.get("/").status_code == 200


def test_the_api_answers_with_a_problem(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    set_limits(monkeypatch, CALLS=Limit(2, 60))
    key = make_token(runner, by=runner.user, name="x", scopes=["read"])
    program = Client(headers={"Authorization": f"Bearer {key}"})
    answers = [program.get("/api/screening") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["Content-Type"] == "application/problem+json"
    assert answers[2].headers["Retry-After"]


def test_strangers_count_by_their_address(db: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    set_limits(monkeypatch, STRANGERS=Limit(2, 60))
    one, other = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    assert [one.get("/api/today").status_code for _ in range(3)] == [401, 401, 429]
    assert other.get("/api/today").status_code == 401


def test_who_is_not_behind_a_known_proxy_cannot_say_so(rf: Any, settings: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": "1.1.1.1, 2.2.2.2, 3.3.3.3"})
    for proxies, address in ((0, "192.0.2.1"), (1, "3.3.3.3"), (2, "2.2.2.2"), (9, "192.0.2.1")):
        settings.PROXIES = proxies
        assert client_ip(request) == address


def test_each_limit_is_of_a_page_that_exists() -> None:
    assert set(LIMITS) <= set(_names(get_resolver().url_patterns))


def _names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> list[str]:
    found = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            found += _names(pattern.url_patterns, prefix + inner)
        elif pattern.name:
            found.append(prefix + pattern.name)
    return found
