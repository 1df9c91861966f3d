"""The exercises: to find one, its page, and what a runner thinks of it."""

import re
from typing import Any

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from backstride.knowledge.loader import load
from backstride.web.models import Audit, ExerciseBreak, Runner
from web.working import text_of

MOST_BYTES = 150_000


def names(page: Any) -> list[str]:
    return [card.name for card in page.context["cards"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "dog"}, ["Bird dog", "Downward dog"]),
        ({"q": "DEADLIFT roman"}, ["Single-leg Romanian deadlift"]),
        ({"q": "hulur tangan"}, ["Bird dog"]),
        ({"q": "bird", "slot": "pre_run"}, []),
        ({"equipment": "strap"}, ["Hamstring stretch with a strap"]),
        ({"position": "prone"}, ["Superman hold"]),
        ({"region": "calves", "quality": "static_mobility", "equipment": "wall"}, ["Standing calf stretch"]),
    ],
)
def test_every_wish_has_to_fit(visitor: Client, db: Any, asked: dict[str, str], found: list[str]) -> None:
    assert names(visitor.get("/exercises/", asked)) == found


def test_without_a_wish_all_are_there_by_name(visitor: Client, db: Any) -> None:
    listed = names(visitor.get("/exercises/"))
    assert len(listed) == len(load().exercises)
    assert listed == sorted(listed)


def test_nothing_found_says_what_to_do_next(visitor: Client, db: Any) -> None:
    page = visitor.get("/exercises/", {"q": "zzz"})
    assert "None fits all of that." in text_of(page)
    wrong = visitor.get("/exercises/", {"region": "tail", "q": "<b>"})
    assert names(wrong) == []
    assert "tail is not one of the available choices" in text_of(wrong)
    assert 'aria-describedby="id_region_error"' in wrong.content.decode()


def test_things_that_need_nothing(visitor: Client, db: Any) -> None:
    found = names(visitor.get("/exercises/", {"equipment": "nothing"}))
    assert found
    assert {
        load().exercises[id_].name for id_ in load().exercises if load().exercises[id_].equipment
    }.isdisjoint(found)


def test_every_exercise_tells_all_that_is_known_of_it(visitor: Client, db: Any) -> None:
    for exercise in load().exercises.values():
        text = text_of(visitor.get(f"/exercises/{exercise.id}/"))
        told = (
            *exercise.steps,
            *exercise.cues,
            *exercise.faults,
            *exercise.cautions,
            exercise.breath,
            exercise.feel,
            exercise.why,
            *(level.why for level in exercise.ladder),
            *(dose.note for dose in exercise.doses),
        )
        squeezed = re.sub(r"\W", "", text)
        for line in told:
            assert re.sub(r"\W", "", line) in squeezed, (exercise.id, line)


def test_doses_are_told_as_each_source_gives_them(visitor: Client, db: Any) -> None:
    text = text_of(visitor.get("/exercises/bird_dog/"))
    assert "8 to 12 times, 5 s hold, each side" in text
    assert "2 to 3 sets, 8 to 10 times, 3 to 5 s hold, each side, 2 to 3 times a week" in text


def test_ids_are_not_shown_without_their_name(visitor: Client, db: Any) -> None:
    page = visitor.get("/exercises/bird_dog/").content.decode()
    assert '<a href="/sources/#S1" title="7 Back Pain Exercises for Runners">S1</a> holds the leg' in page
    assert not re.search(r"\b(?:pre_run|quadruped|bird_dog)\b", text_of(visitor.get("/exercises/bird_dog/")))


def test_in_malay_its_own_words_are_malay_and_the_rest_is_marked(visitor: Client, db: Any) -> None:
    page = visitor.get("/exercises/bird_dog/", headers={"accept-language": "ms"})
    whole, text = page.content.decode(), text_of(page)
    assert "Hulur tangan dan kaki bertentangan" in text
    assert "2 hingga 3 set, 8 hingga 10 kali, tahan 3 hingga 5 s, setiap sisi" in text
    assert '<p lang="en">It trains the back' in whole
    assert "<p>It trains the back" in visitor.get("/exercises/bird_dog/").content.decode()


