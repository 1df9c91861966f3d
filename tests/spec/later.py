"""A runner some days on in the week that was decided."""

from datetime import datetime, timedelta
from typing import Any

from backstride.decide import decide
from backstride.knowledge import load
from backstride.scenario import Scenario

Facts = dict[str, Any]


def later(facts: Facts, days: int, *, done: bool) -> Facts:
    """What differs from `facts`: now, the week decided, calm mornings since, and the sessions if `done`."""
    decision = decide(Scenario.model_validate(facts), load())
    assert decision.week is not None
    then = datetime.fromisoformat(facts["now"])
    gone = [then.date() + timedelta(days=n) for n in range(1, days + 1)]
    sessions = [
        {"at": (then + timedelta(days=n, hours=1)).isoformat(), "slot": session.slot, "pain_during": 0}
        | {"items": [_as_planned(item.model_dump()) for item in session.items]}
        for n, day in enumerate(decision.week.days[:days])
        for session in day.sessions
        if done and session.slot != "mid_run"
    ]
    return {
        "now": (then + timedelta(days=days)).isoformat(),
        "previous_week": decision.week.model_dump(mode="json"),
        "pain": [*facts.get("pain", []), *({"day": day.isoformat(), "morning": 0} for day in gone)],
        "sessions": [*facts.get("sessions", []), *sessions],
    }


def _as_planned(item: Facts) -> Facts:
    dose = {key: item[key] for key in ("reps", "hold_s", "duration_s") if item[key] is not None}
    return {"exercise": item["exercise"], "level": item["level"], "effort": 5, "done": [dose] * item["sets"]}
