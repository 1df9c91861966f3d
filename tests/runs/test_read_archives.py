"""Archives: what is inside comes out, and what is built to harm is refused with the limit named."""

import gzip
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from backstride.runs.read import limits
from backstride.runs.read.collect import import_paths
from backstride.runs.read.shelf import Shelf
from runs.samples_of_runs import START, fit, fit_run, gpx, tcx, tcx_activity, track, zipped

RUN = gpx(track(1800))


def reasons(result):
    return {item.source: item.reason for item in result.left_out}


def imported(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    return import_paths([tmp_path / name])


def test_a_packed_file_is_read(tmp_path):
    (run,) = imported(tmp_path, "a.GPX.gz", gzip.compress(RUN)).activities
    assert run.source == "a.GPX.gz"


def test_members_are_named_by_archive_and_path(tmp_path):
    data = zipped({"runs/b.gpx": RUN, "readme.txt": b"x", "__MACOSX/._b.gpx": b"x", "photo": b"x"})
    found = imported(tmp_path, "a.zip", data)
    assert [a.source for a in found.activities] == ["a.zip!runs/b.gpx"]
    assert reasons(found) == {
        "a.zip!readme.txt": "not an activity file (.txt)",
        "a.zip!photo": "not an activity file (no ending)",
    }


def test_zips_in_zips_are_read_two_deep_and_no_deeper(tmp_path):
    def day(n):
        return gpx(track(1800, start=START + timedelta(days=n)))

    three = zipped({"3.gpx": day(3)})
    two = zipped({"2.gpx": day(2), "three.zip": three})
    one = zipped({"1.fit.gz": gzip.compress(fit_run()), "two.zip": two})
    found = imported(tmp_path, "a.zip", zipped({"one.zip": one}))
    assert [a.source for a in found.activities] == ["a.zip!one.zip!1.fit.gz", "a.zip!one.zip!two.zip!2.gpx"]
    assert reasons(found)["a.zip!one.zip!two.zip!three.zip"] == "refused: zips nested deeper than 2"


@pytest.mark.parametrize(
    "name", ["../b.gpx", "/etc/b.gpx", "C:\\b.gpx", "c:b.gpx", "x/../../b.gpx", "..\\b.gpx"]
)
def test_names_that_lead_outside_are_refused_and_nothing_is_written(tmp_path, name):
    inner = tmp_path / "deep" / "down"
    inner.mkdir(parents=True)
    found = imported(inner, "a.zip", zipped({name: RUN, "good.gpx": RUN}))
    assert [a.source for a in found.activities] == ["a.zip!good.gpx"]
    assert list(reasons(found).values()) == ["refused: its name points outside the archive"]
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["a.zip"]


def test_a_bomb_is_refused_by_its_ratio(tmp_path):
    found = imported(tmp_path, "a.zip", zipped({"bomb.gpx": b"0" * (8 * limits.MIB), "b.gpx": RUN}))
    assert len(found.activities) == 1
    assert reasons(found) == {"a.zip!bomb.gpx": "refused: it unpacks to more than 200 times its size"}


def test_a_packed_bomb_is_refused_by_its_ratio(tmp_path):
    found = imported(tmp_path, "a.fit.gz", gzip.compress(b"0" * (8 * limits.MIB)))
    assert reasons(found) == {"a.fit.gz": "refused: it unpacks to more than 200 times its size"}


def test_the_size_of_a_member_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MEMBER_BYTES", 10_000)
    found = imported(tmp_path, "a.zip", zipped({"b.gpx": RUN}))
    assert "the limit is 9.8 KiB" in reasons(found)["a.zip!b.gpx"]
    found = imported(tmp_path, "b.gpx.gz", gzip.compress(RUN))
    assert "the limit is 9.8 KiB" in reasons(found)["b.gpx.gz"]


def test_the_size_of_the_whole_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 2 * len(RUN))
    found = imported(tmp_path, "a.zip", zipped({f"{k}.gpx": RUN for k in range(3)}))
    assert found.activities == ()
    assert reasons(found)["a.zip"].startswith("refused: it unpacks to more than")


def test_packed_members_count_into_the_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 9 * len(RUN))
    data = zipped({f"{k:02}.gpx.gz": gzip.compress(RUN) for k in range(40)})
    found = imported(tmp_path, "a.zip", data)
    assert "the rest of it left out: it unpacks to more than" in reasons(found)["a.zip"]


def test_the_number_of_members_is_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MEMBERS", 3)
    found = imported(tmp_path, "a.zip", zipped({f"{k}.gpx": RUN for k in range(4)}))
    assert reasons(found) == {"a.zip": "refused: 4 members, the limit is 3"}


def test_a_directory_too_large_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "ZIP_DIRECTORY_BYTES", 50)
    assert "a zip directory of" in reasons(imported(tmp_path, "a.zip", zipped({"b.gpx": RUN})))["a.zip"]


