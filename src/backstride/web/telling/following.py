"""A session to follow: each exercise with how it is done."""

from dataclasses import dataclass

from backstride.decision import Session
from backstride.knowledge import Library
from backstride.web.telling.days import ItemTold, WhyTold, session_told


@dataclass(frozen=True)
class FollowedItem:
    """An exercise with its dose, how it is done, and when to stop."""

    item: ItemTold
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    breath: str
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Followed:
    """A session with its exercises in their order."""

    heading: str
    minutes: int
    items: tuple[FollowedItem, ...]
    why: tuple[WhyTold, ...]


def followed(session: Session, library: Library) -> Followed:
    """The session in the library's language."""
    told = session_told(session, library)
    return Followed(
        heading=told.heading,
        minutes=told.minutes,
        items=tuple(_item(item, library) for item in told.items),
        why=told.why,
    )


def _item(item: ItemTold, library: Library) -> FollowedItem:
    record = library.exercises.get(item.exercise)
    if record is None:
        return FollowedItem(item, (), (), "", ())
    return FollowedItem(item, record.steps, record.cues, record.breath, record.cautions)
