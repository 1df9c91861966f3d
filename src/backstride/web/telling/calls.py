"""Whom to call, with the address that a telephone takes."""

import re
from dataclasses import dataclass

from backstride.knowledge import Library
from backstride.knowledge.schema.screening import Emergency

_DIALLED = re.compile(r"#?\d[\d ]*\d|#?\d")


@dataclass(frozen=True)
class Call:
    """A number as it is written, and its `tel:` address."""

    text: str
    address: str


@dataclass(frozen=True)
class CountryCalls:
    """A country's numbers: for an emergency, and for advice that cannot wait (None where we know of none)."""

    country: str
    name: str
    emergency: Call
    urgent: Call | None


def calls_in(country: str | None, library: Library) -> CountryCalls | None:
    """The numbers of a country (ISO 3166-1 alpha-2), None where the library does not know it."""
    wanted = (country or "").upper()
    return next((calls for calls in all_calls(library) if calls.country == wanted), None)


def all_calls(library: Library) -> tuple[CountryCalls, ...]:
    """Every country's numbers, by name."""
    told = [_told(number, library) for number in library.screening.numbers]
    return tuple(sorted(told, key=lambda calls: calls.name))


def call(text: str) -> Call:
    """The first number of a text such as `999 or 112`, ready to dial."""
    found = _DIALLED.search(text)
    dialled = found[0].replace(" ", "").replace("#", "%23") if found else ""
    return Call(text, f"tel:{dialled}")


def _told(number: Emergency, library: Library) -> CountryCalls:
    return CountryCalls(
        country=number.country,
        name=library.word(number.name),
        emergency=call(number.emergency),
        urgent=call(number.urgent) if number.urgent else None,
    )
