"""When to seek help, whom to call, and which clinic is near."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from backstride.knowledge.loader import load
from backstride.web.models import Runner
from backstride.web.telling.calls import all_calls, call
from backstride.web.zones import country_of, zones


def test_the_runners_country_gives_the_number(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    assert 'href="tel:999"' in client.get("/help/").content.decode()
    Runner.objects.filter(pk=runner.pk).update(time_zone="Pacific/Auckland")
    page = client.get("/help/").content.decode()
    assert "Emergency: 111 (New Zealand)" in page
    assert 'href="tel:0800611116"' in page


def test_everybody_may_read_it(visitor: Client, db: Any) -> None:
    page = visitor.get("/help/")
    assert page.status_code == 200
    for sign in load().screening.safety_net:
        assert sign in page.content.decode()


def test_the_nearest_clinic_comes_first(visitor: Client, db: Any) -> None:
    first = {
        town: visitor.get("/help/", {"near": town}).context["clinics"][0].name
        for town in ("Puchong", "melaka", "Johor Bahru")
    }
    assert first["Puchong"] == "Benphysio @ Puchong"
    assert "Melaka" in first["melaka"]
    assert "Johor" in first["Johor Bahru"]


def test_a_town_that_is_not_known_is_said_with_what_is_spelt_like_it(visitor: Client, db: Any) -> None:
    page = visitor.get("/help/", {"near": "Puchongg"})
    assert page.context["unknown"][0] == "Puchong"
    assert 'aria-invalid="true"' in page.content.decode()
    assert len(page.context["clinics"]) == len(load().clinics)


def test_a_hostile_town_stays_text(visitor: Client, db: Any) -> None:
    page = visitor.get("/help/", {"near": "<script>alert(1)</script>\x00" * 10}).content.decode()
    assert "<script" not in page


def test_call_and_message_links_hold_no_health_data(client_of: Any, runner: Runner) -> None:
    for clinic in client_of(runner).get("/help/").context["clinics"]:
        assert clinic.phone.address.removeprefix("tel:").isdigit()
        chat = urlsplit(clinic.chat)
        assert (chat.scheme, chat.netloc) == ("https", "wa.me")
        (message,) = parse_qs(chat.query)["text"]
        assert "appointment" in message
        assert not any(word in message.lower() for word in ("pain", "back", "leg", "screening"))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("999 or 112", "tel:999"),
        ("1800 633 422 (1800MEDICARE)", "tel:1800633422"),
        ("#7119 (where the region offers it)", "tel:%237119"),
        ("112 (ambulance in most states also 108)", "tel:112"),
    ],
)
def test_the_first_number_is_dialled(text: str, address: str) -> None:
    assert call(text).address == address


def test_every_number_can_be_dialled() -> None:
    for calls in all_calls(load()):
        for number in filter(None, (calls.emergency, calls.urgent)):
            assert number.address.removeprefix("tel:").replace("%23", "").isdigit(), calls


def test_zones_tell_the_country() -> None:
    assert country_of("Asia/Kuala_Lumpur") == "MY"
    assert country_of("Europe/London") == "GB"
    assert country_of("UTC") is None
    assert "Asia/Singapore" in zones()
    assert len(zones()) > 300
