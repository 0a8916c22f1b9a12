"""The small changes: which there are in a file, and the file with one of them."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_OPPOSITE: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the number of its line, and what stands there before and after."""

    line: int
    before: str
    after: str


def how_many(source: str) -> int:
    """Return how many changes a file allows."""
    walk = _Walk(-1)
    walk.visit(ast.parse(source))
    return walk.number + 1


def mutated(source: str, number: int) -> tuple[ast.Module, Mutation]:
    """Return a file with one of its changes, which are counted from 0, and what that is."""
    walk = _Walk(number)
    tree = ast.parse(source)
    tree.body = [statement for statement in map(walk.visit, tree.body) if isinstance(statement, ast.stmt)]
    ast.fix_missing_locations(tree)
    if walk.mutation is None:
        raise IndexError(number)
    return tree, walk.mutation


class _Walk(ast.NodeTransformer):
    """Counts the changes from top to bottom, and makes the one that is wanted."""

    def __init__(self, wanted: int) -> None:
        self.number = -1
        self.mutation: Mutation | None = None
        self._wanted = wanted
        self._decorators: set[ast.expr] = set()

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr) and node in self._decorators:
            return node  # frozen, slotted: no test is to notice
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            self._decorators |= {*node.decorator_list}
        for changed in _changes(node):
            self.number += 1
            if self.number == self._wanted:
                self.mutation = Mutation(getattr(node, "lineno", 0), _first_line(node), _first_line(changed))
                return ast.copy_location(changed, node)
        return self.generic_visit(node)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node; texts stay, for what they say is not the tests' matter."""
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return
        case ast.If() | ast.IfExp():
            yield _with(node, test=ast.Constant(value=True))
            yield _with(node, test=ast.Constant(value=False))
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool() | int() as value):
            yield ast.Constant(value=not value if isinstance(value, bool) else value + 1)
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case _:
            yield from _other_operators(node)


def _other_operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[operator]):
            yield _with(node, ops=[_OPPOSITE[type(operator)]()])
        case ast.BoolOp():
            yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            yield _with(node, op=ast.Sub() if isinstance(node.op, ast.Add) else ast.Add())


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _first_line(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split("\n", 1)[0]
