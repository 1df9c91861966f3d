"""Reads the library's files, and refuses a wrong one by naming the file and the field."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from backstride.knowledge.files import (
    LibraryError,
    by_id,
    files_in,
    listed,
    record,
    texts,
    with_text,
    yaml_of,
)
from backstride.knowledge.library import Library
from backstride.knowledge.references import dangling
from backstride.knowledge.schema.clinic import Clinic
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.lesson import Lesson
from backstride.knowledge.schema.parameter import Parameter, RuleSetVersion
from backstride.knowledge.schema.place import Place
from backstride.knowledge.schema.routine import Routine
from backstride.knowledge.schema.rule import RuleText
from backstride.knowledge.schema.screening import Screening
from backstride.knowledge.schema.source import Region, Source
from backstride.knowledge.schema.watch import WatchName

__all__ = ["LibraryError", "load"]


def load(root: Traversable | None = None) -> Library:
    """The library below `root`, by default the one that comes with the package.

    Raises:
        LibraryError: a file does not parse, a field is wrong, or a reference leads nowhere.
    """
    return _packaged() if root is None else _read(root)


def packaged_data() -> Traversable:
    """Where the library's own files are."""
    return files("backstride.knowledge") / "data"


@cache
def _packaged() -> Library:
    return _read(packaged_data())


def _read(root: Traversable) -> Library:
    exercises = [record(file, yaml_of(file), Exercise) for file in files_in(root / "exercises")]
    routines = [record(file, yaml_of(file), Routine) for file in files_in(root / "routines")]
    parameters = [p for file in files_in(root / "parameters") for p in listed(file, Parameter)]
    lessons = [with_text(file, Lesson) for file in files_in(root / "lessons", ".md")]
    library = Library(
        sources=by_id(listed(root / "sources.yaml", Source), "sources.yaml"),
        regions=by_id(listed(root / "regions.yaml", Region), "regions.yaml"),
        parameters=by_id(parameters, "parameters"),
        rule_sets=by_id(listed(root / "rules.yaml", RuleSetVersion), "rules.yaml"),
        screening=record(root / "screening.yaml", yaml_of(root / "screening.yaml"), Screening),
        exercises=by_id(exercises, "exercises"),
        routines=by_id(routines, "routines"),
        lessons=by_id(lessons, "lessons"),
        clinics=by_id(listed(root / "clinics.yaml", Clinic), "clinics.yaml"),
        watch_names={name.exercise: name for name in listed(root / "watch_names.yaml", WatchName)},
        messages=texts(root / "messages.en.yaml"),
        rule_texts=by_id(listed(root / "rule_texts.yaml", RuleText), "rule_texts.yaml"),
        places=by_id(listed(root / "places.yaml", Place), "places.yaml"),
    )
    faults = dangling(library)
    if faults:
        raise LibraryError("\n".join(faults))
    return library
