"""The faint arrows: the way that a spot goes from the first pose to the pose that tells the exercise."""

from collections.abc import Iterator

import numpy as np

from backstride.body.draw.camera import View
from backstride.body.draw.figure import Shape
from backstride.body.joints import names_of
from backstride.body.skeleton import Array, located
from backstride.body.track import Track

_STEPS = 8
_LEAST = 40.0  # units of paper: a shorter way needs no arrow
_AWAY = 16.0
_HEAD = 20.0


def arrows(track: Track, seen: View) -> Iterator[Shape]:
    """An arrow for each of the plan's spots that goes far enough to be seen: a line and its head."""
    stances = [track.stance(track.between(*_way(track), n / _STEPS)) for n in range(_STEPS + 1)]
    for spot in track.plan.arrows:
        for name in names_of(spot, track.rig.spots):
            places = track.rig.spots[track.name(name)]
            way = seen.paper(located(stances, places).mean(axis=1))
            if float(np.linalg.norm(np.diff(way, axis=0), axis=1).sum()) < _LEAST:
                continue
            yield from _drawn(way)


def _way(track: Track) -> tuple[str, str]:
    """The pose from which the telling pose is reached, and that pose."""
    for number, phase in enumerate(track.phases):
        if phase.pose == track.plan.show and number:
            before = track.phases[number - 1].pose
            if before != phase.pose:
                return before, phase.pose
    return track.phases[0].pose, track.plan.show


def _drawn(way: Array) -> Iterator[Shape]:
    # The line keeps clear of the limb at its end: it stops short of where the spot arrives.
    keep = way[1 : len(way) - 1]
    end, before = keep[-1], keep[-2]
    along = (end - before) / max(float(np.linalg.norm(end - before)), 1e-6)
    across = np.array([-along[1], along[0]])
    head = np.array([end - along * _HEAD + across * _AWAY, end, end - along * _HEAD - across * _AWAY])
    yield Shape("line", np.rint(keep)[None], kind="line")
    yield Shape("line", np.rint(head)[None], kind="line")
