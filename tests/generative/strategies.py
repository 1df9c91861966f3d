"""Scenarios for Hypothesis: runners, screening answers, diaries, logs, runs and calendars of every kind.

`scenarios()` is wide: answers may be missing or alarming, and facts may lie after now. `calm=True` keeps the
answers complete, harmless and of yesterday or today, so that most scenarios come to a week.
"""

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from backstride.knowledge import load
from backstride.scenario import Scenario
from backstride.terms import WEEKDAYS

Facts = dict[str, Any]

LIBRARY = load()
NOON = datetime.fromisoformat("2026-11-20T12:00:00")
OFFSETS = (0, 60, 120, 345, 480, -180, -480)  # minutes east of Greenwich
TRAINED = ("bird_dog", "bridge", "superman_hold", "pelvic_tilt_supine", "cat_cow", "roll_down")
EQUIPMENT = ("strap", "wall", "mat", "weight", "chair")
POSITIONS = ("standing", "kneeling", "half_kneeling", "quadruped", "prone", "supine", "side_lying")

scores = st.one_of(st.integers(0, 4), st.integers(0, 10), st.sampled_from([0.5, 1.5, 2.5, 3.5, 5.5]))
low = st.sampled_from([0, 0, 0, 1, 1, 2, 3])
often_none = st.one_of(st.none(), scores)


def moments(now: datetime, first: int, last: int) -> st.SearchStrategy[datetime]:
    """Moments from `first` to `last` days from now, each in a zone of its own."""
    minutes = st.integers(first * 1440, last * 1440)
    zones = st.sampled_from(OFFSETS)
    return st.builds(
        lambda m, z: (now + timedelta(minutes=m)).astimezone(timezone(timedelta(minutes=z))), minutes, zones
    )


nows = st.builds(
    lambda days, minutes, zone: (
        NOON.replace(tzinfo=timezone(timedelta(minutes=zone))) + timedelta(days=days, minutes=minutes)
    ),
    st.integers(0, 13),
    st.integers(-719, 719),
    st.sampled_from(OFFSETS),
)


