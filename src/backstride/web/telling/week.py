"""A decided week as a page shows it: its days, and what stands around them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from backstride.decision import Decision, RunAdvice, Shortfall, Week
from backstride.knowledge import Library
from backstride.web.telling.days import DayTold, WhyTold, day_told, whys_told
from backstride.web.telling.sources import SourceTold, sources_told
from backstride.web.telling.stops import plain
from backstride.week_words import sure_words

_FINE = "up_to_1.10"
_NOTES = ("note", "flag")


@dataclass(frozen=True)
class AdviceTold:
    """Advice on a run. `fine`: nothing to think of; `confirm`: far beyond the month before."""

    text: str
    sure: str
    fine: bool
    confirm: bool


@dataclass(frozen=True)
class ChangeTold:
    """What differs from the week before on a day, and the fact that it answers to."""

    day: date
    text: str
    because: str


@dataclass(frozen=True)
class ShortTold:
    """What was wanted and could not be had; `rules` cannot all hold together with it."""

    wanted: str
    got: str
    because: str
    rules: tuple[str, ...]
    change: str


@dataclass(frozen=True)
class SwapTold:
    """Exercises that give way for one reason; `instead` may be empty."""

    names: str
    instead: str
    why: WhyTold


@dataclass(frozen=True)
class WeekTold:
    """A week: `caution` is advice beside it, `notes` are about its runs as a whole."""

    days: tuple[DayTold, ...]
    advice: dict[date, tuple[AdviceTold, ...]]
    notes: tuple[AdviceTold, ...]
    caution: tuple[str, ...]
    caution_why: tuple[str, ...]
    changes: tuple[ChangeTold, ...]
    shortfalls: tuple[ShortTold, ...]
    swaps: tuple[SwapTold, ...]
    deload: bool
    routine: str
    calendar: str
    calendar_why: str
    sources: tuple[SourceTold, ...]
    rules: str


def week_told(decision: Decision, week: Week, library: Library, *, miles: bool) -> WeekTold:
    """The week in the library's language."""
    triage = decision.triage
    routine = library.routines.get(week.routine or "")
    caution = triage.advice if triage.tier != "self_care" else ()
    return WeekTold(
        days=tuple(day_told(d, library, plain=routine is not None, miles=miles) for d in week.days),
        advice=_by_day(decision.runs, library),
        notes=tuple(_advice(line, library) for line in decision.runs if line.band in _NOTES),
        caution=tuple(plain(line, library) for line in caution),
        caution_why=tuple(plain(r.why, library) for r in triage.reasons) if caution else (),
        # What a session and the card for a run share changes once.
        changes=tuple(dict.fromkeys(ChangeTold(c.day, c.text, c.because) for c in week.changes)),
        shortfalls=tuple(_short(short) for short in week.shortfalls),
        swaps=_swaps(week, library),
        deload=week.deload,
        routine=library.word(routine.name) if routine is not None else "",
        calendar=week.calendar,
        calendar_why=week.calendar_why if week.calendar != "given" else "",
        sources=sources_told(decision, library),
        rules=decision.rules,
    )


def name_of(exercise: str, library: Library) -> str:
    """An exercise's name; one that the library no longer has is told so."""
    record = library.exercises.get(exercise)
    return record.name if record is not None else _("an exercise of before")


def _by_day(runs: tuple[RunAdvice, ...], library: Library) -> dict[date, tuple[AdviceTold, ...]]:
    found: dict[date, list[AdviceTold]] = {}
    for line in runs:
        if line.band not in _NOTES:
            found.setdefault(line.day, []).append(_advice(line, library))
    return {day: tuple(told) for day, told in found.items()}


def _advice(line: RunAdvice, library: Library) -> AdviceTold:
    return AdviceTold(
        text=line.advice,
        sure=sure_words(line.sources, line.grade, library.word),
        fine=line.band == _FINE and not line.confirm,
        confirm=line.confirm,
    )


def _short(short: Shortfall) -> ShortTold:
    return ShortTold(
        wanted=short.wanted.rstrip("."),
        got=short.got.rstrip("."),
        because=short.because.rstrip("."),
        rules=tuple(dict.fromkeys(binding.text for binding in short.binding)),
        change=(short.smallest_change or "").rstrip("."),
    )


def _swaps(week: Week, library: Library) -> tuple[SwapTold, ...]:
    resting: dict[tuple[str, WhyTold], list[str]] = {}
    for swap in week.swaps:
        (why,) = whys_told((swap.why,), library)
        instead = name_of(swap.instead, library) if swap.instead is not None else ""
        resting.setdefault((instead, why), []).append(name_of(swap.exercise, library))
    return tuple(SwapTold(", ".join(names), instead, why) for (instead, why), names in resting.items())
