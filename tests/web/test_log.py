"""A session's log: filled in with the plan, changed, taken out, sent twice."""

from datetime import date
from typing import Any

import pytest

from backstride.scenario import DoneSession
from backstride.web.commands.changing import Refused
from backstride.web.commands.sessions import log_session
from backstride.web.models import Runner
from web.moments import first_session, fresh, set_clock, week_of
from web.working import text_of

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _friday(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch)


def _as_shown(client: Any, path: str) -> dict[str, Any]:
    """The form as a browser would send it untouched."""
    form = client.get(path).context["form"]
    sent = {field.html_name: field.value() for field in form}
    return {name: value for name, value in sent.items() if value not in (None, False, "")}


def _path(runner: Runner) -> str:
    return f"/log/{TODAY}/{first_session(runner, TODAY).slot}/"


def _levels(item: Any) -> tuple[Any, ...]:
    return item.exercise, item.level, len(item.done)


def test_the_plan_is_filled_in_and_stored_as_done(client_of: Any, runner: Runner) -> None:
    client, path, planned = client_of(runner), _path(runner), first_session(runner, TODAY)
    sent = _as_shown(client, path) | {"effort": "5", "pain_during": "1"}
    assert client.post(path, sent).headers["Location"] == "/"
    done = DoneSession.model_validate(runner.session_logs.get().record)
    assert (done.slot, done.pain_during, done.limp) == (planned.slot, 1, False)
    assert [_levels(item) for item in done.items] == [(i.exercise, i.level, i.sets) for i in planned.items]
    for item, due in zip(done.items, planned.items, strict=True):
        assert item.effort == 5
        dose = (due.reps, due.hold_s, due.duration_s)
        assert {(done.reps, done.hold_s, done.duration_s) for done in item.done} == {dose}


def test_the_next_week_goes_by_it(client_of: Any, runner: Runner) -> None:
    client, path, planned = client_of(runner), _path(runner), first_session(runner, TODAY)
    client.post(path, _as_shown(client, path) | {"effort": "5"})
    after = week_of(runner)
    here = {item.exercise for s in after.days[0].sessions if s.slot == planned.slot for item in s.items}
    assert not here & {item.exercise for item in planned.items}
    page = text_of(client.get("/"))
    assert "Done today" in page


