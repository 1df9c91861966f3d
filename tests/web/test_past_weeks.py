"""Weeks of before: kept as they were, replayed to the byte."""

import json
from datetime import timedelta
from typing import Any

import pytest

from backstride.cli.scenarios import as_line
from backstride.decide import decide
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.scenario import Scenario
from backstride.web.commands.runner import change_settings
from backstride.web.commands.week import set_minutes
from backstride.web.deciding.weeks import current_week
from backstride.web.models import Runner
from web.moments import fresh, week_of
from web.working import text_of


def _parts(client: Any, pk: int) -> tuple[bytes, bytes]:
    scenario, decision = (client.get(f"/weeks/{pk}/{part}.json") for part in ("scenario", "decision"))
    assert scenario.headers["Content-Disposition"].startswith("attachment;")
    return scenario.content, decision.content


@pytest.mark.parametrize("language", ["en", "ms"])
def test_a_stored_week_is_decided_again_to_the_byte(client_of: Any, runner: Runner, language: str) -> None:
    change_settings(runner, by=runner.user, language=language)
    today = week_of(runner).days[0].day
    set_minutes(fresh(runner), by=runner.user, day=today, minutes=5)
    week_of(runner)
    assert runner.weeks.count() == 2
    library = library_in(load(), load_translation(language))
    for stored in runner.weeks.all():
        scenario, decision = _parts(client_of(runner), stored.pk)
        assert as_line(decide(Scenario.model_validate_json(scenario), library)) == decision


def test_newer_rules_change_no_week_of_before(
    client_of: Any, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = current_week(runner)
    scenario, decision = _parts(client_of(runner), stored.pk)
    page = text_of(client_of(runner).get(f"/weeks/{stored.pk}/"))
    newer = _with_newer_rules(load())
    assert newer.rules().version == "2999-01-01"
    assert newer.rules().number("strength.per_week") != load().rules().number("strength.per_week")
    again = decide(Scenario.model_validate_json(scenario), newer)
    assert as_line(again) == decision
    assert again.rules == stored.rules
    unpinned = json.loads(scenario) | {"rules": None}
    assert decide(Scenario.model_validate(unpinned), newer).rules == "2999-01-01"
    assert text_of(client_of(runner).get(f"/weeks/{stored.pk}/")) == page


def _with_newer_rules(library: Library) -> Library:
    """The library with a rule set to come, under which strength days are fewer."""
    from dataclasses import replace

    newest = max(library.rule_sets.values(), key=lambda rules: rules.valid_from)
    later = newest.valid_from.replace(year=2999, month=1, day=1)
    rules = newest.model_copy(update={"id": "2999-01-01", "valid_from": later})
    parameter = library.parameters["strength.per_week"]
    dated = parameter.values[-1].model_copy(update={"valid_from": later, "value": 1})
    fewer = parameter.model_copy(update={"values": (*parameter.values, dated)})
    return replace(
        library,
        rule_sets={**library.rule_sets, rules.id: rules},
        parameters={**library.parameters, parameter.id: fewer},
    )


def test_every_decision_is_listed_and_opens(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    assert "No week has been decided yet" in text_of(client.get("/weeks/"))
    stored = current_week(runner)
    page = client.get("/weeks/").content.decode()
    assert f'href="/weeks/{stored.pk}/"' in page
    shown = text_of(client.get(f"/weeks/{stored.pk}/"))
    assert "not what to do now" in shown
    assert f"rules of {stored.rules}" in shown


def test_a_stop_of_before_is_shown_as_it_was(client_of: Any, runner: Runner) -> None:
    form = runner.screenings.get()
    form.answers["E1"] = "yes"
    form.save()
    stored = current_week(runner)
    page = client_of(runner).get(f"/weeks/{stored.pk}/")
    assert page.context["stop"].kind == "emergency"
    assert "Stopped" in text_of(client_of(runner).get("/weeks/"))


def test_a_stranger_sees_none_of_them(client_of: Any, runner: Runner, stranger: Runner) -> None:
    stored = current_week(runner)
    client = client_of(stranger)
    for path in ("", "scenario.json", "decision.json"):
        assert client.get(f"/weeks/{stored.pk}/{path}").status_code == 404
    assert client_of(runner).get(f"/weeks/{stored.pk}/audit.json").status_code == 404


def test_a_replan_keeps_the_week_before_it(client_of: Any, runner: Runner) -> None:
    first = current_week(runner)
    kept = (first.scenario, first.decision, first.sessions)
    day = week_of(runner).days[0].day + timedelta(days=1)
    set_minutes(fresh(runner), by=runner.user, day=day, minutes=0)
    week_of(runner)
    first.refresh_from_db()
    assert (first.scenario, first.decision, first.sessions) == kept
