"""From stored selectors to the place a mark has in today's text, or to the honest answer that it has none.

Three steps, each only for what the one before left open:

1. the position, the words there and both contexts agree: certain, O(1);
2. with the text the mark was made in at hand (`before`): the difference of the two texts says what became of it;
3. pieces of the words and of their context vote for places (`match_quote`); the best must be believable and ahead of
   every other (`context`). Where two places look alike, marks found nearby tell which one is meant.

White space, width and quote style make no difference in 2 and 3.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from zbreader.anchoring.alignment import Alignment
from zbreader.anchoring.context import Match, Passage, is_ahead, is_believable
from zbreader.anchoring.difference import difference
from zbreader.anchoring.folding import Folded, fold
from zbreader.anchoring.match_quote import matches
from zbreader.anchoring.seeds import Seeds
from zbreader.model.selector import CONTEXT_LENGTH, Anchor, AnchorState, Selectors

ORPHAN = Anchor(AnchorState.UNPLACED)

_KEPT = 0.6  # share of a mark's characters that must survive in the difference of two versions
_LONG, _KEPT_OF_LONG = 64, 0.3  # a mark of which this many characters survive may have lost more of the rest
_SURROUNDINGS = 8  # characters on either side that are looked at as well, so that a chance agreement is not believed
_TAKEN = 0.5  # a place of which more than this share came from elsewhere cannot be a lost mark's new home
_DRIFT = 16  # characters by which neighbours may disagree about how far the text moved


class _Doubt(NamedTuple):
    """A mark with several places that look alike, or with one that only its neighbours can confirm."""

    mark: int
    passage: Passage
    places: list[Match]


def resolve(text: str, selectors: Selectors) -> Anchor:
    """Find one mark in the text; code points. For many marks of one text `resolve_all` is far cheaper."""
    return resolve_all(text, [selectors])[0]


def resolve_all(text: str, selectors: Iterable[Selectors], *, before: str | None = None) -> list[Anchor]:
    """Find many marks of one text, in the order given.

    `before`: the text in which the marks were made (or last placed), when the caller has it, as after a new import.
    It is only used for the difference; a mark whose selectors do not fit it is looked for without it.
    """
    wanted = list(selectors)
    if before is not None and before != text:
        return _carried(before, text, wanted)
    anchors, left = _unmoved(text, wanted)
    if left:
        _Search(Folded(text)).place(wanted, left, anchors)
    return anchors


def _unmoved(text: str, wanted: list[Selectors]) -> tuple[list[Anchor], list[int]]:
    """Step 1: an anchor for every mark that stands where it stood (orphans else), and the indexes of the others."""
    anchors, left = [ORPHAN] * len(wanted), []
    for index, selectors in enumerate(wanted):
        if _stands(text, selectors):
            anchors[index] = Anchor(AnchorState.EXACT, selectors.position.start, selectors.position.end, 1.0)
        else:
            left.append(index)
    return anchors, left


def _stands(text: str, selectors: Selectors) -> bool:
    quote, (start, end) = selectors.quote, (selectors.position.start, selectors.position.end)
    return (
        0 <= start < end <= len(text)
        and end - start == len(quote.exact)
        and text.startswith(quote.exact, start)
        and text[max(0, start - len(quote.prefix)) : start] == quote.prefix
        and text.startswith(quote.suffix, end)
    )


def _carried(before: str, text: str, wanted: list[Selectors]) -> list[Anchor]:
    """Step 2, and step 3 for what is left: only where the text is new, because the rest belongs to other words."""
    anchors, moved = _unmoved(before, wanted)
    old, new = Folded(before), Folded(text)
    if moved:
        _Search(old).place(wanted, moved, anchors)
    alignment = difference(old.text, new.text)
    left = []
    for index, anchor in enumerate(anchors):
        anchors[index] = _image(anchor, old, new, alignment)
        if anchors[index].start is None:
            left.append(index)
    if left:
        _Search(new, alignment).place(wanted, left, anchors)
    return anchors


def _image(anchor: Anchor, old: Folded, new: Folded, alignment: Alignment) -> Anchor:
    """The place to which the difference carries an anchor of the old text; an orphan when too little of it is left."""
    if anchor.start is None or anchor.end is None:
        return ORPHAN
    start, end = old.to_folded(anchor.start), old.to_folded(anchor.end)
    image = alignment.image(start, end) if start < end else None
    if image is None:
        return ORPHAN
    share = image.equal / max(end - start, image.end - image.start)
    if share == 1:
        return Anchor(anchor.state, *new.to_original(image.start, image.end), anchor.score)
    if not (image.equal >= _LONG and share >= _KEPT_OF_LONG):
        around = alignment.image(max(0, start - _SURROUNDINGS), min(len(old.text), end + _SURROUNDINGS))
        length = end - start + 2 * _SURROUNDINGS
        if share < _KEPT or around is None or around.equal < _KEPT * min(length, len(old.text)):
            return ORPHAN
    return Anchor(AnchorState.REPAIRED, *new.to_original(image.start, image.end), round(share * anchor.score, 4))


class _Search:
    """Step 3 in one text: the work shared by all its marks.

    `alignment`: how the text came from an older one. What was there before cannot be a lost mark's new home. Without
    that knowledge a mark with only one side of its context is checked against its neighbours: the same sentence may
    stand elsewhere in a text that lost this one.
    """

    def __init__(self, folded: Folded, alignment: Alignment | None = None) -> None:
        self._folded = folded
        self._alignment = alignment
        self._seeds = Seeds(folded.text, alignment.untaken(len(folded.text)) if alignment else None)

    def place(self, wanted: list[Selectors], indexes: list[int], anchors: list[Anchor]) -> None:
        """Replace the anchors at these indexes where a place is found."""
        doubts = []
        for index in indexes:
            passage = _passage(wanted[index])
            found = self._believable(passage)
            if len(found) == 1 and (found[0].is_framed or self._alignment):
                anchors[index] = self._anchor(passage, found[0])
            elif found:
                doubts.append(_Doubt(index, passage, found))
        neighbours = _Neighbours(wanted, anchors, self._folded.original_length)
        for mark, passage, places in doubts:
            agrees = neighbours.admit if len(places) == 1 else neighbours.expect
            meant = [match for match in places if agrees(wanted[mark].position.start, self._start(match))]
            if len(meant) == 1:
                anchors[mark] = self._anchor(passage, meant[0])

    def _believable(self, passage: Passage) -> list[Match]:
        """The place the passage has; several when they look alike; none when none is believable."""
        if not passage.quote:
            return []
        found = [match for match in matches(passage, self._folded.text, self._seeds) if self._may_be_home(match)]
        if not found or not is_believable(passage, found[0]):
            return []
        return [found[0], *(match for match in found[1:] if not is_ahead(passage, found[0], match))]

    def _may_be_home(self, match: Match) -> bool:
        taken = self._alignment.taken(match.start, match.end) if self._alignment else 0
        return taken <= _TAKEN * (match.end - match.start)

    def _anchor(self, passage: Passage, match: Match) -> Anchor:
        same = match.has_context and self._folded.text[match.start : match.end] == passage.quote
        start, end = self._folded.to_original(match.start, match.end)
        return Anchor(AnchorState.EXACT if same else AnchorState.REPAIRED, start, end, round(match.score, 4))

    def _start(self, match: Match) -> int:
        return self._folded.to_original(match.start, match.end)[0]


class _Neighbours:
    """Where marks next to a position went: code points of the original text."""

    def __init__(self, wanted: list[Selectors], anchors: list[Anchor], length: int) -> None:
        sure = [
            (selectors.position.start, anchor.start)
            for selectors, anchor in zip(wanted, anchors, strict=True)
            if anchor.start is not None
        ]
        sure.sort()
        self._positions = [position for position, _ in sure]
        self._starts = [start for _, start in sure]
        self._length = length

    def expect(self, position: int, start: int) -> bool:
        """Whether the text moved so that a mark stored at `position` now begins at `start`, or nearly.

        Without neighbours: whether it still begins where it did.
        """
        at = bisect_left(self._positions, position)
        drifts = [self._starts[i] - self._positions[i] for i in (at - 1, at) if 0 <= i < len(self._starts)] or [0]
        return min(drifts) - _DRIFT <= start - position <= max(drifts) + _DRIFT

    def admit(self, position: int, start: int) -> bool:
        """Whether a mark stored at `position` and now beginning at `start` keeps its order among its neighbours."""
        at = bisect_left(self._positions, position)
        low = self._starts[at - 1] if at else 0
        high = self._starts[at] if at < len(self._starts) else self._length
        return low - _DRIFT <= start <= high + _DRIFT


def _passage(selectors: Selectors) -> Passage:
    quote = selectors.quote
    return Passage(
        prefix=fold(quote.prefix),
        quote=fold(quote.exact),
        suffix=fold(quote.suffix),
        opens=selectors.position.start == len(quote.prefix) < CONTEXT_LENGTH,
        closes=len(quote.suffix) < CONTEXT_LENGTH and bool(quote.prefix or quote.suffix),
    )
