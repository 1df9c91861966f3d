"""The checker's own reading of pain, each day read once: many rules ask for the same day."""

from dataclasses import dataclass, field
from datetime import date

from backstride.planning.check.pain import PainRecord
from backstride.terms import Light


@dataclass(frozen=True)
class Remembered(PainRecord):
    """The same reading, remembered by day."""

    _rises: dict[date, float | None] = field(default_factory=dict)
    _red: dict[date, bool] = field(default_factory=dict)
    _lights: dict[date, Light | None] = field(default_factory=dict)

    def rise(self, day: date) -> float | None:
        """How far a morning lies above its baseline."""
        if day not in self._rises:
            self._rises[day] = super().rise(day)
        return self._rises[day]

    def is_red(self, day: date) -> bool:
        """Does the day have red evidence of its own?"""
        if day not in self._red:
            self._red[day] = super().is_red(day)
        return self._red[day]

    def light(self, day: date) -> Light | None:
        """The light of a day; `None` where it is not known."""
        if day not in self._lights:
            self._lights[day] = super().light(day)
        return self._lights[day]
