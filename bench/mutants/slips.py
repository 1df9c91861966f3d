"""The slips: for a piece of syntax, the pieces that may stand in its place."""

import ast
from collections.abc import Iterator
from copy import deepcopy

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor"}
_PLAIN = (ast.Compare, ast.BoolOp, ast.UnaryOp)  # conditions that have slips of their own


def slips(node: ast.AST) -> Iterator[ast.AST]:
    """Each node that may stand in place of this one."""
    if isinstance(node, ast.Compare):
        yield from _compare(node)
    elif isinstance(node, ast.BoolOp):
        yield from _bool(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in _BINARY:
        yield ast.BinOp(node.left, _BINARY[type(node.op)](), node.right)
    elif isinstance(node, ast.Constant):
        yield from _constant(node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _NAMES:
        yield ast.Call(ast.Name(_NAMES[node.func.id], ast.Load()), node.args, node.keywords)
    elif isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    elif isinstance(node, ast.comprehension):
        yield from _comprehension(node)
    elif isinstance(node, ast.If | ast.While) and not isinstance(node.test, _PLAIN):
        changed = deepcopy(node)
        changed.test = ast.UnaryOp(ast.Not(), node.test)
        yield changed
    elif (
        isinstance(node, ast.AugAssign)
        or (isinstance(node, ast.Expr) and _works(node.value))
        or isinstance(node, ast.Break | ast.Continue)
    ):
        yield ast.Pass()


def _works(value: ast.expr) -> bool:
    return isinstance(value, ast.Call | ast.Yield | ast.YieldFrom)


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for n, op in enumerate(node.ops):
        changed = deepcopy(node)
        changed.ops[n] = _COMPARE[type(op)]()
        yield changed


def _bool(node: ast.BoolOp) -> Iterator[ast.AST]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield ast.BoolOp(other, node.values)
    for n in range(len(node.values)):
        left = [value for k, value in enumerate(node.values) if k != n]
        yield left[0] if len(left) == 1 else ast.BoolOp(node.op, left)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield ast.Constant(node.value + 1)
    elif isinstance(node.value, str) and node.value and " " not in node.value:  # no sentences
        yield ast.Constant(f"not {node.value}")


def _comprehension(node: ast.comprehension) -> Iterator[ast.AST]:
    for n in range(len(node.ifs)):
        changed = deepcopy(node)
        del changed.ifs[n]
        yield changed
