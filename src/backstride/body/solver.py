"""Finishes a pose: moves the body and turns its free angles until the contacts hold.

The sum of squares that is made small has a row for each contact (1 mm counts as 1) and a weak one for each
free angle's departure from what was asked, so that the nearest body that touches rightly is found. It starts
from the pose as written and draws no chance: the same pose gives the same body.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from backstride.body.skeleton import Array, Place, Skeleton, Stance
from backstride.body.world import Surface

_MM = 0.001
# Where a limb is free to swing it may also give a little sideways.
_COMPANIONS = {
    "hip_flexion": ("hip_abduction", "hip_rotation"),
    "shoulder_flexion": ("shoulder_abduction", "shoulder_rotation"),
    "ankle_dorsiflexion": ("ankle_inversion",),
}
_LOOSE = {"root_pitch": 6.0, "root_tilt": 6.0, "root_turn": 6.0}
_FREE_DEGREES, _GIVING_DEGREES, _FREE_METRES = 20.0, 4.0, 0.5
_HALVINGS, _ENOUGH = 6, 1e-4
_STEPS, _FAR_STEPS, _STEP_DEGREES, _STEP_METRES = 6, 50, 12.0, 0.12


@dataclass(frozen=True, eq=False)
class Touch:
    """A contact to hold: a spot's places on a surface, at their anchors (N, 3) there, or on other places."""

    spot: str
    on: str
    places: tuple[Place, ...]
    surface: Surface | None = None
    anchors: Array | None = None
    other: tuple[Place, ...] = ()


def settled(
    rig: Skeleton,
    angles: Array,
    root: Array,
    free: tuple[int, ...],
    touches: tuple[Touch, ...],
    *,
    quick: bool = False,
) -> tuple[Array, Array]:
    """Angles (A,) in degrees and root (3,) in metres at which the touches hold as well as they can.

    `quick` is for a start that is near already (between two poses that are settled): a few steps of
    Gauss and Newton instead of SciPy's bounded search.
    """
    problem = _Problem(rig, angles, root, free, touches)
    x = _newton(problem) if quick else _search(problem)
    return problem.body(x)


def off(stance: Stance, touch: Touch) -> float:
    """How far a contact is from holding, in metres: from its surface, its anchor or the other place."""
    points = [stance.point(place) for place in touch.places]
    if touch.surface is not None:
        gaps = [abs(touch.surface.gap(p, place.r)) for p, place in zip(points, touch.places, strict=True)]
        if touch.anchors is not None:
            gaps += [float(np.linalg.norm(p - a)) for p, a in zip(points, touch.anchors, strict=True)]
        return max(gaps)
    own, other = np.mean(points, axis=0), np.mean([stance.point(p) for p in touch.other], axis=0)
    return abs(float(np.linalg.norm(own - other)) - _depth(touch.places) - _depth(touch.other))


