"""Annotations: as their owner made them, tombstones included."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from zbreader.model.annotation import Annotation, AnnotationFilter, Target
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.person import Person
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.store.cells import MANY, json_to_cell, marks, portions

_CREATOR = "coalesce(people.name, creator)"
# Of the creator of a row of annotations: people are called what they are called now.
CALLED = "coalesce((SELECT people.name FROM people WHERE people.id = annotations.creator_id), annotations.creator)"
_FIELDS = (
    "key, annotations.id, issue_id, article_id, issue_label, article_title, exact, prefix, suffix,"
    f' "start", "end", {_CREATOR}, created, modified, annotations.revision, style, color, note, deleted,'
    " conflict_of, creator_id, coalesce(people.\"group\", ''), original"
)
_FROM = "annotations LEFT JOIN people ON people.id = annotations.creator_id"
_UPDATED = (
    "issue_id",
    "article_id",
    "issue_label",
    "article_title",
    "exact",
    "prefix",
    "suffix",
    '"start"',
    '"end"',
    "creator",
    "created",
    "modified",
    "revision",
    "style",
    "color",
    "note",
    "deleted",
    "conflict_of",
    "creator_id",
    "original",
)
_INSERT = f"INSERT INTO annotations (key, id, {', '.join(_UPDATED)}) VALUES (?, ?{', ?' * len(_UPDATED)})"
_UPDATE = f"UPDATE annotations SET {', '.join(f'{name} = ?' for name in _UPDATED)} WHERE key = ?"
# Reading order: as the list of issues, then as the article stands; those without an article last.
_READING_ORDER = """
    LEFT JOIN (
        SELECT articles.id AS live_id, articles.position AS place,
               issues.magazine, issues.year, issues.number, issues.half
        FROM articles JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL
    ) AS live ON live.live_id = annotations.article_id
