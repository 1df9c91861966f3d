"""A calendar of planned runs: JSON as in a scenario, a table (CSV), or another program's calendar (ICS)."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from backstride.cli.fetching import fetched, is_address, shown
from backstride.cli.files import name_of, read
from backstride.cli.refusal import BadInput
from backstride.knowledge.loader import load
from backstride.runs.guess.values import Plan

WEEKS = 4


def name_of_source(source: str) -> str:
    """The name to call a file or address in a message; of an address the host alone."""
    return shown(source) if is_address(source) else name_of(Path(source))


def plan_in(source: str, now: datetime, weeks: int = WEEKS) -> Plan:
    """The plan in a file, in standard input (`-`) or at an address.

    Of an ICS calendar: from today on, for so many weeks; of JSON and CSV: all. `now` (aware) tells the day.

    Raises:
        BadInput: cannot be fetched or read, is no calendar, or holds an impossible value; names the entry.
    """
    from backstride.runs.read.plans.whole import read_plan
    from backstride.runs.read.unreadable import Unreadable

    name = name_of_source(source)
    data = fetched(source) if is_address(source) else read(Path(source))
    ending = "" if is_address(source) else Path(source).suffix.lower()
    try:
        return read_plan(data, ending, now, weeks, load().rules().number("infer.long_ratio"))
    except Unreadable as refusal:
        raise BadInput(f"{name}: {refusal.reason}") from None


def entries(plan: Plan) -> list[dict[str, Any]]:
    """The plan's entries as parts of a scenario, with the guesses among them marked."""
    return [entry.planned.model_dump(mode="json") | {"guessed": not entry.sure} for entry in plan.entries]


def last_day(now: datetime, weeks: int) -> date:
    """The last day of so many weeks from today on."""
    try:
        return now.date() + timedelta(days=7 * weeks - 1)
    except OverflowError:
        return date.max
