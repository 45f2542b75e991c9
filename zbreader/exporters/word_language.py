"""The little language of Word templates: fields, loops and conditions, and nothing that could do harm.

A template may come from anyone, so a whitelist decides. On top of Jinja's own sandbox there are no calls, no
assignments, no macros and no operators that grow a text; filters are the few below; and all loops of one document
together may take MOST_STEPS steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_STEPS = 2_000_000  # of all loops together
OWN = "自填"  # {{自填.值班领导}}: a field of one's own, asked for before the document is made
_METER = "计步"
_FILTERS = ("default", "d", "join", "length", "count", "first", "last", "trim", "replace", "truncate")
_TESTS = ("defined", "undefined", "none", "string", "odd", "even", "divisibleby", "equalto", "eq")
_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem),
    *(nodes.Slice, nodes.For, nodes.If, nodes.Filter, nodes.Test, nodes.And, nodes.Or, nodes.Not, nodes.Compare),
    *(nodes.Operand, nodes.CondExpr, nodes.Concat, nodes.Add, nodes.Sub, nodes.List, nodes.Tuple, nodes.Keyword),
)


class TooManySteps(Exception):
    """A template whose loops would take too long."""


class TemplateLanguage(ImmutableSandboxedEnvironment):
    """Jinja as far as a sheet needs it. One for each document, because it counts steps."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, cache_size=0)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters["分段"] = _paragraphs
        self.filters[_METER] = self._metered
        self.tests = {name: self.tests[name] for name in _TESTS}
        self._steps = 0

    def _metered(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise TooManySteps
            yield item

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        refuse(tree)
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _METER, [], [], None, None, lineno=loop.lineno)
        return tree


def refuse(tree: nodes.Node) -> None:
    """Raises TemplateSyntaxError at the first thing in TREE that is not of the little language."""
    for node in _all(tree):
        if not isinstance(node, _NODES) or (isinstance(node, nodes.For) and node.recursive):
            raise TemplateSyntaxError(f"不能使用 {type(node).__name__}", getattr(node, "lineno", 1) or 1)
        name = node.name if isinstance(node, (nodes.Filter, nodes.Name)) else ""
        if name in (_METER, "self"):
            raise TemplateSyntaxError(f"不能使用 {name}", node.lineno)


def own_fields(trees: Sequence[nodes.Node]) -> list[str]:
    """The names behind 自填 in TREES, in their order."""
    found = [
        node.attr
        for tree in trees
        for node in tree.find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == OWN
    ]
    return list(dict.fromkeys(found))


def used_names(trees: Sequence[nodes.Node]) -> frozenset[str]:
    """The names that TREES read, without those that their loops give."""
    names: set[str] = set()
    for tree in trees:
        names |= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        names -= {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    return frozenset(names)


def _paragraphs(text: Any) -> list[str]:
    """The lines of TEXT; one empty line when there is none, since a cell needs a paragraph."""
    return str(text).split("\n")


def _all(tree: nodes.Node) -> Iterator[nodes.Node]:
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(node.iter_child_nodes())
