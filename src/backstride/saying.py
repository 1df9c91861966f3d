"""Reasons: a rule, a sentence from the library's messages, its sources and how well it is known."""

from typing import Any

from backstride.decision import Reason
from backstride.knowledge.library import Library
from backstride.knowledge.schema.translation import Translation
from backstride.knowledge.translations import library_in
from backstride.terms import Grade


def reason(
    library: Library,
    rule: str,
    key: str,
    *,
    sources: tuple[str, ...] = (),
    grade: Grade | None = None,
    parameter: str | None = None,
    **values: Any,
) -> Reason:
    """The reason of that key. With `parameter` its sources and grade are the parameter's own."""
    if parameter is not None:
        record = library.parameters[parameter]
        sources, grade = sources or record.sources, grade or record.grade
    text = library.message(key, values)
    if grade == "ours":
        text = library.message("grade.ours", {"text": text})
    return Reason(rule=rule, text=text, sources=sources, grade=grade, key=key, values=values)


def retell(reason: Reason, words: Translation, library: Library) -> str:
    """A reason of a decision made in English, in another language; its own text where there are no words."""
    if reason.key not in words.messages:
        return reason.text
    told = library_in(library, words)
    values = dict(reason.values)
    if "regions" in values:
        values["regions"] = _regions(str(values["regions"]), library, told)
    if values.get("exercise") in told.exercises:
        values["name"] = told.exercises[values["exercise"]].name
    try:
        text = told.message(reason.key, values)
    except (KeyError, ValueError, TypeError):
        # The decision of another version, whose sentence was filled otherwise.
        return reason.text
    return told.message("grade.ours", {"text": text}) if reason.grade == "ours" else text


def _name(region: str, library: Library) -> str:
    """A part of the body in the middle of a sentence."""
    name = library.regions[region].name
    return name[:1].lower() + name[1:]


def _regions(written: str, library: Library, told: Library) -> str:
    """One part of the body, or two, in the other language; what is neither stays as it is."""
    for first in library.regions:
        if written == _name(first, library):
            return _name(first, told)
        for last in library.regions:
            if written == _pair(first, last, library):
                return _pair(first, last, told)
    return written


def _pair(first: str, last: str, library: Library) -> str:
    names = {"first": _name(first, library), "last": _name(last, library)}
    return library.message("list.and", names)
