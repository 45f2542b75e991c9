"""What the rules work on: an import half done. Every value is frozen; a rule returns a changed copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from zbreader.importers.continuity import Language
from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.issue import Finding, IssueIdentity
from zbreader.model.message import Message


class Role(str, Enum):
    """What a line is. TEXT is the honest default: nothing has been recognised, so it belongs to an article's text."""

    TEXT = "text"
    HEADLINE = "headline"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    AUTHOR_NOTE = "author_note"
    HEADING = "heading"
    CAPTION = "caption"
    LABEL = "label"
    SOURCE = "source"
    QUOTE = "quote"
    END_MARK = "end_mark"
    CONTENTS = "contents"
    MASTHEAD = "masthead"
    NOTICE = "notice"
    ADVERTISEMENT = "advertisement"
    QR = "qr"
    INTRO = "intro"
    RUNNING_HEAD = "running_head"
    ARTIFACT = "artifact"


FURNITURE = frozenset(
    {
        Role.CONTENTS,
        Role.MASTHEAD,
        Role.NOTICE,
        Role.ADVERTISEMENT,
        Role.QR,
        Role.INTRO,
        Role.RUNNING_HEAD,
        Role.ARTIFACT,
    }
)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line of the source (or several that were one before a converter wrapped it), with what it was taken for."""

    numbers: tuple[int, ...]  # source lines, 1-based
    text: str
    raw: str = ""  # as the source has it
    gap: int = 0  # blank lines before it
    level: int | None = None  # headline level its markup claims
    bold: bool = False
    indented: bool = False  # begins with the blank of a paragraph
    ended: bool = False  # an end-of-article ornament stood here
    role: Role = Role.TEXT


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph to be: indexes of its lines in reading order, and how sure their joining is."""

    role: Role
    at: tuple[int, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """One article to be. Numbers are indexes into ImportDraft.lines."""

    headline: tuple[int, ...]
    title: str
    entry: int | None = None  # index into ImportDraft.entries
    kicker: tuple[int, ...] = ()
    subtitle: tuple[int, ...] = ()
    bylines: tuple[int, ...] = ()
    flow: tuple[int, ...] = ()  # lines of the text in reading order
    pieces: tuple[Piece, ...] = ()
    authors: tuple[str, ...] = ()
    author_note: str | None = None
    column: str | None = None
    group: str | None = None
    page: int | None = None
    digest: bool = False  # made of small items, each with its own label
    confidence: float = 1.0
    known_as: str | None = None  # the headline that makes its id, where a person gave it another
    added: bool = False  # by a person, so that it takes no other article's id


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the contents page; `at` are indexes into ImportDraft.lines."""

    at: tuple[int, ...]
    title: str
    authors: tuple[str, ...] = ()
    page: int | None = None
    column: str | None = None
    group: str | None = None
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """The whole import between two rules."""

    name: str
    lines: tuple[DraftLine, ...]
    vocabulary: Vocabulary
    language: Language = field(default_factory=Language.empty)
    identity: IssueIdentity = field(default_factory=IssueIdentity)
    picture_gap: int = 2  # blank lines that stand where a picture was
    indents: bool = False  # paragraphs begin with a blank here, so that a line without one begins none
    entries: tuple[Entry, ...] = ()
    articles: tuple[DraftArticle, ...] = ()
    findings: tuple[Finding, ...] = ()

    def numbers(self, at: Iterable[int]) -> tuple[int, ...]:
        """Source line numbers of lines given by index, sorted."""
        return tuple(sorted({number for index in at for number in self.lines[index].numbers}))

    def with_roles(self, roles: Mapping[int, Role]) -> ImportDraft:
        """The draft with other roles for some lines (index -> role)."""
        if not roles:
            return self
        lines = tuple(
            replace(line, role=roles[index]) if index in roles and line.role is not roles[index] else line
            for index, line in enumerate(self.lines)
        )
        return replace(self, lines=lines)

    def with_findings(self, *findings: Finding) -> ImportDraft:
        """The draft with more findings."""
        return replace(self, findings=self.findings + findings) if findings else self

    def finding(self, rule: str, at: Iterable[int], message: Message, confidence: float) -> Finding:
        """A finding about lines given by index."""
        return Finding(rule=rule, lines=self.numbers(at), message=message, confidence=round(confidence, 2))

    def next_text(self, index: int, step: int = 1) -> int | None:
        """The nearest line after (or, with step -1, before) an index that is no furniture; None at the end."""
        index += step
        while 0 <= index < len(self.lines):
            if self.lines[index].role not in FURNITURE:
                return index
            index += step
        return None
