"""The back sessions that were done: none, steady ones, loose ones, and ones with a long gap since."""

from datetime import datetime, timedelta

from bench.safety.chance import Chance, Facts
from bench.safety.diary import score

from backstride.knowledge import Library

LOG = {"none": 0.15, "steady": 0.5, "loose": 0.2, "left": 0.15}


def sessions(chance: Chance, now: datetime, library: Library) -> list[Facts]:
    """Sessions up to now, at times one after it."""
    kind = chance.weighed(LOG)
    if kind == "none":
        return []
    painful, signs = chance.one((0.0, 0.0, 0.05, 0.4)), chance.one((0.0, 0.0, 0.01, 0.05))
    exercises = chance.some(tuple(library.exercises), 4) or [chance.one(tuple(library.exercises))]
    levels = {e: chance.whole(0, len(library.exercises[e].ladder) - 1) for e in exercises}
    clean = chance.one((0.99, 0.9))
    first = 0 if kind == "steady" and chance.odds(0.1) else chance.whole(1, 4)
    if kind == "left":
        first = chance.one((6, 7, 8, 13, 14, 15, 27, 28, 29, 45))
    gap, count = chance.one((2, 2, 3)), chance.one((1, 2, 4, 8, 14))
    found = []
    for n in range(count):
        at = now - timedelta(days=first + gap * n, minutes=chance.whole(1, 300))
        if kind == "loose":
            at = chance.before(now, -1 if chance.odds(0.02) else 0, chance.one((8, 40)))
        raised = chance.odds(0.1)
        items = [
            _item(chance, library, exercise, max(0, levels[exercise] - raised), clean)
            for exercise in exercises
            if chance.odds(0.9)
        ]
        found.append(
            {
                "at": at,
                "slot": chance.one(("post_run", "cross", "recovery")),
                "pain_during": score(chance, painful),
                "limp": chance.odds(signs),
                "new_leg_symptoms": chance.odds(signs / 2),
                "items": items,
            }
        )
    return found


def _item(chance: Chance, library: Library, exercise: str, level: int, clean: float) -> Facts:
    """An exercise done whole in that share of the draws, else short of sets, repetitions or ease."""
    rung = library.exercises[exercise].ladder[level]
    dose = {"reps": rung.reps, "hold_s": rung.hold_s, "duration_s": rung.duration_s}
    sets, short = rung.sets, 0
    effort: float | None = chance.one((4, 5, 6))
    if not chance.odds(clean):
        sets += chance.one((-1, 0, 0, 1))
        short, effort = chance.one((0, 1)), chance.one((5, 6.5, 8, None))
    done = {key: max(0, value - short) for key, value in dose.items() if value is not None}
    return {"exercise": exercise, "level": level, "done": [done] * sets, "effort": effort}