def test_sent_twice_it_is_stored_once(client_of: Any, runner: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    sent = _as_shown(client, path) | {"effort": "5"}
    client.post(path, sent)
    facts = fresh(runner).facts
    client.post(path, sent)
    assert runner.session_logs.count() == 1
    assert fresh(runner).facts == facts


def test_a_second_page_of_the_same_session_does_not_log_it_again(client_of: Any, runner: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    one, other = _as_shown(client, path), _as_shown(client, path)
    client.post(path, one | {"effort": "5"})
    page = client.post(path, other | {"effort": "9"}, follow=True)
    assert "logged already" in text_of(page)
    assert runner.session_logs.get().record["items"][0]["effort"] == 5


def test_what_was_not_done_is_left_out_and_what_was_less_is_less(client_of: Any, runner: Runner) -> None:
    client, path, planned = client_of(runner), _path(runner), first_session(runner, TODAY)
    sent = _as_shown(client, path) | {"effort": "4", "effort_1": "8"}
    del sent["did_0"]
    kind = next(k for k in ("reps", "hold_s", "duration_s") if getattr(planned.items[1], k) is not None)
    sent[f"{kind}_1_0"] = "1"
    client.post(path, sent)
    items = runner.session_logs.get().record["items"]
    assert [item["exercise"] for item in items] == [item.exercise for item in planned.items[1:]]
    assert items[0]["done"][0][kind] == 1
    assert items[0]["effort"] == 8


def test_a_log_is_changed_later_and_taken_out(client_of: Any, runner: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    client.post(path, _as_shown(client, path) | {"effort": "5", "pain_during": "2"})
    log = runner.session_logs.get()
    again = _as_shown(client, path)
    assert (again["effort"], again["pain_during"]) == ("5", "2")
    client.post(path, again | {"pain_during": "4", "limp": "on"})
    changed = runner.session_logs.get()
    assert (changed.pk, changed.record["pain_during"], changed.record["limp"]) == (log.pk, 4, True)
    assert changed.record["at"] == log.record["at"]
    client.post(f"/log/{log.pk}/delete/")
    assert not runner.session_logs.exists()
    commands = [row.command for row in runner.audit.all()]
    assert commands[-3:] == ["store_session", "change_session", "delete_session"]


def test_nothing_ticked_is_no_session(client_of: Any, runner: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    sent = {name: value for name, value in _as_shown(client, path).items() if not name.startswith("did_")}
    page = client.post(path, sent)
    assert "Tick at least one exercise" in text_of(page)
    assert not runner.session_logs.exists()


@pytest.mark.parametrize(("field", "value"), [("effort", "11"), ("pain_during", "-1"), ("limit", "x")])
def test_only_scores_are_scores(client_of: Any, runner: Runner, field: str, value: str) -> None:
    client, path = client_of(runner), _path(runner)
    client.post(path, _as_shown(client, path) | {field: value})
    assert runner.session_logs.count() == (1 if field == "limit" else 0)


def test_a_form_that_was_not_made_here_stores_nothing(client_of: Any, runner: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    sent = _as_shown(client, path) | {"shown": "made:up"}
    assert client.post(path, sent).status_code == 200
    assert not runner.session_logs.exists()


def test_a_day_to_come_cannot_be_logged(client_of: Any, runner: Runner) -> None:
    later = next(
        (day.day, s.slot) for day in week_of(runner).days[1:] for s in day.sessions if s.minutes and s.items
    )
    client = client_of(runner)
    page = client.get(f"/log/{later[0]}/{later[1]}/", follow=True)
    assert page.redirect_chain == [(f"/session/{later[0]}/{later[1]}/", 302)]
    assert "on its day" in text_of(page)
    assert "Save the log" not in text_of(page)


@pytest.mark.parametrize("path", ["/log/2026-11-20/mid_run/", "/session/soon/cross/", "/log/2026-11-20/x/"])
def test_addresses_that_name_nothing_are_not_found(client_of: Any, runner: Runner, path: str) -> None:
    assert client_of(runner).get(path).status_code == 404


def test_a_stranger_reaches_no_log(client_of: Any, runner: Runner, stranger: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    client.post(path, _as_shown(client, path) | {"effort": "5"})
    log = runner.session_logs.get()
    assert client_of(stranger).post(f"/log/{log.pk}/delete/").status_code == 404
    assert runner.session_logs.count() == 1


def test_the_command_refuses_what_cannot_be(runner: Runner) -> None:
    items = [{"exercise": "bird_dog", "level": 0}]
    good = {"at": "2026-11-20T06:00:00+08:00", "slot": "cross", "items": items}
    wrong = (
        {"at": "2026-11-20T08:00:00+08:00"},
        {"slot": "noon"},
        {"items": [{"exercise": "no_such", "level": 0}]},
        {"items": [{"exercise": "bird_dog", "level": 19}]},
    )
    for change in wrong:
        with pytest.raises(Refused):
            log_session(runner, by=runner.user, key="k", record=good | change)
    stored = log_session(runner, by=runner.user, key="k", record=good)
    assert stored.record["items"][0]["exercise"] == "bird_dog"


def test_the_list_leads_to_each_log(client_of: Any, runner: Runner) -> None:
    client, path = client_of(runner), _path(runner)
    assert "Nothing is logged yet" in text_of(client.get("/log/"))
    client.post(path, _as_shown(client, path) | {"effort": "5"})
    assert f'href="{path}"' in client.get("/log/").content.decode()
