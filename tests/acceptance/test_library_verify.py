"""`library verify`: no fault in the library; a broken record of a copy is named with its file and field."""

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml

from acceptance.calling import call, person
from backstride.cli import run
from backstride.knowledge import load
from backstride.knowledge.verify import faults_below

Edit = Callable[[Any], object]
BIRD_DOG = "exercises/bird_dog.yaml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with as_file(files("backstride.knowledge") / "data") as packaged:
        return Path(shutil.copytree(packaged, tmp_path / "data"))


def edit(file: Path, change: Edit) -> None:
    """Changes a file's records in place."""
    records = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(records)
    file.write_text(yaml.safe_dump(records, sort_keys=False, allow_unicode=True), encoding="utf-8")


def test_the_library_has_no_fault() -> None:
    done = call("library", "verify")
    assert (done.returncode, done.stdout) == (0, "27 exercises, 6 routines, no fault.\n"), done.stdout
    assert done.stderr == ""


def test_every_fault_of_a_broken_copy_is_named_and_the_exit_code_is_1(data: Path) -> None:
    edit(data / BIRD_DOG, lambda e: e["cues"].__setitem__(2, "Reach as long as you can and not too high."))
    edit(data / "exercises" / "bridge.yaml", lambda e: e["ladder"][2].update(hold_s=11))
    done = call("library", "verify", "--data", data)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "exercises/bird_dog.yaml: cues.2: 10 words, at most 9",
        "exercises/bridge.yaml: ladder.2.hold_s: 11 is outside 6 and 5-10 and not ours",
    ]


def test_a_broken_reference_is_named_and_the_exit_code_is_1(data: Path) -> None:
    edit(data / BIRD_DOG, lambda e: e.update(harder="eagle"))
    done = call("library", "verify", "--data", data)
    assert done.returncode == 1
    assert done.stdout == "exercises/bird_dog.yaml: easier/harder: eagle: no such exercise\n"


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    done = call("library", "verify", "--data", tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere: no such folder" in done.stderr


@pytest.mark.parametrize(
    ("file", "change", "line"),
    [
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(sources=[s for s in e["sources"] if s != "S1"]),
            "exercises/bird_dog.yaml: doses.0.source: S1: not among its sources",
            id="a missing source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["sources"].append("S9"),
            "exercises/bird_dog.yaml: sources: S9: no such source",
            id="an unknown source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["regions"].update(wings=0.1),
            "exercises/bird_dog.yaml: regions: wings: no such region",
            id="an unknown region",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(easier="eagle"),
            "exercises/bird_dog.yaml: easier/harder: eagle: no such exercise",
            id="a neighbour that does not exist",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][1].update(sources=[]),
            "exercises/bird_dog.yaml: ladder.1.sources: a level without a source must have grade ours",
            id="a level without a source, not ours",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][3].update(hold_s=6),
            "exercises/bird_dog.yaml: ladder.3.hold_s: 6 is outside 5 and 3-5 and not ours",
            id="a hold outside every source's range, not ours",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][2].update(reps=13),
            "exercises/bird_dog.yaml: ladder.2.reps: 13 is outside 8-12 and 8-10 and not ours",
            id="repetitions outside every source's range, not ours",
        ),
        pytest.param(
            "exercises/side_plank.yaml",
            lambda e: e["ladder"][2].update(sets=1),
            "exercises/side_plank.yaml: ladder.2.sets: 1 is outside 2-3 and not ours",
            id="holds below every source's count, not ours",
        ),
        pytest.param(
            "exercises/cat_cow.yaml",
            lambda e: e["ladder"][3].update(duration_s=130),
            "exercises/cat_cow.yaml: ladder.3.duration_s: 130 is outside 60-120 and 30-60 and not ours",
            id="a duration outside every source's range, not ours",
        ),
        pytest.param(
            "exercises/leg_swings.yaml",
            lambda e: e["ladder"][1].update(grade="source"),
            "exercises/leg_swings.yaml: ladder.1.reps: 10 is graded source, and no source gives one",
            id="a number that no source gives, not ours",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["cues"].__setitem__(1, "Reach as long as you can and not too high."),
            "exercises/bird_dog.yaml: cues.1: 10 words, at most 9",
            id="a cue of ten words",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(faults=[]),
            "exercises/bird_dog.yaml: faults: empty, so CERT item 8 (The exercise) has no answer",
            id="a CERT item without an answer",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["doses"][1].update(entry="8"),
            "exercises/bird_dog.yaml: doses.1.entry: 8: stands in bird_dog too",
            id="an entry that stands twice",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(rep_s=5),
            "bird_dog.yaml: (whole): Value error, tempo: out_s and back_s must add up to rep_s",
            id="a tempo that does not add up",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(effort=[6, 4]),
            "bird_dog.yaml: (whole): Value error, effort: the lowest comes first",
            id="an effort the wrong way round",
        ),
        pytest.param(
            "routines/s1_seven.yaml",
            lambda r: r["items"][4]["dose"].update(hold_s=7),
            "routines/s1_seven.yaml: items: bird_dog.hold_s: not the number of S1, and not marked ours",
            id="a routine's number that is not its source's",
        ),
        pytest.param(
            "routines/s1_seven.yaml",
            lambda r: r.update(source="S0"),
            "routines/s1_seven.yaml: items: bird_dog: S0 has no such entry",
            id="a routine of another source",
        ),
        pytest.param(
            "watch_names.yaml",
            lambda names: names.__setitem__(slice(None), [n for n in names if n["exercise"] != "bird_dog"]),
            "watch_names.yaml: exercise: bird_dog: no name",
            id="an exercise without a word on its watch name",
        ),
    ],
)
def test_a_broken_record_is_named_with_exit_code_1(
    data: Path, file: str, change: Edit, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(data / file, change)
    assert run(["library", "verify", "--data", str(data)], person(())) == 1
    assert line in capsys.readouterr().out.splitlines()


def test_a_translation_that_lacks_an_exercise_is_named(data: Path) -> None:
    (data / "translations" / "ms" / "exercises" / "bird_dog.yaml").unlink()
    assert faults_below(data) == ["translations/ms/exercises: bird_dog: no words"]


def test_a_translation_that_cannot_be_read_is_named(data: Path) -> None:
    (data / "translations" / "ms" / "screening.yaml").unlink()
    assert faults_below(data) == ["translations/ms/screening.yaml: the file is missing"]


def test_a_level_outside_the_sources_may_be_ours(data: Path) -> None:
    edit(data / BIRD_DOG, lambda e: e["ladder"][3].update(hold_s=6, grade="ours"))
    assert faults_below(data) == []
    assert load(data).exercises["bird_dog"].ladder[3].hold_s == 6
