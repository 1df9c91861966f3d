"""Malay: nothing of the exercises or the screening is left in English, and the same week is decided in it."""

import ast
from collections import Counter
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import backstride
from acceptance.calling import answers, scenario
from backstride.decide import decide
from backstride.decision import Decision, Reason
from backstride.knowledge import LibraryError, load
from backstride.knowledge.translations import gaps, languages, library_in, load_translation
from backstride.saying import retell
from backstride.scenario import Scenario

LIBRARY = load()
MALAY = load_translation("ms")
TOLD = library_in(LIBRARY, MALAY)
# Every sentence of a decision; what is left is for clinicians.
FAMILIES = ("triage", "light", "slot", "dose", "item", "day", "run", "signal", "short", "due", "calendar")
FAMILIES += ("grade", "list", "change", "lesson", "routine", "cli")
FAMILIES += ("leave", "swap", "path", "next")
FAMILIES += ("bind", "term", "why")
# Nothing but a number, which every language writes alike.
ALIKE = {"short.warm_up_got", "short.strength_got"}
TEXTS = ("text", "why", "advice", "safety_net", "wanted", "got", "because", "smallest_change", "signal")
TEXTS += ("calendar_why", "values")

LONG = [{"day": "2026-11-21", "kind": "long", "distance_m": 16000}, {"day": "2026-11-22", "kind": "rest"}]
RED = [{"day": f"2026-11-{day}", "morning": 1, "worst": 2} for day in range(13, 19)]
RED += [{"day": "2026-11-19", "morning": 5, "worst": 7}]
SCENARIOS: dict[str, dict[str, Any]] = {
    "well": {},
    "a long run ahead": {"calendar": LONG},
    "a red light": {"pain": RED},
    "soon": {"screening": answers(C5="yes")},
    "a sore bone": {"screening": answers(C2="yes"), "calendar": LONG},
    "emergency": {"screening": answers(E1="yes", U3="unsure")},
    "unanswered": {"screening": {}},
    "a routine": {"runner": scenario()["runner"] | {"routine": "S2", "desk_hours": 9}},
    "young": {"runner": scenario()["runner"] | {"birth_year": 2011, "tight": ["calves"]}},
}


def places(text: str) -> Counter[tuple[str, str]]:
    """What is filled in, with the form in which it is written."""
    return Counter((name, str(form)) for _, name, form, _ in Formatter().parse(text) if name is not None)


def untold(data: Any) -> Any:
    """A decision's data without any words."""
    if isinstance(data, list):
        return [untold(entry) for entry in data]
    if not isinstance(data, dict):
        return data
    wordless = {k: v for k, v in data.items() if k not in TEXTS or (v and isinstance(v, list))}
    return {k: untold(v) for k, v in wordless.items() if k not in ("advice", "safety_net")}


def sentences(data: Any) -> list[str]:
    """Every text of a decision's data, in order."""
    if isinstance(data, list):
        return [text for entry in data for text in sentences(entry)]
    if not isinstance(data, dict):
        return []
    own = [text for k in TEXTS for v in [data.get(k)] for text in (v if isinstance(v, list) else [v])]
    return [t for t in own if isinstance(t, str)] + [t for v in data.values() for t in sentences(v)]


def reasons(decision: Decision) -> list[Reason]:
    """The reasons of every session and item of the week."""
    sessions = [session for day in decision.week.days for session in day.sessions] if decision.week else []
    return [why for s in sessions for part in (s, *s.items) for why in part.why]


def given(name: str) -> Scenario:
    return Scenario.model_validate(scenario(**SCENARIOS[name]))


def test_nothing_is_missing() -> None:
    assert languages() == ("en", "ms")
    assert gaps(LIBRARY, MALAY) == []
    assert [k for k in LIBRARY.messages if k.split(".")[0] in FAMILIES and k not in MALAY.messages] == []


def test_a_gap_is_named() -> None:
    first = MALAY.exercises["bird_dog"]
    shorter = first.model_copy(update={"faults": first.faults[1:]})
    less = MALAY.model_copy(
        update={
            "exercises": MALAY.exercises | {"bird_dog": shorter},
            "questions": {k: v for k, v in MALAY.questions.items() if k != "E1"},
            "terms": {k: v for k, v in MALAY.terms.items() if k != "Low back"},
        }
    )
    assert gaps(LIBRARY, less) == [
        "screening: E1: no words",
        "exercises: bird_dog.faults: 3, not 4",
        "terms: Low back: no word",
    ]


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(LibraryError, match="there are en, ms"):
        load_translation("xx")
    assert library_in(LIBRARY, load_translation("en")) is LIBRARY


