"""Titles and descriptions made plain: one line, nothing unprintable, and a form to search in."""

import html
import re
import unicodedata

TITLE, DESCRIPTION = 300, 2000  # characters that are looked at; what is longer is no title of a run

# Google keeps descriptions as HTML. A tag is a break: words on both sides of it do not belong together.
_TAG = re.compile(r"<[/a-zA-Z][^<>]{0,500}>")
_ALIKE = str.maketrans("\u2019\u2032\u00b4\u2013\u2014\u2212\u00d7\u2715\u2716*", "'''---xxxx")


def plain(text: str, most: int) -> str:
    """At most `most` characters of a text on one line: no tags, nothing that could steer a terminal."""
    text = html.unescape(_TAG.sub("; ", text[: 4 * most]))
    spaced = "".join(" " if c.isspace() else c for c in text)
    return " ".join("".join(c for c in spaced if c.isprintable())[:most].split())


def folded(text: str) -> str:
    """The same text in small letters without accents, of the same length, so that places agree."""
    return "".join(_fold(c) for c in text.translate(_ALIKE))


def _fold(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char
