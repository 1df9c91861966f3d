"""`--lang`: pages and questions in Malay, by option or by the environment; JSON stays as it is."""

from pathlib import Path
from textwrap import wrap

import pytest

from acceptance.calling import answers, call, person, scenario, written
from backstride.cli import run
from backstride.cli.terminal import Terminal
from backstride.decide import decide
from backstride.knowledge import load
from backstride.knowledge.translations import library_in, load_translation
from backstride.scenario import Scenario

LIBRARY = load()
MALAY = load_translation("ms")
TOLD = library_in(LIBRARY, MALAY)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_an_exercise_is_shown_in_malay() -> None:
    shown = flat(call("library", "show", "bird_dog", "--lang", "ms").stdout)
    malay = MALAY.exercises["bird_dog"]
    for text in (malay.name, *malay.steps, *malay.cues, *malay.cautions, *malay.faults):
        assert text in shown
    assert "2 x 8 setiap sisi, tahan 3 s, rehat 30 s" in shown
    assert [step for step in LIBRARY.exercises["bird_dog"].steps if step in shown] == []


def test_an_exercise_is_found_by_either_name() -> None:
    one = call("library", "show", "Angkat pinggul", "--lang", "ms").stdout
    assert one
    assert one == call("library", "show", "glute bridge", "--lang", "ms").stdout


def test_the_list_is_in_malay(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    assert run(["library", "list", "--lang", "ms"], Terminal(interactive=False)) == 0
    shown = capsys.readouterr().out
    assert [e.id for e in MALAY.exercises.values() if e.name not in shown] == []
    assert "27 daripada 27 senaman." in shown


def test_a_week_is_shown_in_malay(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario())
    shown = flat(call("week", "--profile", profile, "--lang", "ms", columns=160).stdout)
    planned = decide(Scenario.model_validate(scenario()), TOLD)
    assert planned.week
    items = [item for day in planned.week.days for s in day.sessions for item in s.items]
    assert items
    # A long name is broken in its column.
    assert [i.exercise for i in items if wrap(TOLD.exercises[i.exercise].name, 28)[0] not in shown] == []
    assert MALAY.messages["slot.cross_open"] in shown
    assert MALAY.messages["slot.walk_home"] in shown
    assert "Dikehendaki" in shown
    assert [e.name for e in LIBRARY.exercises.values() if e.name in shown] == []


def test_the_decision_itself_stays_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = written(tmp_path / "me.json", scenario())
    english = call("week", "--profile", profile, "--json").stdout
    assert english == call("week", "--profile", profile, "--json", "--lang", "ms").stdout
    monkeypatch.setenv("LC_ALL", "ms_MY.UTF-8")
    assert english == call("week", "--profile", profile, "--json").stdout


def test_a_stop_is_told_in_malay(tmp_path: Path) -> None:
    profile = written(tmp_path / "me.json", scenario(screening=answers(E1="yes", U3="unsure")))
    done = call("today", "--profile", profile, "--lang", "ms", "--country", "MY")
    shown = flat(done.stdout)
    assert done.returncode == 1
    assert MALAY.messages["triage.advice_emergency"] in shown
    assert MALAY.questions["E1"].action in shown
    assert "999" in shown
    assert [text for text in MALAY.safety_net if text not in shown] == []


def test_the_questions_are_asked_in_malay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = written(tmp_path / "me.json", scenario(screening={}))
    ask = ["week", "--profile", str(profile), "--lang", "ms"]
    assert run(ask, person(["?", "mungkin", "tidak", "ya"])) == 1
    shown = flat(capsys.readouterr().out)
    for text in (MALAY.questions["E1"].text, MALAY.questions["E1"].why, MALAY.questions["E2"].text):
        assert text in shown
    assert "Sila jawab y untuk ya" in shown
    assert MALAY.questions["E2"].action in shown
    assert MALAY.questions["E3"].text not in shown


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LANG": "ms_MY.UTF-8"}, "senaman."),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "ms_MY.UTF-8"}, "exercises."),
        ({"LC_ALL": "", "LANG": "ms"}, "senaman."),
        ({"LANG": "fr_FR"}, "exercises."),
        ({}, "exercises."),
    ],
)
def test_the_environment_gives_the_language(
    variables: dict[str, str], word: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run(["library", "list"], Terminal(interactive=False)) == 0
    assert capsys.readouterr().out.rstrip().endswith(word)


@pytest.mark.parametrize("command", [["library", "list"], ["library", "show", "bridge"], ["week"], ["today"]])
def test_an_unknown_language_is_bad_input(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command, "--lang", "xx"], Terminal(interactive=False)) == 2
    assert "--lang: 'xx' is unknown; known are en, ms" in capsys.readouterr().err
