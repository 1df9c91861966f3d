"""Names and titles that want to be more than text: on pages, in headers, in logs, on the disk."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backstride.web.models import Content, Given, Import, LeftOut, PlannedRun, Recording, RunFile, Runner
from backstride.web.pages import imports as page
from runs.samples_of_runs import fit_run, gpx, track, zipped
from runs.storing import day
from web.working import multipart, post_raw, taken, text_of, work

SCRIPT = "<script>alert(1)</script>"
NAMES = [
    f'filename="{SCRIPT}.fit"',
    'filename="../../../../etc/passwd.fit"',
    'filename="..\\..\\windows\\system32.fit"',
    'filename="/etc/cron.d/x.fit"',
    f'filename="{"a" * 10_000}.fit"',
    f'filename="{"a" * 700}.fit"',
    f'filename="a.{"b" * 700}"',
    'filename="\u202etif.a"',
    'filename="a\x00b.fit"',
    "filename*=UTF-8''a%0d%0aSet-Cookie:%20x=1%0d%0a%0d%0a%3Cscript%3E.fit",
    "filename*=UTF-8''%00.fit",
    "filename*=UTF-8''%1b%5d0;title%07.fit",
    'filename="{{ 7|add:7 }}{% load x %}.fit"',
    'filename="%s%(n)s{0}{name}.fit"',
    'filename="con.fit"',
    'filename="."',
    'filename=".."',
    'filename="   "',
    'filename="\ud83d\ude00.fit"'.encode("utf-16", "surrogatepass").decode("utf-16"),
]


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "WAIT_S", 0)


def names() -> list[str]:
    """Every name that was stored."""
    found = [name for model in (Import, RunFile, Given, Content, LeftOut) for name in _names(model)]
    return found + list(Recording.objects.values_list("source", flat=True))


def _names(model: Any) -> list[str]:
    return list(model.objects.values_list("name", flat=True))


def pages_of(client: Client) -> list[Any]:
    paths = ["/", "/runs/", "/runs/add/", "/shoes/", "/calendar/"]
    paths += [f"/runs/{pk}/" for pk in Recording.objects.filter(counts=True).values_list("pk", flat=True)]
    for pk in Import.objects.values_list("pk", flat=True):
        paths += [f"/runs/imports/{pk}/?what={what}" for what in ("new", "same", "known", "left_out")]
    return [client.get(path) for path in paths]


def assert_inert(client: Client, logged: str) -> None:
    answers = pages_of(client)
    for answer in answers:
        text = answer.content.decode()
        assert answer.status_code == 200
        assert "<script" not in text
        assert "<img src=x" not in text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
        assert not any("\n" in line or "x=1" in line for line in map(str, answer.headers.values()))
    for name in names():
        assert name.isprintable()
        assert 0 < len(name) <= 400
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", logged)


@pytest.mark.parametrize("disposition", NAMES, ids=range(len(NAMES)))
def test_a_files_name_is_only_text(
    client_of: Any, runner: Runner, settings: Any, caplog: pytest.LogCaptureFixture, disposition: str
) -> None:
    client = client_of(runner)
    answer = post_raw(client, "/runs/add/files/", multipart("runs", (disposition, fit_run())))
    work()
    if answer.status_code != 302:  # without a name it is no file
        assert answer.status_code in (400, 200)
        assert SCRIPT not in answer.content.decode()
        assert Import.objects.count() == 0
    else:
        assert RunFile.objects.count() == 1
    assert_inert(client, caplog.text)
    root = Path(settings.MEDIA_ROOT)
    kept = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    assert all(re.fullmatch(rf"runs/{runner.pk}/[0-9a-f]{{64}}", path) for path in kept)
    assert len(kept) == Import.objects.count()


def test_names_inside_a_zip_are_only_text(
    client_of: Any, runner: Runner, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    members = {
        f"{SCRIPT}.fit": fit_run(600, start=day(1)),
        "../../evil.fit": fit_run(700, start=day(2)),
        "C:/evil.fit": fit_run(800, start=day(3)),
        "a\u202exif.fit": fit_run(900, start=day(4)),
        "line\nbreak\x1b[31m.fit": b"broken",
        f"{'long' * 4000}.gpx": gpx(track(900)),
        "<img src=x onerror=alert(1)>.gpx": b"<gpx>",
        "\u0430\u0301" * 300 + ".fit": b"x",
    }
    source = taken(runner, a_zip=zipped(members))
    assert source.state == "done"
    assert_inert(client_of(runner), caplog.text)
    refused = {item.name for item in source.left_out.all() if "outside" in item.reason}
    assert refused == {"a.zip!../../evil.fit", "a.zip!C:/evil.fit"}
    root = Path(settings.MEDIA_ROOT)
    assert [p.parent.name for p in root.rglob("*") if p.is_file()] == [str(runner.pk)]
    shown = text_of(client_of(runner).get(f"/runs/imports/{source.pk}/?what=new"))
    assert f"a.zip!{SCRIPT}.fit" in shown


def test_a_member_with_a_zero_byte_in_its_name(client_of: Any, runner: Runner) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("aXb.fit", fit_run())
    data = stream.getvalue().replace(b"aXb.fit", b"a\x00b.fit")
    assert taken(runner, z_zip=data).state == "done"
    assert_inert(client_of(runner), "")


def test_a_runs_own_title_is_only_text(client_of: Any, runner: Runner) -> None:
    name = "&lt;script&gt;alert(1)&lt;/script&gt;&#x202e;" + "x" * 10_000
    source = taken(runner, a_gpx=gpx(track(900), name=name, kind=""), b_gpx=gpx(track(900), kind=name))
    assert source.state == "done"
    assert_inert(client_of(runner), "")


def test_what_an_archives_table_tells_is_only_text(client_of: Any, runner: Runner) -> None:
    head = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Gear,Filename"
    gear = f'{SCRIPT} "x" {"y" * 500}'
    quoted = gear.replace('"', '""')
    row = f'1,"May 1, 2024, 6:00:00 AM",{SCRIPT},Run,"{quoted}",activities/1.fit'
    members = {"activities.csv": f"{head}\n{row}\n".encode(), "activities/1.fit": fit_run()}
    source = taken(runner, export_zip=zipped(members))
    assert source.new_runs == 1
    assert Recording.objects.get().activity["shoe"].startswith(SCRIPT)
    assert len(Recording.objects.get().activity["shoe"]) <= 64
    assert_inert(client_of(runner), "")
    assert SCRIPT in text_of(client_of(runner).get("/runs/"))


def test_titles_of_a_calendar_are_only_text(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    titles = (f"Run 8 km {SCRIPT}", "Run 5 km \u202e", f"Run {'x' * 5000}", f"Dentist {SCRIPT}")
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART;VALUE=DATE:20990101\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
        f"SUMMARY:{title}\r\nEND:VEVENT\r\n"
        for n, title in enumerate(titles)
    )
    rows = [f'2099-01-0{n + 1},"{title}"' for n, title in enumerate(titles)]
    calendar = f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n".encode()
    table = ("day,title\n" + "\n".join(rows)).encode()
    for name, data in ((f"{SCRIPT}.ics", calendar), (f"{SCRIPT}.csv", table), (SCRIPT, b"\x00<")):
        client.post("/runs/add/calendar/", {"calendar": SimpleUploadedFile(name, data)})
    assert_inert(client, "")
    for entry in PlannedRun.objects.all():
        assert len(entry.title) <= 200
        assert "<script" not in client.get(f"/calendar/{entry.pk}/").content.decode()
