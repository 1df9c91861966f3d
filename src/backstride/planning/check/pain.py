"""The evidence of pain, day by day, and the light that follows from it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import median
from typing import Literal

from backstride.knowledge import RuleSet
from backstride.scenario import DoneSession, Pain, Run, Scenario
from backstride.terms import Light

DAY = timedelta(days=1)
Grade = Literal["red", "amber", "fine", "unknown"]


@dataclass(frozen=True)
class PainRecord:
    """Pain days, runs and sessions up to now. Every day is a calendar day in the offset of now."""

    scenario: Scenario
    rules: RuleSet

    @cached_property
    def _pain(self) -> dict[date, Pain]:
        return {p.day: p for p in self.scenario.pain if p.day <= self.scenario.now.date()}

    @cached_property
    def _active(self) -> dict[date, list[Run | DoneSession]]:
        now, found = self.scenario.now, dict[date, list[Run | DoneSession]]()
        timed: list[tuple[Run | DoneSession, date]] = [
            *((r, r.start.astimezone(now.tzinfo).date()) for r in self.scenario.runs if r.start <= now),
            *((s, s.at.astimezone(now.tzinfo).date()) for s in self.scenario.sessions if s.at <= now),
        ]
        for what, day in timed:
            found.setdefault(day, []).append(what)
        return found

    @cached_property
    def days(self) -> list[date]:
        """Every day that has data, in order."""
        return sorted({*self._pain, *self._active})

    def morning(self, day: date) -> float | None:
        """The morning score of a day."""
        return self._pain[day].morning if day in self._pain else None

    def baseline(self, day: date) -> float | None:
        """The median of the morning scores of the days before (seven of them), if there are any."""
        back = range(1, self.rules.whole("light.baseline_days") + 1)
        scores = [m for k in back if (m := self.morning(day - k * DAY)) is not None]
        return median(scores) if scores else None

    def rise(self, day: date) -> float | None:
        """How far a morning lies above its baseline, where both are known."""
        score, base = self.morning(day), self.baseline(day)
        return None if score is None or base is None else round(score - base, 6)

    def flare(self, day: date) -> bool:
        """Is the morning a flare?"""
        rise = self.rise(day)
        return rise is not None and rise >= self.rules.number("triage.flare_rise")

    def during(self, day: date) -> tuple[float | None, bool]:
        """The worst pain during the day's runs and sessions, and whether it is known for all of them."""
        worst = self._pain[day].worst if day in self._pain else None
        scores = [w.pain_during if w.pain_during is not None else worst for w in self._active.get(day, [])]
        known = [score for score in scores if score is not None]
        return (max(known) if known else None), len(known) == len(scores)

    def night(self, day: date) -> bool:
        """Was there night pain?"""
        return day in self._pain and self._pain[day].night

    def new_leg(self, day: date) -> bool:
        """Were there leg symptoms that the answers do not know of yet? A session's flag says new itself."""
        flagged = any(isinstance(w, DoneSession) and w.new_leg_symptoms for w in self._active.get(day, []))
        return flagged or (day in self._pain and self._pain[day].leg and not self._leg_known)

    @cached_property
    def _leg_known(self) -> bool:
        """Answers given on or after the first day of leg symptoms say yes to C5."""
        screening, now = self.scenario.screening, self.scenario.now
        if screening.at is None or screening.at > now or screening.answers.get("C5") != "yes":
            return False
        legs = [day for day, pain in self._pain.items() if pain.leg]
        legs += [d for d, all_ in self._active.items() for w in all_ if getattr(w, "new_leg_symptoms", False)]
        return bool(legs) and screening.at.astimezone(now.tzinfo).date() >= min(legs)

    def morning_grade(self, day: date) -> Grade:
        """What the morning score alone says."""
        rise, amber = self.rise(day), self.rules.number("light.amber_rise")
        if rise is None:
            return "unknown"
        before = self.rise(day - DAY)
        twice = rise >= amber and before is not None and before >= amber
        if twice or rise >= self.rules.number("light.red_rise"):
            return "red"
        if rise >= amber:
            return "amber"
        return "fine" if rise <= self.rules.number("light.green_rise") else "unknown"

    def is_red(self, day: date) -> bool:
        """Does the day have red evidence of its own?"""
        during, _ = self.during(day)
        limp = any(isinstance(w, DoneSession) and w.limp for w in self._active.get(day, []))
        hard = during is not None and during >= self.rules.number("light.red_during")
        return hard or limp or self.night(day) or self.new_leg(day) or self.morning_grade(day) == "red"

    @cached_property
    def reds(self) -> list[date]:
        """Every day with red evidence of its own, in order."""
        return [day for day in self.days if self.is_red(day)]

    def light(self, day: date) -> Light | None:
        """The light of a day; `None` where it is not known."""
        active = day in self._active
        during, complete = self.during(day)
        grades = {self.morning_grade(day), self.morning_grade(day + DAY) if active else "unknown"}
        if self.is_red(day) or "red" in grades:
            return "red"
        calm = self.rules.number("light.green_during")
        if "amber" in grades or (during is not None and during > calm):
            return "amber"
        if not active:
            return "green" if "fine" in grades else None
        known = complete and self.morning_grade(day + DAY) == "fine"
        return "green" if known else None
