"""The picture of a year, from what was seen of it."""

from datetime import date, timedelta

from bench.year.life import START, Life
from bench.year.watch import Watch, paths

from backstride.charts.year import Path, Words, year_svg
from backstride.knowledge import Library

_MOST = 6
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def picture(life: Life, watch: Watch, library: Library) -> str:
    """The levels of the exercises that moved most, the sets of each week, the light of each day."""
    hard = {e.id for e in library.exercises.values() if e.quality in ("strength", "activation")}
    changed = paths(life.steps)
    moved = sorted((len(path), name) for name, path in changed.items() if name in hard)[-_MOST:]
    shown = [
        Path(library.exercises[name].name, [(step.day, step.level) for step in changed[name]])
        for _, name in reversed(moved)
    ]
    done: dict[int, int] = {}
    for session in life.sessions:
        week = (_day(session["at"]) - START).days // 7
        sets = sum(len(item["done"]) for item in session["items"] if item["exercise"] in hard)
        done[week] = done.get(week, 0) + sets
    weeks = [(START + timedelta(weeks=n), done.get(n, 0)) for n in range(max(done, default=0) + 1)]
    words = Words(
        title="A made-up runner's year with the coach",
        description="Levels of six exercises, hard sets of each week, and the pain light of each day.",
        levels="level",
        sets="hard sets a week",
        lights="light",
        months=MONTHS,
    )
    return year_svg(shown, weeks, sorted(watch.lights.items()), words)


def _day(at: str) -> date:
    return date.fromisoformat(at[:10])