def test_methods_that_need_much_memory_are_refused(tmp_path):
    found = imported(tmp_path, "a.zip", zipped({"b.gpx": RUN}, zipfile.ZIP_LZMA))
    assert reasons(found) == {"a.zip!b.gpx": "packed by a method that is not supported"}


def test_an_encrypted_member_is_named(tmp_path):
    data = bytearray(zipped({"b.gpx": RUN}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert reasons(imported(tmp_path, "a.zip", bytes(data))) == {"a.zip!b.gpx": "encrypted"}


def test_broken_archives_are_named_and_the_sound_members_read(tmp_path):
    good = tcx(tcx_activity(track(1200), timer=1200))
    data = bytearray(zipped({"a.gpx": RUN, "b.tcx": good}))
    at = data.index(b"a.gpx") + 40
    data[at : at + 20] = bytes(20)
    found = imported(tmp_path, "a.zip", bytes(data))
    assert [a.source for a in found.activities] == ["a.zip!b.tcx"]
    assert reasons(found)["a.zip!a.gpx"].startswith("broken zip")
    assert reasons(imported(tmp_path, "c.zip", b"PK no"))["c.zip"].startswith("broken zip")
    assert reasons(imported(tmp_path, "d.gpx.gz", b"no"))["d.gpx.gz"].startswith("broken gzip")
    packed = gzip.compress(RUN)[:-30]
    assert reasons(imported(tmp_path, "e.gpx.gz", packed))["e.gpx.gz"].startswith("broken gzip")


def test_names_cannot_steer_a_terminal(tmp_path):
    found = imported(tmp_path, "a.zip", zipped({"\x1b[2Jb.txt": b""}))
    assert "\x1b" not in found.left_out[0].source


def test_a_large_zip_in_a_zip_is_read_where_it_stands(tmp_path, monkeypatch):
    """As in Garmin's export: parts full of recordings, among files of other kinds."""
    part = {f"{k:02}.fit": fit_run(start=START + timedelta(days=k)) for k in range(12)}
    part |= {"settings.fit": fit(kind="settings"), "more.zip": zipped({"x.gpx": gpx(track(900))})}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        whole = zipped({"DI/Part1.zip": zipped(part), "DI/user.json": b"{}"}, method)
        in_memory = imported(tmp_path, "a.zip", whole)
        assert len(in_memory.activities) == 12
        assert reasons(in_memory)["a.zip!DI/Part1.zip!settings.fit"] == "a settings file, no activity"
        with monkeypatch.context() as patch:
            patch.setattr(limits, "INNER_ZIP_BYTES", 1000)
            patch.setattr(limits, "MEMBER_BYTES", 30_000)  # a part is larger, none of its files is
            assert len(zipped(part)) > limits.MEMBER_BYTES
            assert imported(tmp_path, "a.zip", whole) == in_memory


def test_a_large_zip_in_a_zip_is_limited_too(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "INNER_ZIP_BYTES", 1000)
    inner = zipped({"b.gpx": RUN})
    with monkeypatch.context() as patch:
        patch.setattr(limits, "ZIP_FILE_BYTES", 10**6)
        padded = zipped({"b.gpx": RUN, "c.gpx": bytes(2 * 10**6)}, zipfile.ZIP_STORED)
        found = reasons(imported(tmp_path, "a.zip", zipped({"in.zip": padded})))
        assert found["a.zip!in.zip"].startswith("too large unpacked: 1.9 MiB or more")
        patch.setattr(limits, "ZIP_FILE_BYTES", 10**9)
        found = reasons(imported(tmp_path, "a.zip", zipped({"in.zip": padded})))
        assert found == {"a.zip!in.zip": "refused: it unpacks to more than 200 times its size"}
    cut = reasons(imported(tmp_path, "a.zip", zipped({"in.zip": inner[:-30]})))
    assert cut["a.zip!in.zip"].startswith("broken zip")
    data = bytearray(zipped({"in.zip": inner}))
    data[len(data) // 3] ^= 0xFF
    assert "failed" not in "".join(reasons(imported(tmp_path, "a.zip", bytes(data))).values())


def test_an_archive_stays_open_until_it_changes_or_another_is_wanted(tmp_path):
    paths = [str(tmp_path / name) for name in ("a.zip", "b.zip")]
    for path in paths:
        Path(path).write_bytes(zipped({"b.gpx": RUN}))
    shelf = Shelf()
    first = shelf.archive(paths[0])
    assert shelf.archive(paths[0]) is first
    Path(paths[0]).write_bytes(zipped({"c.gpx": RUN, "d.gpx": RUN}))
    assert shelf.archive(paths[0]).namelist() == ["c.gpx", "d.gpx"]
    assert shelf.archive(paths[1]).namelist() == ["b.gpx"]
    assert first.fp is None
    shelf.clear()
