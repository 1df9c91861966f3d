"""What is shown and said in each kind of cue."""

from itertools import pairwise

from backstride.sessions.script import Cue
from sessions.made import script, told


def cues(exercise: str, level: int, kind: str) -> list[Cue]:
    return [cue for cue in script((exercise, level)).cues if cue.kind == kind]


def test_the_way_to_an_exercise_names_it() -> None:
    played = script(("bridge", 1), ("dead_bug", 0))
    changes = [cue for cue in played.cues if cue.kind == "change"]
    assert [(cue.show, told(cue)) for cue in changes] == [
        ("Next: Bridge", [(0, "First: Bridge")]),
        ("Next: Dead bug", [(0, "Next: Dead bug")]),
    ]


def test_a_set_begins_with_its_name_number_and_side() -> None:
    (ready,) = cues("side_plank", 1, "ready")
    assert ready.show == "Get ready: Side plank, left side"
    assert told(ready) == [(0, "Side plank, set 1 of 2, left side")]


def test_the_last_five_seconds_of_a_hold_are_counted_and_a_breath_reminded() -> None:
    hold = cues("side_plank", 1, "hold")[0]
    assert hold.show == "Hold, left side"
    assert told(hold) == [
        (0, "Hold"),
        (5, "Keep breathing"),
        *((20 - n, str(n)) for n in (5, 4, 3, 2, 1)),
    ]


def test_sides_are_changed_by_name() -> None:
    switch = cues("side_plank", 1, "switch")[0]
    assert (switch.show, told(switch)) == ("Change to the right side", [(0, "Switch sides, right side")])


def test_a_rest_is_told_with_its_length_and_the_set_that_follows() -> None:
    (rest,) = cues("side_plank", 1, "rest")
    assert rest.show == "Rest, then set 2 of 2"
    assert told(rest) == [(0, "Rest 30 seconds"), (25, "Set 2 of 2, left side")]


def test_repetitions_are_counted_and_the_breath_told_in_the_second() -> None:
    first, second, third, *_ = cues("dead_bug", 0, "rep")[::2]
    assert told(first) == [(0, "1, right side")]
    assert told(second) == [(0, "2"), (0.4, "Breathe out"), (3, "Breathe in")]
    assert (third.show, told(third)) == ("3 of 8, right side", [(0, "3")])


def test_the_other_side_of_an_alternating_exercise_is_named_once() -> None:
    assert [told(cue) for cue in cues("dead_bug", 0, "rep")[1::2]] == [[(0, "left side")], *[[]] * 7]


def test_a_counted_hold_is_not_taken_for_the_number_of_the_repetition() -> None:
    rep = cues("wall_sit", 0, "rep")[3]
    assert told(rep) == [
        (0, "Repetition 4"),
        (2, "Hold"),
        *((12 - n, str(n)) for n in (5, 4, 3, 2, 1)),
    ]


def test_a_flow_breathes_now_and_then() -> None:
    (flow,) = cues("cat_cow", 0, "flow")
    breaths = [(at, text) for at, text in told(flow) if not text.isdigit()]
    assert {text for _, text in breaths} == {"Breathe out", "Breathe in"}
    out = [at for at, text in breaths if text == "Breathe out"]
    assert len(out) > 2
    assert all(later - earlier >= 15 for earlier, later in pairwise(out))
    assert [text for _, text in told(flow) if text.isdigit()] == ["5", "4", "3", "2", "1"]


def test_the_figure_of_a_repetition_goes_out_holds_and_comes_back() -> None:
    rep = cues("bird_dog", 3, "rep")[1]
    assert [(part.phase, part.seconds, part.begin, part.end) for part in rep.figure] == [
        ("move", 2, 0, 1),
        ("hold", 5, 1, 1),
        ("return", 2, 1, 0),
    ]
    assert {(part.side, part.turn) for part in rep.figure} == {("left", 1)}
    assert [part.breath for part in rep.figure] == ["out", "steady", "in"]


def test_the_figure_is_in_the_hold_when_it_begins_and_turns_round_between_sides() -> None:
    (ready,) = cues("side_plank", 0, "ready")
    (switch,) = cues("side_plank", 0, "switch")
    assert [(part.phase, part.side) for part in ready.figure] == [("start", "left"), ("move", "left")]
    assert [(part.phase, part.side) for part in switch.figure] == [
        ("return", "left"),
        ("start", "right"),
        ("move", "right"),
    ]
