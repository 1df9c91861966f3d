"""Plays a script: shows where it is, takes keys, rings at each end."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from rich.console import Console
from rich.control import Control
from rich.live import Live

from backstride.cli.playing.keys import Keys
from backstride.cli.playing.playback import AWAY_S, Place, Playback
from backstride.cli.playing.screen import COUNTED_S, Screen

Clock = Callable[[], float]
Ended = Literal["done", "quit", "red", "interrupted"]
# Asks where it hurts, after giving back the terminal; whether the session stops there.
Hurts = Callable[[], bool]

TICK_S = 0.1


@dataclass
class Player:
    """Plays on a console, by a clock in seconds that never goes back."""

    out: Console
    screen: Screen
    keys: Keys
    clock: Clock
    hurts: Hurts

    def play(self, playback: Playback) -> Ended:
        """Until the last cue, a red light, `q` or Ctrl-C; what was played stands in the playback."""
        try:
            with self.keys, self._live() as live:
                return self._run(playback, live)
        except KeyboardInterrupt:
            playback.pause(self.clock())
            return "interrupted"

    def _live(self) -> Live:
        return Live(console=self.out, auto_refresh=False, transient=True)

    def _run(self, playback: Playback, live: Live) -> Ended:
        stopped: list[int] = []
        with _when_suspended(stopped.append):
            last: Place | None = None
            seen = self.clock()
            while True:
                now = self.clock()
                if now - seen > AWAY_S:
                    self.keys.seize()  # a shell that stopped this process took the terminal back
                seen = now
                place = playback.tick(now)
                if last is not None and _rings(last, place):
                    self.out.control(Control.bell())
                if playback.over:
                    return "done"
                live.update(self.screen.at(place, paused=playback.paused), refresh=True)
                last = place
                key = self.keys.poll(TICK_S)
                if stopped:
                    stopped.clear()
                    self._suspend(playback, live)
                elif key is not None and (ended := self._take(key, playback, live)) is not None:
                    return ended

    def _take(self, key: str, playback: Playback, live: Live) -> Ended | None:
        now = self.clock()
        match key:
            case "pause" if playback.paused:
                playback.resume(now)
            case "pause":
                playback.pause(now)
            case "back":
                playback.back(now)
            case "skip":
                playback.skip(now)
            case "h":
                playback.pause(now)
                with self._lent(live):
                    return "red" if self.hurts() else None
            case "q":
                playback.pause(now)
                return "quit"
        return None

    def _suspend(self, playback: Playback, live: Live) -> None:
        """Ctrl-Z: stands still, with the terminal as it was; `fg` shows the pause."""
        playback.pause(self.clock())
        with self._lent(live):
            os.kill(os.getpid(), signal.SIGSTOP)

    @contextmanager
    def _lent(self, live: Live) -> Iterator[None]:
        """The terminal as it was, for as long as this lasts."""
        live.stop()
        self.keys.release()
        try:
            yield
        finally:
            self.keys.seize()
            live.start()


def _rings(last: Place, place: Place) -> bool:
    """Whether something ended: all but a repetition among others, and in those a hold that is counted."""
    if last.number != place.number:
        return not (last.cue.kind == place.cue.kind == "rep")
    counted = last.part is not None and last.part.phase == "hold" and last.part.seconds >= COUNTED_S
    return counted and last.cue.kind == "rep" and place.part != last.part


@contextmanager
def interruptible() -> Iterator[None]:
    """A closed window and a polite end count as Ctrl-C, so that what was done is logged.

    Ctrl-C itself too: the solver of the week leaves it as the system has it, which ends the process at once.
    """

    def interrupt(*_of_the_signal: object) -> None:
        raise KeyboardInterrupt

    with _handled(dict.fromkeys((signal.SIGINT, signal.SIGTERM, signal.SIGHUP), interrupt)):
        yield


@contextmanager
def _when_suspended(note: Callable[[int], None]) -> Iterator[None]:
    with _handled({signal.SIGTSTP: lambda number, _frame: note(number)}):
        yield


@contextmanager
def _handled(handlers: dict[signal.Signals, Callable[..., None]]) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
