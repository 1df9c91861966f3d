"""The library in memory: records by id, parameters by rule set, sentences by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from backstride.knowledge.schema.clinic import Clinic
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.lesson import Lesson
from backstride.knowledge.schema.parameter import Parameter, RuleSetVersion, Value
from backstride.knowledge.schema.place import Place
from backstride.knowledge.schema.routine import Routine
from backstride.knowledge.schema.rule import RuleText
from backstride.knowledge.schema.screening import Question, Screening
from backstride.knowledge.schema.source import Region, Source
from backstride.knowledge.schema.watch import WatchName

# What a runner wrote is told as it stands.
_AS_WRITTEN = ("shoe", "country")


class UnknownRules(ValueError):
    """The rule set asked for is not in the library."""


@dataclass(frozen=True)
class RuleSet:
    """The parameters in force under one version of the rules."""

    version: str
    parameters: Mapping[str, Parameter]
    _values: Mapping[str, Value]

    def value(self, parameter: str) -> Value:
        """The value of a parameter, one number or a series, in its own unit. Raises KeyError."""
        return self._values[parameter]

    def but(self, values: Mapping[str, Value]) -> "RuleSet":
        """The same rules with other values for some parameters, to ask what would be without them."""
        return RuleSet(self.version, self.parameters, {**self._values, **values})

    def number(self, parameter: str) -> float:
        """The value of a parameter that holds one number, in its own unit."""
        value = self._values[parameter]
        if isinstance(value, tuple):
            raise TypeError(f"{parameter} holds a series, not one number")
        return float(value)

    def whole(self, parameter: str) -> int:
        """The value of a parameter that holds a whole number, in its own unit."""
        value = self.number(parameter)
        if value != int(value):
            raise TypeError(f"{parameter} is not a whole number")
        return int(value)

    def series(self, parameter: str) -> tuple[float, ...]:
        """The value of a parameter that holds a series of numbers, in its own unit."""
        value = self._values[parameter]
        if not isinstance(value, tuple):
            raise TypeError(f"{parameter} holds one number, not a series")
        return tuple(float(v) for v in value)


@dataclass(frozen=True)
class Library:
    """Everything that the project knows, by id. Mappings keep the order of the files."""

    sources: Mapping[str, Source]
    regions: Mapping[str, Region]
    parameters: Mapping[str, Parameter]
    rule_sets: Mapping[str, RuleSetVersion]
    screening: Screening
    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    lessons: Mapping[str, Lesson]
    clinics: Mapping[str, Clinic]
    watch_names: Mapping[str, WatchName]
    messages: Mapping[str, str]
    rule_texts: Mapping[str, RuleText] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)

    def rules(self, version: str | None = None) -> RuleSet:
        """The rule set of that version, or the newest.

        Raises:
            UnknownRules: there is no such version.
        """
        newest = max(self.rule_sets.values(), key=lambda r: r.valid_from)
        wanted = newest if version is None else self.rule_sets.get(version)
        if wanted is None:
            raise UnknownRules(f"rules: {version!r} is unknown; known are {', '.join(self.rule_sets)}")
        values = {p.id: _in_force(p, wanted.valid_from) for p in self.parameters.values()}
        return RuleSet(wanted.id, self.parameters, values)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The screening questions by id, in the order that they are asked."""
        return {question.id: question for question in self.screening.questions}

    @cached_property
    def region_names(self) -> dict[str, str]:
        """Every region id and alias to the region's id."""
        names = {region.id: region.id for region in self.regions.values()}
        return names | {alias: region.id for region in self.regions.values() for alias in region.aliases}

    @cached_property
    def routine_names(self) -> dict[str, str]:
        """Every routine id and alias to the routine's id."""
        names = {routine.id: routine.id for routine in self.routines.values()}
        return names | {alias: routine.id for routine in self.routines.values() for alias in routine.aliases}

    def message(self, key: str, values: Mapping[str, Any]) -> str:
        """The sentence of that key, filled with the values; a value that is a term is told as one."""
        told = {
            name: self.word(value) if isinstance(value, str) and name not in _AS_WRITTEN else value
            for name, value in values.items()
        }
        return self.messages[key].format_map(told)

    def word(self, english: str, **values: object) -> str:
        """A word or short phrase in the language of this library, as it stands where it has none."""
        phrase = self.terms.get(english, english)
        return phrase.format_map(values) if values else phrase


def _in_force(parameter: Parameter, day: date) -> Value:
    past = [dated for dated in parameter.values if dated.valid_from <= day]
    if past:
        return max(past, key=lambda dated: dated.valid_from).value
    # A number that came after the rule set: its first value, which later ones leave alone.
    return min(parameter.values, key=lambda dated: dated.valid_from).value
