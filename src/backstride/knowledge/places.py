"""Where a runner is: a town that the library knows, or a latitude and a longitude. Pure."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from backstride.knowledge.library import Library

Spot = tuple[float, float]  # latitude and longitude in degrees

_DEGREES = re.compile(r"\s*([+-]?\d{1,3}(?:\.\d+)?)\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)\s*", re.ASCII)


class UnknownPlace(ValueError):
    """The place is not in the library; `near` holds names that are spelt like it."""

    def __init__(self, message: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.near = near


def spot_of(place: str, library: Library) -> Spot:
    """The coordinates of a town's name, of a clinic's area, or of `lat,lon` in degrees.

    Raises:
        UnknownPlace: no such town, or degrees that are not on the globe.
    """
    degrees = _DEGREES.fullmatch(place)
    if degrees is not None:
        return _on_the_globe(float(degrees[1]), float(degrees[2]))
    names = _spots(library)
    found = names.get(_plain(place))
    if found is not None:
        return found[1]
    near = get_close_matches(_plain(place), list(names), n=6, cutoff=0.6)
    raise UnknownPlace(f"{place!r} is no place of the library", tuple({names[n][0]: None for n in near})[:3])


def place_names(library: Library) -> tuple[str, ...]:
    """The name of every place known, in the order of the alphabet; other names left out."""
    return tuple(sorted({name for name, _ in _spots(library).values()}))


def _spots(library: Library) -> Mapping[str, tuple[str, Spot]]:
    """Every name as it is compared, with the name to show and the coordinates."""
    found = {
        _plain(name): (place.name, (place.latitude, place.longitude))
        for place in library.places.values()
        for name in (*place.aliases, place.name)
    }
    for clinic in library.clinics.values():
        found[_plain(clinic.area)] = (clinic.area, (clinic.latitude, clinic.longitude))
    return found


def _on_the_globe(latitude: float, longitude: float) -> Spot:
    if abs(latitude) > 90:
        raise UnknownPlace(f"latitude {latitude:g} is not between -90 and 90")
    if abs(longitude) > 180:
        raise UnknownPlace(f"longitude {longitude:g} is not between -180 and 180")
    return latitude, longitude


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))
