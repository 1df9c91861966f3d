"""Files to records: YAML and lessons, with every fault named by file and field."""

from collections.abc import Hashable, Iterator
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

RecordT = TypeVar("RecordT", bound=BaseModel)
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LibraryError(ValueError):
    """The library is wrong; the message has a line for each fault, with file, field and reason."""


class _YamlLoader(_SafeLoader):  # type: ignore[misc]
    """YAML in which no key may stand twice; the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value!r} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


def files_in(folder: Traversable, ending: str = ".yaml") -> Iterator[Traversable]:
    """The files of a folder with that ending, by name. Raises LibraryError where there is no folder."""
    if not folder.is_dir():
        raise LibraryError(f"{folder.name}/: the folder is missing")
    yield from sorted((f for f in folder.iterdir() if f.name.endswith(ending)), key=lambda f: f.name)


def yaml_of(file: Traversable) -> Any:
    """The data of a YAML file. Raises LibraryError."""
    try:
        return parsed(file, file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LibraryError(f"{file.name}: the file is missing") from None
    except UnicodeDecodeError as error:
        raise LibraryError(f"{file.name}: not YAML: {' '.join(str(error).split())}") from error


def parsed(file: Traversable, text: str) -> Any:
    """The data of YAML text that stands in a file. Raises LibraryError."""
    try:
        return yaml.load(text, Loader=_YamlLoader)
    except yaml.YAMLError as error:
        raise LibraryError(f"{file.name}: not YAML: {' '.join(str(error).split())}") from error


def record(file: Traversable, data: Any, kind: type[RecordT], where: str = "") -> RecordT:
    """A record from data. Raises LibraryError with a line for each wrong field."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        lines = [
            f"{file.name}: {where}{'.'.join(str(part) for part in e['loc']) or '(whole)'}: {e['msg']}"
            for e in error.errors()
        ]
        raise LibraryError("\n".join(lines)) from error


def listed(file: Traversable, kind: type[RecordT]) -> list[RecordT]:
    """The records of a file that holds a list of them. Raises LibraryError."""
    data = yaml_of(file)
    if not isinstance(data, list):
        raise LibraryError(f"{file.name}: (whole): a list of records is wanted")
    return [record(file, entry, kind, f"{_label(entry, index)}.") for index, entry in enumerate(data)]


def with_text(file: Traversable, kind: type[RecordT]) -> RecordT:
    """A record whose fields stand between two lines of ---, with the text after them as its body."""
    parts = file.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise LibraryError(f"{file.name}: (whole): fields between two lines of --- and a text are wanted")
    fields = parsed(file, parts[1])
    if not isinstance(fields, dict):
        raise LibraryError(f"{file.name}: (whole): fields between two lines of --- are wanted")
    return record(file, {**fields, "body": parts[2]}, kind)


def texts(file: Traversable) -> dict[str, str]:
    """A mapping of ids to text. Raises LibraryError."""
    data = yaml_of(file)
    if not isinstance(data, dict) or not all(isinstance(v, str) for v in data.values()):
        raise LibraryError(f"{file.name}: (whole): a mapping of ids to text is wanted")
    return {str(key): text for key, text in data.items()}


def by_id(records: list[Any], where: str) -> dict[str, Any]:
    """The records by id. Raises LibraryError where one stands twice."""
    found: dict[str, Any] = {}
    for entry in records:
        if entry.id in found:
            raise LibraryError(f"{where}: {entry.id}: the id stands twice")
        found[entry.id] = entry
    return found


def _label(entry: Any, index: int) -> str:
    return str(entry["id"]) if isinstance(entry, dict) and "id" in entry else str(index)
