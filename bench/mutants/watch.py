"""Which lines of the mutated files a test runs, by marks in their functions: tracing calls takes longer."""

import ast
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from bench.mutants.patch import NotPatched, find, raw

MARK = "_mark_of_a_line_that_is_run"
Seen = set[tuple[str, int, int]]


@contextmanager
def watched(modules: Mapping[Path, ModuleType]) -> Iterator[Seen]:
    """Collects the statements run in these modules while the context is open: file, first and last line.

    A statement with others in it counts with the lines before them.
    """
    seen: Seen = set()
    before: list[tuple[FunctionType, CodeType]] = []
    try:
        for file, module in modules.items():
            before += _mark(file, module, seen)
        yield seen
    finally:
        for function, code in before:
            function.__code__ = code


def _mark(file: Path, module: ModuleType, seen: Seen) -> Iterator[tuple[FunctionType, CodeType]]:
    """Puts marks into every function of a module; gives each as it was."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = list(_functions(tree.body, ()))
    for _, node in functions:
        _Marks(str(module.__file__)).visit(node)
    code = compile(ast.fix_missing_locations(tree), str(module.__file__), "exec")
    vars(module)[MARK] = seen.add
    for steps, _ in functions:
        try:
            function = raw(module, steps)
        except NotPatched:
            continue
        marked = find(code, ".".join(steps))
        if marked is not None:
            yield function, function.__code__
            function.__code__ = marked


def _functions(
    body: list[ast.stmt], owners: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], ast.FunctionDef]]:
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield (*owners, node.name), node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, (*owners, node.name))


class _Marks(ast.NodeTransformer):
    """Puts a mark before each statement within a function."""

    def __init__(self, file: str) -> None:
        self._file = file

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                setattr(node, field, [each for stmt in value for each in (self._mark(stmt), stmt)])
        return node

    def _mark(self, node: ast.stmt) -> ast.stmt:
        inside = [below.lineno for below in ast.iter_child_nodes(node) if isinstance(below, ast.stmt)]
        last = max(node.lineno, min(inside) - 1) if inside else node.end_lineno or node.lineno
        place = ast.Tuple([ast.Constant(value) for value in (self._file, node.lineno, last)], ast.Load())
        call = ast.Call(ast.Name(MARK, ast.Load()), [place], [])
        return ast.copy_location(ast.Expr(call), node)
