"""Lists of annotations by id, sorted and gathered by the database: a hundred thousand of them are no objects yet."""

from __future__ import annotations

import sqlite3

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.mark import HighlightColor
from zbreader.model.note_list import NoteGrouping, NoteOrder
from zbreader.store.annotations import CALLED, conditions
from zbreader.store.cells import MANY

# Reading order of what stands in the library: issues as the list of issues has them, then articles as they stand.
_LIVE = """
    LEFT JOIN articles ON articles.id = annotations.article_id
        AND articles.issue IN (SELECT key FROM issues WHERE removed IS NULL)
    LEFT JOIN issues ON issues.key = articles.issue
"""
_TAGS = " LEFT JOIN annotation_tags ON annotation_tags.annotation = annotations.key"
_ISSUE = (
    "issues.key IS NULL, issues.magazine, issues.year DESC, issues.number DESC, issues.half DESC, annotations.issue_id"
)
_ARTICLE = f"{_ISSUE}, articles.position, annotations.article_id"
_READING = f'{_ARTICLE}, "start", annotations.id'
_ORDERS = {
    NoteOrder.READING: _READING,
    NoteOrder.GIVEN: _READING,
    NoteOrder.NEWEST: "annotations.modified DESC, annotations.id DESC",
    NoteOrder.OLDEST: "annotations.created, annotations.id",
    NoteOrder.ARTICLE: f"annotations.article_title, {_READING}",
    NoteOrder.AUTHOR: f"{CALLED}, creator_id, {_READING}",
}
_COLOR = "CASE color " + " ".join(f"WHEN '{c.value}' THEN {n}" for n, c in enumerate(HighlightColor)) + " END"
# Of each grouping: its key, what a person reads, and how groups follow each other.
_GROUPS = {
    NoteGrouping.NONE: ("''", "''", ""),
    NoteGrouping.ISSUE: ("annotations.issue_id", "annotations.issue_label", f"{_ISSUE}, "),
    NoteGrouping.ARTICLE: ("annotations.article_id", "annotations.article_title", f"{_ARTICLE}, "),
    NoteGrouping.TAG: ("coalesce(tag, '')", "coalesce(tag, '')", "tag IS NULL, tag, "),
    NoteGrouping.AUTHOR: ("creator_id", CALLED, f"creator_id = '', {CALLED}, creator_id, "),
    NoteGrouping.COLOR: ("color", "color", f"{_COLOR}, "),
}


def listed(
    connection: sqlite3.Connection, wanted: AnnotationFilter, order: NoteOrder, grouping: NoteGrouping
) -> list[tuple[str, str, str]]:
    """(id, key of its group, label of its group) of what fits WANTED; its `state` is the caller's matter."""
    where, values = conditions(wanted)
    key, label, first = _GROUPS[grouping]
    joins = (_LIVE if "issues." in first + _ORDERS[order] else "") + (_TAGS if grouping is NoteGrouping.TAG else "")
    rows = connection.execute(
        f"SELECT annotations.id, {key}, {label} FROM annotations {joins} WHERE {where}"
        f" ORDER BY {first}{_ORDERS[order]}",
        values,
    ).fetchall()
    if wanted.ids is not None and len(wanted.ids) > MANY:
        rows = [row for row in rows if row[0] in wanted.ids]
    return rows
