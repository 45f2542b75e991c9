"""Notes that match a query."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.search_library import annotate, article, issue, put
from zbreader.model.search import NotePart, SearchOptions
from zbreader.search.folding import fold
from zbreader.services.note_search import FoldedNotes
from zbreader.services.searching import Searching
from zbreader.store.database import Database
from zbreader.store.searchable import NoteText


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "library.db")) as opened:
        put(
            opened,
            issue("may", 2031, 5, article("may-1", "一", "甲", column="故事", by="林禾")),
            issue("june", 2031, 6, article("june-1", "二", "乙")),
        )
        annotate(opened, "a", "may-1", note="想到 水\n渠 与“灯”", quote="水渠边", tags=["水利"], modified="3")
        annotate(opened, "b", "june-1", note="後來再看", issue_id="june", tags=["重读", "水渠"], modified="2")
        annotate(opened, "c", "gone-1", quote="大家去修水渠，水渠很长", issue_id="gone", modified="1")
        annotate(opened, "d", "may-1", note="删去的水渠", deleted=True)
        yield opened


@pytest.fixture
def searching(database: Database, tmp_path: Path) -> Iterator[Searching]:
    with closing(Searching(database, tmp_path / "search.db")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("水渠", "abc"),
        ("水渠 「灯」", "a"),
        ("水渠 -灯", "bc"),
        ("水渠 标签:水利", "a"),
        ("水渠 -标签:水利", "bc"),
        ("标签:重读", "b"),
        ("有笔记", "abc"),
        ("水渠 期:2031.06", "b"),
        ("水渠 栏目:故事", "a"),
        ("水渠 -作者:林禾", "b"),
        ("期:2031", ""),
        ("-水渠", ""),
        ("-有笔记 水渠", ""),
        ("边想到", ""),
        ("后来", ""),
        ("没有", ""),
    ],
)
def test_which_notes_match(searching: Searching, query: str, expected: str) -> None:
    result = searching.search(query)
    assert "".join(note.annotation_id for note in result.notes) == expected
    assert result.notes_total == len(expected)


def test_what_is_shown(searching: Searching) -> None:
    a, b, c = searching.search("水渠").notes
    assert (a.part, a.count, a.issue_label, a.article_title) == (NotePart.NOTE, 2, "《田野学习》", "一篇")
    assert [a.snippet.text[x:y] for x, y in a.snippet.marks] == ["水 渠"]
    assert (b.part, b.snippet.text, c.part, c.count) == (NotePart.TAGS, "水渠", NotePart.QUOTE, 2)
    assert searching.search("有笔记").notes[0].snippet.text.startswith("想到")


def test_both_writings_and_no_notes_at_all(searching: Searching) -> None:
    (b,) = searching.search("后来", options=SearchOptions(variants=True)).notes
    assert [b.snippet.text[x:y] for x, y in b.snippet.marks] == ["後來"]
    assert searching.search("水渠", options=SearchOptions(notes=False)).notes == ()
    assert len(searching.search("水渠", limit=1).notes) == 1


def test_changes_are_seen(searching: Searching, database: Database) -> None:
    assert searching.search("新笔记").notes_total == 0
    annotate(database, "e", "may-1", note="一条新笔记")
    assert searching.search("新笔记").notes_total == 1
    annotate(database, "e", "may-1", note="一条新笔记", deleted=True)
    assert searching.search("新笔记").notes_total == 0


TEXTS = st.text("水渠灯 “”\n", max_size=6)


@given(
    st.lists(st.tuples(TEXTS, TEXTS, st.lists(TEXTS, max_size=2)), max_size=5),
    st.lists(st.text("水渠灯”", min_size=1, max_size=3), max_size=2),
    st.lists(st.text("水渠灯”", min_size=1, max_size=3), max_size=1),
)
def test_exactly_the_notes_that_hold_the_words(
    given_notes: list[tuple[str, str, list[str]]], sought: list[str], unwanted: list[str]
) -> None:
    notes = [
        NoteText(str(n), "", "", "", "", "", quote, note, tuple(tags))
        for n, (note, quote, tags) in enumerate(given_notes)
    ]
    words, without = [fold(word) for word in sought], [fold(word) for word in unwanted]

    def has(note: NoteText, word: str) -> bool:
        return any(word in fold(piece) for piece in (note.note, note.quote, *note.tags))

    held = [n for n in notes if all(has(n, w) for w in words) and not any(has(n, w) for w in without)]
    assert list(FoldedNotes(notes).having(words, without, False)) == held
