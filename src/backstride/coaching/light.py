"""The pain light of each day, and what the reds of the last weeks mean for this one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from backstride.coaching.findings import Finding
from backstride.decision import DayLight, Unlit
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.terms import Light


@dataclass(frozen=True)
class Lights:
    """The lights by day, the days whose light is not known, and the reds with what follows from them."""

    lights: tuple[DayLight, ...]
    unlit: tuple[Unlit, ...]
    reds: tuple[date, ...]
    low_load: frozenset[date]
    paused: bool
    triple: bool
    ambers_in_a_row: bool

    def of(self, day: date) -> Light | None:
        """The light of a day; `None` where it is not known."""
        return next((entry.light for entry in self.lights if entry.day == day), None)

    def recent(self, today: date, rules: RuleSet) -> Light | None:
        """The light of the latest day that has one, where that day is not older than the baseline."""
        if not self.lights:
            return None
        last = self.lights[-1]
        return last.light if (today - last.day).days <= rules.whole("light.baseline_days") else None


def lights(known: Known, library: Library, rules: RuleSet, found: Mapping[date, Finding]) -> Lights:
    """Colours each day by its own evidence and, after a run or a session, by the morning after."""
    lit: list[DayLight] = []
    unlit: list[Unlit] = []
    for day, finding in found.items():
        light, why = _light(library, finding, found.get(day + timedelta(days=1)))
        if light is None:
            unlit.append(Unlit(day=day, why=why))
        else:
            lit.append(DayLight(day=day, light=light, why=why))
    reds = tuple(day for day, finding in found.items() if finding.light == "red")
    last = [entry.light for entry in lit[-rules.whole("deload.ambers") :]]
    return Lights(
        lights=tuple(lit),
        unlit=tuple(unlit),
        reds=reds,
        low_load=low_load_days(known, rules, reds),
        paused=_paused(known, rules, reds),
        triple=sum(known.days_ago(r) <= rules.whole("red.triple_days") for r in reds)
        >= rules.whole("red.triple"),
        ambers_in_a_row=len(last) == rules.whole("deload.ambers") and set(last) == {"amber"},
    )


def low_load_days(known: Known, rules: RuleSet, reds: tuple[date, ...]) -> frozenset[date]:
    """The days of this week that lie within the low-load time of a red, the red day's end counted."""
    after = ceil(rules.number("red.low_load_hours") / 24)
    return frozenset(d for d in known.week if any(0 <= (d - red).days <= after for red in reds))


def _light(library: Library, finding: Finding, after: Finding | None) -> tuple[Light | None, str]:
    own = max(finding.evidence, key=lambda e: e.light == "red", default=None)
    if own is not None and own.light == "red":
        return "red", library.message(own.key, own.values)
    if not finding.active:
        if own is not None:
            return own.light, library.message(own.key, own.values)
        if finding.morning_light == "green":
            return "green", library.message("light.green_rest", {"morning": finding.morning})
        return None, library.message(
            "light.unknown_between" if finding.compared else "light.unknown_morning", {}
        )
    response = after.morning_light if after is not None else None
    if response == "red" or (response == "amber" and own is None):
        return response, library.message(f"light.after_{response}", {})
    if own is not None:
        return own.light, library.message(own.key, own.values)
    if response is None:
        between = after is not None and after.compared
        return None, library.message("light.unknown_between" if between else "light.unknown_after", {})
    if finding.during is None:
        return None, library.message("light.unknown_during", {})
    return "green", library.message("light.green_active", {"during": finding.during})


def _paused(known: Known, rules: RuleSet, reds: tuple[date, ...]) -> bool:
    pair, pause = rules.whole("red.pair_days"), rules.whole("red.pause_days")
    return any(
        (later - earlier).days <= pair and known.days_ago(later) <= pause for earlier, later in pairwise(reds)
    )
