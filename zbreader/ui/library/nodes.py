"""The tree as plain data, without Qt: what stands under what, and what each line shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from zbreader.model.progress import READ_TO_THE_END

if TYPE_CHECKING:
    from zbreader.model.issue import ArticleSummary, IssueSummary


class Kind(str, Enum):
    """What a line of the tree is."""

    ROOT = "root"
    ISSUE = "issue"
    COLUMN = "column"
    GROUP = "group"
    ARTICLE = "article"


class Loading(str, Enum):
    """Whether an issue's articles are known."""

    NO = "no"
    ASKED = "asked"
    YES = "yes"


@dataclass(eq=False, slots=True)
class Node:
    """One line of the tree. `row` is its place among `parent.children`."""

    kind: Kind
    id: str
    title: str
    parent: Node | None = None
    row: int = 0
    notes: int = 0
    read: float = 0.0  # 0..1
    authors: tuple[str, ...] = ()
    is_bookmarked: bool = False
    loading: Loading = Loading.YES
    children: list[Node] = field(default_factory=list)
    number: int = 0  # the model's own name for it; 0 outside a model

    @property
    def is_read(self) -> bool:
        return self.read >= READ_TO_THE_END

    def add(self, child: Node) -> Node:
        """Put CHILD last."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child

    def articles(self) -> Iterator[Node]:
        """The articles at and below this node, in the order shown."""
        if self.kind is Kind.ARTICLE:
            yield self
        for child in self.children:
            yield from child.articles()

    def walk(self) -> Iterator[Node]:
        """Everything below this node."""
        for child in self.children:
            yield child
            yield from child.walk()

    def shape(self) -> list[tuple[Kind, str, str]]:
        """Which lines stand below this node, each with what it stands under; titles, counts and read states aside."""
        return [(node.kind, node.id, node.parent.id if node.parent else "") for node in self.walk()]

    def renumber(self) -> None:
        """Give the children their rows again after one came or went."""
        for row, child in enumerate(self.children):
            child.parent, child.row = self, row


def issue_node(summary: IssueSummary) -> Node:
    """The line of one issue, its articles not yet known."""
    return Node(Kind.ISSUE, summary.id, summary.title, notes=summary.notes, loading=Loading.NO)


def article_tree(issue_id: str, articles: Sequence[ArticleSummary]) -> Node:
    """An issue and what stands under it: columns and groups where their first article is, articles in reading order."""
    top = Node(Kind.ISSUE, issue_id, "")
    known: dict[str, Node] = {}
    for article in articles:
        place = top
        if article.column:
            place = _part(place, known, Kind.COLUMN, f"{issue_id}/{article.column}", article.column)
        if article.group:
            place = _part(place, known, Kind.GROUP, f"{place.id}/{article.group}", article.group)
        place.add(
            Node(
                Kind.ARTICLE,
                article.id,
                article.title,
                notes=article.notes,
                read=article.read_fraction,
                authors=article.authors,
                is_bookmarked=article.is_bookmarked,
            )
        )
    return top


def _part(place: Node, known: dict[str, Node], kind: Kind, node_id: str, title: str) -> Node:
    if node_id not in known:
        known[node_id] = place.add(Node(kind, node_id, title))
    return known[node_id]