"""
_ORDER = (
    "live.live_id IS NULL, live.magazine, live.year DESC, live.number DESC, live.half DESC, annotations.issue_id,"
    ' live.place, annotations.article_id, "start", annotations.id'
)


def put(connection: sqlite3.Connection, annotations: Sequence[Annotation]) -> None:
    """Write ANNOTATIONS, each in the place of what had its id."""
    by_id = {annotation.id: annotation for annotation in annotations}
    known: dict[str, int] = dict(
        connection.execute(
            "SELECT id, key FROM annotations WHERE id IN (SELECT value FROM json_each(?))", (json_to_cell(list(by_id)),)
        ).fetchall()
    )
    first = connection.execute("SELECT coalesce(max(key), 0) + 1 FROM annotations").fetchone()[0]
    # Ids grow with time: indexes grow at one end. Keys are given here, so that no tag has to seek its annotation.
    fresh = list(enumerate(sorted(by_id.keys() - known.keys()), first))
    connection.executemany(_INSERT, ((key, id_, *_row(by_id[id_])) for key, id_ in fresh))
    connection.executemany(_UPDATE, ((*_row(by_id[id_]), key) for id_, key in known.items()))
    connection.executemany("DELETE FROM annotation_tags WHERE annotation = ?", ((key,) for key in known.values()))
    connection.executemany(
        "INSERT INTO annotation_tags (annotation, position, tag) VALUES (?, ?, ?)",
        (
            (key, position, tag)
            for key, id_ in [*fresh, *((key, id_) for id_, key in known.items())]
            for position, tag in enumerate(by_id[id_].tags)
        ),
    )


def get(connection: sqlite3.Connection, annotation_id: str) -> Annotation | None:
    """The annotation of this id, deleted or not; None when there never was one."""
    found = get_many(connection, [annotation_id])
    return found[0] if found else None


def get_many(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Annotation]:
    """Those annotations of IDS that the library knows, deleted ones too, in no particular order."""
    wanted = sorted(set(ids))
    found: list[Annotation] = []
    for part in portions(wanted):
        rows = connection.execute(
            f"SELECT {_FIELDS} FROM {_FROM} WHERE annotations.id IN ({marks(part)})", part
        ).fetchall()
        keys = [row[0] for row in rows]
        tags = _tags(connection, f"annotation IN ({marks(keys)})", keys)
        found += [_annotation(row, tags.get(row[0], ())) for row in rows]
    return found


def all_of_them(connection: sqlite3.Connection) -> list[Annotation]:
    """Every annotation of the library, tombstones included, oldest first: what a merge compares."""
    rows = connection.execute(f"SELECT {_FIELDS} FROM {_FROM} ORDER BY annotations.id").fetchall()
    tags = _tags(connection, "1", ())
    return [_annotation(row, tags.get(row[0], ())) for row in rows]


def concerned(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Annotation]:
    """What a merge of the annotations IDS compares: those that are here, and what lies beside them as a copy."""
    wanted = (json_to_cell(sorted(set(ids))),)
    among = "IN (SELECT value FROM json_each(?))"
    where = f"annotations.id {among} OR (conflict_of IS NOT NULL AND conflict_of {among})"
    rows = connection.execute(f"SELECT {_FIELDS} FROM {_FROM} WHERE {where}", wanted * 2).fetchall()
    tags = _tags(connection, f"annotation IN (SELECT key FROM annotations WHERE {where})", wanted * 2)
    return [_annotation(row, tags.get(row[0], ())) for row in rows]


def without_issue(connection: sqlite3.Connection) -> list[Annotation]:
    """The annotations that are not deleted and whose issue is not in the library."""
    where = "NOT deleted AND issue_id NOT IN (SELECT id FROM issues WHERE removed IS NULL)"
    rows = connection.execute(f"SELECT {_FIELDS} FROM {_FROM} WHERE {where}").fetchall()
    tags = _tags(connection, f"annotation IN (SELECT key FROM annotations WHERE {where})", ())
    return [_annotation(row, tags.get(row[0], ())) for row in rows]


def select(connection: sqlite3.Connection, wanted: AnnotationFilter, *, deleted: bool = False) -> list[Annotation]:
    """The annotations that fit WANTED in reading order; those without an article last. deleted: with tombstones."""
    where, values = conditions(wanted, deleted=deleted)
    rows = connection.execute(
        f"SELECT {_FIELDS} FROM {_FROM} {_READING_ORDER} WHERE {where} ORDER BY {_ORDER}", values
    ).fetchall()
    if wanted.ids is not None and len(wanted.ids) > MANY:
        rows = [row for row in rows if row[1] in wanted.ids]
    tags = _tags(connection, f"annotation IN (SELECT key FROM annotations WHERE {where})", values)
    return [_annotation(row, tags.get(row[0], ())) for row in rows]


def of_issue(connection: sqlite3.Connection, issue_id: str) -> list[Annotation]:
    """The annotations on one issue without tombstones, whether the issue stands in the library or not."""
    return select(connection, AnnotationFilter(issue_id=issue_id))


def tags(connection: sqlite3.Connection) -> list[str]:
    """Every tag in use, the most used first."""
    rows = connection.execute(
        "SELECT tag FROM annotation_tags JOIN annotations ON annotations.key = annotation_tags.annotation"
        " WHERE NOT annotations.deleted GROUP BY tag ORDER BY count(*) DESC, tag"
    )
    return [str(row[0]) for row in rows]


def creators(connection: sqlite3.Connection) -> list[Person]:
    """Everyone who made an annotation that is in use, as they are called now; nobody's have an empty id."""
    fields = f"creator_id, {_CREATOR}, coalesce(people.\"group\", '')"
    rows = connection.execute(f"SELECT DISTINCT {fields} FROM {_FROM} WHERE NOT deleted ORDER BY 2, 1")
    return [Person(*row) for row in rows]


