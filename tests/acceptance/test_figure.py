"""`figure`: an exercise drawn in every format, the sheet of all, and the check."""

import io
from pathlib import Path

import pytest
from PIL import Image

from acceptance.calling import call
from backstride.knowledge.figures import load_figures


@pytest.mark.parametrize("form", ["svg", "animated", "strip", "thumb"])
def test_a_drawing_is_written(form: str, tmp_path: Path) -> None:
    done = call("figure", "Bird dog", "--format", form, "--side", "left", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    drawn = (tmp_path / "bird_dog-left.svg").read_text(encoding="utf-8")
    assert drawn.startswith("<svg ")
    assert ("<animate " in drawn) == (form == "animated")


@pytest.mark.parametrize(
    ("form", "kind", "count"), [("png", "PNG", 1), ("apng", "PNG", 6), ("gif", "GIF", 6)]
)
def test_a_picture_is_written(form: str, kind: str, count: int, tmp_path: Path) -> None:
    file = tmp_path / f"figure.{form}"
    done = call("figure", "wall_sit", "--format", form, "--size", "160", "--frames", "6", "--out", file)
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(io.BytesIO(file.read_bytes())) as picture:
        assert (picture.format, picture.size) == (kind, (160, 120))
        # Frames that are alike are joined to one that lasts longer.
        assert min(count, 3) <= getattr(picture, "n_frames", 1) <= count


def test_an_exercise_or_variant_that_is_not_there_is_refused() -> None:
    done = call("figure", "bird_dog", "--variant", "flying")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no variant 'flying'; there are arm and leg, small squares" in done.stderr
    assert call("figure", "eagle").returncode == 2


def test_the_sheet_has_every_movement(tmp_path: Path) -> None:
    done = call("figure", "sheet", "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "figures.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == len(load_figures().movements)
    assert "<script" not in page
    with Image.open(tmp_path / "figures.png") as picture:
        assert picture.width > 1000


def test_the_check_of_one_exercise_is_clean() -> None:
    done = call("figure", "check", "bird_dog")
    assert (done.returncode, done.stdout) == (0, "1 movement: every frame holds.\n")
