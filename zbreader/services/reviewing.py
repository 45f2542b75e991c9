"""Reviewing: what became of the marks when texts were replaced, for a person to look through and confirm."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from zbreader import anchoring
from zbreader.model.annotation import Annotation
from zbreader.model.message import message
from zbreader.model.search import Snippet
from zbreader.model.selector import AnchorState
from zbreader.services.carrying import Carried, led_to
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.moments import Clock, to_iso
from zbreader.services.people import People
from zbreader.services.placing import place_all
from zbreader.services.undo import Step, UndoStack
from zbreader.store import annotations as stored
from zbreader.store import articles
from zbreader.store.database import Database


@dataclass(frozen=True, slots=True)
class Review:
    """One annotation after a replacement: what it marked before and marks now (None: nothing), how it was found."""

    annotation: Annotation  # as it was before
    article_id: str  # where it is now
    before: Snippet
    after: Snippet | None
    state: AnchorState
    score: float


@dataclass(frozen=True, slots=True)
class Followed:
    """How many marks stand exactly, were found in changed words, have no place now."""

    exact: int = 0
    repaired: int = 0
    unplaced: int = 0


NONE = Followed()


def followed(carried: Iterable[Carried]) -> Followed:
    """The counts of CARRIED."""
    states = [one.anchor.state for one in carried]
    return Followed(*(states.count(state) for state in (AnchorState.EXACT, AnchorState.REPAIRED, AnchorState.UNPLACED)))


class Reviewing:
    """The marks of the last replacement (an import, a new conversion, a correction). Calls may raise KnownError."""

    def __init__(self, database: Database, events: Events, undo: UndoStack, people: People, clock: Clock) -> None:
        self._database = database
        self._events = events
        self._undo = undo
        self._people = people
        self._clock = clock
        self._last: tuple[Review, ...] = ()
        self._lock = threading.Lock()

    def last(self, *, doubtful: bool = True) -> list[Review]:
        """The marks of the last replacement, the least certain first; doubtful: only those not found exactly."""
        with self._lock:
            found = [one for one in self._last if not doubtful or one.state is not AnchorState.EXACT]
        return sorted(found, key=lambda one: one.score)

    def remember(self, carried: Iterable[Carried]) -> None:
        """Called by whoever replaced a text, with nothing by whoever took that back."""
        reviews = tuple(
            Review(one.annotation, one.target.article_id, one.before, one.after, one.anchor.state, one.anchor.score)
            for one in carried
        )
        with self._lock:
            self._last = reviews

    def confirm(self, annotation_ids: Sequence[str]) -> int:
        """Describe marks anew where they stand now; return how many had a place. One undoable step.

        The words of one's own mark become those it has now. Another person's mark keeps its owner's words and gets
        the new place alone, so that a merge still knows it.
        """
        with self._database.write() as connection:
            before = [a for a in stored.get_many(connection, annotation_ids) if not a.deleted]
            placed = place_all(connection, before)
            texts = articles.texts(connection, (a.target.article_id for a in before))
            after = [
                self._described(
                    one.annotation, texts[one.annotation.target.article_id], one.anchor.start, one.anchor.end
                )
                for one in placed
                if one.anchor.start is not None and one.anchor.end is not None and one.anchor.start < one.anchor.end
            ]
            changed = {a.id: a for a in after}
            stored.put(connection, after)
        if after:
            self._done([a for a in before if a.id in changed], after, self._settle(changed))
        return len(after)

    def _settle(self, annotation_ids: Collection[str]) -> list[Review]:
        """Take what was confirmed off the list; return it."""
        with self._lock:
            settled = [one for one in self._last if one.annotation.id in annotation_ids]
            self._last = tuple(one for one in self._last if one.annotation.id not in annotation_ids)
        return settled

    def _described(self, annotation: Annotation, text: str, start: int, end: int) -> Annotation:
        selectors = annotation.target.selectors
        assert selectors is not None  # it has a range
        own = self._people.is_own(annotation.creator_key)
        made = anchoring.describe(text, start, end) if own else led_to(selectors, text, start, end)
        described = replace(annotation, target=replace(annotation.target, selectors=made))
        if made.quote.exact == selectors.quote.exact:
            return described
        return replace(described, revision=annotation.revision + 1, modified=to_iso(self._clock()))

    def _done(self, before: Sequence[Annotation], after: Sequence[Annotation], settled: Sequence[Review]) -> None:
        changes = Changes(annotations=frozenset(a.id for a in after))

        def back_to(contents: Sequence[Annotation]) -> Changes:
            with self._database.write() as connection:
                current = {a.id: a for a in stored.get_many(connection, (a.id for a in contents))}
                now = to_iso(self._clock())
                stored.put(
                    connection,
                    [
                        # A revision never goes down, or a merge would take the confirmed words for the newer ones.
                        replace(a, revision=current[a.id].revision + 1, modified=now)
                        if a.id in current and current[a.id].revision != a.revision
                        else a
                        for a in contents
                    ],
                )
            return changes

        def take_back() -> Changes:
            told = back_to(before)
            with self._lock:
                self._last += tuple(settled)
            return told

        def confirm_again() -> Changes:
            told = back_to(after)
            self._settle([one.annotation.id for one in settled])
            return told

        self._undo.push(Step(message("确认标注的位置"), take_back, confirm_again))
        self._events.publish(changes)
