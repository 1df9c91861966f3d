"""Sources and regions: what a statement rests on, and the parts of the body that it speaks of."""

from typing import Literal

from backstride.knowledge.schema.record import Id, Record, Text
from backstride.terms import Grade


class Source(Record):
    """An article, guideline, review or trial.

    `checked` says how its content was read: `text` (the article itself), `abstract` (abstract or page
    opening), `secondary` (told by another text). What nobody has read is not in the library.
    """

    id: Id
    title: Text
    authors: str = ""
    year: int | None = None
    kind: Literal["article", "guideline", "review", "trial", "cohort", "consensus", "laboratory", "pathway"]
    grade: Grade
    checked: Literal["text", "abstract", "secondary"]
    doi: str | None = None
    url: str | None = None


class Region(Record):
    """A part of the body. `need` is how much a balanced week owes it (0-10, ours), by quality of work."""

    id: Id
    name: Text
    aliases: tuple[Id, ...] = ()
    group: Literal["legs_hips", "trunk", "spine", "lower_leg"]
    strength_need: int = 0
    mobility_need: int = 0
    why: Text
    sources: tuple[Id, ...]
    grade: Grade
