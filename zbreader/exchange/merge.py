"""Merges notes of others into one's own. Pure: it says what to store and stores nothing.

Laws (of what a library says, see `lineage.settled` and `lineage.essence`): merging is idempotent, commutative and
associative, so files may come twice, in any order, and by way of other people. It never deletes or changes a note of
another creator, an edit replaces only older revisions, concurrent edits lie side by side, and a deletion travels as a
tombstone in the lineage of its own creator alone. `lineage` tells why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from zbreader.exchange.lineage import Versions, essence
from zbreader.model.annotation import Annotation


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would store. All but `unchanged` are to be written, each annotation under its id."""

    added: tuple[Annotation, ...] = ()  # notes not seen before
    updated: tuple[Annotation, ...] = ()  # replace the row with the same id; a deletion has `deleted` set
    unchanged: tuple[Annotation, ...] = ()  # own rows that they have too and that stay as they are
    conflicts: tuple[Annotation, ...] = ()  # new rows beside one's own: `conflict_of` names the note
    tombstones: tuple[Annotation, ...] = ()  # deletions of notes never seen here: kept so that they do not come back

    @property
    def to_store(self) -> tuple[Annotation, ...]:
        """Every row to write; ids are unique."""
        return self.added + self.updated + self.conflicts + self.tombstones


def merge(mine: Iterable[Annotation], theirs: Iterable[Annotation]) -> MergePlan:
    """The plan for taking `theirs` (one file, or many in a row) into a library that holds `mine` (tombstones included).

    Where both say the same, one's own row stays, with its target: it fits one's own conversion of the text.
    """
    stored: dict[str, Annotation] = {}
    beside: dict[str, list[Annotation]] = {}
    for row in mine:
        stored[row.id] = row
        if row.conflict_of is not None:
            beside.setdefault(row.conflict_of, []).append(row)
    unchanged: dict[str, Annotation] = {}
    versions = Versions()
    concerned: dict[str, None] = {}
    for row in theirs:
        if stored.get(row.id) == row:
            unchanged[row.id] = row
            continue
        versions.add(row)
        concerned[row.id] = None
        if row.conflict_of is not None:
            concerned[row.conflict_of] = None
    for note_id in concerned:
        for row in (*((stored[note_id],) if note_id in stored else ()), *beside.get(note_id, ())):
            versions.add(row)
    return _plan(stored, unchanged, [row for note_id in concerned for row in versions.rows(note_id)])


def _plan(stored: dict[str, Annotation], unchanged: dict[str, Annotation], rows: list[Annotation]) -> MergePlan:
    added: list[Annotation] = []
    updated: list[Annotation] = []
    conflicts: list[Annotation] = []
    tombstones: list[Annotation] = []
    for row in rows:
        known = stored.get(row.id)
        if known is None:
            (tombstones if row.deleted else conflicts if row.conflict_of else added).append(row)
        elif essence(known) == essence(row) and known.conflict_of == row.conflict_of:
            unchanged[row.id] = known
        else:
            unchanged.pop(row.id, None)
            updated.append(_replaced(known, row))
    return MergePlan(tuple(added), tuple(updated), tuple(unchanged.values()), tuple(conflicts), tuple(tombstones))


def _replaced(known: Annotation, row: Annotation) -> Annotation:
    """The row to store in place of a known one, which keeps what only this library knows."""
    if known.creator != row.creator:
        return row
    if row.deleted:  # the words stay here, so that the deletion can be undone; they are never handed on
        return replace(known, deleted=True, revision=row.revision, modified=row.modified, conflict_of=row.conflict_of)
    ours, other = known.target.selectors, row.target.selectors
    if ours and other and ours.quote.exact == other.quote.exact:
        return replace(row, target=known.target)
    return row
