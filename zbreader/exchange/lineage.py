"""Notes as sets of versions: the join-semilattice on which a merge stands.

**Lineage.** A note is known by its id *and its creator's*: nobody edits or deletes what another made. What comes under
a known id from another creator is another note and lies beside it. What the creator is called takes no part.

**Order.** Of two versions in one lineage the one with the greater revision is the later; at the same revision a living
one beats a deleted one; two living ones that say the same (`essence`) are one. All others are concurrent. Clocks take
no part: they may be wrong by years. This is a strict partial order, so "union, then keep what nothing beats" is
idempotent, commutative and associative (the maximal elements of a union depend on the union alone).

**Rows.** A library holds one annotation under one id, so of several concurrent versions the one with the greatest
digest keeps the id and every other becomes a *conflict copy*: the same version under `copy_id` (derived from the note's
id and the version's essence), with `conflict_of` naming the note. Both are functions of the set, hence of no order; and
the step back, from a copy to the version it is, is exact because the id proves it. A copy that its owner then edits or
deletes no longer matches its id: from then on it is a note of its own, and the version it came from stays settled.

A note edited later (a greater revision) settles the copies of its older revisions: they count no more, though a
library that shows them keeps them until a person deletes them.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable
from dataclasses import replace

from zbreader.model.annotation import Annotation, Target
from zbreader.model.mark import HighlightColor, MarkStyle

Essence = tuple[object, ...]


def essence(annotation: Annotation) -> Essence:
    """What a version says, apart from its id, from when it was said and from where exactly the words were found."""
    if annotation.deleted:
        return annotation.creator_key, annotation.revision, True
    selectors = annotation.target.selectors
    return (
        annotation.creator_key,
        annotation.revision,
        False,
        annotation.style.value,
        annotation.color.value,
        annotation.note,
        annotation.tags,
        selectors.quote.exact if selectors else None,
    )


def buried(annotation: Annotation) -> Annotation:
    """The tombstone of a deleted note: who, which, when, but none of its words."""
    return replace(
        annotation,
        target=Target(annotation.target.issue_id, annotation.target.article_id),
        style=MarkStyle.HIGHLIGHT,
        color=HighlightColor.YELLOW,
        note=None,
        tags=(),
        deleted=True,
        original="",
    )


def copy_id(note_id: str, version: Annotation) -> str:
    """Id of the conflict copy that holds this version of a note: the same in every library."""
    return _derived("copy", note_id, _digest(version))


def namesake_id(note_id: str, creator: str) -> str:
    """Id under which another creator's note lies that came with an id already taken."""
    return _derived("namesake", note_id, creator)


def strongest(versions: Iterable[Annotation]) -> list[Annotation]:
    """The versions of one lineage that nothing beats, each essence once, greatest digest first."""
    everything = list(versions)
    top = max(map(_rank, everything))
    best: dict[Essence, Annotation] = {}
    for version in everything:
        if _rank(version) == top:
            said = essence(version)
            best[said] = max(best[said], version, key=repr) if said in best else version
    return sorted(best.values(), key=_digest, reverse=True) if len(best) > 1 else list(best.values())


class Versions:
    """The versions of many notes, gathered from rows of libraries and files."""

    def __init__(self, rows: Iterable[Annotation] = ()) -> None:
        self._lineages: dict[str, dict[str, list[Annotation]]] = {}  # note id -> creator -> versions
        self._parents: dict[str, str] = {}  # copies that became notes of their own -> the note they came from
        for row in rows:
            self.add(row)

    @property
    def note_ids(self) -> list[str]:
        """Ids of all notes; a conflict copy counts as the note it is a version of."""
        return list(self._lineages)

    def add(self, row: Annotation) -> None:
        """Take in one row, in whatever order."""
        note_id = row.conflict_of
        if note_id is None or row.id not in (copy_id(note_id, row), namesake_id(note_id, row.creator_key)):
            if note_id is not None:
                self._parents[row.id] = max(note_id, self._parents.get(row.id, ""))
            note_id = row.id
        version = replace(row, id=note_id, conflict_of=None) if row.conflict_of is not None else row
        self._lineages.setdefault(note_id, {}).setdefault(row.creator_key, []).append(version)

    def rows(self, note_id: str) -> list[Annotation]:
        """The rows a library should hold for one note: the note, its conflict copies, and its namesakes."""
        lineages = self._lineages.get(note_id, {})
        rows = []
        for index, creator in enumerate(sorted(lineages)):
            best = strongest(lineages[creator])
            unsettled = [version for version in best if copy_id(note_id, version) not in self._parents]
            main, *copies = best if len(best) == 1 else unsettled or best[:1]
            if index:
                rows.append(replace(main, id=namesake_id(note_id, creator), conflict_of=note_id))
            elif note_id in self._parents:
                rows.append(replace(main, conflict_of=self._parents[note_id]))
            else:
                rows.append(main)
            rows += [replace(copy, id=copy_id(note_id, copy), conflict_of=note_id) for copy in copies]
        return rows


def settled(rows: Iterable[Annotation]) -> list[Annotation]:
    """The normal form of a library's rows, by id: what they say, without copies that a later edit settled."""
    versions = Versions(rows)
    return sorted((row for note_id in versions.note_ids for row in versions.rows(note_id)), key=lambda row: row.id)


def _rank(version: Annotation) -> tuple[int, bool]:
    return version.revision, not version.deleted


def _digest(version: Annotation) -> str:
    return hashlib.sha256(json.dumps(essence(version)).encode()).hexdigest()


def _derived(*parts: str) -> str:
    return str(uuid.UUID(bytes=hashlib.sha256(json.dumps(parts).encode()).digest()[:16], version=5))
