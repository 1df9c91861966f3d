"""The order of a session: move first, hold last, and as few changes between floor and standing as can be."""

from collections.abc import Iterable

from backstride.planning.problem import Option
from backstride.terms import Quality

_PHASE: dict[Quality, int] = {"dynamic_mobility": 0, "activation": 1, "strength": 1, "static_mobility": 2}
_POSITION = ("standing", "half_kneeling", "kneeling", "quadruped", "prone", "side_lying", "supine")


def ordered(options: Iterable[Option]) -> list[Option]:
    """The options in the order in which they are done."""
    return sorted(options, key=_key)


def ordered_before_run(options: Iterable[Option]) -> list[Option]:
    """The options of a warm-up, those with a hold first: a hold is never last before a run."""
    return sorted(options, key=lambda option: (option.static_s == 0, _key(option)))


def _key(option: Option) -> tuple[int, int, str]:
    exercise = option.exercise
    return _PHASE[exercise.quality], _POSITION.index(exercise.position), exercise.id
