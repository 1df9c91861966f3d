"""The clinics: all nine as the article prints them, and the nearest first."""

from dataclasses import replace

import pytest

from backstride.knowledge import load
from backstride.knowledge.clinics import distance_km, nearest_first, whatsapp_link
from backstride.knowledge.places import UnknownPlace, place_names, spot_of
from backstride.knowledge.references import dangling

# Taken from the article by hand: the name after "Benphysio @", the phone, the address in two parts.
PRINTED = [
    ("Oval Damansara", "016-390 2015", "Unit 2-1 & 2-2, ", "2nd Floor, Oval Damansara"),
    ("Puchong", "010-253 2015", "40-G, ", "Jalan Puteri 1/2, Bandar Puteri"),
    ("Bangsar", "010-263 2015", "17, Persiaran Ara Kiri, ", "Lucky Garden, Bangsar"),
    ("KL Ampang", "010-283 2015", "Lot G.09, Ground Floor, ", "The Grange @ Ampwalk"),
    ("Cheras", "010-287 2015", "213, ", "Jalan Sarjana, Taman Connaught"),
    ("Kota Damansara Giza", "016-439 2015", "C-11-G, Sunway Giza Mall, ", "Dataran Sunway, Kota Damansara"),
    (
        "Puncak Alam",
        "016-732 2015",
        "No. 25, Jalan Niaga Bestari 7, ",
        "Puncak Bestari, 42300 Puncak Alam, Selangor",
    ),
    (
        "Ayer Keroh Melaka",
        "018-985 2015",
        "No. 1, Pusat Komersial, C-G-9, ",
        "Jalan Pkak 1, 75450 Ayer Keroh, Melaka",
    ),
    (
        "Mount Austin Johor",
        "018-288 2015",
        "Room 15, Nook Workspace•Storage Mount Austin, 117, Jalan Mutiara Emas 10/19, ",
        "Taman Mount Austin, 81100 Johor Bahru, Johor Darul Ta'zim",
    ),
]
IDS = [
    "oval_damansara",
    "puchong",
    "bangsar",
    "kl_ampang",
    "cheras",
    "kota_damansara_giza",
    "puncak_alam",
    "ayer_keroh_melaka",
    "mount_austin_johor",
]


def ids_near(place: str) -> list[str]:
    library = load()
    return [near.clinic.id for near in nearest_first(library.clinics.values(), spot_of(place, library))]


def test_all_nine_stand_as_printed_and_in_order() -> None:
    clinics = list(load().clinics.values())
    assert [c.id for c in clinics] == IDS
    assert [(c.name, c.phone, c.address) for c in clinics] == [
        (f"Benphysio @ {name}", phone, start + end) for name, phone, start, end in PRINTED
    ]
    assert {(c.country, c.source, c.approximate) for c in clinics} == {("MY", "S0", True)}


@pytest.mark.parametrize("clinic", IDS)
def test_whatsapp_is_the_printed_phone_in_international_form(clinic: str) -> None:
    record = load().clinics[clinic]
    digits = "".join(c for c in record.phone if c.isdigit())
    assert digits.startswith("0")
    assert record.whatsapp == "60" + digits[1:]
    assert whatsapp_link(record) == f"https://wa.me/60{digits[1:]}"


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 180), 20_015),  # half way round
        ((90, 0), (-90, 77), 20_015),  # from pole to pole, whatever the meridian
        ((0, 0), (0, 1), 111.2),
        ((0, 179.5), (0, -179.5), 111.2),  # over the date line
        ((60, 10), (60, 11), 55.6),  # half of that where meridians lie half as far apart
    ],
)
def test_the_distance_on_the_globe(here: tuple[float, float], there: tuple[float, float], km: float) -> None:
    assert distance_km(here, there) == pytest.approx(km, rel=1e-3)
    assert distance_km(there, here) == pytest.approx(distance_km(here, there))


@pytest.mark.parametrize(
    ("place", "first", "last"),
    [
        ("Bangsar", "bangsar", "mount_austin_johor"),
        ("Johor Bahru", "mount_austin_johor", "puncak_alam"),
        ("Singapore", "mount_austin_johor", "puncak_alam"),
        ("melaka", "ayer_keroh_melaka", "mount_austin_johor"),
        ("Kuala Selangor", "puncak_alam", "mount_austin_johor"),
    ],
)
def test_the_nearest_comes_first_and_the_farthest_last(place: str, first: str, last: str) -> None:
    found = ids_near(place)
    assert (found[0], found[-1]) == (first, last)
    assert sorted(found) == sorted(IDS)


