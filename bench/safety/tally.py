"""What a stretch of a run came to: how often each thing occurred, what broke, how long it took."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """A scenario by its number, and what is wrong with what came of it."""

    number: int
    text: str


@dataclass
class Tally:
    """The scenarios from `first` on. `seen` counts by (what, which); `seconds` are of one processor."""

    first: int
    count: int = 0
    seconds: float = 0.0
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def saw(self, what: str, which: object) -> None:
        """Counts an occurrence."""
        self.seen[what, str(which)] += 1

    def add(self, other: "Tally") -> None:
        """Takes another stretch in."""
        self.count += other.count
        self.seconds += other.seconds
        self.seen.update(other.seen)
        self.faults += other.faults
