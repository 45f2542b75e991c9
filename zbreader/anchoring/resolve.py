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
from collections.abc import Callable, Iterable
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
_SURROUNDINGS = 8  # characters on either side that are looked at as well, so that a chance agreement is not believed
_TAKEN = 0.5  # a place of which more than this share came from elsewhere cannot be a lost mark's new home
_DRIFT = 16  # characters by which neighbours may disagree about how far the text moved


class _Doubt(NamedTuple):
    """A mark with several places that look alike."""

    mark: int
    position: int
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
        search = _Search(
            new, lambda match: alignment.taken(match.start, match.end) <= _TAKEN * (match.end - match.start)
        )
        search.place(wanted, left, anchors)
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
    if share < 1:
        around = alignment.image(max(0, start - _SURROUNDINGS), min(len(old.text), end + _SURROUNDINGS))
        length = end - start + 2 * _SURROUNDINGS
        if share < _KEPT or around is None or around.equal < _KEPT * min(length, len(old.text)):
            return ORPHAN
    state = AnchorState.EXACT if share == 1 and anchor.state is AnchorState.EXACT else AnchorState.REPAIRED
    return Anchor(state, *new.to_original(image.start, image.end), round(share * anchor.score, 4))


class _Search:
    """Step 3 in one text: the work shared by all its marks."""

    def __init__(self, folded: Folded, allowed: Callable[[Match], bool] = lambda match: True) -> None:
        self._folded = folded
        self._seeds = Seeds(folded.text)
        self._allowed = allowed

    def place(self, wanted: list[Selectors], indexes: list[int], anchors: list[Anchor]) -> None:
        """Replace the anchors at these indexes where a place is found."""
        doubts = []
        for index in indexes:
            passage = _passage(wanted[index])
            found = self._believable(passage)
            if len(found) == 1:
                anchors[index] = self._anchor(passage, found[0])
            elif found:
                doubts.append(_Doubt(index, wanted[index].position.start, found))
        drift = _Drift(wanted, anchors) if doubts else None
        for doubt in doubts:
            meant = [match for match in doubt.places if drift and drift.expects(doubt.position, self._start(match))]
            if len(meant) == 1:
                anchors[doubt.mark] = self._anchor(_passage(wanted[doubt.mark]), meant[0])

    def _believable(self, passage: Passage) -> list[Match]:
        """The place the passage has; several when they look alike; none when none is believable."""
        if not passage.quote:
            return []
        found = [match for match in matches(passage, self._folded.text, self._seeds) if self._allowed(match)]
        if not found or not is_believable(passage, found[0]):
            return []
        return [found[0], *(match for match in found[1:] if not is_ahead(passage, found[0], match))]

    def _anchor(self, passage: Passage, match: Match) -> Anchor:
        same = match.has_context and self._folded.text[match.start : match.end] == passage.quote
        start, end = self._folded.to_original(match.start, match.end)
        return Anchor(AnchorState.EXACT if same else AnchorState.REPAIRED, start, end, round(match.score, 4))

    def _start(self, match: Match) -> int:
        return self._folded.to_original(match.start, match.end)[0]


class _Drift:
    """How far the text moved near a position, as the marks already found there tell. Code points of the original."""

    def __init__(self, wanted: list[Selectors], anchors: list[Anchor]) -> None:
        sure = [
            (selectors.position.start, anchor.start - selectors.position.start)
            for selectors, anchor in zip(wanted, anchors, strict=True)
            if anchor.start is not None
        ]
        sure.sort()
        self._positions = [position for position, _ in sure]
        self._drifts = [drift for _, drift in sure]

    def expects(self, position: int, start: int) -> bool:
        """Whether a mark stored at `position` may now begin at `start`. Without neighbours: where it was, or nearly."""
        at = bisect_left(self._positions, position)
        neighbours = self._drifts[max(0, at - 1) : at + 1] or [0]
        return min(neighbours) - _DRIFT <= start - position <= max(neighbours) + _DRIFT


def _passage(selectors: Selectors) -> Passage:
    quote = selectors.quote
    return Passage(
        prefix=fold(quote.prefix),
        quote=fold(quote.exact),
        suffix=fold(quote.suffix),
        opens=selectors.position.start == len(quote.prefix) < CONTEXT_LENGTH,
        closes=len(quote.suffix) < CONTEXT_LENGTH and bool(quote.prefix or quote.suffix),
    )
