"""From nothing to the first week."""

from typing import Any

import pytest
from django.test import Client

from backstride.web.models import Runner, User

START = {
    "birth_year": "1986",
    "experience": "regular",
    "goal": "ease",
    "time_zone": "Asia/Kuala_Lumpur",
    "language": "en",
}


@pytest.fixture
def owner(db: Any) -> User:
    return User.objects.create_user("owner")


@pytest.fixture
def client(owner: User) -> Client:
    client = Client()
    client.force_login(owner)
    return client


def test_who_has_no_runner_yet_is_welcomed(client: Client) -> None:
    page = client.get("/", follow=True)
    assert page.redirect_chain == [("/welcome/", 302)]
    assert b"Start with yourself" in page.content
    assert b"Look around" in page.content


def test_the_start_makes_a_runner_and_leads_to_the_safety_questions(client: Client, owner: User) -> None:
    answer = client.post("/start/", START)
    assert answer.headers["Location"] == "/screening/"
    assert owner.runner.time_zone == "Asia/Kuala_Lumpur"
    assert owner.runner.profile["birth_year"] == 1986
    assert owner.runner.audit.get().command == "create_runner"


@pytest.mark.parametrize("year", ["", "1899", "2999", "abc"])
def test_a_birth_year_that_cannot_be_is_said_beside_its_field(client: Client, year: str) -> None:
    page = client.post("/start/", START | {"birth_year": year}).content.decode()
    assert 'aria-describedby="id_birth_year_error"' in page
    assert 'id="id_birth_year_error"' in page
    assert 'href="#id_birth_year"' in page
    assert not Runner.objects.exists()


def test_looking_at_the_start_makes_nothing(client: Client) -> None:
    client.get("/start/")
    client.get("/welcome/")
    assert client.get("/demo/").status_code == 405
    assert not Runner.objects.exists()


def test_the_made_up_runner_is_marked_on_every_page_and_goes_by_one_post(client: Client, owner: User) -> None:
    client.post("/demo/")
    assert owner.runner.demo
    for address in ("/", "/about/", "/settings/", "/help/"):
        assert 'action="/demo/remove/"' in client.get(address).content.decode(), address
    assert client.post("/demo/remove/").headers["Location"] == "/welcome/"
    assert not Runner.objects.exists()


def test_a_real_runner_is_not_removed_as_if_made_up(client_of: Any, runner: Runner) -> None:
    assert client_of(runner).post("/demo/remove/").headers["Location"] == "/"
    assert Runner.objects.filter(pk=runner.pk).exists()


def test_who_has_a_runner_cannot_start_over_it(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.post("/start/", START | {"birth_year": "1950"})
    client.post("/demo/")
    stored = Runner.objects.get()
    assert stored.profile["birth_year"] == 1986
    assert not stored.demo


def test_the_whole_way_leads_to_a_week_each_step_to_the_next(client: Client, owner: User) -> None:
    client.post("/start/", START)
    assert _steps(client) == ["screening", "feeling", "about/days"]
    answers = dict.fromkeys(client.get("/screening/all/").context["form"].fields, "no")
    assert client.post("/screening/all/", answers).headers["Location"] == "/feeling/"
    felt = client.post("/feeling/", {"morning": "2", "tight": ["hip_flexors"]})
    assert felt.headers["Location"] == "/about/days/"
    days = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "15")
    told = client.post("/about/days/", days | {"equipment": ["mat"]})
    assert told.headers["Location"] == "/runs/add/"
    assert _steps(client) == []
    page = client.get("/").content.decode()
    assert "for your back" in page
    assert owner.runner.weeks.latest().status == "planned"
    assert "Steps to your first week" not in client.get("/about/").content.decode()


def _steps(client: Client) -> list[str]:
    """The addresses of the steps that must be taken and are not."""
    steps = client.get("/about/").context["first_steps"]
    needed = [step for step in steps if step.name in ("Safety", "Feeling", "Days")]
    return [step.address.strip("/") for step in needed if not step.done]
