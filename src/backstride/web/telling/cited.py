"""Sources as pages of the library name them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from backstride.knowledge import Library
from backstride.knowledge.schema.source import Source
from backstride.terms import Grade
from backstride.wording import grade_words


@dataclass(frozen=True)
class Cited:
    """A source in short: its id, a name to call it by, its whole title."""

    id: str
    name: str
    title: str


@dataclass(frozen=True)
class Sure:
    """A grade: the word for it, and what that means."""

    word: str
    meaning: str


def cited(ids: Iterable[str], library: Library) -> tuple[Cited, ...]:
    """The sources of those ids, each once, in their order."""
    return tuple(
        Cited(id_, short_name(library.sources[id_]), library.sources[id_].title) for id_ in dict.fromkeys(ids)
    )


def short_name(source: Source) -> str:
    """What a source is called in a line: who wrote it and when; an article without them by its title."""
    if not source.authors:
        return source.title.split(" (")[0]
    return f"{source.authors.split(';')[0]}, {source.year}" if source.year else source.authors


def sure(grade: Grade, library: Library) -> Sure:
    """How sure something is, in plain words."""
    word = _("our choice") if grade == "ours" else grade_words(grade, library.word)
    return Sure(word, library.messages[f"cli.grade.{grade}"])
