"""Advice on the planned runs: how each compares with the longest of the last 30 days, and softer notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Any

from backstride.decision import DayRun, RunAdvice
from backstride.knowledge import Library, RuleSet
from backstride.known import WEEK, Known
from backstride.runs.calendar import Calendar
from backstride.runs.signals import (
    distance_m,
    hard_surface,
    longest_m,
    longest_s,
    mostly_measured,
    painful_long_strides,
    shoe_m,
    window,
)

HOLD = "hold"  # a limit of the back's own stands above the bands
BANDS = ("up_to_1.10", "over_1.10", "over_1.30", "over_2.00")


@dataclass(frozen=True)
class Caution:
    """What the back allows: no impact at all, a walk in place of a run, or no run longer than usual."""

    no_impact: bool
    low_load: frozenset[date]
    hold: str | None


@dataclass(frozen=True)
class Adviser:
    """Advises on the runs of one week."""

    known: Known
    library: Library
    rules: RuleSet
    caution: Caution

    def advise(self, calendar: Calendar) -> tuple[RunAdvice, ...]:
        """A line for each planned run, then the notes on the whole."""
        ran = len(self.known.runs_by_day.get(self.known.today, ()))
        planned = [
            (day, run)
            for day in self.known.week
            for run in calendar.runs(day)[ran if day == self.known.today else 0 :]
        ]
        lines = [self._run(day, run) for day, run in planned]
        return (*lines, *self._notes(planned))

    def _run(self, day: date, run: DayRun) -> RunAdvice:
        if self.caution.no_impact:
            return self._line(
                day, "H1", "run.no_impact", "no_impact", sources=("HARRIS2016", "ROBERTSON2017")
            )
        if day in self.caution.low_load:
            return self._line(day, "H14", "run.low_load", "walk", parameter="red.low_load_hours")
        before = day if day > self.known.today else day - timedelta(days=1)  # a run is not its own measure
        recent = window(self.known, before, self.rules.whole("run.window_days"))
        if not recent:
            return self._line(day, "R3", "run.restart", "restart", parameter="run.window_days")
        by_distance = bool(run.distance_m) and mostly_measured(recent)
        longest = longest_m(recent, self.rules) if by_distance else longest_s(recent, self.rules)
        planned = run.distance_m if by_distance else run.duration_s
        if longest is None or not planned:
            key = f"run.unknown_{self.caution.hold}" if self.caution.hold else "run.unknown"
            return self._line(day, "R1", key, self._band("unknown"), parameter="run.ratio_amber")
        return self._ratio(day, planned / longest, longest, by_distance=by_distance)

    def _ratio(self, day: date, ratio: float, longest: float, *, by_distance: bool) -> RunAdvice:
        limits = self.rules.series("run.ratio_bands")
        band = sum(ratio > limit + 1e-9 for limit in limits)
        confirm = band == len(limits)
        cap = self.rules.number("run.ratio_amber") if self.caution.hold else limits[0]
        offer = floor(longest * cap)
        size = {"offer_m": offer} if by_distance else {"offer_s": offer}
        values: dict[str, Any] = {
            "ratio": ratio,
            "longest": _size(longest, by_distance=by_distance),
            "offer": _size(offer, by_distance=by_distance),
            "cap": cap,
        }
        if self.caution.hold:
            within = ratio <= cap + 1e-9
            key = f"run.within_{self.caution.hold}" if within else f"run.hold_{self.caution.hold}"
            kept = None if within else size
            return self._line(
                day, "R1", key, HOLD, ratio, confirm=confirm, parameter="run.ratio_amber", size=kept, **values
            )
        if band == 0:
            return self._line(day, "R1", "run.fine", BANDS[0], ratio, parameter="run.ratio_bands", **values)
        values["hazard"] = self.rules.series("run.hazard_ratios")[band - 1]
        key = "run.confirm" if confirm else "run.spike"
        return self._line(
            day,
            "R1",
            key,
            BANDS[band],
            ratio,
            confirm=confirm,
            parameter="run.hazard_ratios",
            size=size,
            **values,
        )

    def _band(self, band: str) -> str:
        return HOLD if self.caution.hold else band

    def _notes(self, planned: list[tuple[date, DayRun]]) -> Iterator[RunAdvice]:
        if not planned or self.caution.no_impact:
            return
        day = planned[0][0]
        weeks = self.rules.whole("run.weekly_rise_weeks")
        first = self.known.today - timedelta(days=WEEK * weeks)
        before = distance_m(self.known, first, first + timedelta(days=WEEK - 1))
        ahead = sum(run.distance_m or 0 for _, run in planned)
        if before > 0 and ahead > before * (1 + self.rules.number("run.weekly_rise")):
            rise = round(100 * (ahead / before - 1))
            yield self._line(day, "R2", "run.weekly", "note", parameter="run.weekly_rise", rise=rise)
        strides = painful_long_strides(self.known, self.rules)
        if strides is not None:
            up, most = self.rules.series("run.cadence_up")
            values: dict[str, Any] = {
                "low": round(strides[0]),
                "usual": round(strides[1]),
                "up": round(100 * up),
                "most": round(100 * most),
            }
            yield self._line(day, "R4", "run.cadence", "note", parameter="run.cadence_up", **values)
        note, flag = self.rules.series("run.shoe_m")
        for shoe, worn in shoe_m(self.known, self.known.scenario.shoes).items():
            if worn >= note:
                key = "run.shoe_flag" if worn >= flag else "run.shoe_note"
                values = {"shoe": shoe, "km": round(worn / 1000)}
                yield self._line(
                    day, "R5", key, "flag" if worn >= flag else "note", parameter="run.shoe_m", **values
                )
        hard = hard_surface(self.known, self.rules)
        if hard is not None and hard[1] > self.rules.number("run.hard_share"):
            values = {"surface": hard[0], "share": round(100 * hard[1])}
            yield self._line(day, "R6", "run.surface", "note", parameter="run.hard_share", **values)

    def _line(
        self,
        day: date,
        rule: str,
        key: str,
        band: str,
        times: float | None = None,
        *,
        confirm: bool = False,
        parameter: str | None = None,
        sources: tuple[str, ...] = (),
        size: dict[str, int] | None = None,
        **values: Any,
    ) -> RunAdvice:
        record = self.library.parameters[parameter] if parameter else None
        shown = {name: round(v, 2) if isinstance(v, float) else v for name, v in values.items()}
        return RunAdvice(
            day=day,
            rule=rule,
            ratio=None if times is None else round(times, 3),
            band=band,
            advice=self.library.message(key, shown),
            sources=record.sources if record else sources,
            confirm=confirm,
            grade=record.grade if record else "guideline",
            **(size or {}),
        )


def _size(amount: float, *, by_distance: bool) -> str:
    """An amount in km or minutes, rounded down: what is offered never lies above its limit."""
    return f"{floor(amount / 100) / 10:.1f} km" if by_distance else f"{floor(amount / 60)} min"
