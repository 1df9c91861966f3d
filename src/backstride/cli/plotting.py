"""A picture of the weeks, written to a file."""

import logging
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from backstride.cli.refusal import BadInput
from backstride.cli.words import day_words, km
from backstride.knowledge import RuleSet
from backstride.knowledge.loader import load
from backstride.runs.activity import Activity
from backstride.runs.history import history
from backstride.runs.ran import Ran
from backstride.runs.weekly import Week, latest, weeks_of

if TYPE_CHECKING:
    from backstride.charts.weeks import Words

LATEST = 52  # weeks
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def check_picture(path: Path) -> None:
    """Refuses a place for no picture before minutes are spent on reading. Raises BadInput."""
    if path.suffix.lower() != ".svg":
        raise BadInput(f"--plot: a file whose name ends in .svg is wanted (given: {path.name!r})")
    if path.is_dir():
        raise BadInput(f"--plot: {path} is a folder")
    if not path.parent.is_dir():
        raise BadInput(f"--plot: no such folder: {path.parent}")


def plot(activities: Iterable[Activity], now: datetime, path: Path, *, every: bool) -> str:
    """Draws the weeks until `now` (aware), the last 52 or every one, and says what was written.

    Raises:
        BadInput: the file cannot be written, or no run had started by then.
    """
    from backstride.charts.weeks import Bar, weeks_svg

    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it remarks on fonts
    rules = load().rules()
    weeks = weeks_of(Ran.among(history(activities, now).runs, now), rules)
    if not weeks:
        raise BadInput("--plot: no run had started by then, so there is nothing to draw")
    shown = weeks if every else latest(weeks, LATEST)
    bars = [Bar(w.monday, w.distance_m / 1000, _km(w.longest_m), _km(w.limit_m), w.over) for w in shown]
    _replace(path, weeks_svg(bars, words_of(shown, rules)))
    older = len(weeks) - len(shown)
    return f"Picture: {path}, {_count(len(shown))}" + (f"; --all-weeks shows {older} more." if older else ".")


def words_of(weeks: Sequence[Week], rules: RuleSet) -> "Words":
    """What the picture of at least one week says, to the eye and to who cannot see it."""
    from backstride.charts.weeks import Words

    allowed, days = rules.series("run.ratio_bands")[0], rules.whole("run.window_days")
    return Words(
        title="Distance by week",
        description=" ".join(_told(weeks, allowed, days)),
        longest="longest run",
        others="other runs",
        limit=f"{allowed:.2f} \N{MULTIPLICATION SIGN} longest of {days} days before",
        months=_MONTHS,
    )


def _told(weeks: Sequence[Week], allowed: float, days: int) -> Iterable[str]:
    first, last = weeks[0].monday, weeks[-1].monday
    most = max(weeks, key=lambda week: week.distance_m)
    longest = max(weeks, key=lambda week: week.longest_m or 0.0)
    beyond = sum(week.beyond for week in weeks)
    yield f"{_count(len(weeks))}, from {_day(first)} to that of {_day(last)}."
    yield f"Most in a week: {km(most.distance_m)} km, from {_day(most.monday)}."
    if longest.longest_m:
        yield f"Longest run: {km(longest.longest_m)} km, in the week from {_day(longest.monday)}."
    share = f"{allowed:.2f} times the longest of the {days} days before the week"
    yield f"The longest run was more than {share} in {_count(beyond)}."
    if not weeks[-1].over:
        yield "The last week is not over."


def _day(monday: date) -> str:
    return f"{day_words(monday)} {monday.year}"


def _count(weeks: int) -> str:
    return "no week" if not weeks else "1 week" if weeks == 1 else f"{weeks} weeks"


def _km(metres: float | None) -> float | None:
    return None if metres is None else metres / 1000


def _replace(path: Path, text: str) -> None:
    """Writes beside the file and then takes its place: one sees the old picture or the new."""
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except OSError as error:
        if beside:
            with suppress(OSError):
                Path(beside).unlink()
        reason = (error.strerror or str(error)).lower()
        raise BadInput(f"--plot: {path} cannot be written: {reason}") from None


def _umask() -> int:
    """What a new file is not allowed; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
