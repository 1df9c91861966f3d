"""What is said, and when: never two things at once, and nothing longer than there is time for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from backstride.sessions.script import Utterance

WORDS_A_SECOND = 2.5  # an easy speaking rate: 150 words a minute


def speaking_s(text: str) -> float:
    """Seconds that it takes to say a text."""
    return len(text.split()) / WORDS_A_SECOND


@dataclass
class Speech:
    """What is said during one cue of `seconds`, in the order of time."""

    seconds: float
    said: list[Utterance] = field(default_factory=list)

    @property
    def free_from(self) -> float:
        """When the last word has been said."""
        return self.said[-1].at_s + speaking_s(self.said[-1].text) if self.said else 0.0

    def add(self, at_s: float, texts: Sequence[str], until_s: float | None = None) -> bool:
        """Says the first of the texts that is over by `until_s` (the cue's end); nothing where none is.

        It waits for what is being said. Returns whether anything was said.
        """
        begin = max(at_s, self.free_from)
        end = self.seconds if until_s is None else min(until_s, self.seconds)
        for text in texts:
            if text and begin + speaking_s(text) <= end + 1e-9:
                self.said.append(Utterance(at_s=round(begin, 3), text=text))
                return True
        return False

    def count_down(self, end_s: float, last: int) -> None:
        """Says the last whole seconds before `end_s`, from `last` to 1, each on its second."""
        for number in range(last, 0, -1):
            if end_s - number >= self.free_from - 1e-9:
                self.add(end_s - number, [str(number)], end_s - number + 1)

    def spoken(self) -> tuple[Utterance, ...]:
        """All of it."""
        return tuple(self.said)
