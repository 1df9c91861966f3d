"""What coaching said on a day gone by, from the facts of that day alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from backstride.coaching.dose import Prescription, prescriptions
from backstride.coaching.findings import findings
from backstride.coaching.light import lights
from backstride.coaching.logs import entries
from backstride.coaching.phase import phase
from backstride.coaching.swaps import Fits, Swapper, with_reasons
from backstride.knowledge import Library, RuleSet
from backstride.known import Known
from backstride.scenario import Scenario


@dataclass
class Past:
    """Coaches as on the morning of a day, before that day's sessions; each day is worked out once.

    Earlier answers to the screening are not kept: a day counts as `soon` from `soon_since` on, the day of the
    answers that say so, or by its reds; else as free to progress. `fits` is what suits the runner now.
    """

    scenario: Scenario
    library: Library
    rules: RuleSet
    fits: Fits
    soon_since: date | None = None
    _seen: dict[date, Mapping[str, Prescription]] = field(default_factory=dict)

    def on(self, day: date) -> Mapping[str, Prescription]:
        """The prescription of every exercise as it was on that day."""
        if day not in self._seen:
            self._seen[day] = self._coach(day)
        return self._seen[day]

    def _coach(self, day: date) -> Mapping[str, Prescription]:
        morning = datetime(day.year, day.month, day.day, tzinfo=self.scenario.now.tzinfo)
        known = Known(self.scenario.model_copy(update={"now": morning, "previous_week": None}))
        lit = lights(known, self.library, self.rules, findings(known, self.rules))
        log = entries(known, self.library)
        soon = lit.triple or (self.soon_since is not None and day >= self.soon_since)
        weeks = phase(known, self.library, self.rules, log, lit, "soon" if soon else "self_care")
        doses = prescriptions(known, self.library, self.rules, log, lit, weeks)
        swapper = Swapper(known, self.library, self.rules, log, weeks, doses, self.fits)
        return with_reasons(doses, swapper.swaps(), self.library)
