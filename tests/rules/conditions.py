"""Finds the conditions of a module and lets a probe see each of them.

A condition is the test of an `if` (a statement or an expression), a part of an `or` or `and` that
is only asked for its truth, or the filter of a comprehension. `x or default` is none of these.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

PROBE = "__rule__"


@dataclass(frozen=True)
class Condition:
    """A condition and where it stands; `neutral` is its truth where it does nothing.

    An `if` and a part of an `or` do something where they hold; a part of an `and` and a filter
    where they do not.
    """

    file: str  # below src/briefkit
    line: int
    function: str
    kind: str  # if | or | and | filter; of a table, row
    source: str

    @property
    def neutral(self) -> bool:
        return self.kind in ("and", "filter")


class Instrument(ast.NodeTransformer):
    """Wraps the conditions of one module's functions, `found` taking a note of each."""

    def __init__(self, file: str, source: str, found: list[Condition]) -> None:
        self.file = file
        self.source = source
        self.found = found
        self.functions: list[tuple[str, bool]] = []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        says = isinstance(node.returns, ast.Name) and node.returns.id == "bool"
        self.functions.append((node.name, says))
        node.body = [self.visit(statement) for statement in node.body]
        self.functions.pop()
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self._wrapped(node.test, "if")
        node.body = [self.visit(statement) for statement in node.body]
        node.orelse = [self.visit(statement) for statement in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test = self._wrapped(node.test, "if")
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_While(self, node: ast.While) -> ast.AST:
        node.test = self._parts(node.test)
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.iter = self.visit(node.iter)
        node.ifs = [self._wrapped(test, "filter") for test in node.ifs]
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if node.value is not None:
            says = bool(self.functions) and self.functions[-1][1]
            node.value = self._parts(node.value) if says else self.visit(node.value)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        inner = node.args[0] if node.args else None
        asks = isinstance(node.func, ast.Name) and node.func.id in ("any", "all")
        if asks and isinstance(inner, ast.GeneratorExp):
            inner.generators = [self.visit(part) for part in inner.generators]
            inner.elt = self._parts(inner.elt)
            return node
        return self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not):
            node.operand = self._parts(node.operand)
            return node
        return self.generic_visit(node)

    def _parts(self, test: ast.expr) -> ast.expr:
        """A test whose parts are wrapped, itself not."""
        if not isinstance(test, ast.BoolOp):
            return self._visited(test)
        kind = "or" if isinstance(test.op, ast.Or) else "and"
        test.values = [self._wrapped(part, kind) for part in test.values]
        return test

    def _visited(self, node: ast.expr) -> ast.expr:
        visited = self.visit(node)
        assert isinstance(visited, ast.expr)
        return visited

    def _wrapped(self, test: ast.expr, kind: str) -> ast.expr:
        if not self.functions:
            return self._visited(test)
        number = len(self.found)
        source = " ".join((ast.get_source_segment(self.source, test) or "").split())
        name = self.functions[-1][0]
        self.found.append(Condition(self.file, test.lineno, name, kind, source))
        call = ast.Call(ast.Name(PROBE, ast.Load()), [ast.Constant(number), self._parts(test)], [])
        return ast.copy_location(call, test)


def instrumented(file: str, source: str, found: list[Condition]) -> Any:
    """The code of a module in which every condition asks the probe."""
    tree = Instrument(file, source, found).visit(ast.parse(source))
    return compile(ast.fix_missing_locations(tree), file, "exec")
