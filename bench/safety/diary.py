"""What was felt, run and planned."""

from datetime import datetime, timedelta

from bench.safety.chance import Chance, Facts, back

KINDS = ("easy", "easy", "easy", "long", "quality", "race", "cross", "rest")


def pain(chance: Chance, now: datetime) -> list[Facts]:
    """Days of the last weeks: a steady back, a sore one, one of all kinds, or no diary at all."""
    kind = chance.weighed({"steady": 0.5, "sore": 0.25, "any": 0.15, "none": 0.1})
    if kind == "none":
        return []
    usual, gaps = chance.one((0, 0, 1, 1, 2, 3, 5)), chance.one((0.0, 0.0, 0.1, 0.4))
    signs = 0.02 if kind == "any" else 0.004 if kind == "sore" else 0.0
    rises = {"steady": (0, 0, 0, 0, 0, 1), "sore": (0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3), "any": tuple(range(11))}
    first = chance.one((3, 8, 15, 30))
    found = []
    for days in range(first, -2 if chance.odds(0.05) else -1, -1):
        if chance.odds(gaps):
            continue
        morning = chance.one(rises[kind]) + (0 if kind == "any" else usual)
        entry: Facts = {
            "day": back(now, days),
            "morning": None
            if chance.odds(gaps / 2)
            else min(10, morning + (0.5 if chance.odds(0.05) else 0)),
            "worst": min(10, morning + chance.whole(0, 3)) if chance.odds(0.5) else None,
        }
        if chance.odds(signs):
            entry[chance.one(("leg", "night"))] = True
        found.append(entry)
    return found


def runs(chance: Chance, now: datetime) -> list[Facts]:
    """Runs of the last six weeks, some with the pain that they brought."""
    painful = chance.one((0.0, 0.05, 0.3))
    usual = chance.one((4000, 8000, 12_000))
    found = []
    for _ in range(chance.one((0, 2, 6, 12))):
        metres = usual * chance.one((0.6, 1, 1, 1, 1.4, 2.2))
        found.append(
            {
                "start": chance.before(now, 0, 42),
                "duration_s": metres * 0.36,
                "distance_m": metres if chance.odds(0.9) else None,
                "kind": chance.one((None, "easy", "easy", "long", "quality", "race")),
                "pain_during": score(chance, painful),
            }
        )
    return found


def score(chance: Chance, painful: float) -> float | None:
    """Pain during: mostly low, in that share of any height, in a tenth not told."""
    if chance.odds(0.1):
        return None
    return chance.one((3.5, 4, 5, 5.9, 6, 8)) if chance.odds(painful) else chance.one((0, 0, 1, 2, 3))


def calendar(chance: Chance, now: datetime) -> list[Facts] | None:
    """What is planned for the days ahead; `None` in a sixth."""
    if chance.odds(1 / 6):
        return None
    found = []
    for days in range(-1, 10):
        for _ in range(chance.weighed({0: 0.45, 1: 0.5, 2: 0.05})):
            metres = chance.one((None, 5000, 8000, 12_000, 30_000))
            entry = {
                "day": now.date() + timedelta(days=days),
                "kind": chance.one(KINDS),
                "distance_m": metres,
            }
            found.append(entry | {"duration_s": chance.one((None, 1800, 5400))})
    return found
