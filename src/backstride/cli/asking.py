"""Asks for what a week needs and was not given: the runner, then the safety questions."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, get_args

from backstride.cli.console import console, paragraph
from backstride.cli.terminal import Terminal
from backstride.knowledge import Library
from backstride.profile import Facts
from backstride.screening.answers import STOPPING
from backstride.terms import WEEKDAYS, Equipment, Experience, Goal
from backstride.wording import Word

_GOAL = {
    "prevent": "keep a good back",
    "ease": "ease a sore one",
    "return": "come back to running after a flare",
}
_ANSWERS = {"y": "yes", "n": "no", "u": "unsure", "yes": "yes", "no": "no", "unsure": "unsure"}
_ANSWERS |= {"ya": "yes", "tidak": "no", "tidak pasti": "unsure"}
ALL = "all"


def ask_runner(terminal: Terminal, facts: Facts, now: datetime, sample: Facts | None = None) -> Facts:
    """The facts with a runner in them; the sample's answers, where given, are what Enter takes."""
    known = sample["runner"] if sample is not None else {}
    runner: dict[str, Any] = dict(facts.get("runner") or {})
    console().print("First about you. Enter takes what stands in brackets; q quits.\n")
    if "birth_year" not in runner:
        year = known.get("birth_year")
        runner["birth_year"] = terminal.ask("Year you were born", _year(now), default=_text(year))
    if "experience" not in runner:
        options = get_args(Experience)
        runner["experience"] = _choose(terminal, "As a runner you are", options, known.get("experience"))
    if "goal" not in runner:
        for key, meaning in _GOAL.items():
            console().print(f"  {key}: {meaning}", style="dim")
        runner["goal"] = _choose(terminal, "What you want", get_args(Goal), known.get("goal"))
    if "minutes" not in runner:
        console().print("Minutes for your back on each day, warm-up and cool-down of a run counted in:")
        given = known.get("minutes", {})
        runner["minutes"] = {
            day: terminal.ask(f"  {day}", _minutes, default=_text(given.get(day, 0))) for day in WEEKDAYS
        }
    if "equipment" not in runner:
        things = get_args(Equipment)
        console().print(f"What is in the house, with commas between: {', '.join(things)}")
        usual = ",".join(known.get("equipment", ())) or "none"
        runner["equipment"] = terminal.ask("  You have", _several(things), default=usual)
    return facts | {"runner": runner}


def ask_screening(
    terminal: Terminal,
    library: Library,
    facts: Facts,
    now: datetime,
    ask: Sequence[str],
    *,
    sample: bool = False,
) -> Facts:
    """The facts with the questions of `ask` answered as of `now`.

    It ends at the first answer that stops everything: nothing that comes after it can change what to do.
    """
    out, word = console(), library.word
    out.print()
    paragraph(out, library.messages["cli.screening_intro"])
    paragraph(out, library.messages["cli.unsure"])
    out.print()
    screening: dict[str, Any] = dict(facts.get("screening") or {})
    answers: dict[str, str] = dict(screening.get("answers") or {})
    default = "n" if sample else None
    take_all = False
    for number, question in enumerate((library.questions[key] for key in ask), 1):
        if take_all:
            answers[question.id] = "no"
            continue
        place = word("{number} of {all}", number=number, all=len(ask))
        paragraph(out, f"{place}. {question.text}")
        choices = ("y, n, u (unsure)", *(("all (n to the rest)",) if sample else ()), "? (why), q")
        prompt = "  " + ", ".join(word(choice) for choice in choices)
        accept = _answer(word, all_too=sample)
        answer = terminal.ask(prompt, accept, default=default, on_request=question.why)
        take_all = answer == ALL
        answers[question.id] = "no" if take_all else answer
        if question.tier in STOPPING and answer in ("yes", "unsure"):
            break
    dated = _dated(screening, library, ask, now.isoformat())
    return facts | {"screening": dated | {"answers": answers}}


def _dated(screening: Facts, library: Library, ask: Sequence[str], now: str) -> Facts:
    """The screening with what was just asked dated: answers that were not asked again keep their date."""
    check = {question.id for question in library.questions.values() if question.short_check}
    if screening.get("at") is None or set(ask) == set(library.questions):
        return {name: value for name, value in screening.items() if name != "checked_at"} | {"at": now}
    return screening | ({"checked_at": now} if check <= set(ask) else {})


def _choose(terminal: Terminal, prompt: str, options: Sequence[str], default: str | None) -> str:
    def accept(text: str) -> str:
        fitting = [option for option in options if text and option.startswith(text.lower())]
        if len(fitting) != 1:
            raise ValueError(f"One of {', '.join(options)}, please.")
        return fitting[0]

    return terminal.ask(f"{prompt} ({', '.join(options)})", accept, default=default)


def _year(now: datetime) -> Callable[[str], int]:
    def accept(text: str) -> int:
        if not text.isdecimal() or not now.year - 120 <= int(text) <= now.year:
            raise ValueError(f"A year between {now.year - 120} and {now.year}, please, such as 1986.")
        return int(text)

    return accept


def _minutes(text: str) -> int:
    if not text.isdecimal() or int(text) > 1440:
        raise ValueError("A whole number of minutes, please, such as 15.")
    return int(text)


def _several(options: Sequence[str]) -> Callable[[str], list[str]]:
    def accept(text: str) -> list[str]:
        words = [word for word in text.lower().replace(",", " ").split() if word != "none"]
        strange = [word for word in words if word not in options]
        if strange:
            raise ValueError(f"{strange[0]} is not one of {', '.join(options)}.")
        return list(dict.fromkeys(words))

    return accept


def _answer(word: Word, *, all_too: bool) -> Callable[[str], str]:
    def accept(text: str) -> str:
        if all_too and text.lower() == ALL:
            return ALL
        if text.lower() not in _ANSWERS:
            raise ValueError(word("y for yes, n for no, u for unsure, please."))
        return _ANSWERS[text.lower()]

    return accept


def _text(value: object) -> str | None:
    return None if value is None else str(value)
