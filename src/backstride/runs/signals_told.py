"""All signals of the runs, each in words with its number of the library, its sources and its grade."""

from collections.abc import Iterable, Iterator
from typing import Any

from backstride.decision import RunAdvice, Signal
from backstride.knowledge import Library, RuleSet
from backstride.runs.ran import Ran
from backstride.runs.signals_clock import clock
from backstride.runs.signals_distance import longest, ratios, since, week
from backstride.runs.signals_ground import downhill, shoes, surfaces
from backstride.runs.signals_heard import Heard
from backstride.runs.signals_steps import cadence


def signals(
    ran: Ran, library: Library, rules: RuleSet, advice: Iterable[RunAdvice] = ()
) -> tuple[Signal, ...]:
    """What the runs say, in a fixed order; what was not measured gives no signal.

    `advice` gives the ratios of the planned runs. Told in the language of `library`.
    """
    return tuple(_told(heard, library) for heard in _all(ran, library, rules, advice))


def _all(ran: Ran, library: Library, rules: RuleSet, advice: Iterable[RunAdvice]) -> Iterator[Heard]:
    yield from since(ran, rules)
    yield from longest(ran, rules)
    yield from ratios(advice, rules)
    yield from week(ran, rules)
    yield from cadence(ran, rules)
    yield from downhill(ran, rules)
    yield from surfaces(ran, library, rules)
    yield from shoes(ran, rules)
    yield from clock(ran, rules)


def _told(heard: Heard, library: Library) -> Signal:
    record = library.parameters[heard.parameter]
    values: dict[str, Any] = dict(heard.values)
    return Signal(
        key=heard.key,
        rule=heard.rule,
        value=heard.value,
        unit=heard.unit,
        values=values,
        day=heard.day,
        note=heard.note,
        text=library.message(heard.message, heard.fills),
        parameter=heard.parameter,
        sources=record.sources,
        grade=record.grade,
    )
