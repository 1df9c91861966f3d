"""A mutant put into the running process, in place, so that everybody who imported the function has it."""

import sys
from collections.abc import Sequence
from functools import cached_property
from types import CodeType, FunctionType, ModuleType
from typing import Any

from bench.mutants.mutants import Mutant


class NotPatched(Exception):
    """The slip lies where nothing can be put in place: a default of a class or of an argument."""


def patch(mutant: Mutant, module: ModuleType) -> None:
    """Puts the mutant into its module.

    Raises:
        NotPatched: it lies outside of functions and of the module's own names.
    """
    code = compile(mutant.tree(), str(module.__file__), "exec")
    steps = [step for step in mutant.owner.split(".") if step]
    if not steps:
        raise NotPatched
    if steps[-1].endswith("()"):
        _function(module, [step.removesuffix("()") for step in steps], code)
    elif len(steps) == 1 and steps[0].startswith("="):
        _value(module, steps[0][1:], code)
    else:
        raise NotPatched


def _function(module: ModuleType, steps: list[str], code: CodeType) -> None:
    function = raw(module, steps)
    changed = find(code, ".".join(steps))
    if changed is None or changed == function.__code__:  # a default is no part of the code
        raise NotPatched
    function.__code__ = changed


def raw(module: ModuleType, steps: Sequence[str]) -> FunctionType:
    """The function that these names lead to, below its decorators. Raises NotPatched where there is none."""
    found: Any = module
    for step in steps:
        found = vars(found)[step]
    for attribute in ("__func__", "fget", "func", "__wrapped__"):
        if (
            isinstance(found, classmethod | staticmethod | property | cached_property)
            or attribute == "__wrapped__"
        ):
            found = getattr(found, attribute, found)
    if not isinstance(found, FunctionType):
        raise NotPatched
    return found


def find(code: CodeType, name: str) -> CodeType | None:
    """The code of that qualified name within other code."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_qualname == name:
                return constant
            found = find(constant, name)
            if found is not None:
                return found
    return None


def _value(module: ModuleType, name: str, code: CodeType) -> None:
    fresh: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(code, fresh)
    old, new = getattr(module, name), fresh[name]
    for other in list(sys.modules.values()):
        if isinstance(other, ModuleType) and vars(other).get(name) is old:
            setattr(other, name, new)


def module_of(file: str) -> str:
    """The module of a file below src: `backstride/screening/due.py` is `backstride.screening.due`."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
