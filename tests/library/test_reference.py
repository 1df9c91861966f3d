"""The published reference: fresh, whole, every link leading somewhere, and nothing of one machine in it."""

import posixpath
import re
from pathlib import Path

import pytest

from backstride.cli.library_docs import differences
from backstride.cli.spec_files import read_spec
from backstride.knowledge import load
from backstride.reference import MARK, pages
from backstride.reference.said import said
from backstride.reference.sentence import sentences

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
REFRESH = "run 'backstride library docs' to write them anew"
SPEC = read_spec(ROOT / "tests" / "spec")
PAGES = pages(load(), SPEC)
LINK = re.compile(r"(?<!\\)\]\(([^)]*(?:\([^)]*\)[^)]*)*)\)")


def anchors(text: str) -> list[str]:
    """The anchors that a code host gives the headings of a page."""
    headings = re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE)
    kept = ("".join(c for c in heading.lower() if c.isalnum() or c in " -_") for heading in headings)
    return [heading.replace(" ", "-") for heading in kept]


def links() -> list[tuple[str, str]]:
    """(page, target) of each link that stays in the repository."""
    found = ((path, target) for path, text in PAGES.items() for target in LINK.findall(text))
    return [(path, target) for path, target in found if not target.startswith("https://")]


def test_the_committed_pages_are_fresh() -> None:
    there = {
        file.relative_to(REFERENCE).as_posix(): file.read_text(encoding="utf-8")
        for file in REFERENCE.rglob("*.md")
    }
    assert differences(PAGES, there) == [], REFRESH


@pytest.mark.parametrize("room", ["exercises", "routines", "rules", "sources"])
def test_every_record_has_its_page(room: str) -> None:
    library = load()
    records = {
        "exercises": library.exercises,
        "routines": library.routines,
        "rules": library.rule_texts,
        "sources": library.sources,
    }[room]
    there = {path.removeprefix(f"{room}/") for path in PAGES if path.startswith(f"{room}/")}
    assert records
    assert there == {f"{key}.md" for key in records}
    assert [key for key in records if f"]({room}/{key}.md)" not in PAGES["README.md"]] == []


@pytest.mark.parametrize(
    ("page", "titles"),
    [
        ("lessons.md", [lesson.title for lesson in load().lessons.values()]),
        ("screening.md", list(load().questions)),
        ("regions.md", [region.name for region in load().regions.values()]),
    ],
)
def test_every_smaller_record_has_a_heading(page: str, titles: list[str]) -> None:
    there = re.findall(r"^##+ (.+)$", PAGES[page], re.MULTILINE)
    assert titles
    assert [title for title in titles if there.count(title) != 1] == []


def test_every_lesson_is_told_whole() -> None:
    told = " ".join(PAGES["lessons.md"].split())
    lessons = load().lessons.values()
    assert [lesson.id for lesson in lessons if " ".join(lesson.body.split()) not in told] == []


def test_every_number_stands_with_its_value() -> None:
    library = load()
    rows = {
        row[0]: row[1] for row in re.findall(r"^\| \[`(.+?)`\].*? \| (.+?) \|", PAGES["numbers.md"], re.M)
    }
    assert set(rows) == set(library.parameters)
    assert rows["light.green_during"] == f"{library.rules().number('light.green_during'):g}"


def test_a_page_of_an_exercise_says_all_that_is_known() -> None:
    record, text = load().exercises["bird_dog"], PAGES["exercises/bird_dog.md"]
    sentences = (
        *record.steps,
        *record.cues,
        *record.faults,
        *record.cautions,
        *record.ours,
        record.resolution,
    )
    assert [s for s in (*sentences, record.why, record.feel, record.breath) if s not in text] == []
    assert "8 to 12 times, 5 s hold, each side" in text
    assert all(f"| {number} | {level.variant} |" in text for number, level in enumerate(record.ladder))


def test_a_page_of_an_exercise_tells_the_question_that_leaves_it_out() -> None:
    library = load()
    entries = [(e, c) for e in library.exercises.values() for c in e.contraindications]
    assert entries
    for exercise, entry in entries:
        text = PAGES[f"exercises/{exercise.id}.md"]
        assert f"[{entry.question}](../screening.md#{entry.question.lower()}): " in text
        assert library.questions[entry.question].text in text
        assert exercise.name in PAGES["screening.md"]


