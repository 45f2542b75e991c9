"""Issue, article and paragraph: what an import gives and the library keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from zbreader.model.message import Message


class ParagraphKind(str, Enum):
    """What a paragraph is on the page."""

    BODY = "body"
    HEADING = "heading"  # 小标题
    CAPTION = "caption"  # picture caption or QR label
    QUOTE = "quote"  # 引文 set apart
    SOURCE = "source"  # ——出处 of a quotation
    LABEL = "label"  # label of an item in a digest column (·声音·), author's biography box heading …


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as a reader sees it, mended, with the source lines (1-based) it was made from."""

    kind: ParagraphKind
    text: str
    lines: tuple[int, ...] = ()
    confidence: float = 1.0  # of the joins inside it, 0..1


@dataclass(frozen=True, slots=True)
class IssueIdentity:
    """What the masthead prints; None where the source has none."""

    magazine: str | None = None
    half: str | None = None  # 上半月 or 下半月
    year: int | None = None
    number: int | None = None  # number within the year
    serial: int | None = None  # 总第N期
    publish_day: str | None = None


@dataclass(frozen=True, slots=True)
class HeadPart:
    """Source lines (1-based) that stand at an article's head: headline, kicker, subtitle, byline, author_note."""

    kind: str
    lines: tuple[int, ...]
    text: str = ""  # a byline as it was printed, with the marks (文/…) that names and note no longer show


@dataclass(frozen=True, slots=True)
class Article:
    """One article, whole and in reading order. Its text is its paragraphs joined by one line feed."""

    id: str
    title: str
    column: str | None = None  # 栏目
    group: str | None = None  # 专题 inside a column
    kicker: str | None = None  # 肩题
    subtitle: str | None = None  # 副题
    authors: tuple[str, ...] = ()
    author_note: str | None = None
    page: int | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    confidence: float = 1.0  # of headline and byline, 0..1
    head: tuple[HeadPart, ...] = ()

    @property
    def text(self) -> str:
        """The article's text, in which annotation offsets (code points) count."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Block:
    """Text of no article. Kinds: contents, masthead, notice, advertisement, qr, intro, running_head, artifact."""

    kind: str
    text: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One entry of the contents page (目录)."""

    title: str
    column: str | None = None
    group: str | None = None
    authors: tuple[str, ...] = ()
    page: int | None = None
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule was unsure of, for a person to look at: the rule's name, source lines (1-based) and one sentence."""

    rule: str
    lines: tuple[int, ...]
    message: Message
    confidence: float = 0.5  # that the importer's own choice is right, 0..1


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue (期): identity, articles in reading order, and everything else that stood in the source."""

    id: str
    identity: IssueIdentity = field(default_factory=IssueIdentity)
    articles: tuple[Article, ...] = ()
    unplaced: tuple[Block, ...] = ()
    missing: tuple[ContentsEntry, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueSummary:
    """One row of the list of issues."""

    id: str
    identity: IssueIdentity
    title: str  # what a person calls it: 《刊名》2024年第7期（上半月） or the file's name
    articles: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article in the tree, without its text."""

    id: str
    issue_id: str
    title: str
    column: str | None = None
    group: str | None = None
    authors: tuple[str, ...] = ()
    notes: int = 0
    read_fraction: float = 0.0  # how far it was read, 0..1
    is_bookmarked: bool = False


@dataclass(frozen=True, slots=True)
class TitledArticle:
    """An article found by its title, and what a person calls its issue."""

    id: str
    title: str
    issue: str
