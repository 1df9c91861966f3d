"""Tokens of other programs: made, shown once, revoked."""

import hashlib
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backstride.web import clock
from backstride.web.commands import tokens as commands
from backstride.web.commands.changing import Refused
from backstride.web.commands.tokens import make_token
from backstride.web.jobs.purge import purge
from backstride.web.models import ApiToken, Audit, Runner
from web.working import text_of


def made(client: Client, **changes: Any) -> Any:
    return client.post("/tokens/", {"name": "Watch", "scopes": ["read", "log"], "days": "90", **changes})


def key_of(answer: Any) -> str:
    found = re.search(r'value="(bs_[\w-]{40,})"', answer.content.decode())
    assert found is not None
    return found[1]


def test_a_token_is_shown_once_and_only_its_hash_is_kept(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    key = key_of(made(client))
    token = ApiToken.objects.get()
    assert token.digest == hashlib.sha256(key.encode()).hexdigest()
    assert (token.name, token.scopes) == ("Watch", ["read", "log"])
    assert token.expires_at is not None
    assert token.expires_at - token.created_at == timedelta(days=90)
    page = client.get("/tokens/").content.decode()
    assert "Watch" in page
    assert key not in page
    assert key not in str([audit.details for audit in Audit.objects.all()])
    assert Client(headers={"Authorization": f"Bearer {key}"}).get("/api/today").status_code == 200


def test_revoking_ends_it_at_once(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    program = Client(headers={"Authorization": f"Bearer {key_of(made(client, days='0'))}"})
    assert ApiToken.objects.get().expires_at is None
    assert program.get("/api/today").status_code == 200
    page = client.post(f"/tokens/{ApiToken.objects.get().pk}/revoke/", follow=True)
    assert "“Watch” no longer gets in" in text_of(page)
    assert "No program has access" in text_of(page)
    assert program.get("/api/today").status_code == 401


def test_nobody_elses_token_is_seen_or_revoked(client_of: Any, runner: Runner, stranger: Runner) -> None:
    made(client_of(runner))
    token = ApiToken.objects.get()
    other = client_of(stranger)
    assert "Watch" not in text_of(other.get("/tokens/"))
    assert other.post(f"/tokens/{token.pk}/revoke/").status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "   "}, "name"),
        ({"name": "x" * 65}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["everything"]}, "scopes"),
        ({"days": "36500"}, "days"),
    ],
)
def test_a_wrong_form_names_its_field(
    client_of: Any, runner: Runner, wrong: dict[str, Any], field: str
) -> None:
    page = made(client_of(runner), **wrong).content.decode()
    assert f'id="id_{field}_error"' in page
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["x"]}, "scopes"),
        ({"days": 1}, "days"),
    ],
)
def test_the_command_refuses_too(runner: Runner, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        make_token(runner, by=runner.user, **{"name": "x", "scopes": ["read"], **wrong})
    assert refusal.value.field == field


def test_not_more_than_can_be_looked_after(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "MOST_TOKENS", 1)
    make_token(runner, by=runner.user, name="x", scopes=["read"])
    with pytest.raises(Refused):
        make_token(runner, by=runner.user, name="y", scopes=["read"])


def test_tokens_that_are_over_for_a_month_are_purged(runner: Runner) -> None:
    now = clock.now()
    for name, ago in (("held", None), ("fresh", 10), ("old", 31)):
        make_token(runner, by=runner.user, name=name, scopes=["read"])
        if ago is not None:
            ApiToken.objects.filter(name=name).update(revoked_at=now - timedelta(days=ago))
    assert purge() == 1
    assert set(ApiToken.objects.values_list("name", flat=True)) == {"held", "fresh"}
