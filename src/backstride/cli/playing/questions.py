"""What is asked when it hurts, and after a session."""

from collections.abc import Callable, Iterable

from backstride.cli.playing.hurts import PLACES, Pain
from backstride.cli.terminal import Terminal
from backstride.knowledge import Library


def ask_pain(terminal: Terminal, library: Library) -> Pain:
    """Score and place of a pain. Raises Quit."""
    score = terminal.ask(library.messages["do.ask_pain"], _score(library, open_too=False))
    where = terminal.ask(library.messages["do.ask_where"], _place(library))
    return Pain(score or 0.0, where == "leg")


def ask_efforts(terminal: Terminal, library: Library, exercises: Iterable[str]) -> dict[str, float | None]:
    """The effort of each exercise, 0-10; `None` where Enter left it open. Raises Quit."""
    found: dict[str, float | None] = {}
    for exercise in exercises:
        prompt = library.message("do.ask_effort", {"exercise": library.exercises[exercise].name})
        found[exercise] = terminal.ask(prompt, _score(library, open_too=True))
    return found


def ask_pain_during(terminal: Terminal, library: Library) -> float | None:
    """The worst pain during the session, 0-10; `None` where Enter left it open. Raises Quit."""
    return terminal.ask(library.messages["do.ask_during"], _score(library, open_too=True))


def _score(library: Library, *, open_too: bool) -> Callable[[str], float | None]:
    def accept(text: str) -> float | None:
        if open_too and not text:
            return None
        try:
            score = float(text.replace(",", "."))
        except ValueError:
            score = -1.0
        if not 0 <= score <= 10:
            raise ValueError(library.messages["do.a_score"])
        return score

    return accept


def _place(library: Library) -> Callable[[str], str]:
    def accept(text: str) -> str:
        for place in PLACES:
            if text and library.word(place).startswith(text.lower()):
                return place
        raise ValueError(library.messages["do.a_place"])

    return accept
