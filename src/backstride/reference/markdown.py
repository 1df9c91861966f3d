"""Markdown that reads well on a code host: text made safe, headings with their anchors, lists and tables."""

import re
from collections.abc import Iterable, Sequence

_SPECIAL = re.compile(r"[\\*`<\[\]~|]|(?<!\w)_|_(?!\w)")


def plain(text: str) -> str:
    """Text on one line, with nothing in it that would be read as markup."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))


def slug(heading: str) -> str:
    """The anchor that a code host gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def numbered(lines: Iterable[str]) -> str:
    """A numbered list."""
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; each row has as many cells as the head."""
    lines = [head, ["---"] * len(head), *rows]
    for line in lines:
        if len(line) != len(head):
            raise ValueError(f"{len(line)} cells under {len(head)} headings: {line}")
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def link(text: str, target: str) -> str:
    """A link."""
    return f"[{text}]({target})"
