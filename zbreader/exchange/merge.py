"""Merges notes of others into one's own. Pure: it says what to store and stores nothing.

Laws (of what a library says, see `lineage.settled` and `lineage.essence`): merging is idempotent, commutative and
associative, so files may come twice, in any order, and by way of other people. It never deletes or changes a note of
another creator, an edit replaces only older revisions, concurrent edits lie side by side, and a deletion travels as a
tombstone in the lineage of its own creator alone. `lineage` tells why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    plain: dict[str, Annotation] = {}  # rows of which nothing is known that would call for more than one comparison
    tangled: list[Annotation] = []
    for row in theirs:
        if stored.get(row.id) == row:
            unchanged[row.id] = row
        elif row.conflict_of is None and row.id not in plain and _is_plain(stored.get(row.id), row, beside):
            plain[row.id] = row
        elif plain.get(row.id) != row:
            tangled.append(row)
    concerned = dict.fromkeys(
        note_id for row in tangled for note_id in (row.id, row.conflict_of) if note_id is not None
    )
    versions = Versions(tangled)
    for note_id in concerned:
        for row in (stored.get(note_id), plain.pop(note_id, None), *beside.get(note_id, ())):
            if row is not None:
                versions.add(row)
    rows = [_later(stored.get(row.id), row) for row in plain.values()]
    return _plan(stored, unchanged, rows + [row for note_id in concerned for row in versions.rows(note_id)])


def _is_plain(known: Annotation | None, row: Annotation, beside: Mapping[str, object]) -> bool:
    """Whether two rows of one lineage stand alone and are not concurrent, so that the later one is the whole answer."""
    if row.id in beside:
        return False
    if known is None:
        return True
    if known.creator_key != row.creator_key or known.conflict_of is not None:
        return False
    return known.revision != row.revision or known.deleted != row.deleted or essence(known) == essence(row)


def _says_the_same(known: Annotation, row: Annotation) -> bool:
    return known.revision == row.revision and essence(known) == essence(row)


def _later(known: Annotation | None, row: Annotation) -> Annotation:
    if known is None or (known.revision, not known.deleted) < (row.revision, not row.deleted):
        return row
    return known


def _plan(stored: dict[str, Annotation], unchanged: dict[str, Annotation], rows: list[Annotation]) -> MergePlan:
    added: list[Annotation] = []
    updated: list[Annotation] = []
    conflicts: list[Annotation] = []
    tombstones: list[Annotation] = []
    for row in rows:
        known = stored.get(row.id)
        if known is row:
            unchanged[row.id] = known
        elif known is None:
            (tombstones if row.deleted else conflicts if row.conflict_of else added).append(row)
        elif known.conflict_of == row.conflict_of and _says_the_same(known, row):
            unchanged[row.id] = known
        else:
            unchanged.pop(row.id, None)
            updated.append(_replaced(known, row))
    return MergePlan(tuple(added), tuple(updated), tuple(unchanged.values()), tuple(conflicts), tuple(tombstones))


def _replaced(known: Annotation, row: Annotation) -> Annotation:
    """The row to store in place of a known one, which keeps what only this library knows."""
    if known.creator_key != row.creator_key:
        return row
    if row.deleted:  # the words stay here, so that the deletion can be undone; they are never handed on
        return replace(known, deleted=True, revision=row.revision, modified=row.modified, conflict_of=row.conflict_of)
    ours, other = known.target.selectors, row.target.selectors
    same_words = ours and other and ours.quote.exact == other.quote.exact
    return replace(row, target=known.target) if same_words and known.target != row.target else row
