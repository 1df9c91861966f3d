"""What a decision is made from. Distances m, durations s, pain and effort 0-10, times ISO 8601 with offset.

Every fact is optional but the moment, the runner's birth year and experience: what was not given is not
known, and what is not known is never taken for good news.
"""

from typing import Annotated

from pydantic import Field, field_validator, model_validator

from backstride.decision import Week
from backstride.terms import Answer, DayKind, Equipment, Experience, Goal, Position, RunKind, Slot, Weekday
from backstride.values import Day, Flag, Metres, Minutes, Moment, Name, Score, Seconds, Value, Whole

OLDEST = 120  # years; nobody older has been documented running


class Runner(Value):
    """Who the week is for, and what they have for it. `minutes` counts warm-up and cool-down of a run.

    `avoid_exercises` are never used; `disliked` ones only where nothing else does their work.
    """

    birth_year: Whole
    experience: Experience
    goal: Goal = "prevent"
    minutes: dict[Weekday, Minutes] = {}
    equipment: tuple[Equipment, ...] = ()
    avoid_positions: tuple[Position, ...] = ()
    avoid_exercises: tuple[Name, ...] = ()
    favourites: tuple[Name, ...] = ()
    disliked: tuple[Name, ...] = ()
    tight: tuple[Name, ...] = ()
    weak: tuple[Name, ...] = ()
    desk_hours: Annotated[float, Field(ge=0, le=24, strict=True)] = 0
    routine: Name | None = None


class Cleared(Value):
    """Answers that a clinician has assessed since."""

    ids: tuple[Name, ...]
    at: Moment
    by: str = Field(min_length=1, max_length=200)


class Screening(Value):
    """The answers to the library's questions, and when they were given.

    `checked_at` is when the weekly short check (E1-E5) was answered again since; the other answers keep `at`.
    """

    at: Moment | None = None
    checked_at: Moment | None = None
    answers: dict[Name, Answer] = {}
    cleared: tuple[Cleared, ...] = ()

    @model_validator(mode="after")
    def _dated(self) -> "Screening":
        if self.answers and self.at is None:
            raise ValueError("at: missing; say when the questions were answered")
        return self


class Pain(Value):
    """A day's pain: the morning score, the worst of the day, leg symptoms, night pain."""

    day: Day
    morning: Score | None = None
    worst: Score | None = None
    leg: Flag = False
    night: Flag = False


class Run(Value):
    """A run that was run. All but start and duration may be unknown; metres up and down over all its way."""

    start: Moment
    duration_s: Seconds
    distance_m: Metres | None = None
    kind: RunKind | None = None
    cadence_spm: Annotated[float, Field(gt=0, le=400, strict=True)] | None = None
    surface: Name | None = None
    shoe: Name | None = None
    pain_during: Score | None = None
    ascent_m: Metres | None = None
    descent_m: Metres | None = None


class Planned(Value):
    """An entry of the runner's own calendar; `guessed` where its words may mean something else."""

    day: Day
    kind: DayKind
    distance_m: Metres | None = None
    duration_s: Seconds | None = None
    guessed: Flag = False


class Shoe(Value):
    """A pair of shoes: in use since, and the distance that it had then."""

    id: Name
    since: Day | None = None
    start_m: Annotated[float, Field(ge=0, le=10_000_000, strict=True)] = 0


class DoneSet(Value):
    """One set as it was done (per side where the exercise is done per side)."""

    reps: Annotated[Whole, Field(ge=0, le=1000)] | None = None
    hold_s: Annotated[float, Field(ge=0, le=3600, strict=True)] | None = None
    duration_s: Annotated[float, Field(ge=0, le=3600, strict=True)] | None = None


class DoneItem(Value):
    """One exercise as it was done, set by set."""

    exercise: Name
    level: Annotated[Whole, Field(ge=0, le=20)]
    done: tuple[DoneSet, ...] = ()
    effort: Score | None = None


class DoneSession(Value):
    """A back session that was done."""

    at: Moment
    slot: Slot
    pain_before: Score | None = None
    pain_during: Score | None = None
    limp: Flag = False
    new_leg_symptoms: Flag = False
    items: tuple[DoneItem, ...] = ()


class Scenario(Value):
    """Everything that a decision depends on. Facts dated after `now` are not known yet and are not used.

    `lessons_read` are lessons that need not come up again.
    """

    now: Moment
    runner: Runner
    screening: Screening = Screening()
    pain: tuple[Pain, ...] = ()
    runs: tuple[Run, ...] = ()
    calendar: tuple[Planned, ...] | None = None
    shoes: tuple[Shoe, ...] = ()
    sessions: tuple[DoneSession, ...] = ()
    previous_week: Week | None = None
    rules: str | None = None
    lessons_read: tuple[Name, ...] = ()

    @field_validator("pain")
    @classmethod
    def _one_entry_a_day(cls, pain: tuple[Pain, ...]) -> tuple[Pain, ...]:
        days = [entry.day for entry in pain]
        doubled = sorted({day for day in days if days.count(day) > 1})
        if doubled:
            raise ValueError(f"{doubled[0]} stands twice; give one entry a day")
        return pain

    @field_validator("shoes")
    @classmethod
    def _one_entry_a_pair(cls, shoes: tuple[Shoe, ...]) -> tuple[Shoe, ...]:
        names = [shoe.id for shoe in shoes]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            raise ValueError(f"{doubled[0]!r} stands twice; give one entry a pair")
        return shoes

    @model_validator(mode="after")
    def _born_before_now(self) -> "Scenario":
        born, year = self.runner.birth_year, self.now.year
        if born > year:
            raise ValueError(f"runner.birth_year: {born} lies in the future")
        if year - born > OLDEST:
            raise ValueError(f"runner.birth_year: {born} is more than {OLDEST} years ago")
        return self
