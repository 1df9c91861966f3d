"""The mutants of a module, each with its place and what it changes."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from bench.mutants.slips import slips

_SKIPPED_FIELDS = ("annotation", "returns", "decorator_list", "bases", "format_spec")


@dataclass(frozen=True)
class Mutant:
    """The `slip`-th slip of the `site`-th node of a source.

    `owner`: the function or method that it lies in, or the name that is assigned, dotted.
    """

    source: str
    file: str
    owner: str
    line: int
    last_line: int
    site: int
    slip: int
    before: str
    after: str

    @property
    def name(self) -> str:
        """What stays the same when lines are moved."""
        return f"{self.file} {self.owner}: {self.before} -> {self.after}"

    def tree(self) -> ast.Module:
        """The module with the slip in it."""
        tree = ast.parse(self.source)
        sites = list(_sites(tree))
        site = sites[self.site]
        site.put(list(slips(site.node))[self.slip])
        return ast.fix_missing_locations(tree)


@dataclass(frozen=True)
class _Site:
    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    owner: str

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(source: str, file: str) -> Iterator[Mutant]:
    """Every mutant of a source, in the order of the text."""
    for number, site in enumerate(_sites(ast.parse(source))):
        for n, after in enumerate(slips(site.node)):
            first, last = _lines(site)
            yield Mutant(source, file, site.owner, first, last, number, n, _text(site.node), _text(after))


def readers(source: str, name: str) -> list[int]:
    """The lines of a module that read a name of it."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]


def _lines(site: _Site) -> tuple[int, int]:
    """The lines of a site; for a comprehension those of what it belongs to."""
    node = site.node if hasattr(site.node, "lineno") else site.parent
    if isinstance(node, ast.If | ast.While):
        node = node.test
    return getattr(node, "lineno", 1), getattr(node, "end_lineno", None) or 1


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.If | ast.While):
        return f"if {ast.unparse(node.test)}"
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 100 else text[:97] + "..."


def _sites(tree: ast.Module) -> Iterator[_Site]:
    yield from _below(tree, ())


def _below(parent: ast.AST, owners: tuple[str, ...]) -> Iterator[_Site]:
    for field, value in ast.iter_fields(parent):
        if field in _SKIPPED_FIELDS:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(node, ast.AST) or _passed_over(node):
                continue
            inside = owners + _named(node, owners)
            yield _Site(node, parent, field, index, ".".join(inside))
            yield from _below(node, inside)


def _named(node: ast.AST, owners: tuple[str, ...]) -> tuple[str, ...]:
    """What a node adds to the owner. What lies within a function belongs to the outermost one."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return (
            ()
            if _in_function(owners)
            else (f"{node.name}()" if isinstance(node, ast.FunctionDef) else node.name,)
        )
    if isinstance(node, ast.Assign) and not _in_function(owners) and isinstance(node.targets[0], ast.Name):
        return (f"={node.targets[0].id}",)
    if isinstance(node, ast.AnnAssign) and not _in_function(owners) and isinstance(node.target, ast.Name):
        return (f"={node.target.id}",)
    return ()


def _in_function(owners: tuple[str, ...]) -> bool:
    return bool(owners) and owners[-1].endswith("()")


def _passed_over(node: ast.AST) -> bool:
    """Texts filled in for people, docstrings, what is exported, and types that are written as values."""
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        return True
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    typed = (
        isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"
    )
    return docstring or typed or isinstance(node, ast.JoinedStr)
