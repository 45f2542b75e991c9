"""The database: what is acknowledged is kept, what fails leaves nothing, strangers are refused politely."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.store import migrating, places
from zbreader.store.database import Database
from zbreader.store.errors import DamagedFile
from zbreader.store.migrations import MIGRATIONS, SCHEMA_VERSION


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "library.db", wait_seconds=0.1)
    yield database
    database.close()


def set_place(database: Database, fraction: float) -> None:
    with database.write() as connection:
        places.put(connection, "a", fraction, "2031-04-01T08:00:00.000Z")


def place(database: Database) -> float:
    with database.read() as connection:
        return places.get(connection, "a")


def test_what_was_written_is_there_for_the_next_program(database: Database, tmp_path: Path) -> None:
    set_place(database, 0.5)
    other = Database(tmp_path / "library.db")
    assert place(other) == 0.5
    other.close()


def test_connections_are_durable_and_watch_references(database: Database) -> None:
    with database.write() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        places.put(connection, "a", 0.5, "")
        raise ZeroDivisionError
    assert place(database) == 0.0


def test_a_reader_cannot_write_and_sees_one_state(database: Database) -> None:
    set_place(database, 0.1)
    with database.read() as connection:
        assert places.get(connection, "a") == 0.1
        set_place(database, 0.9)
        assert places.get(connection, "a") == 0.1
    with database.read() as connection:
        places.put(connection, "a", 0.3, "")
    assert place(database) == 0.9


def test_threads_share_one_database(database: Database) -> None:
    def add(name: str) -> None:
        for i in range(20):
            with database.write() as connection:
                places.put(connection, f"{name}{i}", 1.0, "")

    threads = [threading.Thread(target=add, args=(name,)) for name in "甲乙丙丁"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM places").fetchone() == (80,)


def test_two_programs_share_one_library(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from zbreader.store.database import Database; from zbreader.store import places\n"
        "database = Database(Path(sys.argv[1]))\n"
        "for i in range(50):\n"
        "    with database.write() as connection: places.put(connection, sys.argv[2] + str(i), 1.0, '')\n"
        "database.close()\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "library.db"), name]) for name in ("one", "two")
    ]
    assert [one.wait(60) for one in running] == [0, 0]
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        assert connection.execute("SELECT count(*) FROM places").fetchone() == (100,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_library_in_use_by_another_program_is_told(database: Database) -> None:
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="正被另一个程序使用"):
            set_place(database, 0.5)
        other.execute("ROLLBACK")
    set_place(database, 0.5)
    assert place(database) == 0.5


def test_a_full_disk_is_told_and_leaves_nothing(database: Database) -> None:
    with pytest.raises(KnownError, match="磁盘已满"), database.write() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        for i in range(1000):
            places.put(connection, f"{i:0100}", 0.5, "")
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM places").fetchone() == (0,)


def test_a_read_only_library_can_be_read_and_says_why_it_is_not_written(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_place(database, 0.5)
    database.close()
    plain = sqlite3.connect

    def read_only(path: Path, **options: object) -> sqlite3.Connection:
        return plain(f"file:{path}?mode=ro", uri=True, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    again = Database(database.path)
    assert place(again) == 0.5
    with pytest.raises(KnownError, match="只读"):
        set_place(again, 0.6)
    again.close()


def test_a_place_that_cannot_hold_a_library_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="打不开资料库"):
        Database(tmp_path / "没有这个文件夹" / "library.db")
    with pytest.raises(KnownError, match="打不开资料库"):
        Database(tmp_path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"this is not a database, but a letter" * 100)
    before = path.read_bytes()
    with pytest.raises(DamagedFile, match="已损坏"):
        Database(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (name)")
    before = path.read_bytes()
    with pytest.raises(KnownError, match="不是支部阅读的资料库，没有改动它"):
        Database(path)
    assert path.read_bytes() == before


def test_a_damaged_page_is_told(database: Database) -> None:
    with database.write() as connection:
        for i in range(2000):
            places.put(connection, f"{i:0100}", 0.5, "")
    database.close()
    data = bytearray(database.path.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 200] = b"\xff" * 200
    database.path.write_bytes(bytes(data))
    with pytest.raises(DamagedFile, match="已损坏"):
        again = Database(database.path)
        with again.read() as connection:
            connection.execute("SELECT count(fraction) FROM places WHERE modified = ''").fetchone()


def test_a_library_of_a_newer_version_is_refused_and_left_alone(database: Database) -> None:
    set_place(database, 0.5)
    database.close()
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = database.path.read_bytes()
    with pytest.raises(KnownError, match="更新版本的支部阅读建立的"):
        Database(database.path)
    assert database.path.read_bytes() == before


def test_a_closed_library_says_so(database: Database) -> None:
    database.close()
    with pytest.raises(KnownError, match="已经关闭"):
        place(database)


def second_migration(db: object) -> None:
    db.execute("CREATE TABLE later (name TEXT)")  # type: ignore[attr-defined]


def failing_migration(db: object) -> None:
    db.execute("CREATE TABLE latest (name TEXT)")  # type: ignore[attr-defined]
    raise ZeroDivisionError


def test_a_migration_keeps_a_copy_of_what_was_before(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_place(database, 0.5)
    database.close()
    monkeypatch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, second_migration))
    monkeypatch.setattr(migrating, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    again = Database(database.path, copies=tmp_path / "copies")
    assert place(again) == 0.5
    with again.read() as connection:
        assert migrating.schema_version(connection) == SCHEMA_VERSION + 1
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
    again.close()
    (copy,) = (tmp_path / "copies").iterdir()
    assert copy.name == f"library-v{SCHEMA_VERSION}-before-v{SCHEMA_VERSION + 1}.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert migrating.schema_version(connection) == SCHEMA_VERSION
        assert places.get(connection, "a") == 0.5


def test_a_migration_that_fails_changes_nothing(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_place(database, 0.5)
    database.close()
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, second_migration, failing_migration))
        patch.setattr(migrating, "SCHEMA_VERSION", SCHEMA_VERSION + 2)
        with pytest.raises(ZeroDivisionError):
            Database(database.path, copies=tmp_path / "copies")
    again = Database(database.path)
    assert place(again) == 0.5
    with again.read() as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'later'").fetchone() is None
    again.close()


def test_an_ordinary_start_does_not_load_sqlite_utils(database: Database) -> None:
    program = (
        "import sys; from pathlib import Path; from zbreader.store.database import Database\n"
        "Database(Path(sys.argv[1])).close(); sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(database.path)], check=False).returncode == 0
