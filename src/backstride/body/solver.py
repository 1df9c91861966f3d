"""Finishes a pose: moves the body and turns its free angles until the contacts hold.

The sum of squares that is made small has a row for each contact (1 mm counts as 1) and a weak one for each
free angle's departure from what was asked, so that the nearest body that touches rightly is found. It starts
from the pose as written and draws no chance: the same pose gives the same body.
"""

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
_HALVINGS, _EDGES, _ENOUGH = 6, 8, 1e-4
_AXES = np.eye(3)
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

    The search is Gauss and Newton's, held to the ranges. `quick` is for a start that is near already
    (between two poses that are settled): a few steps are enough.
    """
    problem = _Problem(rig, angles, root, free, touches)
    return problem.body(_newton(problem, _STEPS if quick else _FAR_STEPS))


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
        self._lay_out()

    def _lay_out(self) -> None:
        """The places of all contacts in one row, and what of them has to be nought: `on` @ places = `at`."""
        places: list[Place] = []
        on: list[tuple[int, Array]] = []
        at: list[float] = []
        self.meetings: list[tuple[list[int], list[int], float]] = []
        for touch in self.touches:
            first = len(places)
            own = list(range(first, first + len(touch.places)))
            places += [*touch.places, *touch.other]
            if touch.surface is None:
                apart = _depth(touch.places) + _depth(touch.other)
                self.meetings.append((own, list(range(own[-1] + 1, len(places))), apart))
            elif touch.anchors is not None:
                for n, anchor in zip(own, touch.anchors, strict=True):
                    on += [(n, axis) for axis in _AXES]
                    at += [float(value) for value in anchor]
            else:
                for n, place in zip(own, touch.places, strict=True):
                    on.append((n, touch.surface.normal))
                    at.append(touch.surface.at + place.r)
        self.segments = np.array([place.segment for place in places], dtype=np.intp)
        self.offsets = np.array([place.offset for place in places]).reshape(-1, 3, 1)
        self.onto = self.rig.onto(self.free)
        self.on = np.zeros((len(on), 3 * len(places)))
        for row, (n, normal) in enumerate(on):
            self.on[row, 3 * n : 3 * n + 3] = normal
        self.at = np.array(at)

    def body(self, x: Array) -> tuple[Array, Array]:
        angles = self.angles.copy()
        angles[self.free] = x[:-3]
        return angles, x[-3:]

    def rows(self, x: Array) -> tuple[Array, Array]:
        """Residuals (R,) and their gradient (R, X)."""
        stance = self.rig.forward(*self.body(x))
        values, gradients = [(x - self.start) / self.scale], [self.weak]
        if len(self.segments):
            turned = (stance.rotations[self.segments] @ self.offsets)[:, :, 0]
            points = stance.joints[self.segments] + turned
            moves = np.empty((len(points), 3, len(x)))
            moves[:, :, :-3] = self.rig.gradients(stance, self.segments, points, self.onto)
            moves[:, :, -3:] = _AXES
            values.append((self.on @ points.ravel() - self.at) / _MM)
            gradients.append(self.on @ moves.reshape(-1, len(x)) / _MM)
            for own, other, depth in self.meetings:
                apart = points[own].mean(axis=0) - points[other].mean(axis=0)
                far = max(float(np.linalg.norm(apart)), 1e-6)
                values.append(np.array([(far - depth) / _MM]))
                way = moves[own].mean(axis=0) - moves[other].mean(axis=0)
                gradients.append(((apart / far) @ way)[None] / _MM)
        return np.concatenate(values), np.concatenate(gradients)


def _newton(problem: _Problem, steps: int) -> Array:
    x = problem.start
    values, gradient = problem.rows(x)
    for _ in range(steps):
        step = _step(problem, x, values, gradient)
        # The rows are straight only nearby: no step goes too far, and none makes it worse.
        step /= max(1.0, float((np.abs(step) / problem.limit).max()))
        for _ in range(_HALVINGS):
            tried = np.clip(x + step, problem.low, problem.high)
            found = problem.rows(tried)
            if found[0] @ found[0] <= values @ values:
                break
            # A curved valley of contacts: what leads along it leads off its floor, so go back down to that.
            tried = np.clip(tried + _down(problem, tried, *found), problem.low, problem.high)
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


def _step(problem: _Problem, x: Array, values: Array, gradient: Array) -> Array:
    """The step to the least sum of squares if the rows were straight, with each unknown kept in its range."""
    square, slope = gradient.T @ gradient, gradient.T @ values
    step, free = np.zeros(len(x)), np.ones(len(x), dtype=bool)
    low, high = problem.low - x, problem.high - x
    for _ in range(_EDGES):
        pull = slope[free] + square[np.ix_(free, ~free)] @ step[~free]
        step[free] = np.linalg.solve(square[np.ix_(free, free)], -pull)
        over = free & ((step < low) | (step > high))
        if not over.any():
            break
        # What would leave its range stops at its end, and the others make up for it.
        step[over] = np.clip(step, low, high)[over]
        free &= ~over
    return step


def _down(problem: _Problem, x: Array, values: Array, gradient: Array) -> Array:
    """The smallest step from x after which the contacts would hold if their rows were straight."""
    contacts = values.copy()
    contacts[: len(x)] = 0
    return _step(problem, x, contacts, gradient)


def _companions(rig: Skeleton, free: list[int]) -> list[int]:
    found = []
    for index in free:
        side, _, motion = rig.angles[index].partition("_")
        found += [rig.index(f"{side}_{name}") for name in _COMPANIONS.get(motion, ())]
    return found


def _depth(places: tuple[Place, ...]) -> float:
    return sum(place.r for place in places) / len(places)
