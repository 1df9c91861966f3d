"""Reads a scenario from JSON, and checks the names in it against the library."""

from collections.abc import Iterator

from pydantic import ValidationError

from backstride.knowledge import Library
from backstride.scenario import Scenario


class ScenarioError(ValueError):
    """The scenario is wrong; the message has a line for each fault, with the field's path and the reason."""


def read_scenario(text: str | bytes) -> Scenario:
    """A scenario from JSON.

    Raises:
        ScenarioError: not JSON, an unknown key, an impossible value or a naive time; names the field.
    """
    try:
        return Scenario.model_validate_json(text)
    except ValidationError as error:
        raise ScenarioError("\n".join(faults(error))) from None


def faults(error: ValidationError) -> Iterator[str]:
    """A line for each fault: the field's path, the reason, and what was given."""
    for fault in error.errors(include_url=False):
        path = ".".join(str(part) for part in fault["loc"])
        given = repr(fault["input"]) if not isinstance(fault["input"], (dict, list, tuple)) else ""
        shown = f" (given: {given[:60]})" if given and fault["type"] != "json_invalid" else ""
        text = fault["msg"].removeprefix("Value error, ")
        yield f"{path}: {text}{shown}" if path else f"{text}{shown}"


def check_names(scenario: Scenario, library: Library) -> None:
    """Refuses a name that the library does not know.

    Raises:
        ScenarioError: an exercise, region, routine, question, lesson or rule set is unknown; names the field.
    """
    wrong = [
        f"{path}: {name!r} is not {kind} of the library"
        for path, name, kind, known in _names(scenario, library)
        if not known
    ]
    if wrong:
        raise ScenarioError("\n".join(wrong))


def _names(scenario: Scenario, library: Library) -> Iterator[tuple[str, str, str, bool]]:
    runner = scenario.runner
    for field in ("avoid_exercises", "favourites", "disliked"):
        for n, name in enumerate(getattr(runner, field)):
            yield f"runner.{field}.{n}", name, "an exercise", name in library.exercises
    for field in ("tight", "weak"):
        for n, name in enumerate(getattr(runner, field)):
            yield f"runner.{field}.{n}", name, "a region", name in library.region_names
    if runner.routine is not None:
        yield "runner.routine", runner.routine, "a routine", runner.routine in library.routine_names
    for question in scenario.screening.answers:
        yield f"screening.answers.{question}", question, "a question", question in library.questions
    for n, clearance in enumerate(scenario.screening.cleared):
        for m, question in enumerate(clearance.ids):
            yield f"screening.cleared.{n}.ids.{m}", question, "a question", question in library.questions
    for n, session in enumerate(scenario.sessions):
        for m, item in enumerate(session.items):
            path = f"sessions.{n}.items.{m}.exercise"
            yield path, item.exercise, "an exercise", item.exercise in library.exercises
    for n, name in enumerate(scenario.lessons_read):
        yield f"lessons_read.{n}", name, "a lesson", name in library.lessons
    if scenario.rules is not None:
        yield "rules", scenario.rules, "a rule set", scenario.rules in library.rule_sets
