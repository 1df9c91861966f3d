"""Files of a watch, uploaded and read by a job."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from backstride.runs.read import limits
from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.imports import read_again, start_import
from backstride.web.jobs import imports as job
from backstride.web.models import Audit, Import, Recording, RunFile, Runner
from backstride.web.pages import imports as page
from runs.samples_of_runs import fit_run, gpx, tcx, tcx_activity, track, zipped
from runs.storing import day
from web.working import multipart, post_raw, taken, text_of, work

REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "runs" / "runpandas"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "WAIT_S", 0)


def told(source: Import, what: str) -> list[str]:
    return [item["name"] for item in source.changes[what]]


def counting(runner: Runner) -> list[tuple[Any, ...]]:
    rows = runner.recordings.order_by("sha256", "place")
    return [(r.sha256, r.place, r.source, r.counts, r.counted) for r in rows]


def test_files_become_runs_of_the_week(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    sent = {"runs": [SimpleUploadedFile("a.fit", fit_run(start=day(0))), SimpleUploadedFile("no.fit", b"no")]}
    answer = client.post("/runs/add/files/", sent)
    address = answer.headers["Location"].partition("?")[0]
    assert "Waiting for its turn" in text_of(client.get(address))
    assert Recording.objects.count() == 0
    facts = Runner.objects.get(pk=runner.pk).facts
    assert work() == 1
    done = text_of(client.get(address))
    assert "1 new run counts now" in done
    assert "a.fit" in done
    left_out = text_of(client.get(f"{address}?what=left_out"))
    assert "no.fit" in left_out
    assert "FIT" in left_out
    assert Runner.objects.get(pk=runner.pk).facts == facts + 1
    assert "5.4 km" in text_of(client.get("/runs/"))


def test_the_same_files_again_change_no_run(runner: Runner) -> None:
    first = taken(runner, a_fit=fit_run(), b_zip=zipped({"c.gpx": gpx(track(900, start=day(3)))}))
    assert told(first, "new") == ["a.fit", "b.zip!c.gpx"]
    before = counting(runner)
    again = taken(runner, other_fit=fit_run(), b_zip=zipped({"c.gpx": gpx(track(900, start=day(3)))}))
    assert (again.new_runs, again.known_runs) == (0, 2)
    assert sorted(told(again, "known")) == ["b.zip!c.gpx", "other.fit"]
    assert counting(runner) == before
    assert RunFile.objects.count() == 2


def test_a_better_record_replaces_and_keeps_what_was_added_by_hand(runner: Runner) -> None:
    taken(runner, a_gpx=gpx(track(1800)))
    Recording.objects.update(kind="long", pain_during=4)
    better = taken(runner, b_fit=fit_run(1800))
    assert told(better, "new") == []
    assert [(i["name"], i["other"]) for i in better.changes["better"]] == [("b.fit", "a.gpx")]
    (run,) = Recording.objects.filter(counts=True)
    assert (run.source, run.kind, run.pain_during) == ("b.fit", "long", 4)
    further = taken(runner, c_tcx=tcx(tcx_activity(track(1800), timer=1800, metres=5400)))
    assert told(further, "same") == ["c.tcx"]
    assert Recording.objects.filter(counts=True).count() == 1


def test_the_order_of_imports_does_not_matter(runner: Runner, stranger: Runner) -> None:
    same = track(1500, start=day(2))
    files = {
        "a_fit": fit_run(start=day(0)),
        "a_gpx": gpx(track(1800, start=day(0))),
        "z_fit": fit_run(start=day(0)),
        "ride_gpx": gpx(track(1800, 8.0, start=day(4)), kind="cycling"),
        "d_zip": zipped({"c.tcx": tcx(tcx_activity(same, timer=1500)), "b.gpx": gpx(same)}),
        "broken_fit": b"broken",
    }
    for name, data in files.items():
        taken(runner, **{name: data})
    for name in reversed(files):
        taken(stranger, **{name: files[name]})
    assert counting(runner) == counting(stranger)
    assert sum(row[3] for row in counting(runner)) == 2


def test_a_ride_and_a_broken_file_are_named_with_the_reason(runner: Runner) -> None:
    members = {"ride.gpx": gpx(track(1800, 8.0), kind="cycling"), "notes.txt": b"x", "b.fit": b"broken"}
    source = taken(runner, a_zip=zipped(members), empty_fit=b"")
    reasons = dict(source.left_out.values_list("name", "reason"))
    assert reasons["a.zip!ride.gpx"] == "not a run: cycling"
    assert "not an activity file" in reasons["a.zip!notes.txt"]
    assert reasons["empty.fit"] == "an empty file"
    assert "a.zip!b.fit" in reasons
    assert source.state == "done"


def test_a_bomb_is_refused_with_a_line(runner: Runner) -> None:
    bomb = zipped({"a.gpx": b"<gpx>" + b" " * (limits.RATIO_FREE_BYTES * 64)})
    assert len(bomb) < 100_000
    deep = zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"a.fit": fit_run()})})})})
    source = taken(runner, bomb_zip=bomb, deep_zip=deep)
    reasons = {item.name.partition("!")[0]: item.reason for item in source.left_out.all()}
    assert set(reasons) == {"bomb.zip", "deep.zip"}
    assert all(reason and "\n" not in reason for reason in reasons.values())
    assert Recording.objects.count() == 0


def test_too_many_members_are_refused(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 3)
    source = taken(runner, a_zip=zipped({f"{n}.fit": b"" for n in range(4)}))
    assert "the limit is 3" in source.left_out.get().reason


def test_too_much_at_once_is_said_on_the_page(client_of: Any, runner: Runner, settings: Any) -> None:
    client = client_of(runner)
    settings.UPLOAD_MOST_FILES = 2
    many = multipart("runs", *((f'filename="{n}.fit"', b"x") for n in range(3)))
    answer = post_raw(client, "/runs/add/files/", many)
    assert answer.status_code == 200
    assert "More than 2 files at once" in text_of(answer)
    settings.UPLOAD_MOST_BYTES = 1000
    answer = post_raw(client, "/runs/add/files/", multipart("runs", ('filename="a.fit"', b"x" * 5000)))
    assert "give it in parts" in text_of(answer)
    assert Import.objects.count() == 0
    assert RunFile.objects.count() == 0


def test_no_file_is_said_beside_the_field(client_of: Any, runner: Runner) -> None:
    answer = client_of(runner).post("/runs/add/files/", {})
    assert answer.status_code == 200
    assert 'aria-describedby="runs_runs_helptext runs_runs_error"' in answer.content.decode()
    assert text_of(answer).count("Choose at least one file.") == 2


def test_files_are_kept_by_their_bytes_and_for_their_owner_alone(runner: Runner) -> None:
    taken(runner, a_fit=fit_run())
    kept = RunFile.objects.get()
    assert kept.content.name == f"runs/{runner.pk}/{kept.sha256}"
    path = Path(settings.MEDIA_ROOT, kept.content.name)
    assert path.read_bytes() == fit_run()
    assert path.stat().st_mode & 0o077 == 0


def test_another_runner_sees_nothing_of_it(client_of: Any, runner: Runner, stranger: Runner) -> None:
    source = taken(runner, a_fit=fit_run())
    client = client_of(stranger)
    assert client.get(f"/runs/imports/{source.pk}/").status_code == 404
    assert client.post(f"/runs/imports/{source.pk}/again/").status_code == 404
    assert "a.fit" not in text_of(client.get("/runs/"))


def test_what_failed_can_be_tried_again(
    client_of: Any, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any) -> None:
        raise OSError("disk <b>full</b>")

    start_import(runner, by=runner.user, files=[SimpleUploadedFile("a.fit", fit_run())])
    source = Import.objects.get()
    with monkeypatch.context() as patched:
        patched.setattr(job, "read_files", fail)
        with pytest.raises(OSError, match="disk"):
            work()
    client = client_of(runner)
    assert "could not finish it" in text_of(client.get(f"/runs/imports/{source.pk}/"))
    client.post(f"/runs/imports/{source.pk}/again/")
    work()
    source.refresh_from_db()
    assert (source.state, source.new_runs, source.reason) == ("done", 1, "")


def test_one_that_stands_still_can_be_tried_again(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    start_import(runner, by=runner.user, files=[SimpleUploadedFile("a.fit", fit_run())])
    source = Import.objects.get()
    with pytest.raises(Refused):
        read_again(runner, by=runner.user, source=source)
    later = clock.now() + timedelta(minutes=6)
    monkeypatch.setattr(clock, "now", lambda: later)
    read_again(runner, by=runner.user, source=source)
    work()
    assert Audit.objects.filter(command="finish_import").count() == 1  # two jobs, one of which found it done


@pytest.mark.skipif(not REAL.is_dir(), reason="no real files: ../shared/data/runs/runpandas is not there")
def test_a_year_of_a_real_runner_as_a_zip(runner: Runner) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        files = [path for path in sorted(REAL.rglob("*")) if path.is_file()]
        for path in files:
            archive.write(path, path.relative_to(REAL))
    source = taken(runner, runpandas_zip=stream.getvalue())
    assert source.done == source.total == len(files)
    named = [name for what in source.changes for name in told(source, what)]
    named += source.left_out.values_list("name", flat=True)
    assert sorted(named) == sorted(f"runpandas.zip!{path.relative_to(REAL).as_posix()}" for path in files)
    assert source.new_runs == runner.recordings.filter(counts=True).count() > 60
    year = runner.recordings.filter(counts=True, source__contains="!year/")
    assert all(1.9 < r.activity["distance_m"] / r.activity["duration_s"] < 4.0 for r in year)
