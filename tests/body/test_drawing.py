"""The drawing: small enough, no script, still for who wants less motion, the same bytes each time."""

import gzip
import re
from xml.etree import ElementTree

import numpy as np
import pytest

from backstride.body.draw import svg
from backstride.body.draw.keys import keys
from backstride.body.draw.shape import outline
from backstride.body.draw.style import DARK, LIGHT, MONO
from backstride.body.track import build, track
from backstride.knowledge.figures import load_figures
from body.simple import KNEE, made

VARIANTS = [(m.id, v) for m in load_figures().movements.values() for v in m.variants]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(("exercise", "variant"), VARIANTS)
def test_an_animation_fits_its_budget_and_parses(exercise: str, variant: str) -> None:
    drawn = svg.animated(track(exercise, variant))
    assert len(drawn.encode()) <= 40_000
    assert len(gzip.compress(drawn.encode())) <= 15_000
    assert ElementTree.fromstring(drawn).tag == f"{SVG}svg"


def test_there_is_no_script_and_nothing_from_elsewhere() -> None:
    drawn = svg.animated(track("bird_dog"))
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(drawn).iter()}
    assert tags <= {"svg", "title", "style", "g", "path", "use", "animate"}
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import| on[a-z]+=", drawn) == []


def test_who_wants_less_motion_sees_the_telling_pose_stand_still() -> None:
    drawn = svg.animated(track("bird_dog"))
    assert (
        "@media(prefers-reduced-motion:reduce){.bsf .moving{display:none}.bsf .still{display:inline}}"
        in drawn
    )
    (still,) = (g for g in ElementTree.fromstring(drawn).iter(f"{SVG}g") if g.get("class") == "still")
    assert list(still.iter(f"{SVG}animate")) == []
    assert len(list(still.iter(f"{SVG}path"))) > 20
    shown = ElementTree.fromstring(svg.still(track("bird_dog")))
    assert {p.get("d") for p in still.iter(f"{SVG}path")} <= {p.get("d") for p in shown.iter(f"{SVG}path")}


def test_each_animated_outline_has_as_many_points_at_each_key() -> None:
    drawn = ElementTree.fromstring(svg.animated(track("bird_dog")))
    animated = list(drawn.iter(f"{SVG}animate"))
    assert animated
    for element in animated:
        values = element.get("values", "").split(";")
        marks = [float(mark) for mark in element.get("keyTimes", "").split(";")]
        assert len(values) == len(marks)
        assert marks == sorted(marks)
        assert (marks[0], marks[-1]) == (0, 1)
        assert len({len(re.findall(r"-?\d+", value)) for value in values}) == 1


def test_the_same_movement_gives_the_same_bytes() -> None:
    one, two = (build(made(KNEE), "plain") for _ in range(2))
    assert svg.animated(one) == svg.animated(two)
    assert svg.strip(one, 3) == svg.strip(two, 3)


def test_colours_are_the_pages_unless_a_palette_is_given() -> None:
    free = svg.still(track("wall_sit"))
    assert "currentColor" in free
    assert "var(--bs-ink,currentColor)" in free
    fixed = svg.still(track("wall_sit"), palette=DARK)
    assert "var(" not in fixed
    assert "color-mix" not in fixed
    assert DARK.work in fixed
    assert LIGHT.work not in svg.still(track("wall_sit"), palette=MONO)


def test_the_far_side_is_lighter() -> None:
    drawn = ElementTree.fromstring(svg.still(track("wall_sit"), palette=LIGHT))
    groups = [g.get("class") for g in drawn.iter(f"{SVG}g")]
    assert groups.count("f") == 2  # an arm and a leg
    rules = dict(
        re.findall(r"\.bsf \.([nf]) \.skin\{fill:#(..)", svg.still(track("wall_sit"), palette=LIGHT))
    )
    assert int(rules["f"], 16) > int(rules["n"], 16)


def test_two_figures_on_a_page_share_no_ids() -> None:
    drawn = [svg.animated(track("bird_dog")), svg.animated(track("bird_dog", side="left"))]
    drawn += [svg.still(track("bird_dog")), svg.strip(track("bird_dog"), 3), svg.thumbnail(track("bird_dog"))]
    ids = [i for text in drawn for i in re.findall(r' id="([^"]+)"', text)]
    assert len(ids) == len(set(ids))
    for text in drawn:
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(re.findall(r' id="([^"]+)"', text))


def test_an_outline_holds_its_discs() -> None:
    centres = np.array([[[0.0, 0.0], [300.0, 40.0]], [[0.0, 0.0], [20.0, 260.0]]])
    points = outline(centres, np.array([60.0, 30.0]), sharp=True)
    assert points.shape == (2, 22, 2)
    assert points[0].min(axis=0) == pytest.approx([-60, -60], abs=1.5)
    assert points[0].max(axis=0) == pytest.approx([330, 70], abs=1.5)


def test_keys_are_few_where_the_way_is_straight() -> None:
    times = np.linspace(0, 1, 11)
    straight = times[:, None, None] * np.ones((1, 3, 2)) * 100
    assert keys(straight, times, 1.0) == [0, 10]
    bent = straight.copy()
    bent[4:] += 30
    assert set(keys(bent, times, 1.0)) == {0, 3, 4, 10}
