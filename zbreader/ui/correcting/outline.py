"""The structure of an issue as plain data, without Qt: column, article, paragraph, and what belongs to no article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from zbreader.model.issue import Article, Block, Issue
from zbreader.ui.correcting.source_rows import doubts_by_line

SURE = 0.8  # confidence (0..1) from which a place is not marked as doubtful
_FIRST_WORDS = 60  # characters of a paragraph that are shown


class Part(str, Enum):
    """What a line of the outline is."""

    ROOT = "root"
    ISSUE = "issue"
    COLUMN = "column"
    GROUP = "group"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    REST = "rest"  # over all that belongs to no article
    BLOCK = "block"
    MISSING = "missing"  # over what the contents page names and the text does not have
    ENTRY = "entry"


@dataclass(eq=False, slots=True)
class OutlineNode:
    """One line of the outline. `key` tells it from its sisters; `row` is its place among `parent.children`."""

    part: Part
    key: str
    title: str
    lines: tuple[int, ...] = ()  # of the source
    kind: str = ""  # of a paragraph or a block
    detail: str = ""  # authors
    id: str = ""  # of an article or issue
    count: int = 0  # paragraphs
    confidence: float = 1.0
    doubtful: bool = False
    parent: OutlineNode | None = None
    row: int = 0
    children: list[OutlineNode] = field(default_factory=list)
    number: int = 0  # the model's own name for it; 0 outside a model

    def add(self, child: OutlineNode) -> OutlineNode:
        """Put CHILD last."""
        child.parent, child.row = self, len(self.children)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[OutlineNode]:
        """Everything below this node."""
        for child in self.children:
            yield child
            yield from child.walk()

    def renumber(self) -> None:
        """Give the children their rows again after some came or went."""
        for row, child in enumerate(self.children):
            child.parent, child.row = self, row

    def take(self, other: OutlineNode) -> bool:
        """Say what OTHER says; False when that is nothing new."""
        if self._said() == other._said():
            return False
        self.title, self.lines, self.kind, self.detail = other.title, other.lines, other.kind, other.detail
        self.id, self.count, self.confidence, self.doubtful = other.id, other.count, other.confidence, other.doubtful
        return True

    def _said(self) -> tuple[object, ...]:
        return (
            *(self.title, self.lines, self.kind, self.detail),
            *(self.id, self.count, self.confidence, self.doubtful),
        )


def outline_of(issue: Issue, *, paragraphs: bool = True) -> OutlineNode:
    """The outline of ISSUE below a node for it; without PARAGRAPHS it ends at the articles."""
    top = OutlineNode(Part.ISSUE, issue.id, "", id=issue.id, count=len(issue.articles))
    doubts = {number for number, confidence in doubts_by_line(issue.findings).items() if confidence < SURE}
    known: dict[str, OutlineNode] = {}
    for article in issue.articles:
        place = top
        if article.column:
            place = _over(place, known, Part.COLUMN, article.column)
        if article.group:
            place = _over(place, known, Part.GROUP, article.group)
        node = place.add(_article(article, doubts))
        for paragraph in article.paragraphs if paragraphs else ():
            text = " ".join(paragraph.text[:_FIRST_WORDS].split())
            key = f"{paragraph.kind.value} {paragraph.lines} {text}"
            doubtful = paragraph.confidence < SURE or not doubts.isdisjoint(paragraph.lines)
            node.add(
                OutlineNode(
                    Part.PARAGRAPH,
                    key,
                    text,
                    paragraph.lines,
                    kind=paragraph.kind.value,
                    id=article.id,
                    confidence=paragraph.confidence,
                    doubtful=doubtful,
                )
            )
    if paragraphs:
        _add_rest(top, issue)
    return top


def ranges_said(lines: Iterable[int]) -> str:
    """Line numbers as people write them: 3–5, 9."""
    ranges: list[list[int]] = []
    for number in sorted(set(lines)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in ranges)


def _article(article: Article, doubts: set[int]) -> OutlineNode:
    head = [number for part in article.head for number in part.lines]
    body = [number for paragraph in article.paragraphs for number in paragraph.lines]
    lines = tuple(sorted({*head, *body}))
    return OutlineNode(
        Part.ARTICLE,
        # Its first line names an article better than its headline, which may be what is being corrected.
        f"{min(body or head, default=0)}",
        article.title,
        lines,
        detail="　".join(article.authors),
        id=article.id,
        count=len(article.paragraphs),
        confidence=article.confidence,
        doubtful=article.confidence < SURE or not doubts.isdisjoint(lines),
    )


def _over(place: OutlineNode, known: dict[str, OutlineNode], part: Part, title: str) -> OutlineNode:
    key = f"{place.key}/{title}"
    if key not in known:
        known[key] = place.add(OutlineNode(part, key, title))
    return known[key]


def _add_rest(top: OutlineNode, issue: Issue) -> None:
    if issue.unplaced:
        rest = top.add(OutlineNode(Part.REST, "rest", "", count=len(issue.unplaced)))
        for block in issue.unplaced:
            rest.add(_block(block))
    if issue.missing:
        missing = top.add(OutlineNode(Part.MISSING, "missing", "", count=len(issue.missing), doubtful=True))
        for entry in issue.missing:
            detail = "　".join(entry.authors)
            missing.add(OutlineNode(Part.ENTRY, entry.title, entry.title, entry.lines, detail=detail))


def _block(block: Block) -> OutlineNode:
    text = " ".join(block.text[:_FIRST_WORDS].split())
    return OutlineNode(Part.BLOCK, f"{block.kind} {block.lines} {text}", text, block.lines, kind=block.kind)
