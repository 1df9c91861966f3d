"""Reads the library's files, and refuses a wrong one by naming the file and the field."""

from collections.abc import Hashable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from backstride.knowledge.library import Library
from backstride.knowledge.references import dangling
from backstride.knowledge.schema.exercise import Exercise
from backstride.knowledge.schema.parameter import Parameter, RuleSetVersion
from backstride.knowledge.schema.routine import Routine
from backstride.knowledge.schema.screening import Screening
from backstride.knowledge.schema.source import Region, Source

RecordT = TypeVar("RecordT", bound=BaseModel)
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _YamlLoader(_SafeLoader):  # type: ignore[misc]
    """YAML in which no key may stand twice; the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


class LibraryError(ValueError):
    """The library is wrong; the message has a line for each fault, with file, field and reason."""


def load(root: Traversable | None = None) -> Library:
    """The library below `root`, by default the one that comes with the package.

    Raises:
        LibraryError: a file does not parse, a field is wrong, or a reference leads nowhere.
    """
    return _packaged() if root is None else _read(root)


@cache
def _packaged() -> Library:
    return _read(files("backstride.knowledge") / "data")


def _read(root: Traversable) -> Library:
    library = Library(
        sources=_by_id(_list(root / "sources.yaml", Source), "sources.yaml"),
        regions=_by_id(_list(root / "regions.yaml", Region), "regions.yaml"),
        parameters=_by_id(
            [p for file in _files(root / "parameters") for p in _list(file, Parameter)], "parameters"
        ),
        rule_sets=_by_id(_list(root / "rules.yaml", RuleSetVersion), "rules.yaml"),
        screening=_record(root / "screening.yaml", _yaml(root / "screening.yaml"), Screening),
        exercises=_by_id(
            [_record(file, _yaml(file), Exercise) for file in _files(root / "exercises")], "exercises"
        ),
        routines=_by_id(
            [_record(file, _yaml(file), Routine) for file in _files(root / "routines")], "routines"
        ),
        messages=_messages(root / "messages.en.yaml"),
    )
    faults = dangling(library)
    if faults:
        raise LibraryError("\n".join(faults))
    return library


def _files(folder: Traversable) -> Iterator[Traversable]:
    if not folder.is_dir():
        raise LibraryError(f"{folder.name}/: the folder is missing")
    yield from sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)


def _yaml(file: Traversable) -> Any:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_YamlLoader)
    except FileNotFoundError:
        raise LibraryError(f"{file.name}: the file is missing") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LibraryError(f"{file.name}: not YAML: {' '.join(str(error).split())}") from error


def _record(file: Traversable, data: Any, kind: type[RecordT], where: str = "") -> RecordT:
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        lines = [
            f"{file.name}: {where}{'.'.join(str(part) for part in e['loc']) or '(whole)'}: {e['msg']}"
            for e in error.errors()
        ]
        raise LibraryError("\n".join(lines)) from error


def _list(file: Traversable, kind: type[RecordT]) -> list[RecordT]:
    data = _yaml(file)
    if not isinstance(data, list):
        raise LibraryError(f"{file.name}: (whole): a list of records is wanted")
    return [_record(file, entry, kind, f"{_label(entry, index)}.") for index, entry in enumerate(data)]


def _label(entry: Any, index: int) -> str:
    return str(entry["id"]) if isinstance(entry, dict) and "id" in entry else str(index)


def _by_id(records: list[Any], where: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        if record.id in found:
            raise LibraryError(f"{where}: {record.id}: the id stands twice")
        found[record.id] = record
    return found


def _messages(file: Traversable) -> dict[str, str]:
    data = _yaml(file)
    if not isinstance(data, dict) or not all(isinstance(v, str) for v in data.values()):
        raise LibraryError(f"{file.name}: (whole): a mapping of message ids to text is wanted")
    return {str(key): text for key, text in data.items()}
