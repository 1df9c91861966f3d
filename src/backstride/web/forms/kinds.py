"""Kinds of run as choices, in the library's words."""

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from backstride.knowledge import Library
from backstride.terms import RUN_KINDS
from backstride.web.forms.fields import Choices

_WORDS = {
    "easy": "easy run",
    "long": "long run",
    "quality": "quality run",
    "race": "race",
    "cross": "cross-training",
    "rest": "rest day",
}
ALL = tuple(_WORDS)
SURFACES: Choices = [
    ("", _("As recorded, or not known")),
    ("road", _("Road or asphalt")),
    ("concrete", _("Concrete or paving")),
    ("trail", _("Trail or forest path")),
    ("grass", _("Grass")),
    ("sand", _("Sand")),
    ("track", _("Track")),
    ("treadmill", _("Treadmill")),
]


def kind_words(kind: str, library: Library) -> str:
    """A kind of run as a page says it."""
    return str(capfirst(library.word(_WORDS[kind]))) if kind in _WORDS else kind


def kinds(library: Library, of: Iterable[str] = RUN_KINDS) -> Choices:
    """Kinds of run with their words."""
    return [(kind, kind_words(kind, library)) for kind in of]
