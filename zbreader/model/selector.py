"""W3C Web Annotation selectors, and what resolving them gives. All offsets are code points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

CONTEXT_LENGTH = 32  # code points of prefix and suffix, as commands and formats promise


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The words themselves with up to CONTEXT_LENGTH code points on either side (W3C Web Annotation, 4.2.4)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """Half-open range of code points in the article's text (W3C Web Annotation, 4.2.5)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Selectors:
    """How a mark is stored: the quote finds it again, the position makes finding it cheap."""

    quote: TextQuoteSelector
    position: TextPositionSelector


class AnchorState(str, Enum):
    """How a mark was found again."""

    EXACT = "exact"  # the same words at a place that is certain
    REPAIRED = "repaired"  # found although the text changed; a person may look
    UNPLACED = "unplaced"  # an orphan: kept and shown, never deleted


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a mark stands now: half-open range in code points, or an orphan (start and end None)."""

    state: AnchorState
    start: int | None = None
    end: int | None = None
    score: float = 0.0  # 0..1
