"""The routines as their articles have them: order, doses, times a week, and the time they take."""

import pytest

from backstride.knowledge import load
from backstride.knowledge.routine_time import RoutineTime, routine_time
from backstride.knowledge.schema.exercise import SourceDose
from backstride.knowledge.schema.routine import Routine, RoutineItem

# Taken from the articles by hand: which exercises, in which order.
ORDER = {
    "s0_around_a_run": ["pelvic_tilt_standing", "lunge_twist", "hamstring_strap"],
    "s1_seven": [
        "crunch_partial",
        "hamstring_strap",
        "wall_sit",
        "knee_to_chest",
        "bird_dog",
        "pelvic_tilt_supine",
        "bridge",
    ],
    "s2_ten": [
        "plank_shoulder_tap",
        "bird_dog",
        "bridge",
        "dead_bug",
        "side_plank",
        "superman_hold",
        "single_leg_rdl",
        "cat_cow",
        "reverse_lunge_rotation",
        "hip_flexor_half_kneel",
    ],
    "s3_cool_down": [
        "roll_down",
        "downward_dog",
        "childs_pose",
        "cat_cow",
        "childs_pose_modified",
        "hip_flexor_half_kneel",
        "figure_four",
    ],
    "s3_table": [
        "knee_to_chest",
        "lunge_twist",
        "quadruped_rock_back_toes",
        "couch_stretch_half_kneel",
        "leg_swings",
        "calf_stretch_static",
        "cat_cow",
        "childs_pose",
    ],
    "s4_three": ["knee_to_chest", "hip_rolling", "bridge"],
}
# Where the article has the runner change sides after every repetition.
ALTERNATE = {
    ("s0_around_a_run", "lunge_twist"),
    ("s1_seven", "bird_dog"),
    ("s2_ten", "plank_shoulder_tap"),
    ("s2_ten", "bird_dog"),
    ("s2_ten", "dead_bug"),
    ("s4_three", "hip_rolling"),
}
LINES = [(routine, item) for routine in load().routines.values() for item in routine.items]


def time_of(routine: str) -> RoutineTime:
    library = load()
    change = library.rules().whole("session.change_s")
    return routine_time(library.routines[routine], library.exercises, change_s=change)


def said(routine: Routine, item: RoutineItem) -> SourceDose:
    """What the routine's article says of the line; there is exactly one entry."""
    (dose,) = [d for d in load().exercises[item.exercise].doses if d.source == routine.source]
    return dose


def test_order_and_number_of_lines() -> None:
    found = {r.id: [item.exercise for item in r.items] for r in load().routines.values()}
    assert found == ORDER


def test_when_and_how_often() -> None:
    found = {r.id: (r.slots, r.per_week, r.every_run) for r in load().routines.values()}
    assert found == {
        "s0_around_a_run": (("pre_run", "mid_run", "post_run"), None, True),
        "s1_seven": (("post_run", "cross"), None, False),
        "s2_ten": (("post_run", "cross"), (2, 3), False),
        "s3_cool_down": (("post_run",), None, False),
        "s3_table": (("pre_run", "post_run"), None, False),
        "s4_three": (("post_run", "cross"), None, False),
    }


def test_the_article_ties_a_line_to_its_time_around_the_run() -> None:
    assert [item.slot for item in load().routines["s0_around_a_run"].items] == [
        "pre_run",
        "mid_run",
        "post_run",
    ]
    table = {item.exercise: item.slot for item in load().routines["s3_table"].items}
    assert table.pop("leg_swings") == "pre_run"
    assert set(table.values()) == {"post_run"}
    assert {item.slot for item in load().routines["s3_cool_down"].items} == {"post_run"}


def test_who_changes_sides_after_every_repetition() -> None:
    assert {(r.id, item.exercise) for r, item in LINES if item.alternate} == ALTERNATE
    assert all(item.dose.per_side and item.dose.reps for _, item in LINES if item.alternate)


@pytest.mark.parametrize(("routine", "item"), LINES, ids=[f"{r.id}-{i.exercise}" for r, i in LINES])
def test_each_number_is_the_articles_or_told_as_ours(routine: Routine, item: RoutineItem) -> None:
    dose, source, ours = item.dose, said(routine, item), " ".join(item.ours).lower()
    times = dose.reps if (dose.reps or 1) > 1 else dose.sets
    if source.reps is None:
        assert dose.reps is None or "repetitions" in ours
    else:
        assert source.reps[0] == times
        assert source.reps[0] == source.reps[1] or "lower end" in ours
    if source.sets is not None:
        assert dose.sets == source.sets[0]
    held = dose.hold_s or dose.duration_s
    wanted = source.hold_s or source.duration_s
    if wanted is None:
        assert held is None or "hold" in ours
    else:
        assert held == wanted[0]
        assert wanted[0] == wanted[1] or "lower end" in ours
    if dose.sets > 1 and dose.rest_s:
        assert source.rest_s == (dose.rest_s, dose.rest_s) or "rest" in ours
    if dose.per_side and source.sides is None:
        assert any(word in ours for word in ("side", "leg"))
    if item.slot is not None and item.slot not in source.timing:
        assert "slot" in ours


