"""Single keys from a terminal, without waiting for Enter."""

import os
import select
import sys
from typing import Any, Protocol

_KEYS = {b" ": "pause", b"\x1b[D": "back", b"\x1bOD": "back", b"\x1b[C": "skip", b"\x1bOC": "skip"}
_KEYS |= {letter: name for name in ("h", "q") for letter in (name.encode(), name.upper().encode())}


class Keys(Protocol):
    """Where keys come from."""

    def __enter__(self) -> "Keys": ...

    def __exit__(self, *of_an_error: object) -> None: ...

    def poll(self, seconds: float) -> str | None:
        """The next of `pause`, `back`, `skip`, `h`, `q`; `None` where none came in that time."""

    def release(self) -> None:
        """Gives the terminal back, for a question or while the program is stopped."""

    def seize(self) -> None:
        """Takes single keys (again)."""


class TerminalKeys:
    """The keys of this process's terminal. Ctrl-C and Ctrl-Z stay signals."""

    def __init__(self) -> None:
        self.file = sys.stdin.fileno()
        self.waiting = b""
        self._before: list[Any] | None = None

    def __enter__(self) -> "TerminalKeys":
        self.seize()
        return self

    def __exit__(self, *of_an_error: object) -> None:
        self.release()

    def seize(self) -> None:
        """Takes single keys (again)."""
        import termios
        import tty

        if self._before is None:
            self._before = termios.tcgetattr(self.file)
        tty.setcbreak(self.file)

    def release(self) -> None:
        """Gives the terminal back as it was; what was typed meanwhile is dropped."""
        import termios

        self.waiting = b""
        if self._before is not None:
            termios.tcsetattr(self.file, termios.TCSAFLUSH, self._before)

    def poll(self, seconds: float) -> str | None:
        """The next key, or `None` after that time; the end of the input counts as `q`."""
        if not self.waiting:
            ready, _, _ = select.select([self.file], [], [], seconds)
            if not ready:
                return None
            self.waiting = os.read(self.file, 64)
            if not self.waiting:
                return "q"
        return self._next()

    def _next(self) -> str | None:
        for code, name in _KEYS.items():
            if self.waiting.startswith(code):
                self.waiting = self.waiting[len(code) :]
                return name
        self.waiting = self.waiting[1:]
        return None
