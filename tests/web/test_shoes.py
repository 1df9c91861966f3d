"""Pairs of shoes."""

from datetime import date
from typing import Any

import pytest

from backstride.web import clock
from backstride.web.commands.changing import Refused
from backstride.web.commands.shoes import add_shoes, retire_shoes
from backstride.web.deciding.facts import scenario_of
from backstride.web.models import Recording, Runner, ShoePair
from runs.samples_of_runs import fit_run
from runs.storing import day
from web.working import taken, text_of


@pytest.fixture
def worn(client_of: Any, runner: Runner) -> Runner:
    """A pair with 700 km on it, and a run of 5.4 km in it."""
    form = {"name": "Blue ones", "since": "2024-01-02", "start": "700"}
    assert client_of(runner).post("/shoes/", form).status_code == 302
    taken(runner, a_fit=fit_run(1800, start=day(0)))
    run = Recording.objects.get()
    client_of(runner).post(f"/runs/{run.pk}/", {"shoe": "Blue ones"})
    runner.refresh_from_db()
    return runner


def test_a_pair_counts_its_runs_from_where_it_began(client_of: Any, worn: Runner) -> None:
    text = text_of(client_of(worn).get("/shoes/"))
    assert "Blue ones 705.4 km · since 2 Jan 2024" in text
    (shoe,) = scenario_of(worn, clock.now_in(worn.time_zone), None).shoes
    assert (shoe.id, shoe.since, shoe.start_m) == ("Blue ones", date(2024, 1, 2), 700_000)


def test_a_pair_in_miles(client_of: Any, runner: Runner) -> None:
    Runner.objects.update(miles=True)
    client_of(runner).post("/shoes/", {"name": "A", "start": "100"})
    assert ShoePair.objects.get().start_m == pytest.approx(160_934.4)
    assert "A 100.0 mi" in text_of(client_of(runner).get("/shoes/"))


def test_a_pair_that_is_put_away_says_nothing_more(client_of: Any, worn: Runner) -> None:
    client, pair = client_of(worn), ShoePair.objects.get()
    client.post(f"/shoes/{pair.pk}/retire/")
    assert scenario_of(worn, clock.now_in(worn.time_zone), None).shoes == ()
    assert "put away" in text_of(client.get("/shoes/"))
    client.post(f"/shoes/{pair.pk}/retire/", {"again": "1"})
    assert len(scenario_of(worn, clock.now_in(worn.time_zone), None).shoes) == 1


def test_runs_go_with_a_new_name(client_of: Any, worn: Runner) -> None:
    pair = ShoePair.objects.get()
    client_of(worn).post(f"/shoes/{pair.pk}/", {"name": "Old blue ones", "start": "700"})
    assert Recording.objects.get().shoe == "Old blue ones"
    assert "Old blue ones 705.4 km" in text_of(client_of(worn).get("/shoes/"))


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"name": " "}, "Give the pair a name."),
        ({"name": "Blue ones"}, "Another pair has this name."),
        ({"name": "B", "start": "-1"}, "greater than or equal to 0"),
        ({"name": "B", "since": "2024-02-31"}, "Enter a valid date."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client_of: Any, worn: Runner, form: dict[str, str], message: str
) -> None:
    answer = client_of(worn).post("/shoes/", form)
    assert answer.status_code == 200
    assert message in text_of(answer)
    assert "Please look at this again" in text_of(answer)
    assert ShoePair.objects.count() == 1


def test_names_in_files_are_offered(client_of: Any, runner: Runner) -> None:
    taken(runner, a_fit=fit_run())
    run = Recording.objects.get()
    run.activity["shoe"] = "Named <b>by</b> Strava"
    run.save()
    page = client_of(runner).get("/shoes/")
    assert "Named <b>by</b> Strava" in text_of(page)
    assert "<b>by</b>" not in page.content.decode()
    prefilled = client_of(runner).get("/shoes/?name=Named+%3Cb%3Eby")
    assert 'value="Named &lt;b&gt;by"' in prefilled.content.decode()


def test_another_runners_shoes_are_not_there(client_of: Any, worn: Runner, stranger: Runner) -> None:
    pair = ShoePair.objects.get()
    assert client_of(stranger).get(f"/shoes/{pair.pk}/").status_code == 404
    assert client_of(stranger).post(f"/shoes/{pair.pk}/retire/").status_code == 404
    with pytest.raises(Refused):
        retire_shoes(stranger, by=stranger.user, pair=pair, on=None)
    add_shoes(stranger, by=stranger.user, name="Blue ones")  # each has names of their own
