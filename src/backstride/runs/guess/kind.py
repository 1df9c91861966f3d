"""The kind of session that a text speaks of, from the phrases in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backstride.runs.guess.phrases import Hit, hits_in
from backstride.runs.guess.vocabulary import Sense
from backstride.terms import DayKind

# Of two kinds in one text the harder counts: that errs on the side of the back.
_KIND: dict[Sense, DayKind] = {
    "race": "race",
    "long": "long",
    "quality": "quality",
    "easy": "easy",
    "sport": "cross",
    "gym": "cross",
    "rest": "rest",
}
_HARDEST = tuple(_KIND)
_ON_FOOT = ("race", "long", "quality", "easy")


@dataclass(frozen=True)
class Kind:
    """A kind, the phrase it comes from, and whether nothing else in the text speaks against it."""

    kind: DayKind
    start: int
    end: int
    sure: bool


class Words:
    """The phrases of a folded text, and what they come to. `amount`: a distance or duration stands there."""

    def __init__(
        self, text: str, *, amount: bool, on_foot: bool, repeated: Sequence[tuple[int, int]]
    ) -> None:
        self._text = text
        self._repeated = repeated
        self._far = on_foot
        self.hits = hits_in(text)
        beside = self.first("run", "session")
        supported = amount or bool(repeated) or beside is not None or self._nothing_else()
        self.kinds = [hit for hit in self.hits if hit.sense in _KIND and (hit.strong or supported)]
        self.lone = [hit for hit in self.hits if hit.sense in _KIND and not (hit.strong or supported)]

    def first(self, *senses: Sense) -> Hit | None:
        """The first phrase of one of these senses."""
        return next((hit for hit in self.hits if hit.sense in senses), None)

    def said(self, hit: Hit) -> str:
        """The words of a phrase."""
        return self._text[hit.start : hit.end]

    def kind(self) -> Kind | None:
        """The kind that the text names; None where it names none."""
        hits = self.kinds
        strides = self.first("strides") is not None
        repeats = bool(self._repeated) and not strides
        if repeats and self.first("run", "session") is None and any(h.sense == "gym" for h in hits):
            repeats = False
        if repeats and not any(h.sense == "sport" for h in hits):
            # "6 x 800 m, 2 min easy": what lies between repetitions is no kind.
            hits = [h for h in hits if h.sense not in ("easy", "rest")]
        named = self._one_sport(hits)
        best = min(named, key=lambda h: (_HARDEST.index(h.sense), h.start), default=None)
        if repeats and (best is None or best.sense in ("easy", "gym", "rest")):
            start, end = self._repeated[0]
            return Kind("quality", start, end, sure=best is None)
        if best is None:
            return None
        one = len({_KIND[h.sense] for h in hits}) == 1 and not (repeats and best.sense == "long")
        return Kind(_KIND[best.sense], best.start, best.end, sure=one)

    def _one_sport(self, hits: list[Hit]) -> list[Hit]:
        """An easy ride is a ride: where no run is named, the sport says what the other words are about."""
        senses = {h.sense for h in hits}
        about_running = self.first("run") is not None or any(
            h.strong and h.sense in _ON_FOOT and not _of_any_sport(self.said(h)) for h in hits
        )
        if "sport" in senses and not about_running:
            return [h for h in hits if h.sense not in _ON_FOOT]
        if "gym" in senses and not about_running and not self._far:
            return [h for h in hits if h.sense not in _ON_FOOT]
        return hits

    def _nothing_else(self) -> bool:
        """Whether the text has no words but these phrases: `Tempo`, `Rest`, `Easy`."""
        left = list(self._text)
        for hit in self.hits:
            left[hit.start : hit.end] = " " * (hit.end - hit.start)
        # "Easy 5" and "Easy 5m" are training, whatever the number counts.
        words = re.sub(r"\d+\s?[a-z]?(?![a-z])", " ", "".join(left))
        return not re.search(r"[a-z]", words) and any(hit.sense in _KIND for hit in self.hits)


def _of_any_sport(words: str) -> bool:
    """Intervals and thresholds are ridden and swum too."""
    return not re.search(r"run|jog|lauf|footing|course|carrera|rodaje|lari|sortie|tirada|trote", words)
