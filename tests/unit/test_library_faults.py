"""A library file that is wrong is refused by its name and the field: each test breaks a record of a copy."""

import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstride.knowledge import LibraryError, load

Edit = Callable[[Any], object]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with as_file(files("backstride.knowledge") / "data") as packaged:
        return Path(shutil.copytree(packaged, tmp_path / "data"))


def edit(file: Path, change: Edit) -> None:
    """Changes a file's records in place."""
    records = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(records)
    file.write_text(yaml.safe_dump(records, sort_keys=False), encoding="utf-8")


def faults(data: Path) -> list[str]:
    with pytest.raises(LibraryError) as error:
        load(data)
    return str(error.value).splitlines()


def by_id(records: list[Any], wanted: str) -> Any:
    return next(record for record in records if record["id"] == wanted)


def test_the_copy_is_sound(data: Path) -> None:
    assert load(data) == load()


BIRD_DOG = "exercises/bird_dog.yaml"
ROUTINE = "routines/s1_seven.yaml"
RAISES = "every level but the first names the variable that is up"


@pytest.mark.parametrize(
    ("file", "change", "line"),
    [
        pytest.param(
            BIRD_DOG,
            lambda e: e["regions"].update(wings=0.1),
            "exercises/bird_dog.yaml: regions: wings: no such region",
            id="unknown region",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(stretches=["wings"]),
            "exercises/bird_dog.yaml: stretches: wings: no such region",
            id="unknown muscle of a stretch",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["sources"].append("NOBODY1999"),
            "exercises/bird_dog.yaml: sources: NOBODY1999: no such source",
            id="unknown source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(harder="eagle"),
            "exercises/bird_dog.yaml: easier/harder: eagle: no such exercise",
            id="unknown neighbour",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["doses"][0].update(source="S9"),
            "exercises/bird_dog.yaml: doses.source: S9: no such source",
            id="dose of an unknown source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(contraindications=[{"question": "U9", "why": "Because."}]),
            "exercises/bird_dog.yaml: contraindications.question: U9: no such screening question",
            id="unknown question",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e.update(contraindications=[{"question": "U8", "why": "Because.", "sources": ["S9"]}]),
            "exercises/bird_dog.yaml: contraindications.sources: S9: no such source",
            id="contraindication of an unknown source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][1].update(sources=[]),
            "exercises/bird_dog.yaml: ladder.1.sources: a level without a source must have grade ours",
            id="level without a source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][1].update(sources=["S9"]),
            "exercises/bird_dog.yaml: ladder.1.sources: S9: no such source",
            id="level of an unknown source",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][2].pop("raises"),
            f"exercises/bird_dog.yaml: ladder.2.raises: {RAISES}",
            id="level that raises nothing",
        ),
        pytest.param(
            BIRD_DOG,
            lambda e: e["ladder"][0].update(raises="reps"),
            f"exercises/bird_dog.yaml: ladder.0.raises: {RAISES}",
            id="first level that raises something",
        ),
        pytest.param(
            ROUTINE,
            lambda r: r.update(source="S9"),
            "routines/s1_seven.yaml: source: S9: no such source",
            id="routine of an unknown source",
        ),
        pytest.param(
            ROUTINE,
            lambda r: r["items"][0].update(exercise="eagle"),
            "routines/s1_seven.yaml: items: eagle: no such exercise",
            id="routine with an unknown exercise",
        ),
        pytest.param(
            ROUTINE,
            lambda r: r.update(aliases=["s2_ten"]),
            "routines: s2_ten.aliases: s2_ten: stands for s1_seven too",
            id="routine with another's name",
        ),
        pytest.param(
            "regions.yaml",
            lambda r: by_id(r, "calves")["aliases"].append("glute"),
            "regions.yaml: calves.aliases: glute: stands for glutes too",
            id="alias of two regions",
        ),
        pytest.param(
            "regions.yaml",
            lambda r: by_id(r, "calves").update(sources=["S9"]),
            "regions.yaml: calves.sources: S9: no such source",
            id="region of an unknown source",
        ),
        pytest.param(
            "parameters/light.yaml",
            lambda p: p[0].update(sources=["S9"]),
            "parameters: light.baseline_days.sources: S9: no such source",
            id="parameter of an unknown source",
        ),
        pytest.param(
            "screening.yaml",
            lambda s: s["questions"][0].update(sources=["S9"]),
            "screening.yaml: E1.sources: S9: no such source",
            id="question of an unknown source",
        ),
        pytest.param(
            "screening.yaml",
            lambda s: s["safety_net_sources"].append("S9"),
            "screening.yaml: safety_net_sources: S9: no such source",
            id="safety net of an unknown source",
        ),
    ],
)
def test_a_reference_that_leads_nowhere(data: Path, file: str, change: Edit, line: str) -> None:
    edit(data / file, change)
    assert faults(data) == [line]


