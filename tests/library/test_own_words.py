"""No eight words in a row of the library stand in one of the five articles; names and addresses aside."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from library.articles import articles, words

DATA = Path(__file__).parents[2] / "src" / "backstride" / "knowledge" / "data"
RUN = 8
# Titles of works, and the clinics' addresses.
NAMES = ("sources.yaml", "clinics.yaml")
FILES = sorted(f for f in DATA.rglob("*") if f.suffix in (".yaml", ".md") and f.name not in NAMES)


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words of a text."""
    found = words(text)
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def strings(data: Any) -> Iterator[str]:
    """Every text in YAML data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from strings(value)


def said(file: Path) -> list[str]:
    """The texts of a file of the library; a lesson is one text."""
    text = file.read_text(encoding="utf-8")
    return [text] if file.suffix == ".md" else list(strings(yaml.safe_load(text)))


@pytest.fixture(scope="module")
def theirs() -> set[tuple[str, ...]]:
    return {run for article in articles().values() for run in runs(article)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(DATA).as_posix())
def test_our_own_words(file: Path, theirs: set[tuple[str, ...]]) -> None:
    assert [" ".join(run) for text in said(file) for run in sorted(runs(text) & theirs)] == []


def test_an_articles_words_would_be_seen(theirs: set[tuple[str, ...]]) -> None:
    for article in articles().values():
        taken = words(article)[40:60]
        assert len(runs(" ".join(taken).upper() + ".") & theirs) == len(taken) - RUN + 1


@pytest.mark.parametrize("folder", ["exercises", "routines", "lessons", "parameters", "translations"])
def test_all_of_the_library_is_read(folder: str) -> None:
    assert [file for file in FILES if folder in file.parts] != []
