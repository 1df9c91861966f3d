"""Jobs over a few processes, their outcomes in the order of the jobs however they are scheduled."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from collections.abc import Set as AbstractSet
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from backstride.runs.activity import LeftOut
from backstride.runs.read.contents import Key, known
from backstride.runs.read.job import Job, Outcome, work
from backstride.runs.read.shelf import shelf

# Starting two processes costs more than reading a handful of files here.
FEW = 8
_AHEAD = 4  # jobs handed out for each worker: enough to keep it busy, few enough to stop soon
_NO_PROCESSES = (OSError, ImportError, NotImplementedError, RuntimeError, BrokenProcessPool)


def run(
    jobs: list[Job], workers: int, skip: Callable[[Job], bool], keys: AbstractSet[Key] | None = None
) -> Generator[tuple[Job, Outcome], None, None]:
    """Each job with its outcome, in order; `skip` is asked just before a job is begun.

    With `keys`, the jobs tell which contents they met and do not read those that are among them.
    Works in this process for few files, for one worker, or where no process can be started. A job that takes
    its process down is tried once more alone, and if it does so again is left out.
    """
    pool = _started(workers, keys) if workers > 1 and sum(j.files for j in jobs) >= FEW else None
    if pool is None:
        known.keys = keys
        try:
            yield from ((job, work(job)) for job in jobs if not skip(job))
        finally:
            shelf.clear()
            known.keys = None
        return
    rest = iter(jobs)
    pending: deque[tuple[Job, Future[Outcome]]] = deque()
    try:
        while True:
            _fill(pending, rest, pool, workers * _AHEAD, skip)
            if not pending:
                return
            job, future = pending.popleft()
            try:
                outcome = future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                outcome = _alone(job, keys)
                pool = _processes(workers, keys)
                waiting = [waiting_job for waiting_job, _ in pending]
                pending = deque((again, _submit(pool, again)) for again in waiting)
            yield job, outcome
    finally:
        pool.shutdown(cancel_futures=True)


def _fill(
    pending: deque[tuple[Job, Future[Outcome]]],
    rest: Iterable[Job],
    pool: ProcessPoolExecutor,
    ahead: int,
    skip: Callable[[Job], bool],
) -> None:
    if len(pending) >= ahead:
        return
    for job in rest:
        if not skip(job):
            pending.append((job, _submit(pool, job)))
            if len(pending) >= ahead:
                return


def _submit(pool: ProcessPoolExecutor, job: Job) -> Future[Outcome]:
    """A pool that broke just now refuses at once what it would else fail at later."""
    try:
        return pool.submit(work, job)
    except BrokenProcessPool as error:
        failed: Future[Outcome] = Future()
        failed.set_exception(error)
        return failed


def _alone(job: Job, keys: AbstractSet[Key] | None) -> Outcome:
    with _processes(1, keys) as pool:
        try:
            return pool.submit(work, job).result()
        except BrokenProcessPool:
            died = LeftOut(job.name, "the reader's process died over it, twice")
            return Outcome(left_out=[died], partial=True)


def _processes(workers: int, keys: AbstractSet[Key] | None) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, _context(), _begin, (keys,))


def _started(workers: int, keys: AbstractSet[Key] | None) -> ProcessPoolExecutor | None:
    """A pool that has answered, or None where this machine starts no processes."""
    try:
        pool = _processes(workers, keys)
    except _NO_PROCESSES:
        return None
    try:
        pool.submit(_answer).result()
    except _NO_PROCESSES:
        pool.shutdown(cancel_futures=True)
        return None
    return pool


def _context() -> multiprocessing.context.BaseContext:
    """A fork is quickest, but safe only in a process with a single thread."""
    can_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork else "spawn")


def _begin(keys: AbstractSet[Key] | None) -> None:
    """Ctrl-C reaches every process of a terminal; the first one tells the workers to stop.

    A file's points are thousands of small tuples in no cycle: to look for cycles among them is in vain.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000)
    known.keys = keys
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed can tell nobody to stop; its workers would wait for jobs for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer() -> bool:
    return True