class _Problem:
    """Unknowns: the free angles in degrees, then the root in metres."""

    def __init__(
        self, rig: Skeleton, angles: Array, root: Array, free: tuple[int, ...], touches: tuple[Touch, ...]
    ) -> None:
        loose = tuple(rig.index(name) for name in _LOOSE)
        self.rig, self.angles, self.touches = rig, angles, touches
        asked = [i for i in free if i not in loose]
        giving = [i for i in _companions(rig, asked) if i not in free]
        self.free = [*loose, *asked, *giving]
        self.start = np.concatenate([angles[self.free], root])
        self.scale = np.array(
            [
                *_LOOSE.values(),
                *[_FREE_DEGREES] * len(asked),
                *[_GIVING_DEGREES] * len(giving),
                *[_FREE_METRES] * 3,
            ]
        )
        # What is asked beyond a range (a fault that the check names) is left where it stands.
        self.low = np.minimum([*rig.ranges[self.free, 0], -9, -9, -9], self.start)
        self.high = np.maximum([*rig.ranges[self.free, 1], 9, 9, 9], self.start)
        self.limit = np.array([*[_STEP_DEGREES] * len(self.free), *[_STEP_METRES] * 3])
        self.weak = np.diag(1 / self.scale)

    def body(self, x: Array) -> tuple[Array, Array]:
        angles = self.angles.copy()
        angles[self.free] = x[:-3]
        return angles, x[-3:]

    def rows(self, x: Array) -> tuple[Array, Array]:
        """Residuals (R,) and their gradient (R, X)."""
        angles, root = self.body(x)
        stance = self.rig.forward(angles, root)
        values, gradients = [(x - self.start) / self.scale], [self.weak]
        for touch in self.touches:
            points = [stance.point(place) for place in touch.places]
            moves = [self._moves(stance, *pair) for pair in zip(touch.places, points, strict=True)]
            if touch.surface is None:
                value, gradient = self._meeting(stance, touch, points, moves)
                values.append(np.array([value / _MM]))
                gradients.append(gradient[None, :] / _MM)
                continue
            for n, (place, point, move) in enumerate(zip(touch.places, points, moves, strict=True)):
                if touch.anchors is not None:
                    values.append((point - touch.anchors[n]) / _MM)
                    gradients.append(move / _MM)
                else:
                    values.append(np.array([touch.surface.gap(point, place.r) / _MM]))
                    gradients.append((touch.surface.normal @ move)[None, :] / _MM)
        return np.concatenate(values), np.concatenate(gradients)

    def _moves(self, stance: Stance, place: Place, point: Array) -> Array:
        gradient = self.rig.gradient(stance, place, point)
        return np.hstack([gradient[:, self.free], np.eye(3)])

    def _meeting(
        self, stance: Stance, touch: Touch, points: list[Array], moves: list[Array]
    ) -> tuple[float, Array]:
        others = [stance.point(place) for place in touch.other]
        theirs = [self._moves(stance, *pair) for pair in zip(touch.other, others, strict=True)]
        apart = np.mean(points, axis=0) - np.mean(others, axis=0)
        far = max(float(np.linalg.norm(apart)), 1e-6)
        value = far - _depth(touch.places) - _depth(touch.other)
        return value, (apart / far) @ (np.mean(moves, axis=0) - np.mean(theirs, axis=0))


def _search(problem: _Problem) -> Array:
    from scipy.optimize import least_squares

    edge = 1e-6
    # A curved valley of contacts slows SciPy's search from afar; full steps to its floor come first.
    start = np.clip(_newton(problem, _FAR_STEPS), problem.low, problem.high)
    low, high = problem.low - edge, problem.high + edge
    found = least_squares(
        lambda x: problem.rows(x)[0],
        start,
        jac=lambda x: problem.rows(x)[1],
        bounds=(low, high),
        x_scale=problem.scale,
        max_nfev=60,
        method="trf",
    )
    return np.asarray(np.clip(found.x, problem.low, problem.high))


def _newton(problem: _Problem, steps: int = _STEPS) -> Array:
    x = problem.start
    values, gradient = problem.rows(x)
    for _ in range(steps):
        step = np.linalg.lstsq(gradient, -values, rcond=None)[0]
        # The rows are straight only nearby: no step goes too far, and none makes it worse.
        step /= max(1.0, float((np.abs(step) / problem.limit).max()))
        for _ in range(_HALVINGS):
            tried = np.clip(x + step, problem.low, problem.high)
            found = problem.rows(tried)
            if found[0] @ found[0] <= values @ values:
                break
            step /= 2
        else:
            break
        done = np.abs((tried - x) / problem.scale).max() < _ENOUGH
        x, (values, gradient) = tried, found
        if done:
            break
    return x


def _companions(rig: Skeleton, free: list[int]) -> list[int]:
    found = []
    for index in free:
        side, _, motion = rig.angles[index].partition("_")
        found += [rig.index(f"{side}_{name}") for name in _COMPANIONS.get(motion, ())]
    return found


def _depth(places: tuple[Place, ...]) -> float:
    return sum(place.r for place in places) / len(places)


def by_spot(touches: tuple[Touch, ...]) -> Mapping[str, Touch]:
    """The touches by their spot."""
    return {touch.spot: touch for touch in touches}
