"""A strip: the start first, the telling moment last, all unlike each other; small movements have arrows."""

from xml.etree import ElementTree

import numpy as np
import pytest

from backstride.body.draw import svg
from backstride.body.draw.moments import moments
from backstride.body.skeleton import Array, located
from backstride.body.track import Frame, Track, track
from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load

EXERCISES = list(load_figures().movements)
SVG = "{http://www.w3.org/2000/svg}"


def apart(moving: Track, frames: list[Frame]) -> Array:
    points = located([frame.stance for frame in frames], list(moving.rig.balls.values()))
    return np.asarray(np.linalg.norm(points[:, None] - points[None], axis=-1).max(axis=-1))


def poses(moving: Track, count: int | None = None) -> list[str]:
    """The poses that a strip shows, and `way` for what is between two."""
    names = {id(body): name for name, body in moving.poses.items()}
    return [names.get(id(frame.body), "way") for frame in moments(moving, count)]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_strip_tells_a_movement_in_three_to_five_pictures(exercise: str) -> None:
    moving = track(exercise)
    told = moments(moving)
    assert 3 <= len(told) <= 5
    assert told[0].body is moving.poses[moving.phases[0].pose]
    assert any(frame.body is moving.poses[moving.plan.show] for frame in told)
    assert poses(moving)[-1] != "way"
    far = apart(moving, told)
    assert far[~np.eye(len(told), dtype=bool)].min() > 0.1 * far.max()


def test_the_way_back_is_not_told() -> None:
    assert poses(track("roll_down", "standard")) == ["start", "way", "bottom"]
    assert poses(track("dead_bug", "straight leg")) == ["start", "low", "other"]
    assert poses(track("leg_swings", "with support")) == ["stand", "forward", "back"]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_a_strip_has_at_most_the_frames_asked_for(count: int) -> None:
    assert len(moments(track("bird_dog"), count)) == count
    assert poses(track("bird_dog"), 2) == ["start", "reach"]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_small_movements_alone_have_arrows_on_the_strip(exercise: str) -> None:
    moving = track(exercise)
    ends = [moving.pose(name) for name in (moving.phases[0].pose, moving.plan.show)]
    small = apart(moving, ends).max() < 0.15
    drawn = ElementTree.fromstring(svg.strip(moving))
    inner = [p for g in drawn.findall(f"{SVG}g") for p in g.findall(f"{SVG}path") if p.get("class") == "line"]
    assert bool(inner) == small
    assert small == (exercise in ("pelvic_tilt_standing", "pelvic_tilt_supine", "hip_flexor_half_kneel"))


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_usual_variant_is_that_of_a_regular_runners_first_level(exercise: str) -> None:
    library = load()
    level = library.rules().whole("start.level_regular")
    assert track(exercise).plan.variant == library.exercises[exercise].ladder[level].variant


def test_a_wall_sit_is_shown_as_one() -> None:
    assert track("wall_sit").plan.variant == "standard"
