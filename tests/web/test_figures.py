"""The figures as pictures of their own."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from backstride.knowledge.figures import load_figures
from backstride.knowledge.loader import load
from backstride.web.telling import figures
from backstride.web.telling.figures import figure_address, forms

BIRD_DOG = load().exercises["bird_dog"]


def test_a_figure_moves_and_stops_for_who_wants_less_motion(visitor: Client, db: Any) -> None:
    answer = visitor.get(figure_address(BIRD_DOG, "moving"))
    assert answer.headers["Content-Type"] == "image/svg+xml"
    drawn = answer.content.decode()
    assert "<animate" in drawn
    assert "@media(prefers-reduced-motion:reduce)" in drawn
    assert "<script" not in drawn


def test_it_is_kept_for_long_and_may_load_nothing(visitor: Client, db: Any) -> None:
    address = figure_address(BIRD_DOG, "thumb")
    answer = visitor.get(address)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert sorted(answer.headers["Content-Security-Policy"].split("; ")) == [
        "default-src 'none'",
        "style-src 'unsafe-inline'",
    ]
    again = visitor.get(address, headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_it_is_drawn_once(visitor: Client, db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    address = figure_address(BIRD_DOG, "thumb", 1)
    first = visitor.get(address).content
    monkeypatch.setattr("backstride.web.pages.figures._drawn", lambda *asked: pytest.fail("drawn twice"))
    assert visitor.get(address).content == first


def test_an_older_edition_leads_to_the_newest(visitor: Client, db: Any) -> None:
    address = figure_address(BIRD_DOG, "thumb")
    older = re.sub(r"\.\w+\.svg$", ".0123456789abcdef.svg", address)
    assert older != address
    assert visitor.get(older).headers["Location"] == address


def test_another_movement_or_another_way_to_draw_is_another_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    before = figures.edition("bird_dog")
    assert before != figures.edition("wall_sit")
    figures.edition.cache_clear()
    monkeypatch.setattr(figures, "_drawing", lambda: b"drawn otherwise")
    assert figures.edition("bird_dog") != before
    figures.edition.cache_clear()


def test_every_form_of_every_movement_has_its_figure() -> None:
    movements = load_figures().movements
    for exercise in load().exercises.values():
        if exercise.id in movements:
            assert set(forms(exercise)) == set(movements[exercise.id].variants), exercise.id
            assert all(figure_address(exercise, "thumb", n) for n in range(len(forms(exercise))))


def test_an_exercise_without_a_movement_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    none = type(load_figures())(load_figures().body, {})
    monkeypatch.setattr(figures, "load_figures", lambda: none)
    assert figure_address(BIRD_DOG, "thumb") == ""


@pytest.mark.parametrize(
    "path",
    ["/figures/flying/0/thumb.ab.svg", "/figures/bird_dog/7/thumb.ab.svg", "/figures/bird_dog/0/x.ab.svg"],
)
def test_what_is_not_there(visitor: Client, db: Any, path: str) -> None:
    assert visitor.get(path).status_code == 404
