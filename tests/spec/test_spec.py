"""The rules as sentences. Each case stands in a YAML file beside this one."""

import pytest

from spec.spec_case import Case, all_cases

CASES = all_cases()


@pytest.mark.parametrize("name", CASES)
def test_the_sentence_holds(name: str) -> None:
    case = CASES[name]
    assert case.found() == case.then


@pytest.mark.parametrize(
    "case",
    [
        Case(name="A fact that is not known.", given={"moon": "full"}, then={"tier": "soon"}),
        Case(name="A result that is not known.", given={}, then={"mood": "good"}),
        Case(name="A dose that is not known.", given={}, then={"doses": {"bridge": {"colour": 1}}}),
        Case(name="A week's fact that is not known.", given={}, then={"decided": {"colour": 1}}),
    ],
    ids=lambda case: case.name,
)
def test_an_unknown_fact_is_refused(case: Case) -> None:
    with pytest.raises(KeyError):
        case.found()


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="when"):
        Case.model_validate({"name": "A case.", "given": {}, "when": {}, "then": {"tier": "soon"}})


def test_a_wrong_expectation_is_seen() -> None:
    case = Case(name="A runner without trouble is told to see somebody.", given={}, then={"tier": "soon"})
    assert case.found() == {"tier": "self_care"}
