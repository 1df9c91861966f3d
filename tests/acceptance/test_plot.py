"""`backstride runs PATH --plot FILE.svg`: a picture of the weeks, the same each time, that can be read."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from acceptance.calling import NOW, ROOT, call
from backstride.charts import palette
from backstride.charts.weeks import Bar, Words, weeks_svg
from backstride.cli.plotting import _replace
from backstride.cli.refusal import BadInput
from runs.samples_of_runs import gpx, track

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ENVIRON = os.environ | {"PYTHONPATH": str(ROOT / "src")}
WORDS = Words("Weeks & km", "One < two.", "longest", "others", "limit", MONTHS)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of 3.6 km in each of 60 weeks, the last of 5.4 km."""
    folder = tmp_path_factory.mktemp("runs")
    for week in range(60):
        start = datetime.fromisoformat(NOW) - timedelta(weeks=week, hours=5)
        seconds = 1800 if week == 0 else 1200
        (folder / f"{week:02}.gpx").write_bytes(gpx(track(seconds, 3.0, step=20, start=start)))
    return folder


def picture(bars: int, first: date = date(2025, 12, 29)) -> str:
    return weeks_svg([Bar(first + timedelta(weeks=n), 30.0 + n % 5, 12.0, 13.2) for n in range(bars)], WORDS)


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_picture_of_a_year(exported: Path, tmp_path: Path) -> None:
    file = tmp_path / "weeks.svg"
    done = call("runs", exported, "--now", NOW, "--plot", file)
    assert done.returncode == 0, done.stderr
    assert done.stderr == f"Picture: {file}, 52 weeks; --all-weeks shows 8 more.\n"
    assert "60 runs" in done.stdout
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    told = root.findtext(f"{SVG}desc") or ""
    assert told.startswith("52 weeks, from Mon 24 Nov 2025 to that of Mon 16 Nov 2026.")
    assert "Longest run: 5.4 km, in the week from Mon 16 Nov 2026." in told
    assert "more than 1.10 times the longest of the 30 days before the week in 1 week." in told
    assert told.endswith("The last week is not over.")
    assert [entry.name for entry in tmp_path.iterdir()] == ["weeks.svg"]


def test_every_week_and_the_same_bytes_again(exported: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.svg", tmp_path / "b.svg"
    second.write_text("an old picture", encoding="utf-8")
    second.chmod(0o640)
    for file in (first, second):
        done = call("runs", exported, "--now", NOW, "--plot", file, "--all-weeks", "--json")
        assert done.stderr == f"Picture: {file}, 60 weeks.\n"
        assert len(json.loads(done.stdout)["runs"]) == 60
    assert first.read_bytes() == second.read_bytes()
    assert second.stat().st_mode & 0o777 == 0o640


def refusals(folder: Path) -> Iterator[tuple[list[str | Path], str]]:
    (folder / "taken.svg").mkdir()
    yield ["--plot", folder / "no" / "a.svg"], f"--plot: no such folder: {folder / 'no'}"
    yield ["--plot", folder / "taken.svg"], f"--plot: {folder / 'taken.svg'} is a folder"
    yield ["--plot", folder / "a.png"], "--plot: a file whose name ends in .svg is wanted (given: 'a.png')"
    yield ["--all-weeks"], "--all-weeks is about the picture: --plot FILE.svg is wanted with it"


def test_what_cannot_be_drawn_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.gpx").write_bytes(gpx(track(1200, start=datetime.fromisoformat(NOW) + timedelta(days=3))))
    for options, reason in refusals(tmp_path):
        done = call("runs", tmp_path / "a.gpx", "--now", NOW, *options)
        assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", f"backstride: {reason}")
    done = call("runs", tmp_path / "a.gpx", "--now", NOW, "--plot", tmp_path / "b.svg")
    assert done.returncode == 2
    assert done.stderr == "backstride: --plot: no run had started by then, so there is nothing to draw\n"
    assert not (tmp_path / "b.svg").exists()


@pytest.mark.parametrize(
    ("place", "reason"), [("gone/a.svg", "no such file or directory"), ("taken.svg", "is a directory")]
)
def test_a_picture_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "taken.svg").mkdir()
    with pytest.raises(BadInput, match=f"cannot be written: {reason}$"):
        _replace(tmp_path / place, "<svg/>")
    assert [entry.name for entry in tmp_path.iterdir()] == ["taken.svg"]


def test_the_drawing_library_is_loaded_only_to_draw() -> None:
    code = "import sys, backstride.cli.app, backstride.charts.weeks; print('matplotlib' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRON
    )
    assert done.stdout == "False\n"


def test_words_are_words_and_are_escaped() -> None:
    svg = picture(20)
    assert {"Weeks & km", "longest", "others", "limit", "km", "2026"} <= set(texts(svg))
    root = ElementTree.fromstring(svg)
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("Weeks & km", "One < two.")
    assert "DejaVu" not in svg
    assert "sans-serif" in svg


def test_nothing_of_a_clock_or_a_program_is_in_it() -> None:
    svg = picture(52)
    assert svg == picture(52)
    assert not re.search(r"matplotlib v|<metadata|20\d\d-\d\d-\d\dT", svg)


@pytest.mark.parametrize(
    ("bars", "names"),
    [
        (1, ["29 Dec"]),
        (3, ["29 Dec", "5 Jan", "12 Jan"]),
        (20, ["2026", "Feb", "Mar", "Apr", "May"]),
        (52, ["2026", "Mar", "May", "Jul", "Sep", "Nov"]),
        (520, ["2026", "2028", "2030", "2032", "2034"]),
    ],
)
def test_the_names_under_the_bars(bars: int, names: list[str]) -> None:
    found = [
        text for text in texts(picture(bars)) if text.split()[-1] in MONTHS or re.fullmatch(r"20\d\d", text)
    ]
    assert found[: len(names)] == names
    assert len(found) <= 7


def test_no_week_is_refused() -> None:
    with pytest.raises(ValueError, match="no week"):
        weeks_svg([], WORDS)


def test_weeks_without_a_run_are_drawn() -> None:
    empty = weeks_svg([Bar(date(2026, 1, 5), 0.0, None, None)], WORDS)
    assert "nan" not in empty.lower()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_colours_can_be_told_from_the_ground(ground: str) -> None:
    for colour, least in ((palette.INK, 4.5), (palette.QUIET, 4.5), (palette.REST, 3), (palette.ACCENT, 3)):
        pair = sorted(luminance(getattr(one, ground)) for one in (colour, palette.GROUND))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= least, colour.name


def test_each_colour_follows_the_ground() -> None:
    svg = picture(20)
    drawn = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    coloured = re.findall(r'<\w+[^>]*style="[^"]*#[0-9a-f]{6}[^"]*"[^>]*>', drawn)
    assert len(coloured) > 40
    assert [element for element in coloured if 'class="bs-' not in element] == []
    for colour in palette.ALL:
        assert f"--bs-{colour.name}:{colour.dark}" in svg
