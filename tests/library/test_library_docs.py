"""`library docs`: writes the pages, and with --check names each that is not as it should be."""

from pathlib import Path

import pytest

from acceptance.calling import call
from backstride.cli.spec_files import SPEC, read_spec
from backstride.knowledge import load
from backstride.reference import MARK, pages

ROOT = Path(__file__).parents[2]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    folder = tmp_path / "reference"
    assert call("library", "docs", "--out", folder).returncode == 0
    return folder


def test_what_is_written_is_fresh(written: Path) -> None:
    wanted = pages(load(), read_spec(ROOT / SPEC))
    there = {f.relative_to(written).as_posix(): f.read_text(encoding="utf-8") for f in written.rglob("*.md")}
    assert there == wanted
    done = call("library", "docs", "--out", written, "--check")
    assert (done.returncode, done.stdout) == (0, f"{len(wanted)} pages, all fresh.\n")


def test_each_stale_missing_or_superfluous_page_is_named(written: Path) -> None:
    (written / "rules" / "H1.md").unlink()
    (written / "sources" / "S2.md").write_text(f"{MARK}\n", encoding="utf-8")
    (written / "exercises" / "eagle.md").write_text(f"{MARK}\n", encoding="utf-8")
    done = call("library", "docs", "--out", written, "--check")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "exercises/eagle.md: superfluous",
        "rules/H1.md: missing",
        "sources/S2.md: stale",
    ]
    assert "backstride library docs" in done.stderr


def test_writing_again_mends_all_three(written: Path) -> None:
    (written / "rules" / "H1.md").unlink()
    (written / "sources" / "S2.md").write_text(f"{MARK}\n", encoding="utf-8")
    (written / "exercises" / "eagle.md").write_text(f"{MARK}\n", encoding="utf-8")
    assert call("library", "docs", "--out", written).returncode == 0
    assert call("library", "docs", "--out", written, "--check").returncode == 0


def test_a_folder_that_is_not_there_lacks_every_page(tmp_path: Path) -> None:
    done = call("library", "docs", "--out", tmp_path / "nowhere", "--check")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == len(pages(load()))
    assert not (tmp_path / "nowhere").exists()


def test_what_somebody_else_wrote_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Mine\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("Mine too.\n", encoding="utf-8")
    done = call("library", "docs", "--out", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "README.md" in done.stderr
    assert sorted(f.name for f in tmp_path.iterdir()) == ["README.md", "notes.md"]
    (tmp_path / "README.md").unlink()
    assert call("library", "docs", "--out", tmp_path).returncode == 0
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "Mine too.\n"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = call("library", "docs", "--out", tmp_path / "file")
    assert done.returncode == 2
    assert "a folder is wanted" in done.stderr


def test_without_the_specification_it_says_so_and_writes_the_rest(tmp_path: Path) -> None:
    done = call("library", "docs", "--out", tmp_path / "reference", "--spec", tmp_path / "nowhere")
    assert done.returncode == 0
    assert "the rules' pages go without their sentences" in done.stderr
    assert "Held to by tests" not in (tmp_path / "reference" / "rules" / "H7.md").read_text(encoding="utf-8")


def test_a_broken_file_of_the_specification_is_named(tmp_path: Path) -> None:
    (tmp_path / "h07_days.yaml").write_text("- {name: A.", encoding="utf-8")
    done = call("library", "docs", "--out", tmp_path / "reference", "--spec", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "h07_days.yaml: cannot be read" in done.stderr
