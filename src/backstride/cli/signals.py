"""The signals of runs as they came from watch files, without a runner or a calendar."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from rich.console import Console

from backstride.cli.page import Page
from backstride.cli.render_signals import show_signals
from backstride.decision import Signal
from backstride.knowledge import Library
from backstride.knowledge.loader import load
from backstride.runs.activity import Activity
from backstride.runs.history import history
from backstride.runs.ran import Ran
from backstride.runs.signals_told import signals


def signals_data(activities: Iterable[Activity], now: datetime) -> dict[str, Any]:
    """The signals at `now` (aware) as JSON data."""
    return {"signals": [signal.model_dump(mode="json") for signal in _signals(activities, now, load())]}


def show_signals_of(out: Console, activities: Iterable[Activity], now: datetime) -> None:
    """The signals at `now` (aware), each with its sources and grade."""
    library = load()
    show_signals(Page(out, library), _signals(activities, now, library))


def _signals(activities: Iterable[Activity], now: datetime, library: Library) -> tuple[Signal, ...]:
    ran = Ran.among(history(activities, now).runs, now)
    return signals(ran, library, library.rules())