@pytest.mark.parametrize("key", MALAY.messages)
def test_a_sentence_is_filled_with_the_same_values(key: str) -> None:
    assert places(MALAY.messages[key]) == places(LIBRARY.messages[key])
    assert key in ALIKE or MALAY.messages[key] != LIBRARY.messages[key]


def test_every_phrase_is_said_somewhere() -> None:
    said = {
        node.value.replace("_", " ") if node.value.isidentifier() else node.value
        for file in Path(backstride.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    said |= {record.name for named in (LIBRARY.regions, LIBRARY.routines) for record in named.values()}
    said |= {rung.variant for exercise in LIBRARY.exercises.values() for rung in exercise.ladder}
    assert [phrase for phrase in MALAY.terms if phrase not in said] == []
    assert [r.name for r in LIBRARY.routines.values() if r.name not in MALAY.terms] == []


@pytest.mark.parametrize("english", MALAY.terms)
def test_a_phrase_is_filled_with_the_same_values(english: str) -> None:
    assert places(MALAY.terms[english]) == places(english)


@pytest.mark.parametrize("id_", MALAY.exercises)
def test_an_exercise_is_told_in_full(id_: str) -> None:
    english, malay = LIBRARY.exercises[id_], MALAY.exercises[id_]
    assert [cue for cue in malay.cues if len(cue.split()) > 9] == []
    both = [{e.name, *e.steps, *e.cues, *e.cautions, *e.faults, e.breath, e.feel} for e in (english, malay)]
    assert both[0] & both[1] == set()
    assert malay.breath
    assert malay.feel


def test_no_two_exercises_have_a_name_in_common() -> None:
    names = Counter(n.casefold() for e in MALAY.exercises.values() for n in {e.name, *e.aliases})
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("id_", LIBRARY.questions)
def test_a_question_is_told_in_full(id_: str) -> None:
    english, malay = LIBRARY.questions[id_], TOLD.questions[id_]
    assert english.model_dump(exclude={"text", "why", "action"}) == malay.model_dump(
        exclude={"text", "why", "action"}
    )
    assert {english.text, english.why, english.action} & {malay.text, malay.why, malay.action} == set()


@pytest.mark.parametrize("id_", [q.id for q in LIBRARY.screening.questions if q.tier == "emergency"])
def test_an_emergency_sends_for_help_at_once(id_: str) -> None:
    action = TOLD.questions[id_].action
    assert "nombor kecemasan" in action.lower()
    assert "sekarang" in action
    assert "Jangan" in action


@pytest.mark.parametrize("id_", [q.id for q in LIBRARY.screening.questions if "24 hours" in q.action])
def test_a_day_stays_a_day(id_: str) -> None:
    assert "24 jam" in TOLD.questions[id_].action


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_language_changes_words_only(name: str) -> None:
    english = decide(given(name), LIBRARY).model_dump(mode="json")
    malay = decide(given(name), TOLD).model_dump(mode="json")
    assert untold(english) == untold(malay)
    pairs = list(zip(sentences(english), sentences(malay), strict=True))
    assert pairs
    assert [en for en, ms in pairs if en == ms and any(c.isalpha() for c in en)] == []


@pytest.mark.parametrize("name", ["well", "a red light", "soon", "a routine"])
def test_a_reason_kept_in_english_is_retold(name: str) -> None:
    scenario_ = given(name)
    kept = Decision.model_validate_json(decide(scenario_, LIBRARY).model_dump_json())
    told = [retell(why, MALAY, LIBRARY) for why in reasons(kept)]
    assert told == [why.text for why in reasons(decide(scenario_, TOLD))]
    assert told


def test_a_reason_that_cannot_be_retold_stays_english() -> None:
    unknown = Reason(rule="H9", text="An older sentence.", key="dose.none_such")
    unfilled = Reason(rule="H9", text="One without its number.", key="dose.gap")
    assert [retell(why, MALAY, LIBRARY) for why in (unknown, unfilled)] == [unknown.text, unfilled.text]
