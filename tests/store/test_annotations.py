"""Annotations come back as they were put, whatever their text is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.annotation import Annotation, AnnotationFilter, Target
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.store import annotations as stored
from zbreader.store.database import Database

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBER = st.integers(0, 2**40)
SELECTORS = st.builds(
    Selectors, st.builds(TextQuoteSelector, TEXT, TEXT, TEXT), st.builds(TextPositionSelector, NUMBER, NUMBER)
)
TARGETS = st.builds(Target, TEXT, TEXT, TEXT, TEXT, st.none() | SELECTORS)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.uuids().map(str),
    target=TARGETS,
    creator=TEXT,
    created=TEXT,
    modified=TEXT,
    revision=st.integers(1, 2**40),
    style=st.sampled_from(MarkStyle),
    color=st.sampled_from(HighlightColor),
    note=st.none() | TEXT,
    tags=st.lists(TEXT, max_size=3, unique=True).map(tuple),
    deleted=st.booleans(),
    conflict_of=st.none() | st.uuids().map(str),
    creator_id=st.just("") | st.uuids().map(str),
    original=TEXT,
).map(lambda a: replace(a, creator_id=a.creator_key))  # whoever has only a name is kept under an id made of it


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(tmp_path_factory.mktemp("annotations") / "library.db")
    yield database
    database.close()


@given(annotations=st.lists(ANNOTATIONS, max_size=6, unique_by=lambda a: a.id))
def test_everything_comes_back(database: Database, annotations: list[Annotation]) -> None:
    with database.write() as connection:
        stored.forget(connection, [a.id for a in stored.all_of_them(connection)])
        stored.put(connection, annotations)
        stored.put(connection, annotations)
    with database.read() as connection:
        assert stored.all_of_them(connection) == sorted(annotations, key=lambda a: a.id)
        assert {a.id for a in stored.select(connection, AnnotationFilter())} == {
            a.id for a in annotations if not a.deleted
        }
        assert len(stored.select(connection, AnnotationFilter(), deleted=True)) == len(annotations)
        for annotation in annotations:
            assert stored.get(connection, annotation.id) == annotation


@given(annotation=ANNOTATIONS, other=ANNOTATIONS, wanted=st.characters(exclude_categories=["Cs"], min_codepoint=0x100))
def test_the_text_filter_finds_what_is_there(
    database: Database, annotation: Annotation, other: Annotation, wanted: str
) -> None:
    def holds(one: Annotation) -> bool:
        quote = one.target.selectors.quote.exact if one.target.selectors else ""
        return any(wanted in text for text in (quote, one.note or "", *one.tags))

    both = {a.id: a for a in (annotation, other)}
    with database.write() as connection:
        stored.forget(connection, [a.id for a in stored.all_of_them(connection)])
        stored.put(connection, list(both.values()))
    with database.read() as connection:
        found = {a.id for a in stored.select(connection, AnnotationFilter(text=wanted))}
    assert found == {a.id for a in both.values() if holds(a) and not a.deleted}


def test_many_ids_at_once(database: Database) -> None:
    many = [Annotation(f"{i:036}", Target("i", "a")) for i in range(1201)]
    with database.write() as connection:
        stored.forget(connection, [a.id for a in stored.all_of_them(connection)])
        stored.put(connection, many)
        ids = [a.id for a in many]
        assert stored.get_many(connection, [*ids, "unknown"]) == many
        assert stored.select(connection, AnnotationFilter(ids=frozenset(ids[:1100]))) == many[:1100]
        assert stored.select(connection, AnnotationFilter(ids=frozenset(ids[:3]))) == many[:3]


@given(annotations=st.lists(ANNOTATIONS, max_size=6, unique_by=lambda a: a.id), wanted=st.sets(st.integers(0, 5)))
def test_what_a_merge_compares(database: Database, annotations: list[Annotation], wanted: set[int]) -> None:
    copies = [replace(a, conflict_of=annotations[0].id) for a in annotations[1:3]]
    annotations = [*annotations[:1], *copies, *annotations[3:]]
    ids = {a.id for number, a in enumerate(annotations) if number in wanted}
    with database.write() as connection:
        stored.forget(connection, [a.id for a in stored.all_of_them(connection)])
        stored.put(connection, annotations)
        found = stored.concerned(connection, ids)
    expected = [a for a in annotations if a.id in ids or a.conflict_of in ids]
    assert sorted(found, key=lambda a: a.id) == sorted(expected, key=lambda a: a.id)
