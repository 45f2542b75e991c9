"""Corrections: what a person put right about an import, kept as data beside the untouched source.

A correction names lines of the source (1-based), never places in the result, so that it outlives a better importer. A
line that holds two things (a label and a headline) is corrected as one, except where a change has a place (`start`)
within it; a part of a line reaches to the next such place. Places are code points of `SourceLine.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar


class LineKind(str, Enum):
    """What a person can say lines are: a paragraph's kind, or a part of their article's head."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"
    SOURCE = "source"
    LABEL = "label"
    HEADLINE = "headline"
    KICKER = "kicker"
    SUBTITLE = "subtitle"
    BYLINE = "byline"


class FurnitureKind(str, Enum):
    """What lines that belong to no article are."""

    CONTENTS = "contents"
    MASTHEAD = "masthead"
    NOTICE = "notice"
    ADVERTISEMENT = "advertisement"
    QR = "qr"
    INTRO = "intro"
    RUNNING_HEAD = "running_head"
    ARTIFACT = "artifact"


@dataclass(frozen=True, slots=True)
class Split:
    """An article begins here. `lines` are its headline, or (headed False) the first lines of its text.

    title None: what these lines say. start: only the part of the one line that begins there; None: whole lines.
    """

    name: ClassVar[str] = "split"
    lines: tuple[int, ...]
    title: str | None = None
    headed: bool = True
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """The article that has these lines goes on the one before it; its headline becomes a heading."""

    name: ClassVar[str] = "merge"
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """These lines stand after the line `after`, in the article that has that line."""

    name: ClassVar[str] = "move"
    lines: tuple[int, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Retitle:
    """The article that has these lines is called so."""

    name: ClassVar[str] = "retitle"
    lines: tuple[int, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Reauthor:
    """The article that has these lines is by these people."""

    name: ClassVar[str] = "reauthor"
    lines: tuple[int, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regroup:
    """The article that has these lines stands in this column (栏目) and group (专题); None: in none."""

    name: ClassVar[str] = "regroup"
    lines: tuple[int, ...]
    column: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """The paragraph of the first line goes on in the second, whose paragraph goes on behind it."""

    name: ClassVar[str] = "join"
    lines: tuple[int, ...]  # two


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph begins with this line, or with its character `start`."""

    name: ClassVar[str] = "cut"
    lines: tuple[int, ...]  # one
    start: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """These lines are headings, captions …; each kind of their article's head leaves its text.

    start: only the part of the one line that begins there; None: whole lines.
    """

    name: ClassVar[str] = "kind"
    lines: tuple[int, ...]
    kind: LineKind
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """These lines belong to no article. start: only the part of the one line that begins there; None: whole lines."""

    name: ClassVar[str] = "furniture"
    lines: tuple[int, ...]
    kind: FurnitureKind
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """In this line the characters [start, end), which read `old`, read `new`. Of two that overlap the later counts."""

    name: ClassVar[str] = "mend"
    lines: tuple[int, ...]  # one
    start: int
    end: int
    old: str
    new: str


Change = Split | Merge | Move | Retitle | Reauthor | Regroup | Join | Cut | Kind | Furniture | Mend

CHANGES: dict[str, type[Change]] = {
    change.name: change for change in (Split, Merge, Move, Retitle, Reauthor, Regroup, Join, Cut, Kind, Furniture, Mend)
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One change by one person. created: ISO 8601 in UTC with milliseconds."""

    id: str  # UUIDv7
    change: Change
    creator: str = ""
    created: str = ""


def lines_named(change: Change) -> tuple[int, ...]:
    """Every source line a change speaks of."""
    return (*change.lines, change.after) if isinstance(change, Move) else change.lines
