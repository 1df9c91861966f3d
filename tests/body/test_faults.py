"""A movement or body file that is wrong is refused by its name and the field."""

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstride.knowledge import LibraryError
from backstride.knowledge.figures import load_figures
from backstride.knowledge.verify import faults_below

Edit = Callable[[Any], object]
FILE = "movements/bird_dog.yaml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with as_file(files("backstride.knowledge") / "data") as packaged:
        return Path(shutil.copytree(packaged, tmp_path / "data"))


def edit(file: Path, change: Edit) -> None:
    record = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(record)
    file.write_text(yaml.safe_dump(record, sort_keys=False), encoding="utf-8")


def faults(data: Path) -> list[str]:
    with pytest.raises(LibraryError) as error:
        load_figures(data)
    return str(error.value).splitlines()


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda m: m["poses"]["start"]["angles"].update(wing=3), "poses.start.angles: wing: no such angle"),
        (lambda m: m["poses"]["lift"].update(base="gone"), "poses.lift.base/mirror: gone: no such pose"),
        (
            lambda m: m["poses"]["start"]["contacts"].update(hand="ceiling"),
            "poses.start.contacts: ceiling: no such surface or spot",
        ),
        (lambda m: m["poses"]["start"].update(free=["wing"]), "poses.start.free: wing: no such angle"),
        (lambda m: m["phases"][1].update(pose="gone"), "phases.1.pose: gone: no such pose"),
        (lambda m: m.update(tint=["wing"]), "tint: wing: no such region to tint"),
        (lambda m: m.update(arrows=["wing"]), "arrows: wing: no such spot"),
        (lambda m: m.update(show="gone"), "show: gone: no such pose"),
        (
            lambda m: m["variants"].update(flying={}),
            "variants: flying: no such variant on the ladder",
        ),
        (
            lambda m: m["variants"].pop("small squares"),
            "variants: small squares: no such variant here, and the ladder has it",
        ),
    ],
)
def test_a_name_that_leads_nowhere(data: Path, change: Edit, line: str) -> None:
    edit(data / FILE, change)
    assert faults(data) == [f"{FILE}: {line}"]


@pytest.mark.parametrize(
    ("change", "start"),
    [
        (lambda m: m.update(colour="red"), "colour: "),
        (lambda m: m["camera"].update(azimuth=400), "camera.azimuth: "),
        (lambda m: m["phases"][0].update(seconds=0), "phases.0.seconds: "),
        (lambda m: m["poses"]["start"]["angles"].update(hip_flexion=900), "poses.start.angles.hip_flexion: "),
        (lambda m: m["poses"]["lift"].update(mirror="start"), "poses.lift: "),
    ],
)
def test_a_field_that_is_wrong(data: Path, change: Edit, start: str) -> None:
    edit(data / FILE, change)
    (fault,) = faults(data)
    assert fault.startswith(f"{FILE}: {start}")


def test_poses_that_lead_back_to_themselves(data: Path) -> None:
    edit(data / FILE, lambda m: m["poses"]["start"].update(base="lift"))
    assert f"{FILE}: poses.start.base/mirror: leads back to itself" in faults(data)


def test_a_file_under_another_name(data: Path) -> None:
    shutil.move(data / FILE, data / "movements" / "dog_bird.yaml")
    assert faults(data) == ["movements/dog_bird.yaml: id: is not the name of the file"]


def test_a_body_that_names_what_is_not_there(data: Path) -> None:
    edit(data / "body.yaml", lambda b: b["balls"]["knee"].update(of="fin"))
    assert faults(data) == ["body.yaml: balls.knee: fin: no such segment"]


def test_verify_names_a_bad_movement(data: Path) -> None:
    assert faults_below(data) == faults_below()
    edit(data / FILE, lambda m: m.update(show="gone"))
    assert f"{FILE}: show: gone: no such pose" in faults_below(data)
