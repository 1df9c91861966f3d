"""An import that is killed in the middle, in a real process, and done again."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from runs.samples_of_runs import fit_run, gpx, track, zipped
from runs.storing import day

SOURCES = Path(__file__).parents[2] / "src"
BEGIN = """
import sys
from pathlib import Path
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
call_command("migrate", verbosity=0)
from backstride.web.commands.imports import start_import
from backstride.web.commands.runner import create_runner
from backstride.web.models import User
user = User.objects.create_user("runner")
runner = create_runner(by=user, profile={"birth_year": 1986, "experience": "regular"})
files = [SimpleUploadedFile(p.name, p.read_bytes()) for p in sorted(Path(sys.argv[1]).iterdir())]
start_import(runner, by=user, files=files)
"""
WORK = """
import os, signal, sys
import django
django.setup()
from django.db.models.signals import post_save
from django_tasks_db.models import DBTaskResult
from backstride.web.models import Audit, Recording
from backstride.web.keeping import reading
from backstride.web.worker import Worker
reading.BATCH = 3
model, fatal = {"recording": Recording, "audit": Audit}[sys.argv[1]], int(sys.argv[2])
saved = []
def count(**_told):
    saved.append(1)
    if len(saved) == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
post_save.connect(count, sender=model)
DBTaskResult.objects.filter(status="RUNNING").update(status="READY", started_at=None)
Worker(queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False,
       max_tasks=None, worker_id="x", excluded_queue_names=[]).run()
"""
LOOK = """
import json
import django
django.setup()
from backstride.web.models import Audit, Content, Import, LeftOut, Recording, Runner
def rows(model, *names):
    return sorted(json.dumps(row, default=str) for row in model.objects.values_list(*names))
print(json.dumps({
    "recordings": rows(Recording, "sha256", "place", "source", "start", "activity", "counts", "counted"),
    "contents": rows(Content, "sha256", "name", "edition", "reason", "source__name"),
    "imports": rows(Import, "name", "state", "done", "total", "new_runs", "known_runs", "changes", "reason"),
    "left_out": rows(LeftOut, "name", "reason"),
    "runner": rows(Runner, "facts"),
    "audit": rows(Audit, "command", "details"),
}))
"""


def run(data: Path, script: str, *told: Any) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "BACKSTRIDE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "backstride.web.settings.home",
        "PYTHONPATH": str(SOURCES),
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-c", script, *map(str, told)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def rows(data: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(run(data, LOOK).stdout)
    return found


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which an import waits to be read."""
    files, data = tmp_path_factory.mktemp("runs"), tmp_path_factory.mktemp("waiting")
    for n in range(6):
        (files / f"{n}.fit").write_bytes(fit_run(600, start=day(n)))
        (files / f"{n}.gpx").write_bytes(gpx(track(600, start=day(n))))
    (files / "more.zip").write_bytes(zipped({f"{n}.fit": fit_run(600, start=day(n)) for n in range(9, 15)}))
    (files / "no.fit").write_bytes(b"broken")
    begun = run(data, BEGIN, files)
    assert begun.returncode == 0, begun.stderr
    return data


@pytest.fixture(scope="module")
def undisturbed(waiting: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    data = tmp_path_factory.mktemp("undisturbed") / "data"
    shutil.copytree(waiting, data)
    assert run(data, WORK, "recording", 0).returncode == 0
    found = rows(data)
    assert len(found["recordings"]) == 18
    assert json.loads(found["imports"][0])[1] == "done"
    return found


@pytest.mark.parametrize(("at", "fatal"), [("recording", 1), ("recording", 8), ("audit", 1)])
def test_killed_and_run_again(
    waiting: Path, undisturbed: dict[str, list[str]], tmp_path: Path, at: str, fatal: int
) -> None:
    data = tmp_path / "data"
    shutil.copytree(waiting, data)
    assert run(data, WORK, at, fatal).returncode == -signal.SIGKILL
    between = rows(data)
    assert json.loads(between["imports"][0])[1] == "reading"
    assert len(between["recordings"]) == {1: 0, 8: 6}[fatal] if at == "recording" else 18
    assert run(data, WORK, "recording", 0).returncode == 0
    assert rows(data) == undisturbed
