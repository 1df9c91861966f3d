"""Made-up runs: an hour at one point a second on a winding course, each by its number and never by chance."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

SECONDS = 3600
FIRST = datetime(2015, 1, 3, 6, 30, tzinfo=UTC)
_METRE = 1 / 111_195.0  # degrees of latitude


@dataclass(frozen=True, slots=True)
class Moment:
    """One second of a run: degrees, metres, metres high, m/s, beats and steps of one foot a minute."""

    when: datetime
    lat: float
    lon: float
    metres: float
    height: float
    speed: float
    heart_rate: int
    cadence: int


def start_of(number: int) -> datetime:
    """When a run began: one on most days of ten years, in the morning or towards noon."""
    return FIRST + timedelta(days=number * 1.04 // 1, minutes=number * 37 % 300)


def moments(number: int) -> list[Moment]:
    """The points of a run, the first at its start and the last an hour later."""
    start = start_of(number)
    usual = 2.6 + number % 9 * 0.1
    heading, metres = number * 0.7, 0.0
    lat, lon = 47.0 + number % 50 * 0.02, 11.0 + number % 70 * 0.02
    found = []
    for second in range(SECONDS + 1):
        phase = second / 60 + number
        speed = usual + 0.25 * math.sin(phase) + 0.1 * math.sin(7.3 * phase)
        # A receiver's noise of some decimetres, the same each time.
        noise = 0.4 * _METRE * math.sin(2.1 * second + number)
        height = 520 + number % 100 + 18 * math.sin(second / 240 + number) + 0.3 * math.sin(1.7 * second)
        found.append(
            Moment(
                start + timedelta(seconds=second),
                lat + noise,
                lon - noise,
                metres,
                height,
                speed,
                round(141 + 9 * math.sin(second / 300) + 4 * math.sin(phase)),
                round(84 + 2 * math.sin(phase)),
            )
        )
        metres += speed
        heading += 0.012 * math.sin(second / 47 + number)
        lat += speed * math.cos(heading) * _METRE
        lon += speed * math.sin(heading) * _METRE / math.cos(math.radians(lat))
    return found
