"""Finds an exercise by whatever it is called."""

from difflib import get_close_matches

from backstride.cli.refusal import BadInput
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.knowledge.schema.exercise import Exercise


def exercise_named(wanted: str, library: Library) -> Exercise:
    """The exercise of that id, name or alias, in English too. Raises BadInput with near ids."""
    names = {
        _plain(name): library.exercises[exercise.id]
        for exercise in (*library.exercises.values(), *load().exercises.values())
        for name in (*exercise.aliases, exercise.name, exercise.id)
    }
    found = names.get(_plain(wanted))
    if found is not None:
        return found
    near = get_close_matches(_plain(wanted), list(names), n=6, cutoff=0.5)
    ids = list(dict.fromkeys(names[name].id for name in near))[:3]
    hint = f"; near it: {', '.join(ids)}" if ids else "; 'backstride library list' names all"
    raise BadInput(f"{wanted}: no exercise of the library{hint}")


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").replace("'", "").split())
