"""What the repository holds: nothing of one machine, nobody's runs, and requirements that can be verified."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:work|tmp|root|home|Users|opt)/\w")
PACKAGE_INDEX = re.compile(
    r"https?://[^\s\"'<>]+/(?:simple|packages/[0-9a-f]{2})/"
    r"|^\s*(?:-i|--(?:extra-)?index-url|--find-links)[ =]\S",
    re.MULTILINE,
)
REQUIREMENT = re.compile(
    r"[A-Za-z0-9._-]+(?:\[[\w,-]+\])?==\S+(?: ; [^\\]+?)?(?: --hash=sha256:[0-9a-f]{64})+"
)


def logical_lines(text: str) -> list[str]:
    """Requirements with their continuations joined, comments and empty lines left out."""
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git work tree that git reads: " + listed.stderr.strip())
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def texts(tracked: list[Path]) -> dict[str, str]:
    """The tracked files that are text."""
    found = {}
    for file in tracked:
        content = file.read_bytes()
        if b"\0" not in content:
            found[file.relative_to(ROOT).as_posix()] = content.decode("utf-8")
    return found


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, PACKAGE_INDEX], ids=["a path of a machine", "a package index"]
)
def test_no_text_names(texts: dict[str, str], pattern: re.Pattern[str]) -> None:
    assert {name: found[0] for name, text in texts.items() if (found := pattern.search(text))} == {}


@pytest.mark.parametrize("folder", ["work", "tmp", "root", "home", "Users", "opt"])
def test_a_machines_path_would_be_seen(folder: str) -> None:
    assert MACHINE_PATH.search(f'open("/{folder}/x")')
    assert not MACHINE_PATH.search(f"https://example.org/{folder}/x and src/{folder}/x")


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/" + "simple/" + "x/",
        "https://example.org/" + "packages/" + "0f/a.whl",
        "--index-url" + " x",
        "--find-links" + "=x",
    ],
)
def test_a_package_index_would_be_seen(line: str) -> None:
    assert PACKAGE_INDEX.search(line)


def test_no_lock_with_addresses_is_tracked(tracked: list[Path]) -> None:
    assert [file.name for file in tracked if file.name == "uv.lock"] == []


def test_nobodys_runs_are_tracked(tracked: list[Path]) -> None:
    activity = re.compile(r"\.(?:fit|gpx|tcx)(?:\.gz)?$", re.IGNORECASE)
    assert [file.name for file in tracked if activity.search(file.name)] == []


def test_the_doors_are_executable(tracked: list[Path]) -> None:
    doors = [ROOT / "run", ROOT / ".ci" / "run"]
    assert [door.name for door in doors if not door.stat().st_mode & 0o100] == []


@pytest.mark.parametrize("name", ["run", "dev", "uv"])
def test_each_requirement_is_pinned_and_has_a_hash(name: str) -> None:
    lines = logical_lines((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"))
    assert lines
    assert [line for line in lines if not REQUIREMENT.fullmatch(line)] == []


@pytest.mark.parametrize("line", ["rich", "rich>=14", "rich==14", "rich==14 --hash=md5:0", "-r other.txt"])
def test_a_loose_requirement_would_be_seen(line: str) -> None:
    assert not REQUIREMENT.fullmatch(line)


def test_the_tests_run_against_the_same_versions() -> None:
    run, dev = (
        set(logical_lines((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")))
        for name in ("run", "dev")
    )
    assert {line.split(" ")[0] for line in run} <= {line.split(" ")[0] for line in dev}


def test_decisions_are_numbered_in_sequence() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for number, record in enumerate(records, 1):
        heading, _, *rest = record.read_text(encoding="utf-8").splitlines()
        assert heading.startswith(f"# {number}. "), record.name
        assert re.fullmatch(r"Date: \d{4}-\d\d-\d\d\. Status: .+", rest[0]), record.name