def test_the_figure_can_be_stopped_and_shown_in_another_form(visitor: Client, db: Any) -> None:
    page = visitor.get("/exercises/bird_dog/").content.decode()
    assert re.search(r'src="/figures/bird_dog/0/moving\.\w+\.svg"', page)
    stopped = visitor.get("/exercises/bird_dog/?form=1&still=1").content.decode()
    assert re.search(r'src="/figures/bird_dog/1/still\.\w+\.svg"', stopped)
    for odd in ("9", "-1", "²", "x"):
        assert visitor.get("/exercises/bird_dog/", {"form": odd}).context["form"] == 0


def test_an_exercise_that_is_not_there(visitor: Client, client_of: Any, runner: Runner) -> None:
    assert visitor.get("/exercises/flying/").status_code == 404
    assert client_of(runner).post("/exercises/flying/mark/", {"mark": "disliked"}).status_code == 404


def test_a_runner_says_what_they_think_of_it(client_of: Any, runner: Runner) -> None:
    client, before = client_of(runner), runner.facts
    for mark, said in (
        ("avoid_exercises", "You never want it"),
        ("favourites", "You like it"),
        ("disliked", "You would rather not"),
        ("not_now", "It rests until"),
        ("", "It comes into your weeks where it fits best"),
    ):
        page = client.post("/exercises/bridge/mark/", {"mark": mark}, follow=True)
        assert said in text_of(page), mark
        assert mark not in [choice for choice, _ in page.context["opinion"].choices]
    runner.refresh_from_db()
    assert runner.facts == before + 5
    assert "bridge" not in (*runner.profile["favourites"], *runner.profile["disliked"])
    assert not ExerciseBreak.objects.exists()
    assert Audit.objects.filter(command="mark_exercise", by=runner.user).count() == 5


def test_a_mark_that_is_unknown_changes_nothing(client_of: Any, runner: Runner) -> None:
    page = client_of(runner).post("/exercises/bridge/mark/", {"mark": "minutes"}, follow=True)
    assert "There is no such choice." in text_of(page)
    runner.refresh_from_db()
    assert "bridge" not in str(runner.profile)


def test_a_visitor_reads_and_cannot_mark(visitor: Client, db: Any) -> None:
    page = visitor.get("/exercises/bridge/")
    assert "In your weeks" not in text_of(page)
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert visitor.post("/exercises/bridge/mark/", {"mark": "disliked"}).status_code == 302
    assert not Audit.objects.exists()


def test_a_visitors_browser_asks_by_etag(visitor: Client, client_of: Any, runner: Runner) -> None:
    first = visitor.get("/exercises/")
    assert first.headers["Cache-Control"] == "no-cache"
    again = visitor.get("/exercises/", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client_of(runner).get("/exercises/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/exercises/", "/exercises/knee_to_chest/", "/rules/", "/sources/"])
def test_a_page_with_all_that_it_loads_is_light(client_of: Any, runner: Runner, path: str) -> None:
    client = client_of(runner)
    page = client.get(path).content
    files = set(re.findall(r'(?:src|href)="(/(?:figures|static)/[^"]+)"', page.decode()))
    assert any(file.endswith(".css") for file in files)
    sizes = {path: len(brotli.compress(page, quality=5))}
    for file in files:
        if file.startswith("/static/"):
            found = finders.find(file.removeprefix("/static/"))
            assert isinstance(found, str)
            with open(found, "rb") as asset:  # noqa: PTH123
                content = asset.read()
        else:
            content = client.get(file).content
        sizes[file] = len(brotli.compress(content, quality=5))
    assert sum(sizes.values()) <= MOST_BYTES, sizes
