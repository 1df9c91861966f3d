"""Reasons: a rule, a sentence from the library's messages, its sources and how well it is known."""

from typing import Any

from backstride.decision import Reason
from backstride.knowledge.library import Library
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
