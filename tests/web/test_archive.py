"""Everything out as one archive, and back in: nothing lost, or nothing at all."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backstride.web.archive import unpack
from backstride.web.archive.manifest import FORMAT
from backstride.web.archive.tables import LEFT_OUT, tables
from backstride.web.commands.archive import export_archive, restore_archive
from backstride.web.commands.changing import Refused
from backstride.web.commands.tokens import make_token
from backstride.web.deciding.weeks import current_week
from backstride.web.models import ApiToken, Audit, RunFile, Runner, User
from web.keepsake import full, rows_ids_apart
from web.working import text_of

DOCS = Path(__file__).resolve().parents[2] / "docs" / "archive.md"
Members = dict[str, bytes]


def archive_of(runner: Runner) -> bytes:
    out = io.BytesIO()
    export_archive(runner, by=runner.user, out=out)
    return out.getvalue()


def newcomer(name: str = "newcomer") -> User:
    return User.objects.create_user(name)


def members_of(archive: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(archive)) as content:
        return {name: content.read(name) for name in content.namelist()}


def zip_of(members: Members, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as content:
        for name, data in members.items():
            content.writestr(name, data)
    return out.getvalue()


def sealed(members: Members, **changes: Any) -> bytes:
    """A zip whose manifest tells the truth of it: only the rows may be wrong."""
    manifest = json.loads(members["manifest.json"])
    for name, data in members.items():
        table = name.removeprefix("tables/").removesuffix(".jsonl")
        if table != name:
            rows = data.count(b"\n")
            told = {"rows": rows, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            manifest["tables"][table] = told
    return zip_of({**members, "manifest.json": json.dumps(manifest | changes).encode()})


def with_row(archive: bytes, table: str, change: Callable[[dict[str, Any]], Any]) -> bytes:
    """An archive with the first row of a table changed."""
    members = members_of(archive)
    name = f"tables/{table}.jsonl"
    first, _, rest = members[name].partition(b"\n")
    row = json.loads(first)
    change(row)
    members[name] = json.dumps(row).encode() + b"\n" + rest
    return sealed(members)


def refused(archive: bytes) -> str:
    """Why an archive is refused; nothing may be left of the try."""
    user = newcomer()
    files = sorted(Path(settings.MEDIA_ROOT).rglob("*"))
    with pytest.raises(Refused) as refusal:
        restore_archive(by=user, content=io.BytesIO(archive))
    assert not Runner.objects.filter(user=user).exists()
    assert not Audit.objects.filter(by=user).exists()
    assert [f for f in sorted(Path(settings.MEDIA_ROOT).rglob("*")) if f.is_file()] == [
        f for f in files if f.is_file()
    ]
    user.delete()
    reason = str(refusal.value)
    assert "\n" not in reason
    assert len(reason) < 400
    return reason


def files_of(runner: Runner) -> list[tuple[str, str, bytes]]:
    files = runner.run_files.order_by("pk")
    return [(file.sha256, file.name, Path(file.content.path).read_bytes()) for file in files]


@pytest.fixture
def kept(runner: Runner) -> Runner:
    return full(runner)


@pytest.fixture
def archive(request: pytest.FixtureRequest, db: Any) -> bytes:
    """The archive of a full runner: made once, since most tests need nothing else of them."""
    if not _MADE:
        _MADE.append(archive_of(request.getfixturevalue("kept")))
    return _MADE[0]


_MADE: list[bytes] = []


def test_every_row_and_every_file_comes_back(kept: Runner) -> None:
    before = rows_ids_apart(kept)
    empty = [table for table, rows in before.items() if not rows]
    assert not empty, "the sample has to hold a row of every table"
    back = restore_archive(by=newcomer(), content=io.BytesIO(archive_of(kept)))
    after = rows_ids_apart(back)
    assert after["audit"].pop()["command"] == "restore_archive"
    for table, rows in before.items():
        assert after[table] == rows, table
    assert files_of(back) == files_of(kept)
    assert len(files_of(back)) == 3
    assert all(f"runs/{back.pk}/" in str(f.content.name) for f in back.run_files.all())


def test_an_archive_of_an_archive_is_the_same(kept: Runner) -> None:
    first = archive_of(kept)
    back = restore_archive(by=newcomer(), content=io.BytesIO(first))
    again = restore_archive(by=newcomer("second"), content=io.BytesIO(archive_of(back)))
    one, two = rows_ids_apart(back), rows_ids_apart(again)
    del one["audit"], two["audit"]
    assert one == two


def test_a_restored_week_is_not_decided_again(kept: Runner) -> None:
    back = restore_archive(by=newcomer(), content=io.BytesIO(archive_of(kept)))
    number = back.weeks.count()
    assert current_week(back).decision == current_week(kept).decision
    assert back.weeks.count() == number


def test_keys_and_accounts_stay_behind(kept: Runner) -> None:
    key = make_token(kept, by=kept.user, name="x", scopes=["read"])
    User.objects.filter(pk=kept.user_id).update(email="someone@example.org", username="unusual")
    members = members_of(archive_of(kept))
    everything = b"".join(members.values())
    assert b"Blau" in everything
    assert key.encode() not in everything
    assert ApiToken.objects.get().digest.encode() not in everything
    assert b"someone@example.org" not in everything
    assert b"unusual" not in everything


def test_another_runners_rows_are_not_in_it(kept: Runner, stranger: Runner) -> None:
    full(stranger)
    before = rows_ids_apart(kept)
    manifest = json.loads(members_of(archive_of(kept))["manifest.json"])
    assert {table: told["rows"] for table, told in manifest["tables"].items()} == {
        table: len(rows) for table, rows in before.items()
    }


def test_the_documentation_names_every_table_and_what_is_left_out() -> None:
    told = DOCS.read_text(encoding="utf-8")
    missing = [table for table in tables() if f"| `{table}` |" not in told]
    assert not missing
    for model in LEFT_OUT:
        assert f"`{model._meta.model_name}`" in told


def test_checksums_are_those_of_other_tools(archive: bytes) -> None:
    members = members_of(archive)
    manifest = json.loads(members.pop("manifest.json"))
    assert manifest["format"] == FORMAT
    for name, data in members.items():
        digest = hashlib.sha256(data).hexdigest()
        if name.startswith("files/"):
            assert name == f"files/{digest}"
            assert manifest["files"][digest]["bytes"] == len(data)
        else:
            told = manifest["tables"][name.removeprefix("tables/").removesuffix(".jsonl")]
            assert told == {"rows": data.count(b"\n"), "bytes": len(data), "sha256": digest}
            assert all(json.loads(line) for line in data.splitlines())


def test_a_changed_member_is_refused(archive: bytes) -> None:
    members = members_of(archive)
    for name in members:
        if name == "manifest.json":
            continue
        changed = bytearray(members[name])
        changed[len(changed) // 2] ^= 1
        assert name in refused(zip_of({**members, name: bytes(changed)}))


def test_a_cut_or_broken_zip_is_refused(archive: bytes) -> None:
    for data in (b"", b"PK", archive[: len(archive) // 2], b"x" * 1000):
        assert "no zip" in refused(data)
    for at in range(100, len(archive) - 200, max(1, len(archive) // 12)):
        damaged = bytearray(archive)
        damaged[at : at + 40] = bytes(40)
        refused(bytes(damaged))


def test_a_newer_format_is_refused_as_such(archive: bytes) -> None:
    members = members_of(archive)
    manifest = json.loads(members["manifest.json"]) | {"format": FORMAT + 1, "new_field": 1}
    assert "newer version" in refused(zip_of({**members, "manifest.json": json.dumps(manifest).encode()}))


@pytest.mark.parametrize(
    ("table", "change", "told"),
    [
        ("painday", {"morning": 11.0}, "painday, row 1: morning"),
        ("painday", {"morning": "2"}, "painday, row 1: morning"),
        ("painday", {"day": "2026-02-30"}, "painday, row 1: day"),
        ("painday", {"colour": "red"}, "painday, row 1: 'colour'"),
        ("painday", {"runner": 999_999}, "painday, row 1: runner"),
        ("painday", {"leg": None}, "painday, row 1: leg"),
        ("runner", {"profile": {"birth_year": 3000}}, "runner, row 1"),
        ("runner", {"profile": []}, "runner, row 1: profile"),
        ("runner", {"time_zone": "Mars/Base"}, "runner, row 1"),
        ("runner", {"time_zone": "../../etc/passwd"}, "runner, row 1"),
        ("sessionlog", {"record": {"slot": "breakfast"}}, "sessionlog, row 1"),
        ("screeningform", {"answers": {"E1": "perhaps"}}, "screeningform, row 1"),
        ("recording", {"activity": {}}, "recording, row 1"),
        ("week", {"decision": {}}, "week, row 1"),
        ("import", {"state": "lost"}, "import, row 1: state"),
        ("import", {"done": -1}, "import, row 1: done"),
        ("runfile", {"content": "0" * 64}, "runfile, row 1"),
        ("runfile", {"sha256": "../../../etc/passwd"}, "runfile, row 1"),
        ("daychange", {"minutes": 2000}, "daychange, rows 1-1"),
    ],
)
def test_an_invalid_row_is_named(archive: bytes, table: str, change: dict[str, Any], told: str) -> None:
    assert told in refused(with_row(archive, table, lambda row: row.update(change)))


def test_a_row_that_stands_twice_is_refused(archive: bytes) -> None:
    members = members_of(archive)
    line = members["tables/painday.jsonl"].splitlines(keepends=True)[0]
    members["tables/painday.jsonl"] += line
    assert "painday" in refused(sealed(members))
    members = members_of(archive)
    members["tables/runner.jsonl"] *= 2
    assert "runner" in refused(sealed(members))


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": 1}', b"[]", b"{", b"null", b'{"morning": NaN}', b'{"morning": 1e999}', b"[" * 100_000,
        b'{"x": "\\ud800"}', b'{"x": "\\u0000"}', b'{"x": "\xff"}', b'{"x": ' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
def test_a_line_that_is_no_row_is_refused(archive: bytes, line: bytes) -> None:
    members = members_of(archive)
    members["tables/painday.jsonl"] = line + b"\n"
    assert "painday" in refused(sealed(members))


def test_a_table_or_field_unknown_here_is_refused_and_one_that_lacks_is_not(archive: bytes) -> None:
    members = members_of(archive)
    assert "dreams" in refused(sealed({**members, "tables/dreams.jsonl": b"{}\n"}))
    manifest = json.loads(members.pop("manifest.json"))
    for table in ("reminder", "lessonread"):  # as an older version would have written it
        del members[f"tables/{table}.jsonl"], manifest["tables"][table]
    older = sealed({**members, "manifest.json": json.dumps(manifest).encode()})
    assert restore_archive(by=newcomer(), content=io.BytesIO(older)).pain_days.count() == 5


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/evil", "files/../../evil", "tables/x.txt", "evil\\..\\x"]
)
def test_members_that_are_not_in_the_manifest_are_refused(archive: bytes, name: str) -> None:
    assert "do not agree" in refused(zip_of({**members_of(archive), name: b"x"}))


def test_a_manifest_that_names_other_paths_is_refused(archive: bytes) -> None:
    members = members_of(archive)
    manifest = json.loads(members["manifest.json"])
    for key, entry in (("../evil", {"bytes": 1}), ("A" * 64, {"bytes": 1})):
        wrong = manifest | {"files": manifest["files"] | {key: entry}}
        assert "manifest.json" in refused(zip_of({**members, "manifest.json": json.dumps(wrong).encode()}))


def test_a_file_that_no_row_wants_is_refused(archive: bytes) -> None:
    members = members_of(archive)
    manifest = json.loads(members["manifest.json"])
    digest = hashlib.sha256(b"spare").hexdigest()
    manifest["files"][digest] = {"bytes": 5}
    sent = {**members, f"files/{digest}": b"spare", "manifest.json": json.dumps(manifest).encode()}
    assert "belongs to no row" in refused(zip_of(sent))


def test_bombs_are_refused_before_they_go_off(archive: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    members = members_of(archive)
    bomb = zip_of({**members, "files/" + "0" * 64: bytes(50_000_000)})
    assert len(bomb) < len(archive) + 100_000
    monkeypatch.setattr(unpack, "MOST_TOTAL", 40_000_000)
    assert "larger" in refused(bomb)
    monkeypatch.setattr(unpack, "MOST_MEMBERS", 3)
    assert "larger" in refused(archive)


def test_a_huge_row_is_refused(archive: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "MOST_LINE", 500_000)
    long = with_row(archive, "painday", lambda row: row.update(note="x" * 600_000))
    assert "painday.jsonl, line 1: too long" in refused(long)


def test_an_encrypted_or_oddly_packed_zip_is_refused(archive: bytes) -> None:
    assert "packed" in refused(zip_of(members_of(archive), zipfile.ZIP_LZMA))


def test_the_pages(client_of: Any, kept: Runner, clinician: User) -> None:
    client = client_of(kept)
    assert "Keep it as you would keep a medical letter" in text_of(client.get("/archive/"))
    answer = client.post("/archive/")
    assert answer.headers["Content-Type"] == "application/zip"
    data = b"".join(answer.streaming_content)
    assert int(answer.headers["Content-Length"]) == len(data)
    assert "your own data" in text_of(client.get("/restore/"))
    sent = SimpleUploadedFile("a.zip", data)
    assert "There is something here already" in text_of(client.post("/restore/", {"archive": sent}))
    other: Client = client_of(clinician)
    page = other.post("/restore/", {"archive": SimpleUploadedFile("a.zip", data[:-50])})
    assert 'id="id_archive_error"' in page.content.decode()
    assert "Nothing was restored" in text_of(page)
    assert 'id="id_archive_error"' in other.post("/restore/", {}).content.decode()
    page = other.post("/restore/", {"archive": SimpleUploadedFile("a.zip", data)}, follow=True)
    assert "Everything is back." in text_of(page)
    assert Runner.objects.get(user=clinician).session_logs.get().key == "k1"


def test_a_file_lost_on_the_server_stops_the_export(client_of: Any, kept: Runner) -> None:
    file = RunFile.objects.filter(runner=kept)[0]
    Path(file.content.path).write_bytes(b"changed")
    assert "cannot be read" in text_of(client_of(kept).post("/archive/"))
    Path(file.content.path).unlink()
    assert "cannot be read" in text_of(client_of(kept).post("/archive/"))
