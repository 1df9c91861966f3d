"""Days and sessions of a week as a page shows them."""

from dataclasses import dataclass
from datetime import date

from backstride.decision import DayRun, Item, PlannedDay, Reason, Session
from backstride.knowledge import Library
from backstride.web.forms.kinds import kind_words
from backstride.web.telling.figures import figure_address, forms
from backstride.web.templatetags.told import distance, minutes
from backstride.week_words import exercise_words, sure_words
from backstride.wording import dose_words, rest_words, slot_words


@dataclass(frozen=True)
class WhyTold:
    """A reason: its sentence, and how sure."""

    text: str
    sure: str


@dataclass(frozen=True)
class ItemTold:
    """An exercise with its dose in words. `change` is a word, empty for `same`; `figure` is an address."""

    exercise: str
    figure: str
    name: str
    dose: str
    change: str
    sure: str
    why: tuple[WhyTold, ...]


@dataclass(frozen=True)
class SessionTold:
    """A session: its slot as an id and in words, whole minutes, the items, the reasons."""

    slot: str
    heading: str
    minutes: int
    items: tuple[ItemTold, ...]
    why: tuple[WhyTold, ...]


@dataclass(frozen=True)
class DayTold:
    """A day: the run in words (empty where there is none) and the sessions; `card` is the one for the run.

    `movable`: something to run is planned. `minutes` are those of all its sessions.
    """

    day: date
    run: str
    movable: bool
    inferred: bool
    sessions: tuple[SessionTold, ...]
    card: SessionTold | None
    minutes: int


def day_told(planned: PlannedDay, library: Library, *, plain: bool = False, miles: bool = False) -> DayTold:
    """A day in the library's language; `plain` leaves variants out, as routines have none."""
    told = [session_told(session, library, plain=plain) for session in planned.sessions]
    runs = [run for run in (planned.run, *planned.also) if run is not None]
    return DayTold(
        day=planned.day,
        run=", ".join(_run(run, library, miles=miles) for run in runs),
        movable=any(run.kind != "rest" for run in runs),
        inferred=any(run.inferred for run in runs),
        sessions=tuple(session for session in told if session.slot != "mid_run"),
        card=next((session for session in told if session.slot == "mid_run" and session.items), None),
        minutes=sum(session.minutes for session in told),
    )


def _run(run: DayRun, library: Library, *, miles: bool) -> str:
    mark = "inferred" if run.inferred else "a guess" if run.guessed else ""
    parts = (kind_words(run.kind, library), distance(run.distance_m or None, miles), minutes(run.duration_s))
    return ", ".join(filter(None, parts)) + (f" ({library.word(mark)})" if mark else "")


def session_told(session: Session, library: Library, *, plain: bool = False) -> SessionTold:
    """A session in the library's language."""
    return SessionTold(
        slot=session.slot,
        heading=slot_words(session.slot, library.word),
        minutes=session.minutes,
        items=tuple(_item(item, library, plain=plain) for item in session.items),
        why=whys_told(session.why, library),
    )


def _item(item: Item, library: Library, *, plain: bool) -> ItemTold:
    why = whys_told(item.why, library)
    dose = ", ".join(filter(None, (dose_words(item, library.word), rest_words(item, library.word))))
    return ItemTold(
        exercise=item.exercise,
        figure=_figure(item, library),
        name=exercise_words(library, item.exercise, item.level, plain=plain),
        dose=dose,
        change="" if item.change == "same" else library.word(item.change),
        sure=why[-1].sure if why else "",
        why=why,
    )


def _figure(item: Item, library: Library) -> str:
    """The thumbnail of the form that the level asks for."""
    exercise = library.exercises[item.exercise]
    variant = exercise.ladder[min(item.level, len(exercise.ladder) - 1)].variant
    return figure_address(exercise, "thumb", forms(exercise).index(variant))


def whys_told(reasons: tuple[Reason, ...], library: Library) -> tuple[WhyTold, ...]:
    """Reasons with how sure each is."""
    return tuple(WhyTold(r.text, sure_words(r.sources, r.grade, library.word)) for r in reasons)
