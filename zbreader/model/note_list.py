"""How all notes of a library are listed: in which order, under which headings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class NoteOrder(str, Enum):
    """What notes are sorted by."""

    READING = "reading"  # as the issues and articles stand
    NEWEST = "newest"  # last edited first
    OLDEST = "oldest"  # first made first
    ARTICLE = "article"  # by the article's title
    AUTHOR = "author"  # by who wrote it
    GIVEN = "given"  # as AnnotationFilter.order names them


class NoteGrouping(str, Enum):
    """What notes are gathered under."""

    NONE = "none"
    ISSUE = "issue"
    ARTICLE = "article"
    TAG = "tag"  # a note stands under each of its tags
    AUTHOR = "author"
    COLOR = "color"


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """One heading and the ids of the notes under it. `key`: an id or a value; `label`: what a person reads, or ""."""

    key: str
    label: str
    annotations: tuple[str, ...]
