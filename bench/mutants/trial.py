"""Mutants on trial: each in a forked process of its own, before the tests that run its lines."""

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from mmap import mmap

from bench.mutants.mutants import Mutant
from bench.mutants.patch import NotPatched

GRACE_S = 30  # of processor time: longer than the tests of a mutant take, several times over
STUCK_S = 600  # of the clock: a process that waits for ever
_LIMITS = (signal.SIGVTALRM, signal.SIGALRM)


class Verdict(Enum):
    """What came of a mutant. The values are exit codes of the forked process."""

    SURVIVED = 0
    KILLED = 10
    NOT_PATCHED = 11
    TIMED_OUT = 12
    NOT_RUN = 13


@dataclass(frozen=True)
class Trial:
    """A mutant, how to put it in, and the tests that run its lines, the likeliest to notice first.

    `killed` is called with the place of the test that noticed.
    """

    mutant: Mutant
    patch: Callable[[], None]
    tests: Sequence[Callable[[], bool]]
    killed: Callable[[int], object] = int


def trials(every: Iterable[Trial], workers: int) -> Iterator[tuple[Mutant, Verdict]]:
    """The verdicts, as they come in. The next trial is asked for when there is a worker for it."""
    queue, running = iter(every), dict[int, tuple[Trial, mmap]]()
    gc.freeze()  # so that a fork does not copy all objects when it collects garbage
    while True:
        while len(running) < workers:
            trial = next(queue, None)
            if trial is None:
                break
            if not trial.tests:
                yield trial.mutant, Verdict.NOT_RUN
                continue
            place = mmap(-1, 4)
            running[_fork(trial, place)] = trial, place
        if not running:
            return
        pid, status = os.wait()
        if pid not in running:
            continue
        trial, place = running.pop(pid)
        verdict = _verdict(status)
        if verdict is Verdict.KILLED:
            trial.killed(int.from_bytes(place[:4], "little"))
        place.close()
        yield trial.mutant, verdict


def _verdict(status: int) -> Verdict:
    if os.WIFSIGNALED(status):
        return Verdict.TIMED_OUT if os.WTERMSIG(status) in _LIMITS else Verdict.KILLED
    code = os.WEXITSTATUS(status)
    return Verdict(code) if code in {verdict.value for verdict in Verdict} else Verdict.KILLED


def _fork(trial: Trial, place: mmap) -> int:
    pid = os.fork()
    if pid:
        return pid
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    for name in _LIMITS:
        signal.signal(name, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_VIRTUAL, GRACE_S)
    signal.alarm(STUCK_S)
    verdict = Verdict.KILLED
    try:
        trial.patch()
        if all(_passes(test, n, place) for n, test in enumerate(trial.tests)):
            verdict = Verdict.SURVIVED
    except NotPatched:
        verdict = Verdict.NOT_PATCHED
    except BaseException:  # whatever a slip brings about, the test was not passed
        verdict = Verdict.KILLED
    finally:
        os._exit(verdict.value)


def _passes(test: Callable[[], bool], number: int, place: mmap) -> bool:
    place[:4] = number.to_bytes(4, "little")
    return test()
