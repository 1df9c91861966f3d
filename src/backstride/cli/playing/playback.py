"""Where in a script one is, from the time that it began: a stall of the machine never makes it run late."""

from dataclasses import dataclass, field

from backstride.sessions.script import Cue, Part, Script

# After a longer silence nobody knows what was done meanwhile: the place moves on, the log does not.
AWAY_S = 10.0
# Back goes to the beginning of a set; to the one before only so soon after it.
AGAIN_S = 2.0


@dataclass(frozen=True)
class Place:
    """A moment of a script: its cue by number, the seconds into it, and the part of the figure."""

    number: int
    cue: Cue
    into_s: float
    part: Part | None

    @property
    def left_s(self) -> float:
        """Seconds until the cue ends."""
        return self.cue.seconds - self.into_s


@dataclass
class Playback:
    """A script that is being played, `speed` times as fast as the clock. Moments are those of any one clock.

    `played` holds the seconds of each cue that went by while somebody could see them.
    """

    script: Script
    began: float
    speed: float = 1.0
    played: dict[int, float] = field(default_factory=dict)
    paused: bool = False
    _base: float = 0.0
    _seen: float = 0.0
    _seen_at: float = 0.0

    def __post_init__(self) -> None:
        self._seen_at = self.began

    @property
    def over(self) -> bool:
        """Whether the last cue has come."""
        return self._seen >= self.script.cues[-1].start_s

    def tick(self, now: float) -> Place:
        """The place at that moment; what went by since the last tick counts as played."""
        at = self._position(now)
        if now - self._seen_at <= AWAY_S:
            self._book(self._seen, at)
        self._seen, self._seen_at = at, now
        return self._place(at)

    def pause(self, now: float) -> None:
        """Stands still until `resume`."""
        if not self.paused:
            self.tick(now)
            self._base, self.paused = self._seen, True

    def resume(self, now: float) -> None:
        """Goes on from where it stood."""
        if self.paused:
            self.began, self.paused = now, False
            self._seen_at = now

    def skip(self, now: float) -> None:
        """To the end of this set, rest or change."""
        number = self.tick(now).number
        ahead = [first for first in self._blocks() if first > number]
        self._seek(ahead[0] if ahead else len(self.script.cues) - 1, now)

    def back(self, now: float) -> None:
        """To the beginning of this set, rest or change; soon after it, to the one before. It is done anew."""
        self.tick(now)
        starts = [first for first in self._blocks() if self._start(first) <= self._seen]
        early = self._seen - self._start(starts[-1]) < AGAIN_S
        self._seek(starts[-2] if early and len(starts) > 1 else starts[-1], now)

    def _position(self, now: float) -> float:
        moved = 0.0 if self.paused else (now - self.began) * self.speed
        return min(self._base + max(0.0, moved), self.script.cues[-1].start_s)

    def _place(self, at: float) -> Place:
        cues = self.script.cues
        number = next((n for n, cue in enumerate(cues) if at < cue.end_s), len(cues) - 1)
        cue = cues[number]
        into = at - cue.start_s
        part = next((part for part in reversed(cue.figure) if part.at_s <= into), None)
        return Place(number, cue, into, part)

    def _book(self, begin: float, end: float) -> None:
        for number, cue in enumerate(self.script.cues):
            shared = min(end, cue.end_s) - max(begin, cue.start_s)
            if shared > 0:
                self.played[number] = min(cue.seconds, self.played.get(number, 0.0) + shared)

    def _seek(self, number: int, now: float) -> None:
        for later in [place for place in self.played if place >= number]:
            del self.played[later]
        self._base = self._seen = self._start(number)
        self.began = self._seen_at = now

    def _start(self, number: int) -> float:
        return self.script.cues[number].start_s

    def _blocks(self) -> list[int]:
        """The cues with which something begins: all but the repetitions after the first of a set."""
        cues = self.script.cues
        return [n for n, cue in enumerate(cues) if not (n and cue.kind == cues[n - 1].kind == "rep")]
