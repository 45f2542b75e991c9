"""Annotations: highlights, notes and bookmarks, as their owner made them."""

from __future__ import annotations

from dataclasses import dataclass

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.person import person_key
from zbreader.model.selector import Anchor, AnchorState, Selectors


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is about. The descriptive fields let a copy converted by someone else be matched."""

    issue_id: str
    article_id: str
    issue_label: str = ""  # 《刊名》2024年第7期（上半月）
    article_title: str = ""
    selectors: Selectors | None = None  # None: the whole article (Bookmark)


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation in one revision. Times are ISO 8601 in UTC with milliseconds, as the owner's clock said."""

    id: str  # UUIDv7
    target: Target
    creator: str = ""
    created: str = ""
    modified: str = ""
    revision: int = 1  # counts edits; never goes down
    style: MarkStyle = MarkStyle.HIGHLIGHT
    color: HighlightColor = HighlightColor.YELLOW
    note: str | None = None
    tags: tuple[str, ...] = ()
    deleted: bool = False  # a tombstone: kept so that a merge does not bring it back
    conflict_of: str | None = None  # id of the note this one was kept beside when a merge found both edited
    creator_id: str = ""  # the creator's, as `Person.id`; empty where only a name is known
    group: str = ""  # the creator's, as it is called now
    original: str = ""  # another program's JSON of it, as it came; empty for what was made here

    @property
    def creator_key(self) -> str:
        """Whose it is, whatever they are called: see `person_key`. Empty: nobody's."""
        return person_key(self.creator_id, self.creator)

    @property
    def is_bare_bookmark(self) -> bool:
        """Whether it tells where one was and nothing else: neither passage, note nor tag."""
        return self.target.selectors is None and not self.note and not self.tags


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with the place it has in today's text."""

    annotation: Annotation
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """Which annotations are meant; a None field does not restrict. Tags: all of them must be there."""

    issue_id: str | None = None
    article_id: str | None = None
    author: str | None = None  # a name
    tags: tuple[str, ...] = ()
    color: HighlightColor | None = None
    text: str | None = None  # somewhere in quote, note or tags
    ids: frozenset[str] | None = None
    order: tuple[str, ...] = ()  # ids in the order wanted; empty: reading order, and what is not named comes last
    whole_article: bool | None = None  # True: bookmarks alone, False: passages alone
    state: AnchorState | None = None  # found as it was, found repaired, or without a place
    has_note: bool | None = None  # whether something is written about it
    people: frozenset[str] | None = None  # `Annotation.creator_key`s
