"""An import that is killed, or runs beside another one, and what the store holds then."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from backstride.runs.store.store import Store
from backstride.runs.store.take import runs_in, take_in
from runs.samples_of_runs import fit_run, gpx, track, zipped
from runs.storing import content, day, write

SOURCES = Path(__file__).parents[2] / "src"
TAKE = """
import os, signal, sys, time
from pathlib import Path
from backstride.runs.store import store, take
from backstride.runs.store.store import Store
path, folder, workers, fatal = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
write_activity, written = store.write_activity, []
def write(activity):
    written.append(activity)
    if len(written) == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return write_activity(activity)
store.write_activity = write
take.BATCH = 3
print("ready", flush=True)
# So slow that no machine is done before it is killed.
take.take_in(
    Store(path, create=True), [folder], workers=workers, progress=lambda done, total: time.sleep(0.01)
)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    for n in range(0, 24, 2):
        write(folder, {f"{n:02}.fit": fit_run(start=day(n)), f"{n:02}.gpx": gpx(track(1800, start=day(n)))})
    members = {f"{n:02}.fit": fit_run(900, start=day(n)) for n in range(25, 40)}
    write(folder, {"a.zip": zipped(members), "ride.gpx": gpx(track(1800, 8.0), kind="cycling")})
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "a.store"
    take_in(Store(path, create=True), [folder], workers=1)
    return content(path)


def start(path, folder, workers=1, fatal=0):
    """An import in a process of its own, which kills itself while it writes its `fatal`-th recording."""
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE, path, folder, str(workers), str(fatal)],
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("fatal", [1, 5, 6, 17, 40])
def test_killed_in_the_middle_of_writing(tmp_path, folder, undisturbed, fatal):
    path = tmp_path / "a.store"
    process = start(path, folder, fatal=fatal)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    kept = Store(path).held().recordings  # opens, and what it holds is whole
    assert fatal - 4 <= len(kept) < fatal
    taken = take_in(Store(path), [folder], workers=1)
    assert content(path) == undisturbed
    assert taken.known >= len(kept)
    assert not Path(f"{path}-journal").exists()


def test_killed_at_any_moment_again_and_again(tmp_path, folder, undisturbed):
    chance = random.Random(4)
    path = tmp_path / "a.store"
    killed, counts = 0, [0]
    for _ in range(8):
        process = start(path, folder, workers=2)
        time.sleep(chance.uniform(0, 0.25))
        process.kill()
        process.communicate(timeout=60)  # ends when no worker holds the pipe any more
        killed += process.returncode == -signal.SIGKILL
        if path.exists() and path.stat().st_size:
            counts.append(len(Store(path).held().recordings))
    assert killed >= 6
    assert counts == sorted(counts)  # what was kept stays kept
    process = start(path, folder, workers=2)
    assert process.communicate(timeout=60)[1] == ""
    assert process.returncode == 0
    assert content(path) == undisturbed


def test_two_imports_at_once_lose_and_double_nothing(tmp_path, folder, undisturbed):
    path = tmp_path / "a.store"
    both = [start(path, folder) for _ in range(2)]
    for process in both:
        assert process.communicate(timeout=60)[1] == ""
        assert process.returncode == 0
    assert content(path) == undisturbed


def test_who_only_looks_sees_whole_batches_while_an_import_writes(tmp_path, folder):
    path = tmp_path / "a.store"
    whole = Store(path, create=True)
    process = start(path, folder)
    seen = []
    while process.poll() is None:
        seen.append(len(runs_in(whole.held()).activities))
    assert process.communicate()[1] == ""
    assert seen == sorted(seen)
    assert len(runs_in(whole.held()).activities) == 27
