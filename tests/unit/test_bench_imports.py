"""The benchmark of the import: the same archive each time, all of it read, and a figure at the end."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def bench(*options):
    command = [sys.executable, "-m", "bench.imports", *map(str, options)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    return folder, bench("--folder", folder, "--runs", 6, "--every", 1)


def test_it_measures_the_import_and_each_parser(measured):
    _, done = measured
    assert done.returncode == 0, done.stderr
    for line in ("import, whole", "fitdecode", "gpxpy", "tcxreader", "one after other"):
        assert re.search(rf"{line} +[0-9.]+ s +[0-9.]+ files/s", done.stdout), line
    assert re.search(r"its memory +\d+ MiB: \d+ \+ 2 x \d+", done.stdout)
    assert re.search(r"ratio +[0-9.]+ times the throughput", done.stdout)


def test_the_archive_is_kept_is_laid_out_as_stravas_and_is_always_the_same(measured, tmp_path):
    folder, _ = measured
    (path,) = folder.glob("*.zip")
    again = bench("--folder", tmp_path, "--runs", 6, "--every", 1)
    assert again.returncode == 0, again.stderr
    with zipfile.ZipFile(path) as first, zipfile.ZipFile(tmp_path / path.name) as second:
        names = first.namelist()
        assert names[0] == "activities.csv"
        assert [Path(name).suffixes for name in names[1:4]] == [
            [".fit", ".gz"],
            [".gpx", ".gz"],
            [".tcx", ".gz"],
        ]
        assert {name: first.read(name) for name in names} == {n: second.read(n) for n in second.namelist()}


def test_an_archive_with_a_run_that_cannot_be_read_gives_no_figure(measured):
    folder, _ = measured
    (path,) = folder.glob("*.zip")
    spoilt = folder / "spoilt"
    spoilt.mkdir()
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(spoilt / path.name, "w") as less:
        for name in whole.namelist()[:-1]:
            less.writestr(name, whole.read(name))
    done = bench("--folder", spoilt, "--runs", 6)
    assert done.returncode != 0
    assert "not all of the 6 runs" in done.stderr
    assert "ratio" not in done.stdout
