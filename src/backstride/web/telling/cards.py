"""The exercises as a list shows them."""

from dataclasses import dataclass

from django.utils.text import capfirst

from backstride.knowledge import Library
from backstride.knowledge.schema.exercise import Exercise
from backstride.terms import Position
from backstride.web.forms.about import POSITIONS
from backstride.web.telling.figures import figure_address

_MOST_REGIONS = 2


@dataclass(frozen=True)
class CardTold:
    """An exercise: position, kind and the regions that it is most for in words; `figure` may be empty."""

    id: str
    name: str
    position: str
    kind: str
    regions: str
    figure: str


def card_told(exercise: Exercise, library: Library) -> CardTold:
    """A line of a list."""
    first = sorted(exercise.regions, key=lambda region: -exercise.regions[region])[:_MOST_REGIONS]
    return CardTold(
        id=exercise.id,
        name=exercise.name,
        position=position_words(exercise.position),
        kind=spoken(exercise.quality, library),
        regions=", ".join(library.regions[region].name for region in first),
        figure=figure_address(exercise, "thumb"),
    )


def spoken(id_: str, library: Library) -> str:
    """An id such as `half_kneeling` in words."""
    return str(capfirst(library.word(id_.replace("_", " "))))


def position_words(position: Position) -> str:
    """A position in words that need no anatomy."""
    return str(dict(POSITIONS)[position])
