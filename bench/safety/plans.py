"""A scenario through the whole planner and the whole checker; then, in a third, a replan some days on."""

from datetime import timedelta

from bench.safety.chance import Chance, Facts
from bench.safety.tally import Fault, Tally

from backstride.decide import decide
from backstride.decision import Decision, Item
from backstride.knowledge import Library
from backstride.planning.check import check
from backstride.scenario import Scenario

REPLANNED = 1 / 3


def judge(seed: int, number: int, scenario: Scenario, library: Library, tally: Tally) -> None:
    """Adds what came of the scenario, and of its replan, to the tally."""
    decision = _hold(number, scenario, library, tally)
    chance = Chance(seed, -1 - number)
    if decision.week is not None and chance.odds(REPLANNED):
        tally.saw("occasion", "replan of a decided week")
        _hold(number, later(chance, scenario, decision), library, tally)


def later(chance: Chance, scenario: Scenario, decision: Decision) -> Scenario:
    """The same runner up to three days on: sessions done, mornings scored, at times a changed calendar."""
    ago = chance.whole(0, 3)
    now = scenario.now + timedelta(days=ago, minutes=chance.whole(1, 300))
    data = scenario.model_dump()
    data |= {"now": now, "previous_week": decision.week}
    data["sessions"] = [*data["sessions"], *_done(chance, scenario, decision, ago)]
    scored = {entry["day"] for entry in data["pain"]}
    for n in range(ago + 1):
        day = scenario.now.date() + timedelta(days=n)
        if day <= now.date() and day not in scored and chance.odds(0.8):
            data["pain"] = [*data["pain"], {"day": day, "morning": chance.one((0, 1, 1, 2, 4))}]
    if data["calendar"] and chance.odds(0.3):
        data["calendar"] = data["calendar"][:-1]
    if data["screening"]["at"] is not None and chance.odds(0.5):
        data["screening"] = data["screening"] | {"at": now}
    return Scenario.model_validate(data)


def _done(chance: Chance, scenario: Scenario, decision: Decision, days: int) -> list[Facts]:
    """Most sessions of the days gone by, as they were planned."""
    found: list[Facts] = []
    for n, day in enumerate(decision.week.days[:days] if decision.week else ()):
        for session in day.sessions:
            if not session.items or chance.odds(0.2):
                continue
            items = [_as_planned(chance, item) for item in session.items]
            at = scenario.now + timedelta(days=n, minutes=len(found) + 1)
            pain = chance.one((0, 1, 2, 4))
            found.append({"at": at, "slot": session.slot, "pain_during": pain, "items": items})
    return found


def _as_planned(chance: Chance, item: Item) -> Facts:
    done = {"reps": item.reps, "hold_s": item.hold_s, "duration_s": item.duration_s}
    effort = chance.one((4, 5, 6, 8))
    return {"exercise": item.exercise, "level": item.level, "effort": effort, "done": [done] * item.sets}


def _hold(number: int, scenario: Scenario, library: Library, tally: Tally) -> Decision:
    decision = decide(scenario, library)
    tally.count += 1
    _cover(tally, scenario, decision)
    for found in check(scenario, decision, library):
        tally.faults.append(Fault(number, f"{found.rule} {found.where}: {found.text}"))
    return decision


def _cover(tally: Tally, scenario: Scenario, decision: Decision) -> None:
    tally.saw("status and tier", f"{decision.status}, {decision.triage.tier}")
    week = decision.week
    if week is None:
        return
    tally.saw("calendar", week.calendar)
    tally.saw("proof", decision.solver.status if decision.solver else "none")
    for which, so in (
        ("deload", week.deload),
        ("routine", week.routine is not None),
        ("suspected bone pain", decision.triage.bone),
        ("week decided before", scenario.previous_week is not None),
        ("an empty week", not any(s.items for day in week.days for s in day.sessions)),
    ):
        if so:
            tally.saw("occasion", which)
    for day in week.days:
        for session in day.sessions:
            tally.saw("session", session.slot)
            for item in session.items:
                tally.saw("dose", item.change)
    for rule in {shortfall.rule for shortfall in week.shortfalls}:
        tally.saw("shortfall", rule)
    for rule in week.yields:
        tally.saw("yields to a routine", rule)
    for what in {change.what for change in week.changes}:
        tally.saw("change of a replan", what)
    for band in {advice.band for advice in decision.runs}:
        tally.saw("advice on a run", band)
    for lesson in decision.lessons:
        tally.saw("lesson", lesson.lesson)
