"""How it feels, the days, the things, the exercises."""

from typing import Any, get_args

from backstride.knowledge.loader import load
from backstride.terms import WEEKDAYS, Position
from backstride.web.forms.about import POSITIONS
from backstride.web.models import Runner


def _stored(runner: Runner) -> Runner:
    return Runner.objects.get(pk=runner.pk)


def test_how_it_feels_is_noted_for_today(client_of: Any, runner: Runner) -> None:
    sent = {"morning": "3", "worst": "5", "leg": "on", "tight": ["hip_flexors", "calves"], "weak": ["glutes"]}
    assert client_of(runner).post("/feeling/", sent).status_code == 302
    day = runner.pain_days.get()
    assert (day.morning, day.worst, day.leg, day.night) == (3, 5, True, False)
    profile = _stored(runner).profile
    assert (profile["tight"], profile["weak"]) == (["hip_flexors", "calves"], ["glutes"])


def test_a_box_that_is_cleared_is_no_longer_said(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.post("/feeling/", {"morning": "3", "night": "on"})
    page = client.get("/feeling/").content.decode()
    assert 'name="night" id="id_night" checked' in page
    assert client.get("/feeling/").context["form"]["morning"].value() == "3"
    client.post("/feeling/", {"morning": "3"})
    assert runner.pain_days.get().night is False


def test_the_morning_score_is_needed_and_is_a_score(client_of: Any, runner: Runner) -> None:
    facts = runner.facts
    for sent in ({"worst": "2"}, {"morning": "11"}, {"morning": "2", "tight": ["no_such"]}):
        page = client_of(runner).post("/feeling/", sent)
        assert page.status_code == 200
        assert b"Please look at this again" in page.content
    assert _stored(runner).facts == facts


def test_minutes_things_and_positions_are_kept(client_of: Any, runner: Runner) -> None:
    minutes = {day: str(10 + n) for n, day in enumerate(WEEKDAYS)}
    sent = minutes | {"equipment": ["chair"], "avoid_positions": ["kneeling", "prone"]}
    assert client_of(runner).post("/about/days/", sent).headers["Location"] == "/about/"
    profile = _stored(runner).profile
    assert profile["minutes"] == {day: 10 + n for n, day in enumerate(WEEKDAYS)}
    assert profile["equipment"] == ["chair"]
    assert profile["avoid_positions"] == ["kneeling", "prone"]
    page = client_of(runner).get("/about/").content.decode()
    assert "In the house: chair" in page
    assert "Left out: Kneeling on both knees, Lying face down" in page


def test_a_new_fact_decides_the_week_anew(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    client.get("/")
    client.post("/about/days/", dict.fromkeys(WEEKDAYS, "0"))
    client.get("/")
    week = runner.weeks.latest().decision["week"]
    assert runner.weeks.count() == 2
    assert sum(session["minutes"] for day in week["days"] for session in day["sessions"]) == 0


def test_minutes_that_no_day_has_are_refused_beside_their_field(client_of: Any, runner: Runner) -> None:
    before = _stored(runner).profile
    for wrong in ("1441", "-1", "", "x"):
        page = client_of(runner).post("/about/days/", dict.fromkeys(WEEKDAYS, "10") | {"wed": wrong})
        assert 'id="id_wed_error"' in page.content.decode(), wrong
    assert _stored(runner).profile == before


def test_who_the_runner_is_can_be_changed(client_of: Any, runner: Runner) -> None:
    sent = {"birth_year": "1970", "experience": "new", "goal": "return", "desk_hours": "7.5"}
    client_of(runner).post("/about/you/", sent)
    profile = _stored(runner).profile
    assert (profile["birth_year"], profile["experience"], profile["goal"]) == (1970, "new", "return")
    assert profile["desk_hours"] == 7.5
    assert profile["minutes"] == runner.profile["minutes"]


def test_exercises_gladly_rather_not_and_never_and_a_routine(client_of: Any, runner: Runner) -> None:
    client = client_of(runner)
    sent = {"bird_dog": "favourites", "bridge": "disliked", "side_plank": "avoid_exercises"}
    client.post("/about/exercises/", sent | {"routine": "s2_ten"})
    profile = _stored(runner).profile
    assert profile["favourites"] == ["bird_dog"]
    assert profile["disliked"] == ["bridge"]
    assert profile["avoid_exercises"] == ["side_plank"]
    assert profile["routine"] == "s2_ten"
    assert load().routines["s2_ten"].name.replace("'", "&#x27;") in client.get("/about/").content.decode()
    client.post("/about/exercises/", {"routine": "composed"})
    profile = _stored(runner).profile
    assert profile["routine"] is None
    assert profile["favourites"] == []


def test_every_position_of_the_contract_can_be_left_out() -> None:
    assert tuple(name for name, _words in POSITIONS) == get_args(Position)


def test_another_runners_facts_stay_theirs(client_of: Any, runner: Runner, stranger: Runner) -> None:
    before = _stored(stranger).profile
    client_of(runner).post("/about/days/", dict.fromkeys(WEEKDAYS, "7"))
    assert _stored(stranger).profile == before
