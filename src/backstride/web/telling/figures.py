"""Where the figure of an exercise is found, by an address that changes with what it is drawn from."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from django.urls import reverse

import backstride.body
from backstride.knowledge.figures import load_figures
from backstride.knowledge.schema.exercise import Exercise

Kind = Literal["thumb", "moving", "still", "steps"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_DIGITS = 16


def figure_address(exercise: Exercise, kind: Kind, form: int = 0) -> str:
    """The address of an SVG; `form` counts those of the exercise's ladder. Empty without a movement."""
    if exercise.id not in load_figures().movements or not 0 <= form < len(forms(exercise)):
        return ""
    return reverse("figure", args=[exercise.id, form, kind, edition(exercise.id)])


def forms(exercise: Exercise) -> tuple[str, ...]:
    """The forms of an exercise in the order of its ladder."""
    return tuple(dict.fromkeys(level.variant for level in exercise.ladder))


@cache
def edition(exercise: str) -> str:
    """A short hash of all that a figure is drawn from: the body, the movement, the code that draws."""
    figures = load_figures()
    found = sha256(figures.body.model_dump_json().encode())
    found.update(figures.movements[exercise].model_dump_json().encode())
    found.update(_drawing())
    return found.hexdigest()[:_DIGITS]


@cache
def _drawing() -> bytes:
    folder = Path(str(backstride.body.__file__)).parent
    return sha256(b"".join(file.read_bytes() for file in sorted(folder.rglob("*.py")))).digest()
