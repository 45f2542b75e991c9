"""Every schema that was ever released can be opened, with all that it held."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.correction import Mend, Retitle
from zbreader.model.issue import HeadPart
from zbreader.model.person import person_key
from zbreader.store import annotations as stored
from zbreader.store import articles, corrections, integrity, issues, places, sources
from zbreader.store.database import Database
from zbreader.store.migrating import schema_version
from zbreader.store.migrations import MIGRATIONS, SCHEMA_VERSION

SCHEMAS = sorted((Path(__file__).parent.parent / "data" / "schemas").glob("v*.db"))
FIRST_ARTICLE = "0123456789ab-000001"


@pytest.fixture(params=SCHEMAS, ids=[path.stem for path in SCHEMAS])
def saved(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A library of one released schema, opened by this program."""
    shutil.copy(request.param, tmp_path / "library.db")
    database = Database(tmp_path / "library.db", copies=tmp_path / "copies")
    yield database
    database.close()


def test_there_is_a_saved_library_for_every_schema() -> None:
    assert [path.stem for path in SCHEMAS] == [f"v{version + 1}" for version in range(len(MIGRATIONS))]
    for path in SCHEMAS:
        with closing(sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)) as connection:
            assert f"v{schema_version(connection)}" == path.stem


def test_it_is_sound_and_of_this_schema(saved: Database) -> None:
    with saved.read() as connection:
        assert schema_version(connection) == SCHEMA_VERSION
        assert integrity.file_problems(connection) + integrity.content_problems(connection) == []


def test_its_issue_is_whole(saved: Database) -> None:
    with saved.read() as connection:
        (summary,) = issues.summaries(connection)
        issue = issues.get(connection, summary.id)
        source = sources.of_issue(connection, summary.id)
        rows = articles.summaries(connection, summary.id)
        assert places.get(connection, FIRST_ARTICLE) == 0.5
    assert (summary.title, summary.articles, summary.notes) == ("《山间学习》2031年第4期（上半月）", 2, 2)
    assert [(row.title, row.notes, row.read_fraction) for row in rows] == [("溪水的声音", 1, 0.5), ("修桥的人", 1, 0.0)]
    assert issue is not None
    assert (issue.identity.half, issue.identity.year, issue.identity.serial) == ("上半月", 2031, 88)
    article = issue.articles[0]
    assert (article.column, article.group, article.kicker, article.subtitle) == ("卷首", "专题", "肩题", "副题")
    assert (article.authors, article.author_note, article.page) == (("甲", "乙"), "作者附注", 3)
    assert [(p.kind.value, p.lines, p.confidence) for p in article.paragraphs] == [
        ("body", (3,), 1.0),
        ("heading", (4,), 1.0),
        ("body", (5,), 0.75),
    ]
    assert "𠮷祥" in article.text
    assert [block.kind for block in issue.unplaced] == ["masthead"]
    assert [(entry.title, entry.authors, entry.page) for entry in issue.missing] == [("丢失的一篇", ("丙",), 9)]
    assert [str(finding.message) for finding in issue.findings] == ["第 6 行可能是标题"]
    assert source is not None
    assert len(source.data.decode().splitlines()) == 7


def test_its_notes_are_kept(saved: Database) -> None:
    with saved.read() as connection:
        everything = stored.all_of_them(connection)
        alive = stored.select(connection, AnnotationFilter())
    assert [a.deleted for a in everything] == [False, False, False, True]
    assert [a.creator for a in alive] == ["甲", "", "乙"]
    assert [a.creator_id for a in alive] == [person_key("", name) for name in ("甲", "", "乙")]
    note = alive[0]
    assert (note.note, note.tags, note.revision) == ("要紧：𠮷", ("学习", "方法"), 3)
    assert note.target.selectors is not None
    assert note.target.selectors.quote.exact == "先读书"
    assert (alive[2].style.value, alive[2].color.value) == ("wavy", "pink")


def test_its_corrections_are_kept(saved: Database, request: pytest.FixtureRequest) -> None:
    with saved.read() as connection:
        source = sources.of_issue(connection, "0123456789ab")
        issue = issues.get(connection, "0123456789ab")
        assert source is not None and issue is not None
        kept = corrections.of_source(connection, source.sha256)
    if request.node.callspec.id == "v1":
        assert (kept, issue.articles[0].head) == ([], ())
    else:
        assert [one.change for one in kept] == [Retitle((2,), "溪水之声"), Mend((7,), 0, 1, "修", "架")]
        assert (kept[0].creator, kept[0].created) == ("甲", "2031-04-01T08:00:00.000Z")
        assert issue.articles[0].head == (HeadPart("headline", (2,)),)
