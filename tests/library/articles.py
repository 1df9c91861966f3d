"""The five articles, where they lie beside the repository; they are not ours, so they are not in it."""

import re
from functools import cache
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


@cache
def articles() -> dict[str, str]:
    """Each article's text by its source's id. Skips the test where they are not at hand."""
    found = sorted(SOURCES.glob("00[0-4]_*.txt"))
    if len(found) != 5:
        pytest.skip("the five articles are not beside the repository, in ../shared/sources")
    return {f"S{number}": file.read_text(encoding="utf-8") for number, file in enumerate(found)}


def plain(text: str) -> str:
    """The text in one line, in lower case, with plain apostrophes."""
    return " ".join(text.replace("\u2019", "'").lower().split())


def words(text: str) -> list[str]:
    """The words of a text, in lower case and without punctuation."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain(text))
