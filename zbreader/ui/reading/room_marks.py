"""Which marks a room is shown: everybody's, those of whoever leads, what the group agrees on, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.issue import Article
from zbreader.model.selector import Anchor, AnchorState
from zbreader.services import group_view

Opposites = Sequence[tuple[str, str]]


class Shown(str, Enum):
    """The choice; its value is what the settings keep."""

    ALL = "all"
    MINE = "mine"
    AGREED = "agreed"
    NONE = "none"


class RoomMarks:
    """The marks of one article. is_own: whether a `creator_key` is the leader's."""

    def __init__(
        self,
        article: Article,
        placed: Sequence[PlacedAnnotation],
        is_own: Callable[[str], bool],
        opposites: Opposites = group_view.OPPOSITES,
    ) -> None:
        self._article, self._placed, self._opposites = article, list(placed), opposites
        self._mine = [one for one in self._placed if is_own(one.annotation.creator_key)]

    def choices(self) -> list[Shown]:
        """What there is to choose from: where all marks are one's own, these or none."""
        return [Shown.ALL, Shown.NONE] if len(self._mine) == len(self._placed) else list(Shown)

    def of(self, shown: Shown) -> list[PlacedAnnotation]:
        """The marks to be shown; what is agreed on has one for each sentence, whoever marked it."""
        if shown is Shown.MINE:
            return self._mine
        if shown is Shown.AGREED:
            found = group_view.agreed(self._article.id, self._article.text, self._placed, self._opposites)
            return [self._agreed(number, one) for number, one in enumerate(found)]
        return self._placed if shown is Shown.ALL else []

    def _agreed(self, number: int, passage: group_view.Passage) -> PlacedAnnotation:
        made = Annotation(f"agreed {number}", Target("", self._article.id))
        return PlacedAnnotation(made, Anchor(AnchorState.EXACT, passage.start, passage.end, 1.0))
