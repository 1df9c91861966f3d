"""What was played of a script becomes what was done, whole sets and parts of them."""

from backstride.scenario import DoneItem, DoneSet
from backstride.sessions.done import done_items
from backstride.sessions.script import Script
from sessions.made import LIBRARY, script


def played(of: Script, until_s: float) -> dict[int, float]:
    """Everything up to that second."""
    return {
        n: min(cue.seconds, until_s - cue.start_s) for n, cue in enumerate(of.cues) if cue.start_s < until_s
    }


def done(of: Script, until_s: float) -> list[tuple[str, list[DoneSet]]]:
    return [(item.exercise, list(item.done)) for item in done_items(of, played(of, until_s), {})]


def test_a_session_played_whole_is_every_dose_whole() -> None:
    rungs = [("bird_dog", 1), ("cat_cow", 1), ("side_plank", 1), ("leg_swings", 0), ("bridge", 0)]
    of = script(*rungs)
    items = done_items(of, played(of, of.seconds), {"bird_dog": 5, "bridge": None})
    for (exercise, level), item in zip(rungs, items, strict=True):
        rung = LIBRARY.exercises[exercise].ladder[level]
        one = DoneSet(reps=rung.reps, hold_s=rung.hold_s, duration_s=rung.duration_s)
        effort = 5 if exercise == "bird_dog" else None
        assert item == DoneItem(exercise=exercise, level=level, done=(one,) * rung.sets, effort=effort)


def test_a_repetition_counts_whole_or_not_at_all() -> None:
    of = script(("bridge", 0))  # 8 repetitions of 10 s from 15 s on
    assert done(of, 64) == [("bridge", [DoneSet(reps=4, hold_s=6)])]
    assert done(of, 65) == [("bridge", [DoneSet(reps=5, hold_s=6)])]


def test_a_hold_that_was_left_counts_its_seconds() -> None:
    of = script(("childs_pose", 1))
    assert done(of, 15 + 12.7) == [("childs_pose", [DoneSet(hold_s=12)])]


def test_the_side_that_got_less_counts() -> None:
    of = script(("side_plank", 1))  # two sets of 20 s each side
    second = next(cue for cue in of.cues if cue.kind == "switch").end_s
    assert done(of, second) == []
    assert done(of, second + 8.2) == [("side_plank", [DoneSet(hold_s=8)])]
    alternating = script(("dead_bug", 0))  # 5 s a repetition, right, left, right, ...
    assert done(alternating, 15 + 5 * 5) == [("dead_bug", [DoneSet(reps=2)])]


def test_nothing_is_done_before_the_work_begins() -> None:
    assert done(script(("bridge", 0)), 15) == []
