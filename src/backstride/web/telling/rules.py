"""The rules in plain words, with their numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from backstride.knowledge import Library
from backstride.knowledge.filling import filled, value_words
from backstride.knowledge.schema.rule import RuleText
from backstride.web.telling.cited import Cited, Sure, cited, sure

_GROUPS = {
    "H": gettext_noop("What no week may break"),
    "R": gettext_noop("What is said of your planned runs"),
    "L": gettext_noop("The pain light"),
    "P": gettext_noop("How you go up"),
    "W": gettext_noop("A week without a calendar"),
    "O": gettext_noop("What a week is chosen by, the first before the second"),
}


@dataclass(frozen=True)
class NumberTold:
    """A number of a rule: why it is so, its value with its unit, and how sure."""

    why: str
    value: str
    sure: Sure
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class RuleTold:
    """A rule: its sentences with the numbers of the newest rule set filled in."""

    id: str
    title: str
    sentences: tuple[str, ...]
    numbers: tuple[NumberTold, ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True)
class GroupTold:
    """Rules of one sort."""

    name: str
    rules: tuple[RuleTold, ...]


def rules_told(library: Library) -> tuple[GroupTold, ...]:
    """Every rule, by its sort."""
    by_letter = groupby(library.rule_texts.values(), key=lambda rule: rule.id[0])
    return tuple(
        GroupTold(_(_GROUPS[letter]), tuple(_rule(rule, library) for rule in rules))
        for letter, rules in by_letter
    )


def _rule(rule: RuleText, library: Library) -> RuleTold:
    value_of = library.rules().value
    return RuleTold(
        id=rule.id,
        title=rule.title,
        sentences=tuple(filled(text, value_of) for text in rule.sentences),
        numbers=tuple(_numbers(rule, library)),
        sources=cited(rule.sources, library),
    )


def _numbers(rule: RuleText, library: Library) -> Iterator[NumberTold]:
    for key in rule.parameters:
        parameter = library.parameters[key]
        unit = "" if parameter.unit == "1" else f" {parameter.unit}"
        yield NumberTold(
            why=parameter.why,
            value=value_words(library.rules().value(key)) + unit,
            sure=sure(parameter.grade, library),
            sources=cited(parameter.sources, library),
        )
