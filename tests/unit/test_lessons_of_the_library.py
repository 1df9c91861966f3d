"""The lessons as texts: their length, sources and reading grade, and what they say of weak claims."""

import re
import warnings
from importlib.resources import files

import pytest

from backstride.knowledge.loader import load
from backstride.knowledge.schema.lesson import Lesson
from backstride.lessons import GRAVITY

with warnings.catch_warnings():
    # Its source holds an escape that newer Pythons warn of when they compile it.
    warnings.simplefilter("ignore")
    from fkscore import fkscore

LESSONS = load().lessons
HIGHEST_GRADE = 8  # Flesch-Kincaid, US school years

# The claims of the articles that stand on weak feet, and the lesson in which each is told as weak.
WEAK = {
    "stretching": ("eases or prevents back pain", "hamstrings"),
    "cool_down": ("helps you recover", "injuries away"),
    "core_strength": ("core keeps a runner's back from strain",),
    "strength_and_injury": ("prevents strains",),
    "running_posture": ("puts posture right", "resets the spine"),
    "desk": ("how you sit",),
    "shoes": ("worn shoes",),
    "surfaces": ("hard ground",),
    "stride": ("long strides",),
    "running_and_backs": ("takes a toll",),
    "new_pain": ("wall sits",),
    "causes_of_strains": ("tight hips",),
    "breathing": ("yoga poses",),
    "why_your_back_matters": ("2017",),
}

each = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS.keys())


@each
def test_a_lesson_has_100_to_200_words(lesson: Lesson) -> None:
    assert 100 <= len(lesson.body.split()) <= 200


@each
def test_a_lesson_is_plain_enough_to_read(lesson: Lesson) -> None:
    assert fkscore(lesson.body).score["calc_grade"] <= HIGHEST_GRADE


def test_the_reading_grade_sees_hard_prose() -> None:
    hard = "Comprehensive multidisciplinary rehabilitation necessitates individualised prescription. " * 3
    assert fkscore(hard).score["calc_grade"] > HIGHEST_GRADE


@each
def test_a_lesson_is_paragraphs_of_plain_text(lesson: Lesson) -> None:
    assert len(lesson.body.split("\n\n")) >= 3
    assert not re.search(r"^\s*[-*#>|]|[_*`<\[]", lesson.body, re.MULTILINE)


@each
def test_the_sources_of_a_lesson_are_in_the_library(lesson: Lesson) -> None:
    assert set(lesson.sources) <= set(load().sources)
    assert len(set(lesson.sources)) == len(lesson.sources)


@each
def test_a_grade_above_the_articles_rests_on_such_a_source(lesson: Lesson) -> None:
    if lesson.grade in ("trial", "review", "guideline", "cohort"):
        assert lesson.grade in {load().sources[source].grade for source in lesson.sources}


@each
def test_every_signal_of_a_lesson_is_one_that_a_week_can_give(lesson: Lesson) -> None:
    assert set(lesson.signals) <= set(GRAVITY)


@pytest.mark.parametrize("signal", GRAVITY)
def test_every_signal_has_a_lesson(signal: str) -> None:
    assert [lesson.id for lesson in LESSONS.values() if signal in lesson.signals]


def test_a_lesson_stands_in_the_file_of_its_name() -> None:
    folder = files("backstride.knowledge") / "data" / "lessons"
    names = {file.name.removesuffix(".md") for file in folder.iterdir() if file.name.endswith(".md")}
    assert names == set(LESSONS)


def test_titles_differ() -> None:
    assert len({lesson.title.casefold() for lesson in LESSONS.values()}) == len(LESSONS)


@pytest.mark.parametrize(("name", "claims"), WEAK.items(), ids=WEAK.keys())
def test_a_weak_claim_is_told_as_weak(name: str, claims: tuple[str, ...]) -> None:
    weak = " ".join((LESSONS[name].weak or "").split())
    assert [claim for claim in claims if claim not in weak] == []


@each
def test_what_rests_on_an_article_alone_says_what_is_weak(lesson: Lesson) -> None:
    articles = {source for source in lesson.sources if load().sources[source].kind == "article"}
    # How to fit it in is advice on a week, not a claim about the back.
    if articles and lesson.grade == "source" and lesson.id != "fitting_it_in":
        assert lesson.weak
