"""Damaged files: every row of an intact page is found again, whatever happened to the others."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.save_schema import LINES, MOMENT, issue, marks, put_right
from zbreader.model.annotation import Annotation, AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.store import annotations as stored
from zbreader.store import corrections, integrity, issues, places, salvage, sources
from zbreader.store.database import Database
from zbreader.store.migrations import SCHEMA_VERSION
from zbreader.store.sources import Source

PAGE = 4096
NOTES = 240


def notes() -> Iterator[Annotation]:
    """Short notes, and some so long that they run over several pages; each says its own name again and again."""
    rng = Random(5)
    for number in range(NOTES):
        name = f"〔{number:05}〕"
        yield replace(
            marks()[0],
            id=f"01893f00-0000-7000-8000-{number:012}",
            note=name * (rng.choice((400, 1500, 6000)) if number % 12 == 0 else rng.randint(1, 30)),
            tags=("学习", f"第{number}"),
            revision=number + 1,
            deleted=number % 17 == 3,
        )


def fill(path: Path) -> None:
    data = "\n".join(LINES).encode() + bytes(Random(1).randbytes(30_000))
    source = Source("第四期.txt", data, hashlib.sha256(data).hexdigest())
    database = Database(path)
    with database.write() as connection:
        issues.insert(connection, issue(), source, title="《山间学习》2031年第4期（上半月）", imported=MOMENT)
        stored.put(connection, list(notes()))
        corrections.add(connection, source.sha256, issue().id, put_right())
        places.put(connection, "0123456789ab-000001", 0.5, MOMENT)
    database.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound library."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    fill(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def kept_in(path: Path) -> dict[str, Annotation]:
    """All annotations of a library, by id."""
    database = Database(path)
    with database.read() as connection:
        found = {one.id: one for one in stored.select(connection, AnnotationFilter(), deleted=True)}
    database.close()
    return found


@pytest.fixture(scope="module")
def expected(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Annotation]:
    """The annotations of the sound library."""
    path = tmp_path_factory.mktemp("expected") / "library.db"
    path.write_bytes(whole)
    return kept_in(path)


@dataclass(frozen=True)
class Result:
    """What a salvage found, and the sources whose issue was lost."""

    annotations: int
    issues: int
    homeless: tuple[Source, ...]


def recovered(damaged: bytes, folder: Path) -> tuple[dict[str, Annotation], Result]:
    folder.mkdir()
    (folder / "damaged.db").write_bytes(damaged)
    homeless: list[Source] = []
    found_so = salvage.salvage(folder / "damaged.db", folder / "new.db", homeless=homeless.append)
    result = Result(found_so.annotations, found_so.issues, tuple(homeless))
    assert not list(folder.glob(".*")), "the rows that waited are left behind"
    database = Database(folder / "new.db")
    with database.read() as connection:
        assert integrity.file_problems(connection) == []
        found = {one.id: one for one in stored.select(connection, AnnotationFilter(), deleted=True)}
    database.close()
    return found, result


def pages_of(whole: bytes, annotation: Annotation) -> set[int]:
    """Numbers of the table's pages in which the note's name or id stands."""
    name, id_ = (annotation.note or "")[:7].encode(), annotation.id.encode()
    found = set()
    for at in range(0, len(whole), PAGE):
        page = whole[at : at + PAGE]
        index = page[0] in (0x02, 0x0A)
        if not index and (name in page or id_ in page):
            found.add(at // PAGE)
    return found


def test_a_sound_file_comes_back_whole(whole: bytes, expected: dict[str, Annotation], tmp_path: Path) -> None:
    found, result = recovered(whole, tmp_path / "x")
    assert len(expected) == NOTES and found == expected
    assert (result.annotations, result.issues, result.homeless) == (NOTES, 1, ())
    database = Database(tmp_path / "x" / "new.db")
    with database.read() as connection:
        assert issues.get(connection, issue().id) == issue()
        source = sources.of_issue(connection, issue().id)
        assert source is not None and len(source.data) > 30_000
        assert corrections.of_source(connection, source.sha256) == put_right()
        assert places.get(connection, "0123456789ab-000001") == 0.5
        assert integrity.content_problems(connection) == []
    database.close()


def test_no_table_of_the_schema_is_forgotten_or_taken_for_another(tmp_path: Path) -> None:
    newest = Path(__file__).parent.parent / "data" / "schemas" / f"v{SCHEMA_VERSION}.db"
    salvage.salvage(newest, tmp_path / "new.db")
    with closing(sqlite3.connect(newest)) as before, closing(sqlite3.connect(tmp_path / "new.db")) as after:
        tables = [row[0] for row in before.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        filled = 0
        for table in tables:
            if "sqlite_" not in table:
                rows = set(before.execute(f'SELECT * FROM "{table}"'))
                assert set(after.execute(f'SELECT * FROM "{table}"')) == rows, table
                filled += bool(rows)
    assert filled >= 10


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
@pytest.mark.parametrize("is_migrated", [False, True])
@pytest.mark.parametrize("is_headless", [False, True])
def test_rows_of_earlier_versions_are_whole(tmp_path: Path, version: int, is_migrated: bool, is_headless: bool) -> None:
    """A row that was written before a field was added lacks it, also after the migration."""
    path = tmp_path / "library.db"
    shutil.copy(Path(__file__).parent.parent / "data" / "schemas" / f"v{version}.db", path)
    if is_migrated:
        Database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        expected = {
            name: connection.execute(query).fetchall()
            for name, query in (
                ("notes", "SELECT id, note, created FROM annotations ORDER BY id"),
                ("issues", "SELECT key, id, title FROM issues ORDER BY key"),
                ("sources", "SELECT issue, name, data, sha256 FROM sources ORDER BY issue"),
            )
        }
    if is_headless:
        data = bytearray(path.read_bytes())
        data[:PAGE] = bytes(PAGE)
        path.write_bytes(bytes(data))
    salvage.salvage(path, tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "new.db")) as after:
        assert after.execute("SELECT id, note, created FROM annotations ORDER BY id").fetchall() == expected["notes"]
        assert after.execute("SELECT key, id, title FROM issues ORDER BY key").fetchall() == expected["issues"]
        query = "SELECT issue, name, data, sha256 FROM sources ORDER BY issue"
        assert after.execute(query).fetchall() == expected["sources"] != []


@settings(max_examples=8)
@given(seed=st.integers(0, 10**9), share=st.sampled_from([0.02, 0.1, 0.3, 0.7]))
def test_every_note_whose_pages_are_intact_is_kept(
    whole: bytes,
    expected: dict[str, Annotation],
    tmp_path_factory: pytest.TempPathFactory,
    seed: int,
    share: float,
) -> None:
    rng = Random(seed)
    count = len(whole) // PAGE
    broken = {page for page in range(count) if rng.random() < share}
    data = bytearray(whole)
    for page in broken:
        junk = rng.choice((b"\0" * PAGE, b"\xff" * PAGE, rng.randbytes(PAGE), rng.randbytes(8) + data[: PAGE - 8]))
        data[page * PAGE : (page + 1) * PAGE] = junk
    if rng.random() < 0.3:
        cut = rng.randint(1, count)
        broken |= set(range(cut, count))
        data = data[: cut * PAGE + rng.choice((0, 100))]
    found, _result = recovered(bytes(data), tmp_path_factory.mktemp("x") / "y")
    for id_, one in expected.items():
        if not pages_of(whole, one) & broken:
            assert id_ in found, f"seed {seed}: {id_} lost"
            assert replace(found[id_], tags=one.tags) == one
    assert found.keys() <= expected.keys()


@settings(max_examples=8)
@given(seed=st.integers(0, 10**9))
def test_scattered_wrong_bytes_cost_little_and_end_nothing(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    rng = Random(seed)
    data = bytearray(whole)
    touched = set()
    for _ in range(rng.randint(1, 30)):
        at = rng.randrange(len(data))
        data[at] = rng.randrange(256)
        touched.add(at // PAGE)
    found, _result = recovered(bytes(data), tmp_path_factory.mktemp("x") / "y")
    lost = [one for one in notes() if one.id not in found]
    assert all(pages_of(whole, one) & touched for one in lost)


def test_what_stood_only_in_the_log_is_found(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    fill(path)
    writer = Database(path)
    with writer.write() as connection:
        stored.put(connection, [replace(next(notes()), note="最后一次改的", revision=900)])
    for suffix in ("", "-wal"):
        shutil.copy(path.with_name(path.name + suffix), tmp_path / ("copy.db" + suffix))
    writer.close()
    with (tmp_path / "copy.db-wal").open("ab") as stream:
        stream.write(b"\x77" * 5000)  # a transaction that was never finished
    damaged = bytearray((tmp_path / "copy.db").read_bytes())
    damaged[:PAGE] = b"\0" * PAGE
    (tmp_path / "copy.db").write_bytes(bytes(damaged))
    salvage.salvage(tmp_path / "copy.db", tmp_path / "new.db")
    database = Database(tmp_path / "new.db")
    with database.read() as connection:
        kept = stored.get(connection, next(notes()).id)
    database.close()
    assert kept is not None and kept.note == "最后一次改的"


def test_of_two_states_of_a_note_the_later_one_counts(tmp_path: Path) -> None:
    """A page that was freed, or left behind at the end of the file, still holds the row as it was before."""
    path = tmp_path / "library.db"
    fill(path)
    one = replace(list(notes())[1], note="先前", revision=1)
    database = Database(path)
    states = []
    for state in (one, replace(one, note="后来", revision=2)):
        with database.write() as connection:
            stored.put(connection, [state])
        with database.aside() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        states.append(path.read_bytes())
    database.close()
    for number, whole in enumerate((states[0] + states[1], states[1] + states[0])):
        found, _result = recovered(whole, tmp_path / str(number))
        assert found[one.id].note == "后来"


def test_an_issue_that_is_lost_leaves_its_source(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(whole)
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'issues'").fetchone()
    data = bytearray(whole)
    data[(page - 1) * PAGE : page * PAGE] = b"\0" * PAGE
    found, result = recovered(bytes(data), tmp_path / "y")
    assert len(found) == NOTES
    assert result.issues == 0
    assert [source.name for source in result.homeless] == ["第四期.txt"]


def test_what_is_no_database_gives_nothing(tmp_path: Path) -> None:
    for number, junk in enumerate((b"", b"x" * 10, b"broken" * 5000, Random(3).randbytes(100_000))):
        found, result = recovered(junk, tmp_path / str(number))
        assert found == {} and result.homeless == ()


def test_a_disk_without_room_is_one_sentence(whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "damaged.db").write_bytes(whole)

    def refuse(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(salvage, "_put", refuse)
    with pytest.raises(KnownError, match="磁盘"):
        salvage.salvage(tmp_path / "damaged.db", tmp_path / "new.db")
    assert (tmp_path / "damaged.db").read_bytes() == whole and not list(tmp_path.glob(".*"))


def test_a_ring_of_overflow_pages_ends(whole: bytes, tmp_path: Path) -> None:
    data = bytearray(whole)
    for at in range(0, len(data), PAGE):
        if data[at] == 0 and data[at + 4 : at + 4 + 3] != b"\0\0\0":  # an overflow page: points at itself now
            data[at : at + 4] = (at // PAGE + 1).to_bytes(4, "big")
    found, _result = recovered(bytes(data), tmp_path / "x")
    assert 0.8 * NOTES < len(found) < NOTES