def forget(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take annotations out without a trace: only for undoing that they came from elsewhere."""
    connection.executemany("DELETE FROM annotations WHERE id = ?", ((id_,) for id_ in ids))


def retarget(connection: sqlite3.Connection, targets: Iterable[tuple[str, Target]]) -> None:
    """Let the annotations of these ids stand elsewhere; what they say, their revision and times stay."""
    connection.executemany(
        "UPDATE annotations SET issue_id = ?, article_id = ?, issue_label = ?, article_title = ?,"
        ' exact = ?, prefix = ?, suffix = ?, "start" = ?, "end" = ? WHERE id = ?',
        ((t.issue_id, t.article_id, t.issue_label, t.article_title, *_place(t), id_) for id_, t in targets),
    )


def conditions(wanted: AnnotationFilter, *, deleted: bool = False) -> tuple[str, list[object]]:
    """WHERE clause (over columns of annotations alone) and its values; more than MANY `ids` are left to the caller."""
    conditions, values = ["1" if deleted else "NOT annotations.deleted"], list[object]()
    plain = (
        ("annotations.issue_id", wanted.issue_id),
        ("annotations.article_id", wanted.article_id),
        (CALLED, wanted.author),
        ("annotations.color", None if wanted.color is None else wanted.color.value),
    )
    for name, value in plain:
        if value is not None:
            conditions.append(f"{name} = ?")
            values.append(value)
    if wanted.whole_article is not None:
        conditions.append("exact IS NULL" if wanted.whole_article else "exact IS NOT NULL")
    if wanted.has_note is not None:
        conditions.append("note IS NOT NULL" if wanted.has_note else "note IS NULL")
    if wanted.people is not None:
        conditions.append("annotations.creator_id IN (SELECT value FROM json_each(?))")
        values.append(json_to_cell(sorted(wanted.people)))
    if wanted.ids is not None and len(wanted.ids) <= MANY:
        conditions.append(f"annotations.id IN ({marks(wanted.ids)})")
        values += sorted(wanted.ids)
    for tag in wanted.tags:
        conditions.append("annotations.key IN (SELECT annotation FROM annotation_tags WHERE tag = ?)")
        values.append(tag)
    if wanted.text:
        pattern = "%" + wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        conditions.append(
            "(exact LIKE ? ESCAPE '\\' OR note LIKE ? ESCAPE '\\'"
            " OR annotations.key IN (SELECT annotation FROM annotation_tags WHERE tag LIKE ? ESCAPE '\\'))"
        )
        values += [pattern] * 3
    return " AND ".join(conditions), values


def _tags(connection: sqlite3.Connection, where: str, values: Sequence[object]) -> dict[int, tuple[str, ...]]:
    rows = connection.execute(
        f"SELECT annotation, tag FROM annotation_tags WHERE {where} ORDER BY annotation, position", tuple(values)
    )
    return {key: tuple(tag for _, tag in group) for key, group in groupby(rows, key=itemgetter(0))}


def _row(annotation: Annotation) -> tuple[object, ...]:
    target = annotation.target
    return (
        target.issue_id,
        target.article_id,
        target.issue_label,
        target.article_title,
        *_place(target),
        annotation.creator,
        annotation.created,
        annotation.modified,
        annotation.revision,
        annotation.style.value,
        annotation.color.value,
        annotation.note,
        int(annotation.deleted),
        annotation.conflict_of,
        annotation.creator_key,  # a name alone is a person too, and can be sought and renamed
        annotation.original,
    )


def _place(target: Target) -> tuple[object, ...]:
    if target.selectors is None:
        return (None,) * 5
    quote, position = target.selectors.quote, target.selectors.position
    return (quote.exact, quote.prefix, quote.suffix, position.start, position.end)


def _annotation(row: tuple[Any, ...], tags: tuple[str, ...]) -> Annotation:
    _, id_, issue, article, label, title, exact, prefix, suffix, start, end, *rest = row
    creator, created, modified, revision, style, color, note, deleted, conflict_of, creator_id, group, original = rest
    selectors = None
    if exact is not None:
        selectors = Selectors(TextQuoteSelector(exact, prefix, suffix), TextPositionSelector(start, end))
    return Annotation(
        id=id_,
        target=Target(issue, article, label, title, selectors),
        creator=creator,
        created=created,
        modified=modified,
        revision=revision,
        style=MarkStyle(style),
        color=HighlightColor(color),
        note=note,
        tags=tags,
        deleted=bool(deleted),
        conflict_of=conflict_of,
        creator_id=creator_id,
        group=group,
        original=original,
    )
