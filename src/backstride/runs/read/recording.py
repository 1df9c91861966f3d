"""What a reader found in a file, and the one way from there to an Activity."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import numpy as np
import numpy.typing as npt

from backstride.runs.activity import Activity
from backstride.runs.read.blocks import blocks_of
from backstride.runs.read.climb import climb_of
from backstride.runs.read.clock import mend_clock
from backstride.runs.read.limits import EARLIEST
from backstride.runs.read.motion import Motion, left_on, measure, measure_on_foot
from backstride.runs.read.points import Segments
from backstride.runs.read.sports import FASTEST_RUN, sport_at
from backstride.runs.read.times import moment
from backstride.runs.read.told import Told
from backstride.runs.read.unreadable import Unreadable
from backstride.runs.read.words import spell

ON_FOOT = frozenset({"running", "walking", "hiking"})
ONE_FOOT = 110.0  # a mean of 110 of one foot would be 220 steps a minute, so more counts both feet already


@dataclass(slots=True)
class Recording:
    """One activity as written: seconds, metres, cadence in whichever way the device counts it.

    `metres`, `timer_s`, `elapsed_s`, `ascent` and `descent` are what a summary claims; without them the
    points are measured.
    """

    source: str
    segments: Segments
    start: float | None = None
    offset: timedelta | None = None
    sport: str | None = None
    title_sport: str | None = None
    surface: str | None = None
    timer_s: float | None = None
    elapsed_s: float | None = None
    metres: float | None = None
    cadence: float | None = None
    heart_rate: float | None = None
    ascent: float | None = None
    descent: float | None = None
    notes: list[str] = field(default_factory=list)


@np.errstate(all="ignore")  # numbers beyond all measure are refused as what they come to
def to_activity(recording: Recording, told: Told | None = None) -> Activity:
    """The activity that a recording tells of, with what else is told of it.

    Raises Unreadable where it has no time or no duration.
    """
    told = told or Told()
    segments, clock_notes = mend_clock([s for s in recording.segments if len(s)])
    points_start = float(segments[0].t[0]) if segments else None
    start = recording.start
    if points_start is not None and (clock_notes or start is None or start < EARLIEST.timestamp()):
        start = points_start
    if start is None:
        raise Unreadable("no times: when it was run is not in it")
    span = float(segments[-1].t[-1] - segments[0].t[0]) if segments else 0.0
    notes = [*recording.notes, *clock_notes]
    named = told.sport or recording.sport
    if told.sport and recording.sport and told.sport != recording.sport:
        notes.append(f"{recording.sport} by its file, {told.sport} by the export's table, which counts")

    blocks = blocks_of(segments)
    motion = measure(blocks)
    sport = named or _guess(motion, recording.title_sport)
    if sport == "running" and motion.speed is not None and motion.speed <= FASTEST_RUN:
        motion = measure_on_foot(blocks, max(span, recording.timer_s or 0.0))
    elapsed = _positive(recording.elapsed_s) or span or _positive(told.elapsed_s) or 0.0
    duration, metres = _settle(recording, motion, span, notes)
    if duration <= 0 and _positive(told.moving_s):
        duration = told.moving_s or 0.0
        notes.append("its time in motion is by the export's table")
    if round(duration, 3) <= 0:
        raise Unreadable("no movement in it" if span > 0 else "its points span no time")
    climb = climb_of(segments) if recording.ascent is None or recording.descent is None else (None, None)
    ascent = climb[0] if recording.ascent is None else recording.ascent
    descent = climb[1] if recording.descent is None else recording.descent
    try:
        when = moment(start, recording.offset)
    except (OverflowError, ValueError):
        raise Unreadable("impossible date") from None
    return Activity(
        start=when,
        zone_known=recording.offset is not None,
        duration_s=round(duration, 3),
        elapsed_s=round(max(elapsed, duration), 3),
        distance_m=None if metres is None else round(metres, 2),
        cadence_spm=steps(recording.cadence) if sport in ON_FOOT else None,
        heart_rate_bpm=None if recording.heart_rate is None else round(recording.heart_rate, 1),
        sport=sport or "unknown",
        sport_guessed=named is None and sport is not None,
        surface=recording.surface,
        source=recording.source,
        notes=tuple(notes),
        shoe=told.shoe if sport in ON_FOOT else None,
        ascent_m=_tenths(ascent),
        descent_m=_tenths(descent),
    )


def to_activities(recordings: Iterable[Recording], told: Told | None = None) -> list[Activity]:
    """The activities of a file; one that cannot be used is noted on the rest. Raises Unreadable for none.

    What a table tells of a file is not believed of one that holds several activities.
    """
    good: list[Activity] = []
    refusals: list[Unreadable] = []
    written = list(recordings)
    for recording in written:
        try:
            good.append(to_activity(recording, told if len(written) == 1 else None))
        except Unreadable as refusal:
            refusals.append(refusal)
    if not good:
        raise refusals[0] if refusals else Unreadable("no activity in it")
    lost = tuple(f"another activity in the file could not be used: {r.reason}" for r in refusals)
    return [replace(activity, notes=activity.notes + lost) for activity in good] if lost else good


def average(values: npt.ArrayLike, low: float, high: float) -> float | None:
    """The mean of the values that are possible; None where there is none."""
    column = np.asarray(values, dtype=np.float64)
    sound = column[(column >= low) & (column <= high)]
    return float(sound.mean()) if len(sound) else None


def steps(cadence: float | None) -> float | None:
    """Steps a minute of both feet from what a device wrote, which is mostly one foot's."""
    if not cadence or cadence <= 0:
        return None
    return round(cadence * 2 if cadence < ONE_FOOT else cadence, 1)


def _guess(motion: Motion, title_sport: str | None) -> str | None:
    """A title's word, unless the speed belies it: who forgets the watch in the car has not run."""
    by_speed = sport_at(motion.speed)
    if title_sport == "running" and motion.speed is not None and motion.speed > FASTEST_RUN:
        return by_speed
    return title_sport or by_speed


def _settle(
    recording: Recording, motion: Motion, span: float, notes: list[str]
) -> tuple[float, float | None]:
    """Duration and metres: the summary's where the points do not contradict it, else the points'."""
    timer, metres = _positive(recording.timer_s), _positive(recording.metres)
    indoors = recording.surface == "treadmill"
    measured = motion.moving_s > 0 and not indoors
    if timer is None:
        notes.extend(motion.notes)
        if measured and left_on(span, motion.moving_s):
            notes.append(_left_on_note(span, motion))
        if not measured:
            still = any(
                not np.isnan(column).all() for s in recording.segments for column in (s.lat, s.metres)
            )
            return (0.0 if still and not indoors else span), metres
        return motion.moving_s, motion.metres if metres is None or motion.notes else metres
    if measured and left_on(timer, motion.moving_s):
        notes.extend([*motion.notes, _left_on_note(timer, motion)])
        return motion.moving_s, motion.metres
    if span > 0 and timer > 1.5 * span + 600:
        notes.append(f"its timer says {spell(timer)}, its points {spell(span)}")
        return (motion.moving_s if measured else span), metres
    return timer, metres if metres is not None else (motion.metres if measured else None)


def _left_on_note(recorded: float, motion: Motion) -> str:
    return f"watch left on: {spell(recorded)} recorded, {spell(motion.moving_s)} of movement"


def _tenths(metres: float | None) -> float | None:
    """A climb as it is kept; one below zero was not measured."""
    return None if metres is None or metres < 0 else round(metres, 1)


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None
