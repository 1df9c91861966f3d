"""Signals of the ground: metres downhill, the mix of surfaces, the distance on each pair of shoes."""

from collections.abc import Iterator, Sequence
from math import fsum
from statistics import median

from backstride.knowledge import Library, RuleSet
from backstride.known import WEEK
from backstride.runs.ran import Ran
from backstride.runs.signals import hard_surface, shoe_m, window
from backstride.runs.signals_heard import Heard, percent
from backstride.scenario import Run

INDOORS = "treadmill"


def downhill(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """Metres down in the last seven days against the median of the weeks before them that are known whole.

    Heights that moved on no run of all these weeks were filled in, not measured, and tell nothing.
    """
    down = _down_m(ran.of_days(WEEK))
    before = range(1, rules.whole("run.downhill_weeks") + 1)
    if down is None or not any(run.descent_m for run in ran.of_days(WEEK * len(before) + WEEK)):
        return
    weeks = (_down_m(ran.of_days(WEEK, ago=WEEK * n)) for n in before)
    known = [metres for metres in weeks if metres is not None]
    values: dict[str, float] = {"weeks": len(known)}
    fills: dict[str, float] = {"days": WEEK, "down": round(down)}
    if len(known) < rules.whole("run.downhill_known"):
        yield Heard("downhill", "R7", "run.downhill_rise", "m", down, "signal.downhill_alone", fills, values)
        return
    usual = round(median(known), 1)
    most = usual * (1 + rules.number("run.downhill_rise"))
    note = down > most and down >= rules.number("run.downhill_least_m")
    message = "signal.downhill_note" if note else "signal.downhill"
    fills["usual"] = round(usual)
    values["usual_m"] = usual
    yield Heard("downhill", "R7", "run.downhill_rise", "m", down, message, fills, values, note=note)


def surfaces(ran: Ran, library: Library, rules: RuleSet) -> Iterator[Heard]:
    """The share of the month's distance on each surface; nothing where no surface is known."""
    days = rules.whole("run.month_days")
    by_surface: dict[str | None, list[float]] = {}
    for run in window(ran, ran.today, days):
        if run.distance_m:
            by_surface.setdefault(run.surface, []).append(run.distance_m)
    whole = fsum(metres for each in by_surface.values() for metres in each)
    shares = {name: round(fsum(each) / whole, 4) for name, each in by_surface.items()}
    unknown = shares.pop(None, 0.0)
    named = sorted(((name, share) for name, share in shares.items() if name), key=lambda s: (-s[1], s[0]))
    if not named:
        return
    parts = [
        library.message("signal.share", {"share": percent(share), "surface": name}) for name, share in named
    ]
    if unknown:
        parts.append(library.message("signal.share_unknown", {"share": percent(unknown)}))
    hard = hard_surface(ran, rules)
    note = hard is not None and hard[1] > rules.number("run.hard_share")
    message = "signal.surfaces_note" if note else "signal.surfaces"
    fills = {"days": days, "mix": ", ".join(parts)}
    values = {"shares": dict(named), "unknown": unknown}
    yield Heard("surfaces", "R6", "run.hard_share", "1", named[0][1], message, fills, values, note=note)


def shoes(ran: Ran, rules: RuleSet) -> Iterator[Heard]:
    """Metres on each pair; of pairs that only runs name the least they have, where worn in the month."""
    note, flag = rules.series("run.shoe_m")
    told = {shoe.id for shoe in ran.shoes}
    seen: dict[str, list[float]] = {}
    for runs in ran.runs_by_day.values():
        for run in runs:
            if run.shoe and run.shoe not in told:
                seen.setdefault(run.shoe, []).append(run.distance_m or 0)
    worn = {run.shoe for run in window(ran, ran.today, rules.whole("run.month_days"))}
    least = {shoe: fsum(metres) for shoe, metres in sorted(seen.items()) if shoe in worn}
    for shoe, far in [*shoe_m(ran, ran.shoes).items(), *least.items()]:
        if far <= 0:
            continue
        whole = "signal.shoe" if shoe in told else "signal.shoe_seen"
        message = "signal.shoe_flag" if far >= flag else "signal.shoe_note" if far >= note else whole
        fills = {"shoe": shoe, "km": round(far / 1000)}
        values = {"shoe": shoe, "whole": shoe in told}
        yield Heard("shoe", "R5", "run.shoe_m", "m", round(far, 1), message, fills, values, note=far >= note)


def _down_m(runs: Sequence[Run]) -> float | None:
    """Metres down; `None` where there is no run, or one outdoors whose heights are not known."""
    outdoors = [run.descent_m for run in runs if run.surface != INDOORS]
    known = [metres for metres in outdoors if metres is not None]
    return round(fsum(known), 1) if known and len(known) == len(outdoors) else None
