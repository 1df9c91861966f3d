"""Time in motion and distance from points alone, whatever a summary may say."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from backstride.runs.read.blocks import GAP_S, Blocks
from backstride.runs.read.sports import FASTEST_RUN, SLOWEST_RUN

RIDE = 8.0  # m/s over a minute: faster than the world's best over 800 m, so it was not on foot
RIDE_S = 60.0
REST_S = 600.0  # a rest this long parts a recording into bouts
LEFT_ON_S = 1800.0  # red lights and a rest are part of a run; half an hour and
LEFT_ON_SHARE = 0.6  # two fifths of the time are not
BOUT_S = 300.0  # a bout shorter than this is no run of its own


@dataclass(frozen=True, slots=True)
class Motion:
    """Seconds in motion, metres covered in them and the median speed in m/s (None without motion)."""

    moving_s: float
    metres: float
    speed: float | None
    notes: tuple[str, ...] = ()


def measure(blocks: Blocks) -> Motion:
    """Everything that moved, on foot or not."""
    speed = float(np.median(blocks.metres / blocks.seconds)) if len(blocks) else None
    return Motion(float(blocks.seconds.sum()), float(blocks.metres.sum()), speed)


def measure_on_foot(blocks: Blocks, elapsed_s: float) -> Motion:
    """Only what legs can have done: no rides, no leaps of the receiver, no walk hours after the run."""
    ridden = _ridden(blocks)
    kept = blocks.where(~ridden)
    notes = []
    if ridden.any():
        metres = blocks.metres[ridden].sum()
        notes.append(f"{metres / 1000:.1f} km at more than {RIDE:.0f} m/s left out: not on foot")
    if left_on(elapsed_s, measure(kept).moving_s):
        bouts = _bouts(kept)
        runs = [bout for bout in bouts if _is_run(kept.where(bout))]
        if runs and len(runs) < len(bouts):
            kept = kept.where(np.concatenate(runs))
            notes.append("movement before or after the run left out")
    return Motion(
        moving_s=float(kept.seconds.sum()),
        metres=float(kept.on_foot.sum()),
        speed=measure(kept).speed,
        notes=tuple(notes),
    )


def left_on(recorded_s: float, moving_s: float) -> bool:
    """If so little of what was recorded is movement that the watch must have been left on."""
    return recorded_s - moving_s > LEFT_ON_S and moving_s < LEFT_ON_SHARE * recorded_s


def _ridden(blocks: Blocks) -> npt.NDArray[np.bool_]:
    """Which blocks stand in a minute that was ridden."""
    ridden = np.zeros(len(blocks), dtype=np.bool_)
    if not np.any(blocks.metres > RIDE * blocks.seconds):
        return ridden
    begins, lengths = blocks.t.tolist(), blocks.seconds.tolist()
    first = 0
    for here, begin in enumerate(begins):
        if here > first and begin - (begins[here - 1] + lengths[here - 1]) > GAP_S:
            ridden[first:here] = _is_ride(blocks, slice(first, here))
            first = here
        if begin + lengths[here] - begins[first] >= RIDE_S:
            ridden[first : here + 1] = _is_ride(blocks, slice(first, here + 1))
            first = here + 1
    ridden[first:] = _is_ride(blocks, slice(first, None))
    return ridden


def _is_ride(blocks: Blocks, minute: slice) -> bool:
    seconds = blocks.seconds[minute].sum()
    return bool(seconds >= RIDE_S / 2 and blocks.metres[minute].sum() > RIDE * seconds)


def _bouts(blocks: Blocks) -> list[npt.NDArray[np.intp]]:
    """The places of the blocks of each bout."""
    if not len(blocks):
        return []
    rests = blocks.t[1:] - (blocks.t[:-1] + blocks.seconds[:-1])
    return np.split(np.arange(len(blocks)), np.flatnonzero(rests > REST_S) + 1)


def _is_run(bout: Blocks) -> bool:
    whole = measure(bout)
    return whole.moving_s >= BOUT_S and whole.speed is not None and SLOWEST_RUN <= whole.speed <= FASTEST_RUN