@pytest.mark.parametrize(
    ("file", "change", "start"),
    [
        (BIRD_DOG, lambda e: e.update(colour="red"), "bird_dog.yaml: colour: "),
        (BIRD_DOG, lambda e: e.pop("breath"), "bird_dog.yaml: breath: "),
        (BIRD_DOG, lambda e: e.update(position="flying"), "bird_dog.yaml: position: "),
        (BIRD_DOG, lambda e: e["ladder"][1].update(sets=9), "bird_dog.yaml: ladder.1.sets: "),
        (BIRD_DOG, lambda e: e.update(rep_s=float("nan")), "bird_dog.yaml: rep_s: "),
        (BIRD_DOG, lambda e: e["regions"].update(glutes=1.5), "bird_dog.yaml: regions.glutes: "),
        (BIRD_DOG, lambda e: e.update(cautions=[]), "bird_dog.yaml: cautions: "),
        ("regions.yaml", lambda r: r[0].update(colour="red"), "regions.yaml: glutes.colour: "),
        (
            "parameters/light.yaml",
            lambda p: p[1].update(values=[]),
            "light.yaml: light.green_during.values: ",
        ),
        ("parameters/light.yaml", lambda p: p[1].pop("id"), "light.yaml: 1.id: "),
        ("screening.yaml", lambda s: s["questions"][3].pop("action"), "screening.yaml: questions.3.action: "),
        ("rules.yaml", lambda r: r[0].update(id="first"), "rules.yaml: first.id: "),
        ("sources.yaml", lambda s: s[0].update(grade="rumour"), "sources.yaml: S0.grade: "),
    ],
)
def test_a_field_that_is_wrong(data: Path, file: str, change: Edit, start: str) -> None:
    edit(data / file, change)
    (fault,) = faults(data)
    assert fault.startswith(start)
    assert len(fault) > len(start)


@pytest.mark.parametrize(
    ("file", "where"),
    [
        ("sources.yaml", "sources.yaml"),
        ("regions.yaml", "regions.yaml"),
        ("parameters/light.yaml", "parameters"),
    ],
)
def test_an_id_that_stands_twice(data: Path, file: str, where: str) -> None:
    name = yaml.safe_load((data / file).read_text(encoding="utf-8"))[0]["id"]
    edit(data / file, lambda records: records.append(records[0]))
    assert faults(data) == [f"{where}: {name}: the id stands twice"]


def test_a_key_that_stands_twice(data: Path) -> None:
    file = data / BIRD_DOG
    file.write_text(file.read_text(encoding="utf-8") + "\nposition: prone\n", encoding="utf-8")
    assert len(faults(data)) == 1
    assert faults(data)[0].startswith("bird_dog.yaml: not YAML: 'position' stands twice")


def test_an_exercise_that_stands_in_two_files(data: Path) -> None:
    shutil.copy(data / BIRD_DOG, data / "exercises" / "bird_dog_again.yaml")
    assert faults(data) == ["exercises: bird_dog: the id stands twice"]


def test_every_dangling_reference_is_told_at_once(data: Path) -> None:
    edit(data / BIRD_DOG, lambda e: e.update(harder="eagle"))
    edit(data / ROUTINE, lambda r: r.update(source="S9"))
    assert len(faults(data)) == 2


@pytest.mark.parametrize("content", ["id: [", "a: b: c", "\t- x", "id: \x00"])
def test_what_is_not_yaml(data: Path, content: str) -> None:
    (data / BIRD_DOG).write_text(content, encoding="utf-8")
    (fault,) = faults(data)
    assert fault.startswith("bird_dog.yaml: not YAML: ")


def test_bytes_that_are_not_text(data: Path) -> None:
    (data / BIRD_DOG).write_bytes(b"id: \xff\xfe")
    (fault,) = faults(data)
    assert fault.startswith("bird_dog.yaml: not YAML: ")


@pytest.mark.parametrize(
    ("file", "content", "fault"),
    [
        ("regions.yaml", "{}", "regions.yaml: (whole): a list of records is wanted"),
        ("regions.yaml", "", "regions.yaml: (whole): a list of records is wanted"),
        ("messages.en.yaml", "- a", "messages.en.yaml: (whole): a mapping of ids to text is wanted"),
        (
            "messages.en.yaml",
            "a.b: 1",
            "messages.en.yaml: (whole): a mapping of ids to text is wanted",
        ),
    ],
)
def test_a_file_of_another_shape(data: Path, file: str, content: str, fault: str) -> None:
    (data / file).write_text(content, encoding="utf-8")
    assert faults(data) == [fault]


@pytest.mark.parametrize("file", ["sources.yaml", "screening.yaml", "messages.en.yaml"])
def test_a_file_that_is_missing(data: Path, file: str) -> None:
    (data / file).unlink()
    assert faults(data) == [f"{file}: the file is missing"]


def test_a_folder_that_is_missing(data: Path) -> None:
    shutil.rmtree(data / "routines")
    assert faults(data) == ["routines/: the folder is missing"]
