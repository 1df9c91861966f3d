"""What a step up takes: good sessions in a row, in a week that allows it, and none lately."""

from dataclasses import dataclass
from itertools import pairwise

from backstride.coaching.light import Lights
from backstride.coaching.logs import Entry
from backstride.coaching.phase import Phase, gap
from backstride.knowledge import RuleSet
from backstride.known import Known


@dataclass(frozen=True)
class Earning:
    """An exercise's log, oldest first, held against the conditions of a step up."""

    known: Known
    rules: RuleSet
    lights: Lights
    phase: Phase
    rows: tuple[Entry, ...]

    def earned(self) -> bool:
        """Enough sessions in a row at this level, whole, green, at a modest effort, and no step up lately."""
        return (
            self.phase.may_progress
            and self.in_a_row() == self.needed
            and gap(self.known, self.rows) < self.rules.whole("gap.repeat_days")
            and self.wait_days() == 0
        )

    @property
    def needed(self) -> int:
        """How many good sessions in a row it takes."""
        return self.rules.whole("progress.sessions")

    def in_a_row(self) -> int:
        """How many of the last sessions, one after another up to now, were good; at most those needed."""
        count = 0
        for row in reversed(self.rows[-self.needed :]):
            if not self.good(row):
                break
            count += 1
        return count

    def good(self, row: Entry) -> bool:
        """Whether a session was whole, green, at a modest effort, and at the level done last."""
        return (
            row.full
            and row.level == self.rows[-1].level
            and row.effort is not None
            and row.effort <= self.rules.number("progress.effort")
            and self.lights.of(row.day) == "green"
        )

    def wait_days(self) -> int:
        """Days until the last step up lies back far enough for another."""
        days = self.rules.whole("progress.up_days")
        raised = [later.day for earlier, later in pairwise(self.rows) if later.level > earlier.level]
        return max(0, *(days - self.known.days_ago(day) for day in raised)) if raised else 0
