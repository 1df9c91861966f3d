"""The door's decisions: what it needs, when that is there, when it starts anew. Nothing here is installed."""

import importlib.util
import json
import os
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

DOOR = Path(__file__).parents[2] / "run"
Installs = list[str]


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, standing in an empty folder that has requirements."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("door", str(DOOR))
    spec = importlib.util.spec_from_loader("door", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    root = tmp_path / "a folder"
    (root / "requirements").mkdir(parents=True)
    for kind in ("run", "dev", "uv"):
        (root / "requirements" / f"{kind}.txt").write_text(f"{kind}==1\n")
    monkeypatch.setattr(module, "ROOT", root)
    monkeypatch.setattr(module, "VENV", root / ".venv")
    monkeypatch.setattr(module, "PYTHON", root / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", root / ".venv" / "stamp.json")
    monkeypatch.setattr(module, "LOG", root / ".venv" / "setup.log")
    return module


@pytest.fixture
def installs(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Installs:
    """What would have been done to `.venv`; a made one gets a working Python, the one that runs the tests."""
    done: Installs = []

    def quietly(*command: Any) -> str:
        if command[0] == sys.executable:
            done.append("make")
            door.PYTHON.parent.mkdir()
            door.PYTHON.symlink_to(sys.executable)
        if not door.PYTHON.exists():
            raise door.SetupFailed("no Python")
        return f"{sys.implementation.cache_tag}\n"

    monkeypatch.setattr(door, "quietly", quietly)
    monkeypatch.setattr(door, "install", lambda kind: done.append(f"install {kind}"))
    monkeypatch.setattr(door, "link", lambda: done.append("link"))
    return done


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ([], "run"),
        (["replay", "x.json"], "run"),
        (["test"], "dev"),
        (["test", "-k", "x"], "dev"),
        (["--test"], "run"),
    ],
)
def test_only_the_tests_need_the_development_tools(door: ModuleType, arguments: list[str], kind: str) -> None:
    assert door.wanted(arguments) == kind


def test_the_digest_follows_the_requirements(door: ModuleType) -> None:
    before = door.digest("run")
    assert door.digest("run") == before != door.digest("dev")
    door.requirements("run").write_text("run==2\n")
    assert door.digest("run") != before


def test_the_digest_follows_the_python(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    before = door.digest("run")
    monkeypatch.setattr(door, "base", lambda: "another")
    assert door.digest("run") != before


def test_a_first_start_makes_everything_and_a_second_nothing(door: ModuleType, installs: Installs) -> None:
    assert not door.is_ready("run")
    door.prepare("run")
    assert installs == ["make", "install run", "link"]
    assert door.is_ready("run")
    assert not door.is_ready("dev")


def test_the_development_tools_come_on_top_and_serve_both(door: ModuleType, installs: Installs) -> None:
    door.prepare("run")
    installs.clear()
    door.prepare("dev")
    assert installs == ["install dev", "link"]
    assert door.is_ready("run")
    assert door.is_ready("dev")


def test_changed_requirements_are_installed_again(door: ModuleType, installs: Installs) -> None:
    door.prepare("dev")
    installs.clear()
    door.requirements("run").write_text("run==2\n")
    assert not door.is_ready("run")
    door.prepare("run")
    assert installs == ["install run", "link"]
    assert not door.is_ready("dev")


def test_an_interrupted_installation_starts_anew(
    door: ModuleType, installs: Installs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(kind: str) -> None:
        raise KeyboardInterrupt

    door.prepare("run")
    with monkeypatch.context() as patch:
        patch.setattr(door, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            door.prepare("dev")
    installs.clear()
    assert not door.is_ready("run")
    door.prepare("run")
    assert installs == ["make", "install run", "link"]


def test_a_python_that_is_gone_starts_anew(door: ModuleType, installs: Installs) -> None:
    door.prepare("run")
    door.PYTHON.unlink()
    door.PYTHON.symlink_to(door.ROOT / "gone")
    installs.clear()
    assert not door.is_ready("run")
    door.prepare("run")
    assert installs == ["make", "install run", "link"]


def test_a_moved_folder_starts_anew(
    door: ModuleType, installs: Installs, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.prepare("run")
    monkeypatch.setattr(door, "base", lambda: "elsewhere")
    installs.clear()
    assert not door.is_ready("run")
    door.prepare("run")
    assert installs == ["make", "install run", "link"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_a_broken_stamp_counts_as_none(door: ModuleType, content: str) -> None:
    door.VENV.mkdir()
    door.STAMP.write_text(content)
    assert door.stamped() == {}
    assert not door.is_ready("run")


def test_a_python_without_venv_says_what_to_install(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "find_spec", lambda name: None)
    with pytest.raises(door.SetupFailed, match=r"sudo apt install python3\.\d+-venv"):
        door.maker()


def test_virtualenv_stands_in_for_a_missing_venv(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_spec", lambda name: name if name == "virtualenv" else None)
    assert door.maker() == [sys.executable, "-m", "virtualenv"]


def test_pip_does_it_where_uv_fails(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def quietly(*command: Any) -> str:
        ran.append([str(word) for word in command])
        if ran[-1][0].endswith("/uv"):
            raise door.SetupFailed("no route")
        return ""

    monkeypatch.setattr(door, "quietly", quietly)
    door.install("run")
    assert [Path(words[0]).name for words in ran] == ["python", "uv", "python"]
    assert all("--require-hashes" in words for words in ran)
    assert ran[-1][-1] == str(door.requirements("run"))
    out, err = capsys.readouterr()
    assert out == ""
    assert "pip" in err


def test_a_failing_step_shows_its_last_lines(door: ModuleType) -> None:
    door.VENV.mkdir()
    with pytest.raises(door.SetupFailed, match="the reason"):
        door.quietly(sys.executable, "-c", "import sys; print('the reason'); sys.exit(3)")
    assert "the reason" in door.LOG.read_text()


def test_settings_for_another_python_are_left_out(door: ModuleType) -> None:
    given = {"PYTHONPATH": "/a", "PYTHONHOME": "/b", "PIP_TARGET": "/c", "PIP_INDEX_URL": "d", "HOME": "/e"}
    assert door.environment(given) == {"PIP_INDEX_URL": "d", "HOME": "/e"}


def test_the_link_leads_to_the_sources(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = door.VENV / "lib" / "python" / "site-packages"
    packages.mkdir(parents=True)
    monkeypatch.setattr(door, "quietly", lambda *command: f"{packages}\n")
    door.link()
    line = (packages / "backstride.pth").read_text().strip()
    assert not os.path.isabs(line)  # noqa: PTH117
    assert (packages / line).resolve() == (door.ROOT / "src").resolve()


@pytest.mark.parametrize(("returncode", "code"), [(0, 0), (1, 1), (-2, 130), (-15, 143)])
def test_a_signal_becomes_the_shells_exit_code(door: ModuleType, returncode: int, code: int) -> None:
    assert door.exit_code(returncode) == code


def test_the_first_failing_check_ends_the_tests(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = iter([0, 3])
    monkeypatch.chdir(door.ROOT)
    monkeypatch.setattr(door.subprocess, "call", lambda *command, **options: next(codes))
    monkeypatch.setattr(door, "become", lambda *words: pytest.fail("pytest must not start"))
    assert door.test([]) == 3
    assert capsys.readouterr().err.splitlines()[-1].startswith("./run test stops here: ruff format --check")


def test_with_arguments_only_pytest_runs(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    class Became(Exception):
        pass

    def become(*words: str) -> None:
        raise Became(*words)

    monkeypatch.chdir(door.ROOT)
    monkeypatch.setattr(door, "become", become)
    monkeypatch.setattr(door.subprocess, "call", lambda *command, **options: pytest.fail("no check may run"))
    with pytest.raises(Became) as became:
        door.test(["-k", "light"])
    assert became.value.args == ("-m", "pytest", "-k", "light")


def test_a_command_sees_the_callers_folder_but_not_its_modules(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[tuple[str, ...]] = []
    monkeypatch.setattr(door, "is_ready", lambda kind: True)
    monkeypatch.setattr(door, "become", lambda *words: became.append(words))
    before = Path.cwd()
    door.main(["replay", "a file.json"])
    assert became == [("-P", "-m", "backstride", "replay", "a file.json")]
    assert Path.cwd() == before


def test_a_failed_setting_up_is_told_on_stderr(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def prepare(kind: str) -> None:
        raise door.SetupFailed("The disk is full.")

    monkeypatch.setattr(door, "prepare", prepare)
    with pytest.raises(SystemExit) as ended:
        door.main([])
    assert ended.value.code == door.UNAVAILABLE
    out, err = capsys.readouterr()
    assert out == ""
    assert "The disk is full." in err


def test_the_stamp_is_written_whole(door: ModuleType) -> None:
    door.VENV.mkdir()
    door.stamp({"base": "b", "run": "r"})
    assert json.loads(door.STAMP.read_text()) == {"base": "b", "run": "r"}
    assert list(door.VENV.iterdir()) == [door.STAMP]
