"""Finds the vocabulary's phrases in a folded text; the longest phrase at a place counts."""

import re
from dataclasses import dataclass

from backstride.runs.guess.vocabulary import OTHER, STRONG, WEAK, Sense


@dataclass(frozen=True)
class Hit:
    """A phrase at a place of the text: what it means, and whether it is training by itself."""

    sense: Sense
    strong: bool
    start: int
    end: int


def _listed() -> dict[str, tuple[Sense, bool]]:
    found: dict[str, tuple[Sense, bool]] = {}
    for table, strong in ((WEAK, False), (STRONG, True), (OTHER, True)):
        for sense, phrases in table.items():
            for phrase in phrases.split(","):
                found[_even(phrase)] = (sense, strong)
    return found


def _even(phrase: str) -> str:
    """A phrase with one blank for each run of blanks and hyphens."""
    return " ".join(re.split(r"[ \n-]+", phrase.strip(" \n")))


_MEANING = _listed()


def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_MEANING, key=lambda phrase: (-len(phrase.rstrip("*")), phrase))
    whole = "|".join(_one(phrase) for phrase in longest_first)
    return re.compile(rf"(?<![a-z0-9])(?:{whole})(?![a-z0-9])")


def _one(phrase: str) -> str:
    """A phrase as a pattern; between its words any blank or hyphen may stand."""
    body = re.escape(phrase.rstrip("*")).replace(r"\ ", "[ -]{1,3}")
    return body + ("[a-z]{0,20}" if phrase.endswith("*") else "")


_PATTERN = _pattern()
_STEMS = sorted((p.rstrip("*") for p in _MEANING if p.endswith("*")), key=len, reverse=True)


def hits_in(text: str) -> list[Hit]:
    """The phrases of a folded text, from left to right, none over another."""
    return [Hit(*_meaning(found.group()), *found.span()) for found in _PATTERN.finditer(text)]


def _meaning(words: str) -> tuple[Sense, bool]:
    phrase = _even(words)
    exact = _MEANING.get(phrase)
    return exact or next(_MEANING[f"{stem}*"] for stem in _STEMS if phrase.startswith(stem))