def test_a_page_of_a_source_names_what_rests_on_it() -> None:
    library = load()
    for exercise in library.exercises.values():
        for dose in exercise.doses:
            assert f"](../exercises/{exercise.id}.md): dose of " in PAGES[f"sources/{dose.source}.md"]
    for parameter in library.parameters.values():
        assert all(f"[`{parameter.id}`]" in PAGES[f"sources/{source}.md"] for source in parameter.sources)
    for question in library.questions.values():
        assert all(f"[{question.id}](" in PAGES[f"sources/{source}.md"] for source in question.sources)
    for lesson in library.lessons.values():
        assert all(f"[{lesson.title}](" in PAGES[f"sources/{source}.md"] for source in lesson.sources)


def test_every_rule_has_sentences_and_every_sentence_a_rule() -> None:
    assert {sentence.rule for sentence in SPEC} == set(load().rule_texts)


def test_a_page_of_a_rule_tells_each_of_its_sentences() -> None:
    lost = [s.name for s in SPEC if f"**{s.name}**" not in PAGES[f"rules/{s.rule}.md"].replace("\\", "")]
    assert len(SPEC) > 300
    assert lost == []


def test_what_is_given_and_what_follows_is_told_in_words() -> None:
    given = {"screened": 7, "mornings": [1, None, 4], "calendar": [{"in_days": 1, "kind": "long", "km": 16}]}
    then = {"tier": "soon", "deload": False, "doses": {"bird_dog": {"level": 1, "up": None}}}
    assert said(given, load()) == (
        "the questions were answered 7 days ago; morning scores up to today 1, none, 4; "
        "planned: tomorrow, kind long, km 16"
    )
    assert said(then, load()) == "the tier is soon; no lighter week; doses: Bird dog level 1, up none"


def test_without_the_specification_the_rules_stand_alone() -> None:
    alone = pages(load())
    assert set(alone) == set(PAGES)
    assert {path for path in alone if alone[path] != PAGES[path]} == {
        f"rules/{r}.md" for r in load().rule_texts
    }


@pytest.mark.parametrize(
    ("theme", "entries", "fault"),
    [
        ("loose", [{"name": "A.", "given": {}, "then": {}}], "no rule is said"),
        ("h07_days", [{"name": "A.", "given": {}}], "name, given, then are wanted"),
        ("h07_days", [{"name": "A.", "given": {}, "then": {}, "when": {}}], "when"),
    ],
)
def test_a_sentence_without_a_rule_or_with_a_foreign_key_is_refused(
    theme: str, entries: list[dict[str, object]], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        list(sentences(theme, entries))


def test_the_name_of_a_file_or_an_entry_says_the_rule() -> None:
    entry = {"name": "A.", "given": {}, "then": {"tier": "soon"}}
    told = sentences("h07_days", [entry, {"rule": "R2"}, entry])
    assert [sentence.rule for sentence in told] == ["H7", "R2"]


def test_every_link_leads_somewhere() -> None:
    lost = []
    for path, target in links():
        file, _, anchor = target.partition("#")
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        if wanted in PAGES:
            text = PAGES[wanted]
        elif (REFERENCE / wanted).exists() and not anchor:
            continue
        elif (REFERENCE / wanted).is_file():
            text = (REFERENCE / wanted).read_text(encoding="utf-8")
        else:
            lost.append((path, target))
            continue
        if anchor and anchors(text).count(anchor) != 1:
            lost.append((path, target))
    assert len(links()) > len(PAGES)
    assert lost == []


def test_every_page_can_be_reached_from_the_index() -> None:
    ways: dict[str, set[str]] = {path: set() for path in PAGES}
    for path, target in links():
        ways[path].add(posixpath.normpath(posixpath.join(posixpath.dirname(path), target.partition("#")[0])))
    reached, ahead = set(), {"README.md"}
    while ahead:
        reached |= ahead
        ahead = {way for path in ahead for way in ways[path] if way in PAGES} - reached
    assert set(PAGES) - reached == set()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_of_no_machine_and_carries_the_mark(path: str) -> None:
    text = PAGES[path]
    assert text.startswith(MARK)
    assert text.count("\n# ") == 1
    assert str(ROOT) not in text
    assert not re.search(r"file:|(?<![\w.:/~-])/(?:work|tmp|root|home|Users|opt)/\w|\]\(/", text)
    assert not path.startswith(("/", ".."))


def test_the_anchors_of_this_test_are_those_of_a_code_host() -> None:
    text = "# Screening (H1, H2)\n\n## What may strain a runner's back\n\n### E1\n"
    assert anchors(text) == ["screening-h1-h2", "what-may-strain-a-runners-back", "e1"]