def test_from_kuala_lumpur_the_order_is_that_of_the_map() -> None:
    assert ids_near("Kuala Lumpur") == [
        "bangsar",
        "kl_ampang",
        "oval_damansara",
        "cheras",
        "kota_damansara_giza",
        "puchong",
        "puncak_alam",
        "ayer_keroh_melaka",
        "mount_austin_johor",
    ]


@pytest.mark.parametrize("place", load().places)
def test_distances_never_fall_along_the_list(place: str) -> None:
    library = load()
    found = nearest_first(library.clinics.values(), spot_of(library.places[place].name, library))
    assert [near.km for near in found] == sorted(near.km for near in found)
    assert 0 <= found[0].km < 1700  # the farthest town is in Sabah


def test_two_that_are_as_far_stand_by_id_however_they_came() -> None:
    first = load().clinics["bangsar"]
    twins = [first.model_copy(update={"id": id_}) for id_ in ("b", "c", "a")]
    assert [near.clinic.id for near in nearest_first(twins, (3, 101))] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("place", "same"),
    [("KL", "Kuala Lumpur"), ("penang", "George Town"), ("JB", "Johor Bahru"), ("malacca", "Melaka")],
)
def test_a_town_goes_by_its_other_names(place: str, same: str) -> None:
    assert spot_of(place, load()) == spot_of(same, load())


@pytest.mark.parametrize("place", ["  puncak   ALAM ", "Puncak-Alam", "puncak alam"])
def test_the_clinics_own_areas_are_places_however_written(place: str) -> None:
    assert spot_of(place, load()) == (3.23, 101.43)


@pytest.mark.parametrize(
    ("place", "spot"), [("3.1,101.6", (3.1, 101.6)), (" -33.87 , +151.2 ", (-33.87, 151.2)), ("0,0", (0, 0))]
)
def test_degrees_are_a_place(place: str, spot: tuple[float, float]) -> None:
    assert spot_of(place, load()) == spot


@pytest.mark.parametrize(
    ("place", "near"),
    [
        ("Kuala Lumpor", "Kuala Lumpur"),
        ("singapur", "Singapore"),
        ("Ayer Kroh", "Ayer Keroh"),
        ("bangsa", "Bangsar"),
    ],
)
def test_an_unknown_place_names_near_ones(place: str, near: str) -> None:
    with pytest.raises(UnknownPlace) as error:
        spot_of(place, load())
    assert near in error.value.near
    assert len(error.value.near) <= 3


@pytest.mark.parametrize("place", ["", "Xyzzy", "3.1", "3.1;101", "nan,nan", "1e2,3", "3,101,5"])
def test_what_is_nothing_like_a_place_is_refused(place: str) -> None:
    with pytest.raises(UnknownPlace, match="no place of the library"):
        spot_of(place, load())


@pytest.mark.parametrize(("place", "field"), [("91,0", "latitude 91"), ("0,-181", "longitude -181")])
def test_degrees_off_the_globe_are_refused(place: str, field: str) -> None:
    with pytest.raises(UnknownPlace, match=field):
        spot_of(place, load())


def test_every_name_of_a_place_leads_to_a_place_in_or_near_malaysia() -> None:
    library = load()
    assert {place.country for place in library.places.values()} == {"MY", "SG"}
    for name in place_names(library):
        latitude, longitude = spot_of(name, library)
        assert 0.8 < latitude < 7.5
        assert 99 < longitude < 120


def test_no_place_has_a_clinics_area_for_its_name() -> None:
    library = load()
    names = {n.casefold() for p in library.places.values() for n in (p.name, *p.aliases)}
    assert names & {clinic.area.casefold() for clinic in library.clinics.values()} == set()


def test_without_the_places_the_clinics_areas_are_left() -> None:
    alone = replace(load(), places={})
    assert spot_of("Cheras", alone) == (3.08, 101.74)
    with pytest.raises(UnknownPlace):
        spot_of("Ipoh", alone)


def test_a_name_that_two_towns_go_by_is_a_fault() -> None:
    library = load()
    twin = library.places["ipoh"].model_copy(update={"aliases": ("penang",)})
    faults = dangling(replace(library, places={**library.places, "ipoh": twin}))
    assert faults == ["places.yaml: george_town.aliases: penang: stands for ipoh too"]
