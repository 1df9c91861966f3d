"""The program at a terminal of its own: what it shows, and what a person types when they see it."""

import os
import pty
import re
import select
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from acceptance.calling import ROOT

# What has to be seen first, and what is then typed, or done to the process.
Step = tuple[str, str | Callable[[int], None]]
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True)
class Ended:
    """How it ended, all that was shown (without colours and cursor), and the seconds that it took."""

    code: int
    text: str
    seconds: float


def at_a_terminal(*arguments: str | Path, steps: Sequence[Step] = (), most_s: float = 180) -> Ended:
    """Runs `python -m backstride` at a terminal; each step waits for its text in what came since the last."""
    begun = time.monotonic()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(
            PYTHONPATH=str(ROOT / "src"), COLUMNS="80", LINES="30", TERM="xterm", LANG="C.UTF-8"
        )
        os.execv(sys.executable, [sys.executable, "-m", "backstride", *map(str, arguments)])
    shown, since, left = b"", 0, list(steps)
    try:
        while data := _read(terminal, begun + most_s):
            shown += data
            if left and left[0][0].encode() in shown[since:]:
                since = len(shown)
                _, what = left.pop(0)
                if callable(what):
                    what(process)
                else:
                    os.write(terminal, what.encode())
    finally:
        os.close(terminal)
        _, status = os.waitpid(process, 0)
    assert not left, f"never seen: {left[0][0]!r} in {_CONTROL.sub('', shown.decode())[-800:]}"
    text = _CONTROL.sub("", shown.decode()).replace("\r\n", "\n")
    return Ended(os.waitstatus_to_exitcode(status), text, time.monotonic() - begun)


def _read(terminal: int, until: float) -> bytes:
    """What is shown next; nothing where the terminal was closed."""
    ready, _, _ = select.select([terminal], [], [], max(0.0, until - time.monotonic()))
    if not ready:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the last process has left
        return b""
