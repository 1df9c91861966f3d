"""The cases: varied runners, each planned week after week with the log of the weeks before, and replanned."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from bench.plan.calendars import Runs

import weeks
from backstride.decision import Decision
from backstride.knowledge import Library
from backstride.known import weekday

Facts = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One thing to decide: a runner's week on a calendar; a replan says which fact changed."""

    name: str
    given: Facts
    replan: str = ""


def cases(
    name: str, runs: Runs, library: Library, *, runner: int, runners: int, count: int
) -> Generator[Case, Decision, None]:
    """`count` weeks of a runner, and after each a replan of it; wants the decision of each case sent back.

    Each runner begins at a moment of its own, so that all together cover the calendar.
    """
    start = next(islice(weeks.week_starts(runs, runners), runner, None))
    first: Facts = {}
    sessions: list[Facts] = []
    for n in range(count):
        seed = 1000 * runner + n
        given = weeks.scenario(runs, start + timedelta(weeks=n), seed, library)
        first = first or given
        # A composed week each: one who follows a routine as written needs no solver.
        given["runner"] = {**first["runner"], "routine": None}
        given["screening"] = {**given["screening"], "answers": first["screening"]["answers"]}
        given["sessions"] = list(sessions)
        title = f"{name} runner {runner + 1} week {n + 1}"
        decision = yield Case(title, given)
        if decision.week is None:
            continue
        what, changed = _changed(given, decision, Random(seed))
        yield Case(f"{title}, replan: {what}", changed, what)
        sessions += weeks.done(decision, given, seed)


def _changed(given: Facts, decision: Decision, chance: Random) -> tuple[str, Facts]:
    """What changed, and the scenario with it and with the decided week behind it."""
    assert decision.week is not None
    then = {**given, "previous_week": decision.week.model_dump(mode="json")}
    runner = dict(given["runner"])
    today = given["now"][:10]
    day = chance.choice(decision.week.days).day
    what = chance.choice(("less time", "more time", "a run", "a sore morning", "an exercise", "a day kept"))
    if what in ("less time", "more time"):
        minutes = chance.randint(0, 12) if what == "less time" else chance.randint(20, 45)
        then["runner"] = {**runner, "minutes": {**runner["minutes"], weekday(day): minutes}}
    elif what == "an exercise":
        held = {i.exercise for d in decision.week.days for s in d.sessions for i in s.items}
        without = [*runner["avoid_exercises"], chance.choice(sorted(held) or ["bridge"])]
        then["runner"] = {**runner, "avoid_exercises": without}
    elif what == "a run":
        entries = given["calendar"] or []
        left = [entry for entry in entries if entry["day"] != day.isoformat()]
        run = {"day": day.isoformat(), "kind": "easy", "distance_m": 6000}
        then["calendar"] = left if len(left) < len(entries) else [*left, run]
    elif what == "a sore morning":
        pain = [known for known in given["pain"] if known["day"] != today]
        then["pain"] = [*pain, {"day": today, "morning": 3, "worst": 3}]
    else:
        tomorrow = datetime.fromisoformat(given["now"]) + timedelta(days=1)
        then["now"] = tomorrow.isoformat()
        kept = [s for s in weeks.done(decision, given, 0) if s["at"][:10] == today]
        then["sessions"] = [*given["sessions"], *kept]
        then["pain"] = [*given["pain"], {"day": tomorrow.date().isoformat(), "morning": 1, "worst": 1}]
    return what, then
