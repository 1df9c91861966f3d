"""The numbers: every parameter with value, unit, how sure it is, sources, and why."""

from collections.abc import Iterable
from itertools import groupby

from backstride.knowledge import Library
from backstride.knowledge.filling import value_words
from backstride.knowledge.schema.parameter import Parameter
from backstride.reference.markdown import plain
from backstride.reference.page import NUMBERS, Page, family_words


def number_table(page: Page, parameters: Iterable[str]) -> None:
    """A table of parameters, in that order."""
    page.table(
        ("Number", "Value", "Unit", "How sure", "Sources", "Why"),
        (
            (
                page.number(key),
                value_words(page.library.rules().value(key)),
                _unit(page.library.parameters[key]),
                page.grade(page.library.parameters[key].grade),
                page.sources(page.library.parameters[key].sources),
                plain(page.library.parameters[key].why),
            )
            for key in parameters
        ),
    )


def numbers_page(library: Library) -> Page:
    """Every parameter, by the first part of its id."""
    page = Page(NUMBERS, library)
    page.title("Numbers")
    page.say(
        "Every number with a clinical meaning stands in the library, dated, with its unit and its source, "
        f"and never in the code. These are in force under rule set {library.rules().version}."
    )
    for family, members in groupby(sorted(library.parameters, key=family_words), key=family_words):
        page.heading(family)
        keys = list(members)
        used = [rule.id for rule in library.rule_texts.values() if set(rule.parameters) & set(keys)]
        page.say(f"Used by {', '.join(map(page.rule, used))}." if used else "")
        number_table(page, keys)
    page.written_from("parameters")
    return page


def _unit(parameter: Parameter) -> str:
    return "ratio" if parameter.unit == "1" else plain(parameter.unit)
