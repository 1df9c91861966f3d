"""What was decided, with every intermediate finding and the reason of each."""

from typing import Any, Literal

from backstride.terms import Change, DayKind, Grade, Light, Slot, Tier
from backstride.values import Day, Metres, Seconds, Value


class Reason(Value):
    """Why something stands here: the rule, a sentence, its sources, and how well it is known.

    `key` and `values` are the message and what fills it, so that the sentence can be told in any language.
    `grade` is `ours` where the number is a choice of this project; the text says so too.
    """

    rule: str
    text: str
    sources: tuple[str, ...] = ()
    grade: Grade | None = None
    key: str = ""
    values: dict[str, Any] = {}


class TriageReason(Value):
    """A screening answer, an age or a pattern of pain that raised the tier."""

    id: str
    why: str
    sources: tuple[str, ...] = ()


class Triage(Value):
    """The tier (the highest raised one wins), what raised it, what to do, and the safety net.

    `ask` lists the questions that are missing or due again; `bone` is a suspected bone stress injury.
    """

    tier: Tier
    reasons: tuple[TriageReason, ...] = ()
    advice: tuple[str, ...] = ()
    safety_net: tuple[str, ...]
    ask: tuple[str, ...] = ()
    bone: bool = False


class Item(Value):
    """An exercise with its dose. Times in seconds; `reps`, `hold_s`, `duration_s` per side if `per_side`.

    `seconds` is all the time that the item takes: work on both sides, rests, and the change to it.
    """

    exercise: str
    level: int
    sets: int
    reps: int | None = None
    hold_s: int | None = None
    duration_s: int | None = None
    per_side: bool = False
    rest_s: int | None = None
    seconds: int
    change: Change
    why: tuple[Reason, ...] = ()


class Session(Value):
    """What is done at one time of a day. `minutes` is what it takes of the day's minutes."""

    slot: Slot
    minutes: int
    items: tuple[Item, ...] = ()
    why: tuple[Reason, ...] = ()


class DayRun(Value):
    """The run of a day, from the calendar (`guessed` from a title's words) or inferred from past weeks."""

    kind: DayKind
    distance_m: Metres | None = None
    duration_s: Seconds | None = None
    inferred: bool = False
    guessed: bool = False


class PlannedDay(Value):
    """A day of the week. `run` is its hardest entry; `also` any others."""

    day: Day
    run: DayRun | None = None
    also: tuple[DayRun, ...] = ()
    sessions: tuple[Session, ...] = ()


class Binding(Value):
    """A rule of a minimal conflict: on one day, or (`None`) over the week."""

    rule: str
    day: Day | None = None
    text: str


class Shortfall(Value):
    """A preference that the rules did not leave room for, why, and the smallest change that would mend it.

    `binding` is a minimal conflict: the rules that cannot all hold with one more of what was wanted, and
    could if any one of them gave way. It is empty where no hard rule is in the way.
    """

    rule: str
    wanted: str
    got: str
    because: str
    binding: tuple[Binding, ...] = ()
    smallest_change: str | None = None
    sources: tuple[str, ...] = ()


class WeekChange(Value):
    """What differs from the week decided before, and why: the rule, and the new fact that it answers to."""

    day: Day
    slot: Slot | None = None
    exercise: str | None = None
    what: Literal["added", "removed", "moved", "dose", "run"]
    text: str
    rule: str = ""
    because: str = ""


class Swap(Value):
    """An exercise that gives way this week, to which other (`None`: to no one in particular), and why."""

    exercise: str
    instead: str | None = None
    why: Reason


class Week(Value):
    """Seven days from the day of decision on."""

    days: tuple[PlannedDay, ...]
    shortfalls: tuple[Shortfall, ...] = ()
    changes: tuple[WeekChange, ...] = ()
    swaps: tuple[Swap, ...] = ()
    deload: bool = False
    calendar: Literal["given", "inferred", "none"] = "given"
    calendar_why: str = ""
    routine: str | None = None
    yields: tuple[str, ...] = ()


class RunAdvice(Value):
    """Advice on a planned run. `ratio` is planned over longest of the last 30 days, where both are known."""

    day: Day
    rule: str
    ratio: float | None = None
    band: str
    advice: str
    sources: tuple[str, ...] = ()
    confirm: bool = False
    offer_m: Metres | None = None
    offer_s: Seconds | None = None
    grade: Grade | None = None


class Signal(Value):
    """One thing that the runs say, by the number of the library that it is held against.

    `value` is the finding in `unit` (`m`, `s`, `days`, `1` for a ratio or share, `h` for an hour of the day),
    `None` where the runs cannot tell; `values` are the numbers that it comes from. `day` is that of the run
    planned. `note` marks what is worth a thought. `text` is told in the library's language; `sources` and
    `grade` are those of `parameter`.
    """

    key: str
    rule: str
    value: float | None
    unit: str
    values: dict[str, Any] = {}
    day: Day | None = None
    note: bool = False
    text: str
    parameter: str
    sources: tuple[str, ...] = ()
    grade: Grade


class DayLight(Value):
    """The pain light of a day that has data and whose light is known."""

    day: Day
    light: Light
    why: str


class Unlit(Value):
    """A day whose light is not known: never green, and nothing progresses on it."""

    day: Day
    why: str


class LessonPointer(Value):
    """What to read this week, and the signal that chose it."""

    lesson: str
    signal: str
    sources: tuple[str, ...] = ()


class Solver(Value):
    """How the week was proven: `gap` is relative; `deterministic_time` is the solver's, not the clock's."""

    status: Literal["optimal", "feasible", "none"]
    objective: int
    bound: int
    gap: float
    deterministic_time: float


class Decision(Value):
    """A decision or a named refusal, with every finding on the way to it."""

    status: Literal["planned", "needs_screening", "stopped"]
    triage: Triage
    week: Week | None = None
    runs: tuple[RunAdvice, ...] = ()
    signals: tuple[Signal, ...] = ()
    lights: tuple[DayLight, ...] = ()
    unlit: tuple[Unlit, ...] = ()
    lessons: tuple[LessonPointer, ...] = ()
    solver: Solver | None = None
    rules: str
