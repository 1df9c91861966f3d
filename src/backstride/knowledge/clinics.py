"""Clinics by distance. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from backstride.knowledge.places import Spot
from backstride.knowledge.schema.clinic import Clinic

# The mean radius of the Earth.
EARTH_KM = 6371.0088


@dataclass(frozen=True)
class NearClinic:
    """A clinic and how far it is, in km in a straight line."""

    clinic: Clinic
    km: float


def distance_km(here: Spot, there: Spot) -> float:
    """The great-circle distance of two spots, each latitude and longitude in degrees (haversine)."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (here, there))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    # On the far side of the globe rounding may leave a hair more than 1.
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def nearest_first(clinics: Iterable[Clinic], here: Spot) -> tuple[NearClinic, ...]:
    """The clinics with their distance from `here`, the nearest first; by id where two are as far."""
    found = (NearClinic(c, distance_km(here, (c.latitude, c.longitude))) for c in clinics)
    return tuple(sorted(found, key=lambda near: (near.km, near.clinic.id)))


def whatsapp_link(clinic: Clinic) -> str:
    """The address that opens a chat with the clinic."""
    return f"https://wa.me/{clinic.whatsapp}"
