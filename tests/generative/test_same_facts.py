"""The same facts told in another way, or with facts that nobody can know yet, lead to the same findings."""

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from backstride.resolve import read_scenario
from backstride.scenario import Scenario
from generative.strategies import OFFSETS, diaries, moments, runs_of, scenarios, sessions_of
from generative.summary import difference, findings_of

zones = st.sampled_from(OFFSETS).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def changed(scenario: Scenario, **fields: object) -> Scenario:
    """The scenario with these fields, checked anew."""
    return Scenario.model_validate(scenario.model_dump() | fields)


@given(scenarios(last=1))
def test_a_scenario_survives_json(scenario: Scenario) -> None:
    again = read_scenario(scenario.model_dump_json())
    assert again == scenario
    assert difference(again, scenario) == {}


@given(scenarios(), st.data())
def test_facts_after_now_are_not_known_yet(scenario: Scenario, data: st.DataObject) -> None:
    now = scenario.now
    later = now + timedelta(seconds=1)
    pain = [
        entry for entry in data.draw(diaries(now, last=6)) if date.fromisoformat(entry["day"]) > now.date()
    ]
    runs = [run for run in data.draw(runs_of(later, last=6)) if datetime.fromisoformat(run["start"]) > now]
    sessions = [s for s in data.draw(sessions_of(later, last=6)) if datetime.fromisoformat(s["at"]) > now]
    cleared = {"ids": ["U1", "C2"], "at": data.draw(moments(later, 0, 6)), "by": "clinician"}
    dump = scenario.model_dump()
    more = changed(
        scenario,
        pain=[*dump["pain"], *pain],
        runs=[*dump["runs"], *runs],
        sessions=[*sessions, *dump["sessions"]],
        screening=dump["screening"] | {"cleared": [*dump["screening"]["cleared"], cleared]},
    )
    assert difference(scenario, more) == {}


@given(scenarios(last=1), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_does_not_matter(scenario: Scenario, chance: Random) -> None:
    dump = scenario.model_dump()
    for field in ("pain", "runs", "sessions", "calendar"):
        if dump[field]:
            dump[field] = list(dump[field])
            chance.shuffle(dump[field])
    answers = list(dump["screening"]["answers"].items())
    chance.shuffle(answers)
    dump["screening"]["answers"] = dict(answers)
    assert difference(scenario, Scenario.model_validate(dump)) == {}


@given(scenarios(last=1), zones)
def test_the_zone_that_a_time_is_told_in_does_not_matter(scenario: Scenario, zone: timezone) -> None:
    dump = scenario.model_dump()
    for field, time in (("runs", "start"), ("sessions", "at")):
        dump[field] = [fact | {time: fact[time].astimezone(zone)} for fact in dump[field]]
    screening = dump["screening"]
    if screening["at"] is not None:
        screening["at"] = screening["at"].astimezone(UTC)
    assert difference(scenario, Scenario.model_validate(dump)) == {}


@given(scenarios(), st.data())
def test_the_lights_depend_on_days_not_on_times_of_day(scenario: Scenario, data: st.DataObject) -> None:
    zone, dump = scenario.now.tzinfo, scenario.model_dump()
    for field, time in (("runs", "start"), ("sessions", "at")):
        moved = []
        for fact in dump[field]:
            local = fact[time].astimezone(zone)
            if local.date() < scenario.now.date():
                minute = data.draw(st.integers(0, 1439))
                local = local.replace(hour=minute // 60, minute=minute % 60)
            moved.append(fact | {time: local})
        dump[field] = moved
    other = Scenario.model_validate(dump)
    assert findings_of(other).lights == findings_of(scenario).lights
