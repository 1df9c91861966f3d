"""The faint arrows: the way that a spot goes from the pose before to the pose that tells the exercise."""

from collections.abc import Iterator

import numpy as np

from backstride.body.draw.camera import View
from backstride.body.draw.figure import Shape
from backstride.body.joints import names_of
from backstride.body.skeleton import Array, Place, located
from backstride.body.track import Track

_STEPS, _POINTS = 8, 16
_LEAST = 60.0  # units of paper: a shorter way is shown by a push
_STIRS = 2.0  # a shorter one still by nothing
_SMALL = 0.15  # metres that no part of the body leaves its place by, in a small movement
_KEEP = 1 / 8  # the share of the way that is left free at either end
_AWAY, _HEAD = 16.0, 20.0
_PUSH, _CLEAR, _BEGIN = 54.0, 14.0, 0.5


def arrows(track: Track, seen: View) -> Iterator[Shape]:
    """An arrow for each of the plan's spots that moves: along its way; a push at it where that is short."""
    for places, way in _ways(track, seen):
        if _length(way) >= _LEAST:
            yield from _drawn(_along(way, np.linspace(_KEEP, 1 - _KEEP, _POINTS)))
        else:
            yield from _pushed(places, way, seen)


def pushes(track: Track, seen: View) -> Iterator[Shape]:
    """The arrows of a movement so small that its pictures hardly differ; none where it goes further."""
    ends = [track.pose(name).stance for name in (track.phases[0].pose, track.plan.show)]
    start, end = located(ends, list(track.rig.balls.values()))
    if np.linalg.norm(end - start, axis=1).max() < _SMALL:
        for places, way in _ways(track, seen):
            yield from _pushed(places, way, seen)


def _ways(track: Track, seen: View) -> Iterator[tuple[tuple[Place, ...], Array]]:
    """The plan's spots that move, and where they go on paper, (T, 2)."""
    if not track.plan.arrows:
        return
    stances = [track.stance(track.between(*_poses(track), n / _STEPS)) for n in range(_STEPS + 1)]
    for spot in track.plan.arrows:
        for name in names_of(spot, track.rig.spots):
            places = track.rig.spots[track.name(name)]
            way = seen.paper(located(stances, places).mean(axis=1))
            if _length(way) >= _STIRS:
                yield places, way


def _poses(track: Track) -> tuple[str, str]:
    """The pose from which the telling pose is reached, and that pose."""
    for number, phase in enumerate(track.phases):
        if phase.pose == track.plan.show and number:
            before = track.phases[number - 1].pose
            if before != phase.pose:
                return before, phase.pose
    return track.phases[0].pose, track.plan.show


def _length(way: Array) -> float:
    return float(np.linalg.norm(np.diff(way, axis=0), axis=1).sum())


def _along(way: Array, shares: Array) -> Array:
    """Points (N, 2) at these shares of a way's length, on a smooth curve through it."""
    done = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1))])
    done /= done[-1]
    # Cubic between each two points, with the slope from the one before to the one after.
    slope = np.gradient(way, np.maximum(done, np.arange(len(done)) * 1e-6), axis=0)
    n = np.clip(np.searchsorted(done, shares) - 1, 0, len(done) - 2)
    wide = np.maximum(done[n + 1] - done[n], 1e-6)[:, None]
    t = np.clip((shares - done[n])[:, None] / wide, 0, 1)
    curve = (2 * t**3 - 3 * t**2 + 1) * way[n] + (3 * t**2 - 2 * t**3) * way[n + 1]
    return np.asarray(curve + wide * ((t**3 - 2 * t**2 + t) * slope[n] + (t**3 - t**2) * slope[n + 1]))


def _pushed(places: tuple[Place, ...], way: Array, seen: View) -> Iterator[Shape]:
    """An arrow from outside against the flesh of a spot, in the direction in which it goes."""
    along = _unit(way[-1] - way[0])
    depth = max(place.r for place in places) * seen.per_metre + _CLEAR
    end = way[0] - along * depth
    yield from _drawn(np.array([end - along * _PUSH, end - along * _PUSH * _BEGIN, end]))


def _drawn(way: Array) -> Iterator[Shape]:
    end = way[-1]
    along = _unit(end - way[-2])
    across = np.array([-along[1], along[0]])
    head = np.array([end - along * _HEAD + across * _AWAY, end, end - along * _HEAD - across * _AWAY])
    # A rim of paper under both sets them off from what they lie on.
    for tone in ("rim", "line"):
        yield Shape(tone, np.rint(way)[None], kind="line")
        yield Shape(tone, np.rint(head)[None], kind="line")


def _unit(way: Array) -> Array:
    return np.asarray(way / max(float(np.linalg.norm(way)), 1e-6))