def test_the_bridge_rests_ten_seconds_between_its_six_second_holds() -> None:
    bridge = load().routines["s1_seven"].items[-1]
    assert (bridge.dose.sets, bridge.dose.reps, bridge.dose.hold_s, bridge.dose.rest_s) == (8, 1, 6, 10)


def test_the_time_of_s0_by_hand() -> None:
    # With 15 s to change: 5 tilts of 7 s; 3 lunges a side, 5 s and a hold of 10 s; 2 holds of 10 s a leg.
    tilt, lunge, hamstring = 15 + 5 * 7, 15 + 2 * 3 * (5 + 10), 15 + 2 * 2 * 10 + 10
    assert (tilt, lunge, hamstring) == (50, 105, 65)
    found = time_of("s0_around_a_run")
    assert found.lines == (50, 105, 65)
    assert [(part.slots, part.lines, part.seconds, part.minutes) for part in found.parts] == [
        (("pre_run",), (0,), 50, 1),
        (("mid_run",), (1,), 105, 2),
        (("post_run",), (2,), 65, 2),
    ]
    assert (found.seconds, found.minutes) == (220, 4)


def test_the_time_of_s1_by_hand() -> None:
    by_hand = {
        "crunch_partial": 15 + 8 * (3 + 1),
        "hamstring_strap": 15 + 2 * 5 * 15 + 4 * 10,
        "wall_sit": 15 + 8 * (4 + 10),
        "knee_to_chest": 15 + 2 * 2 * 15,
        "bird_dog": 15 + 2 * 8 * (4 + 5),
        "pelvic_tilt_supine": 15 + 8 * (3 + 10),
        "bridge": 15 + 8 * (4 + 6) + 7 * 10,
    }
    found = time_of("s1_seven")
    assert dict(zip(ORDER["s1_seven"], found.lines, strict=True)) == by_hand
    assert [(part.slots, part.lines) for part in found.parts] == [(("post_run", "cross"), tuple(range(7)))]
    assert (found.seconds, found.minutes) == (897, 15)


def test_the_time_of_s2_by_hand() -> None:
    by_hand = {
        "plank_shoulder_tap": 15 + 2 * 2 * 10 * 2 + 30,
        "bird_dog": 15 + 2 * 2 * 8 * (4 + 3) + 30,
        "bridge": 15 + 2 * 12 * 4 + 30,
        "dead_bug": 15 + 2 * 2 * 8 * 5 + 30,
        "side_plank": 15 + 2 * 2 * 20 + 30,
        "superman_hold": 15 + 2 * 10 * (3 + 3) + 30,
        "single_leg_rdl": 15 + 2 * 2 * 8 * 5 + 30,
        "cat_cow": 15 + 60,
        "reverse_lunge_rotation": 15 + 2 * 2 * 8 * 5 + 30,
        "hip_flexor_half_kneel": 15 + 2 * 2 * 20 + 10,
    }
    found = time_of("s2_ten")
    assert dict(zip(ORDER["s2_ten"], found.lines, strict=True)) == by_hand
    # The note says that all ten fit a cross-training day's 20-30 minutes and no easy run's 10-15.
    assert (found.seconds, found.minutes) == (1620, 27)


def test_the_time_of_s3_by_hand() -> None:
    # Four moves once and three on each side, 30 s each: 4 x 45 s and 3 x 75 s.
    assert (time_of("s3_cool_down").seconds, time_of("s3_cool_down").minutes) == (405, 7)
    table = time_of("s3_table")
    # Before: two sets of 10 swings a leg of 2 s and 10 s between. After: three once, four on each side.
    assert [(part.slots, part.seconds) for part in table.parts] == [
        (("pre_run",), 15 + 2 * 2 * 10 * 2 + 10),
        (("post_run",), 3 * 45 + 4 * 75),
    ]
    assert table.minutes == 9


def test_the_time_of_s4_by_hand() -> None:
    assert time_of("s4_three").lines == (15 + 2 * 30, 15 + 2 * 5 * (4 + 3), 15 + 8 * (4 + 5))
    assert (time_of("s4_three").seconds, time_of("s4_three").minutes) == (247, 5)


@pytest.mark.parametrize("routine", load().routines)
def test_parts_and_lines_add_up(routine: str) -> None:
    found = time_of(routine)
    assert sum(found.lines) == sum(part.seconds for part in found.parts) == found.seconds
    assert sorted(n for part in found.parts for n in part.lines) == list(range(len(ORDER[routine])))


def test_the_change_of_exercise_is_counted_for_each_line() -> None:
    library = load()
    routine = library.routines["s1_seven"]
    without = routine_time(routine, library.exercises, change_s=0)
    assert time_of("s1_seven").seconds - without.seconds == 7 * 15
