"""`clinic list`: who to call, the nearest first."""

import json

import pytest

from acceptance.calling import call
from backstride.knowledge.loader import load


def test_without_a_place_all_nine_stand_in_the_articles_order() -> None:
    done = call("clinic", "list")
    assert (done.returncode, done.stderr) == (0, "")
    shown = " ".join(done.stdout.split())
    at = [shown.index(clinic.name) for clinic in load().clinics.values()]
    assert at == sorted(at)
    assert len(at) == 9
    for clinic in load().clinics.values():
        assert clinic.address in shown
        assert f"Phone {clinic.phone}; WhatsApp https://wa.me/{clinic.whatsapp}" in shown
    assert " km" not in shown


def test_near_a_town_the_nearest_comes_first_with_a_rough_distance() -> None:
    shown = " ".join(call("clinic", "list", "--near", "penang").stdout.split())
    names = [clinic.name for clinic in load().clinics.values()]
    assert min(names, key=shown.index) == "Benphysio @ Puncak Alam"
    assert max(names, key=shown.index) == "Benphysio @ Mount Austin Johor"
    assert shown.count("km (to the town)") == 9
    assert "about 271 km (to the town)" in shown
    assert "straight lines" in shown


def test_in_the_same_town_it_is_less_than_a_kilometre() -> None:
    shown = call("clinic", "list", "--near", "Cheras").stdout
    assert "less than 1 km (to the town)" in shown.partition("Benphysio @ Bangsar")[0]


@pytest.mark.parametrize("place", ["1.29,103.85", "Singapore", "SG"])
def test_as_json_with_links_and_distances(place: str) -> None:
    found = json.loads(call("clinic", "list", "--near", place, "--json").stdout)
    assert len(found) == 9
    assert (found[0]["id"], found[0]["distance_km"]) == ("mount_austin_johor", 31.0)
    assert found[0]["whatsapp_link"] == "https://wa.me/60182882015"
    assert [c["distance_km"] for c in found] == sorted(c["distance_km"] for c in found)


def test_as_json_without_a_place_has_no_distance() -> None:
    found = json.loads(call("clinic", "list", "--json").stdout)
    assert [c["id"] for c in found] == list(load().clinics)
    assert {c["distance_km"] for c in found} == {None}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Kuala Lumpor", "near it: Kuala Lumpur"),
        ("Atlantis on Sea", "known are towns such as"),
        ("95,101", "latitude 95 is not between -90 and 90"),
        ("", "no place of the library"),
    ],
)
def test_an_unknown_place_is_bad_input(place: str, said: str) -> None:
    done = call("clinic", "list", "--near", place)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
