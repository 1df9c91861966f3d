"""The log of sessions done: a line each, nothing lost, and what is wrong named by its line."""

from datetime import datetime
from pathlib import Path

import pytest

from backstride.cli.inputs import gather
from backstride.cli.playing.hurts import Pain, verdict
from backstride.cli.playing.log import append, entry, logged
from backstride.cli.refusal import BadInput
from backstride.scenario import DoneItem, DoneSession, DoneSet, Scenario
from cast import NOW, facts
from sessions.made import LIBRARY, RULES

AT = datetime.fromisoformat(NOW)
DONE = DoneSession(
    at=AT,
    slot="cross",
    pain_during=2,
    items=(DoneItem(exercise="bridge", level=1, done=(DoneSet(reps=8, hold_s=6),), effort=5),),
)
SCENARIO = Scenario.model_validate(facts())


def test_what_is_added_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "done.jsonl"
    other = DONE.model_copy(update={"slot": "recovery", "items": ()})
    append(path, DONE)
    append(path, other)
    assert [DoneSession.model_validate(facts) for facts in logged(path)] == [DONE, other]
    assert path.stat().st_mode & 0o077 == 0


def test_a_line_that_was_cut_short_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "done.jsonl"
    path.write_text(entry(DONE)[:40])
    append(path, DONE)
    assert path.read_text().splitlines()[1] == entry(DONE)
    with pytest.raises(BadInput, match=r"done\.jsonl: line 1: "):
        logged(path)


def test_an_entry_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"cannot be written: .*\"exercise\":\"bridge\""):
        append(tmp_path, DONE)


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "done.jsonl"
    path.write_text(f'{entry(DONE)}\n\n{{"at": "{NOW}", "slot": "cross", "pain_during": 11}}\n')
    with pytest.raises(BadInput, match="line 3: pain_during: "):
        logged(path)


def test_the_logs_sessions_join_the_profiles_each_once(tmp_path: Path) -> None:
    path = tmp_path / "done.jsonl"
    append(path, DONE)
    earlier = DONE.model_copy(update={"at": datetime.fromisoformat("2026-11-18T07:00:00+08:00")})
    append(path, earlier)
    profile = tmp_path / "me.json"
    given = Scenario.model_validate(facts(sessions=[DONE.model_dump(mode="json")]))
    profile.write_text(given.model_dump_json())
    scenario = gather(None, profile, None, None, log=path).scenario(LIBRARY)
    assert scenario.sessions == (DONE, earlier)
    alone = gather(None, profile, None, None).scenario(LIBRARY)
    assert alone.sessions == (DONE,)


@pytest.mark.parametrize(
    ("score", "leg", "light"),
    [
        (0, False, "green"),
        (3, False, "green"),
        (3.5, False, "amber"),
        (5.5, False, "amber"),
        (6, False, "red"),
        (1, True, "red"),
    ],
)
def test_what_hurts_is_judged_by_the_lights_own_rules(score: float, leg: bool, light: str) -> None:
    found = verdict(Pain(score, leg=leg), DONE, SCENARIO, LIBRARY, RULES)
    assert (found.light, found.stop) == (light, light == "red")
    assert found.words
    if light == "red":
        assert "48 hours" in found.words[-1]


def test_the_morning_does_not_colour_what_hurts_now() -> None:
    sore = facts(pain=[*facts()["pain"], {"day": NOW[:10], "morning": 9, "night": True}])
    found = verdict(Pain(1, leg=False), DONE, Scenario.model_validate(sore), LIBRARY, RULES)
    assert found.light == "green"