def _some(values: tuple[str, ...], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


runners: st.SearchStrategy[Facts] = st.fixed_dictionaries(
    {
        "birth_year": st.one_of(st.integers(1950, 2006), st.integers(2006, 2012)),
        "experience": st.sampled_from(["new", "regular", "experienced"]),
        "goal": st.sampled_from(["prevent", "ease", "return"]),
        "minutes": st.dictionaries(st.sampled_from(WEEKDAYS), st.sampled_from([0, 5, 10, 15, 20, 30])),
        "equipment": _some(EQUIPMENT, 5),
        "avoid_positions": _some(POSITIONS, 2),
        "avoid_exercises": _some(tuple(LIBRARY.exercises), 3),
        "favourites": _some(tuple(LIBRARY.exercises), 3),
        "disliked": _some(tuple(LIBRARY.exercises), 3),
        "tight": _some(tuple(LIBRARY.region_names), 2),
        "weak": _some(tuple(LIBRARY.region_names), 2),
        "desk_hours": st.sampled_from([0, 4, 6, 10.5]),
    }
)
adults = runners.map(lambda runner: runner | {"birth_year": min(runner["birth_year"], 2006)})


@st.composite
def screenings(draw: st.DrawFn, now: datetime, *, calm: bool = False) -> Facts:
    """Answers: most of them no; `calm` ones are complete, harmless and of the last two days."""
    questions = tuple(LIBRARY.questions)
    answers = dict.fromkeys(questions, "no")
    if calm:
        at = draw(moments(now, -1, 0))
        answers |= dict.fromkeys(draw(st.one_of(st.just([]), _some(("C5", "C6"), 2))), "yes")
        return {"at": at.isoformat(), "answers": answers}
    answers |= draw(
        st.dictionaries(st.sampled_from(questions), st.sampled_from(["yes", "unsure"]), max_size=2)
    )
    for question in draw(st.one_of(st.just([]), _some(questions, 2))):
        del answers[question]
    cleared = [
        {"ids": [question], "at": draw(moments(now, -9, 1)).isoformat(), "by": "clinician"}
        for question in draw(_some(questions, 2))
    ]
    return {"at": draw(moments(now, -9, 1)).isoformat(), "answers": answers, "cleared": cleared}


@st.composite
def diaries(draw: st.DrawFn, now: datetime, *, last: int = 0) -> list[Facts]:
    """Pain days, one entry each, of the last 20 days up to `last` days from now."""
    found = []
    usual, steady = draw(low), draw(st.booleans())
    rarely = st.just(False) if steady else st.sampled_from([False] * 15 + [True])
    mornings = (
        st.sampled_from([usual] * 30 + [usual + 2]) if steady else st.one_of(st.just(usual), often_none)
    )
    given = st.just(True) if steady else st.sampled_from([True, True, True, False])
    for offset in range(-20, last + 1):
        if draw(given):
            worst = None if steady else draw(often_none)
            entry = {"morning": draw(mornings), "worst": worst, "leg": draw(rarely), "night": draw(rarely)}
            found.append({"day": (now + timedelta(days=offset)).date().isoformat()} | entry)
    return found


@st.composite
def runs_of(draw: st.DrawFn, now: datetime, *, last: int = 0) -> list[Facts]:
    """Runs of the last 45 days, no two at the same moment."""
    times = draw(st.lists(moments(now, -45, last), max_size=12, unique_by=lambda t: t.timestamp()))
    return [
        {
            "start": time.isoformat(),
            "duration_s": draw(st.sampled_from([0, 1200, 2700, 3600, 7200, 40_000])),
            "distance_m": draw(st.sampled_from([None, 0, 3000, 8000, 8000, 10_000, 21_097.5])),
            "kind": draw(st.sampled_from([None, "easy", "easy", "long", "quality", "race"])),
            "cadence_spm": draw(st.sampled_from([None, 158, 170, 176])),
            "surface": draw(st.sampled_from([None, "road", "trail"])),
            "shoe": draw(st.sampled_from([None, "blue"])),
            "pain_during": draw(st.one_of(st.none(), low, scores)),
            "descent_m": draw(st.sampled_from([None, 0, 90, 240.5])),
        }
        for time in times
    ]


@st.composite
def items(draw: st.DrawFn, exercise: str, level: int | None = None) -> Facts:
    """An exercise as it was done: mostly the whole dose, sometimes a part of it or with too much effort."""
    ladder = LIBRARY.exercises[exercise].ladder
    level = draw(st.integers(0, len(ladder) - 1)) if level is None else level
    rung = ladder[level]
    dose = {"reps": rung.reps, "hold_s": rung.hold_s, "duration_s": rung.duration_s}
    sets = rung.sets + draw(st.sampled_from([0] * 9 + [-1, 1]))
    short = draw(st.sampled_from([0] * 9 + [1]))
    done = {key: value - short for key, value in dose.items() if value is not None}
    return {
        "exercise": exercise,
        "level": level,
        "done": [done] * sets,
        "effort": draw(st.sampled_from([4, 5, 5, 5, 6, 6, 6, 6, 6.5, None])),
    }


@st.composite
def sessions_of(draw: st.DrawFn, now: datetime, *, last: int = 0) -> list[Facts]:
    """Sessions of the last 40 days, most of them of the last ten, no two at the same moment."""
    times = st.one_of(moments(now, -10, last), moments(now, -10, last), moments(now, -40, last))
    rarely = st.sampled_from([False] * 15 + [True])
    return [
        {
            "at": time.isoformat(),
            "slot": draw(st.sampled_from(["post_run", "cross", "recovery"])),
            "pain_during": draw(st.one_of(st.none(), low, low, scores)),
            "limp": draw(rarely),
            "new_leg_symptoms": draw(rarely),
            "items": [
                draw(items(exercise)) for exercise in draw(st.lists(st.sampled_from(TRAINED), max_size=4))
            ],
        }
        for time in draw(st.lists(times, max_size=8, unique_by=lambda t: t.timestamp()))
    ]


@st.composite
def steady_sessions(draw: st.DrawFn, now: datetime) -> list[Facts]:
    """The same exercises every second or third day, mostly at one level, whole and without pain."""
    exercises = draw(st.lists(st.sampled_from(TRAINED), min_size=1, max_size=3, unique=True))
    level = draw(st.integers(0, 2))
    first, gap = draw(st.integers(1, 8)), draw(st.integers(2, 3))
    return [
        {
            "at": (now - timedelta(days=first + gap * n)).isoformat(),
            "slot": "cross",
            "pain_during": draw(st.sampled_from([0, 0, 0, 0, 0, 0, 4])),
            "items": [
                draw(items(exercise, level=max(0, level + draw(st.sampled_from([0, 0, 0, 0, 0, 0, -1])))))
                for exercise in exercises
            ],
        }
        for n in range(draw(st.integers(2, 12)))
    ]


@st.composite
def calendars(draw: st.DrawFn, now: datetime) -> list[Facts] | None:
    """None, or entries from yesterday to nine days ahead; a day may have several."""
    if draw(st.sampled_from([True, False, False])):
        return None
    return [
        {
            "day": (now + timedelta(days=offset)).date().isoformat(),
            "kind": draw(st.sampled_from(["easy", "easy", "long", "quality", "race", "cross", "rest"])),
            "distance_m": draw(st.sampled_from([None, 5000, 8000, 12_000, 30_000])),
            "duration_s": draw(st.sampled_from([None, 1800, 3600, 9000])),
            "guessed": draw(st.booleans()),
        }
        for offset in draw(st.lists(st.integers(-1, 9), max_size=7))
    ]


@st.composite
def facts(draw: st.DrawFn, *, calm: bool = False, last: int = 0) -> Facts:
    """A scenario as it would stand in a file; `last` is the last day from now that facts may lie on."""
    now = draw(nows)
    found: Facts = {
        "now": now.isoformat(),
        "runner": draw(adults if calm else runners),
        "pain": draw(diaries(now, last=last)),
        "runs": draw(runs_of(now, last=last)),
        "sessions": draw(st.one_of(sessions_of(now, last=last), steady_sessions(now))),
        "calendar": draw(calendars(now)),
        "shoes": draw(st.sampled_from([[], [{"id": "blue", "since": None, "start_m": 495_000}]])),
    }
    if calm or draw(st.sampled_from([True, True, True, False])):
        found["screening"] = draw(screenings(now, calm=calm))
    return found


def scenarios(*, calm: bool = False, last: int = 0) -> st.SearchStrategy[Scenario]:
    """Valid scenarios of names that the library knows."""
    return facts(calm=calm, last=last).map(Scenario.model_validate)
