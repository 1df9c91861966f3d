"""Rules in plain words: every rule told, and every number filled in from the parameters, never written."""

import re
import shutil
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml

from backstride.knowledge import LibraryError, load
from backstride.knowledge.filling import faults, filled, parameters_of, value_words
from backstride.knowledge.schema.parameter import Value

ADR = Path(__file__).parents[2] / "docs" / "adr"
VALUES: dict[str, Value] = {"a.s": 600, "a.pair": (240, 360), "a.share": 0.2, "a.three": (1.1, 1.3, 2.0)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{a.s} s", "600 s"),
        ("{a.s:min} min", "10 min"),
        ("{a.pair:min} min", "4 to 6 min"),
        ("{a.pair[1]}", "360"),
        ("{a.pair[1]:min}", "6"),
        ("{a.pair:range}", "240 to 360"),
        ("{a.s:km} km", "0.6 km"),
        ("{a.share:percent} per cent", "20 per cent"),
        ("{a.three}", "1.1, 1.3 and 2"),
        ("{a.three[0]} and {a.share}", "1.1 and 0.2"),
        ("no number", "no number"),
    ],
)
def test_a_place_is_filled(text: str, said: str) -> None:
    assert filled(text, VALUES.__getitem__) == said
    assert list(faults(text, VALUES.__getitem__)) == []


@pytest.mark.parametrize(
    "text",
    ["{a.gone}", "{a.s[0]}", "{a.pair[2]}", "{a.s:miles}", "{a.three:range}", "{A.s}", "{a.s", "}", "{}"],
)
def test_a_place_that_cannot_be_filled_is_a_fault(text: str) -> None:
    assert len(list(faults(text, VALUES.__getitem__))) == 1


def test_a_value_in_words() -> None:
    assert [value_words(v) for v in (3, 0.5, 2.0, (4,), (4, 6))] == ["3", "0.5", "2", "4", "4 and 6"]


def test_the_parameters_of_a_sentence_are_named_once() -> None:
    assert parameters_of("{a.s} {a.pair[0]} {a.s:min}") == ("a.s", "a.pair")


def test_every_rule_is_told_in_order() -> None:
    told = list(load().rule_texts)
    for letter, most in (("H", 16), ("R", 8), ("O", 4)):
        assert [key for key in told if key.startswith(letter)] == [f"{letter}{n}" for n in range(1, most + 1)]
    assert set(told) >= {"L", "P"}


def test_every_number_belongs_to_a_rule() -> None:
    library = load()
    used = {parameter for rule in library.rule_texts.values() for parameter in rule.parameters}
    assert set(library.parameters) - used == set()


@pytest.mark.parametrize("key", load().rule_texts)
def test_no_number_is_written_in_a_rule(key: str) -> None:
    rule = load().rule_texts[key]
    for text in (rule.title, *rule.sentences):
        own = re.sub(r"\{[^}]*\}|\bE[1-9]\b|\bof 10\b", "", text)
        assert not re.search(r"\d", own), text


@pytest.mark.parametrize("key", load().rule_texts)
def test_how_a_rule_is_read_stands_in_a_decision(key: str) -> None:
    place = load().rule_texts[key].read_as
    if key.startswith("H"):
        assert place is not None
    if place is not None:
        assert (ADR / place.partition("#")[0]).is_file()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with as_file(files("backstride.knowledge") / "data") as packaged:
        return Path(shutil.copytree(packaged, tmp_path / "data"))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda r: r["sources"].append("S9"), "rule_texts.yaml: H1.sources: S9: no such source"),
        (
            lambda r: r["parameters"].append("triage.luck"),
            "rule_texts.yaml: H1.parameters: triage.luck: no such parameter",
        ),
        (
            lambda r: r["sentences"].append("Wait {triage.luck} days."),
            "rule_texts.yaml: H1.sentences: {triage.luck}: cannot be filled",
        ),
        (
            lambda r: r["parameters"].remove("low_load.level"),
            "rule_texts.yaml: H1.parameters: low_load.level: stands in a sentence and not here",
        ),
        (lambda r: r.update(id="H17"), "rule_texts.yaml: H17.id: "),
        (lambda r: r.update(sentences=[]), "rule_texts.yaml: H1.sentences: "),
    ],
)
def test_a_rule_that_is_wrong_is_named(data: Path, change: Callable[[Any], object], line: str) -> None:
    file = data / "rule_texts.yaml"
    records = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(records[0])
    file.write_text(yaml.safe_dump(records, sort_keys=False), encoding="utf-8")
    with pytest.raises(LibraryError) as error:
        load(data)
    found = str(error.value).splitlines()
    assert any(fault.startswith(line) for fault in found), found
