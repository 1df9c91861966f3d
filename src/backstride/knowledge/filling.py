"""Sentences with parameters filled in, so that no number is written twice.

A place is `{parameter.id}`. It may take one number of a series, `{id[0]}`, and say how it is written:
`{id:min}` seconds as minutes, `{id:km}` metres as kilometres, `{id:percent}` a share, `{id:range}` as it is.
With one of these a pair reads `low to high`.
"""

import re
from collections.abc import Callable, Iterator

from backstride.knowledge.schema.parameter import Value

Lookup = Callable[[str], Value]

_PLACE = re.compile(r"\{([a-z_0-9.]+)(?:\[(\d)\])?(?::([a-z]+))?\}")
_TIMES = {"range": 1.0, "min": 1 / 60, "km": 1 / 1000, "percent": 100.0}


def parameters_of(text: str) -> tuple[str, ...]:
    """The parameters that a sentence names, in their order."""
    return tuple(dict.fromkeys(place[1] for place in _PLACE.finditer(text)))


def filled(text: str, value_of: Lookup) -> str:
    """The sentence with its numbers.

    Raises:
        KeyError, IndexError, ValueError: a place names no parameter, or its value does not suit the place.
    """
    return _PLACE.sub(lambda place: _written(place, value_of), text)


def faults(text: str, value_of: Lookup) -> Iterator[str]:
    """A line for each place that cannot be filled."""
    for place in _PLACE.finditer(text):
        try:
            _written(place, value_of)
        except (KeyError, IndexError, ValueError):
            yield f"{place[0]}: cannot be filled"
    for stray in re.findall(r"\{[^{}]*\}?|\}", _PLACE.sub("", text)):
        yield f"{stray[:20]}: no place to fill"


def number_words(value: float) -> str:
    """A number without needless digits: `3`, `0.5`, `1.64`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def value_words(value: Value) -> str:
    """A parameter's value: `3`, or a series as `1.1, 1.3 and 2`."""
    if not isinstance(value, tuple):
        return number_words(value)
    *first, last = map(number_words, value)
    return f"{', '.join(first)} and {last}" if first else last


def _written(place: re.Match[str], value_of: Lookup) -> str:
    name, index, form = place.groups()
    value = value_of(name)
    if index is not None:
        if not isinstance(value, tuple):
            raise ValueError(f"{name} holds one number")
        value = value[int(index)]
    if form is None:
        return value_words(value)
    if form not in _TIMES:
        raise ValueError(f"{form}: no way to write a number")
    numbers = value if isinstance(value, tuple) else (value,)
    if len(numbers) > 2:
        raise ValueError(f"{name} holds more than a pair")
    return " to ".join(number_words(number * _TIMES[form]) for number in numbers)
