"""Listing: all notes of the library in one list, as ids; their content is fetched page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from zbreader.model.annotation import AnnotationFilter, PlacedAnnotation
from zbreader.model.note_list import NoteGroup, NoteGrouping, NoteOrder
from zbreader.services.annotating import Annotating
from zbreader.store import note_lists
from zbreader.store.database import Database


class Listing:
    """Questions about all notes. A list of a hundred thousand takes a fraction of a second and little memory."""

    def __init__(self, database: Database, annotating: Annotating) -> None:
        self._database = database
        self._annotating = annotating

    def groups(
        self,
        wanted: AnnotationFilter,
        order: NoteOrder = NoteOrder.READING,
        grouping: NoteGrouping = NoteGrouping.NONE,
    ) -> list[NoteGroup]:
        """What fits WANTED, sorted by ORDER under the headings of GROUPING; without grouping one group or none.

        `wanted.state` places every other note that fits: the one condition that costs time.
        """
        if wanted.state is not None:
            fitting = self._annotating.notes(wanted)
            wanted = replace(wanted, state=None, ids=frozenset(one.annotation.id for one in fitting))
        with self._database.read() as connection:
            rows = note_lists.listed(connection, wanted, order, grouping)
        if order is NoteOrder.GIVEN and grouping is NoteGrouping.NONE:
            place = {id_: number for number, id_ in enumerate(wanted.order)}
            rows.sort(key=lambda row: place.get(row[0], len(place)))
        gathered = (list(group) for _, group in groupby(rows, key=lambda row: row[1]))
        return [NoteGroup(group[0][1], group[0][2], tuple(row[0] for row in group)) for group in gathered]

    def page(self, ids: Sequence[str]) -> list[PlacedAnnotation]:
        """The notes of these ids that are still there, in this order."""
        return self._annotating.notes(AnnotationFilter(ids=frozenset(ids), order=tuple(ids)))
