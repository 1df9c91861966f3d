"""The body and the movements that the figures are drawn from, read apart from the rest of the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

from backstride.knowledge.files import LibraryError, by_id, files_in, record, yaml_of
from backstride.knowledge.library import Library
from backstride.knowledge.loader import load, packaged_data
from backstride.knowledge.movement_names import body_faults, movement_faults
from backstride.knowledge.schema.body import Body
from backstride.knowledge.schema.movement import Movement


@dataclass(frozen=True)
class Figures:
    """The body, and the movements by exercise."""

    body: Body
    movements: Mapping[str, Movement]


def load_figures(root: Traversable | None = None) -> Figures:
    """The figures' data below `root`, by default what comes with the package.

    Raises:
        LibraryError: a file does not parse, a field is wrong, or a name leads nowhere.
    """
    return _packaged() if root is None else _read(root, load(root))


@cache
def _packaged() -> Figures:
    return _read(packaged_data(), load())


def _read(root: Traversable, library: Library) -> Figures:
    body = record(root / "body.yaml", yaml_of(root / "body.yaml"), Body)
    faults = [f"body.yaml: {line}" for line in body_faults(body, library)]
    if faults:
        raise LibraryError("\n".join(faults))
    movements = by_id(list(_movements(root, body, library)), "movements")
    return Figures(body, movements)


def _movements(root: Traversable, body: Body, library: Library) -> Iterator[Movement]:
    faults: list[str] = []
    for file in files_in(root / "movements"):
        try:
            movement = record(file, yaml_of(file), Movement)
        except LibraryError as error:
            faults += [f"movements/{line}" for line in str(error).splitlines()]
            continue
        named = [] if file.name == f"{movement.id}.yaml" else ["id: is not the name of the file"]
        found = [*named, *movement_faults(movement, body, library)]
        faults += [f"movements/{file.name}: {line}" for line in found]
        yield movement
    if faults:
        raise LibraryError("\n".join(faults))
