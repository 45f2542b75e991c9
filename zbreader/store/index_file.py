"""The file of the full-text index: a connection for asking, one for adding, and what is done when it is damaged."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

_CACHE_KIB = 16_384
_WAITED_FOR = ("locked", "busy")  # another program is writing: nothing is broken
_NOT_OURS_TO_MEND = ("readonly", "disk is full", "unable to open", "disk I/O", "no such module", "interrupted")
# The latter two: what broken cells and the messages of errors about them hold.
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError)

_T = TypeVar("_T")


class IndexUnavailable(Exception):
    """The index cannot answer now (switched off, locked, or found damaged and emptied): look into the texts instead."""


class IndexFile:
    """A file that may be lost, with two connections: whoever reads never waits for whoever writes. Thread-safe.

    path: the file, made when missing. form: what its tables must have been made for. tables: the statements that make
    and set them up. wait_seconds: for another program's writing.
    """

    def __init__(self, path: Path, form: str, tables: Sequence[str], wait_seconds: float) -> None:
        self._path = path
        self._form = form
        self._tables = tables
        self._wait_seconds = wait_seconds
        self._asking = threading.RLock()
        self._adding = threading.RLock()
        self._connections: dict[str, sqlite3.Connection] = {}

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._adding, self._asking:
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()

    def remove(self) -> None:
        """Delete the file and everything beside it, as far as that is possible."""
        with self._adding, self._asking:
            self.close()
            for suffix in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def read(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do WORK, which writes nothing; when the file turns out to be damaged, empty it. Raises IndexUnavailable."""
        return self._guarded("asking", self._asking, work)

    def write(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do WORK; when the file turns out to be damaged, empty it. Raises IndexUnavailable."""
        return self._guarded("adding", self._adding, work)

    def make_tables(self, connection: sqlite3.Connection) -> None:
        """Empty the file and make its tables."""
        with transaction(connection):
            self._make_tables(connection)

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        # Full-text tables last: they take their own tables with them, and others look into them.
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY sql LIKE '%fts5(%'")
        for name in [name for (name,) in found if name in _names(self._tables) | {"form"}]:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        # birth: tells one making of the tables from another.
        connection.execute("CREATE TABLE form (form TEXT NOT NULL, birth TEXT NOT NULL)")
        for statement in self._tables:
            connection.execute(statement)
        connection.execute("INSERT INTO form VALUES (?, hex(randomblob(8)))", (self._form,))

    def _guarded(self, name: str, lock: threading.RLock, work: Callable[[sqlite3.Connection], _T]) -> _T:
        try:
            with lock:
                return work(self._opened(name))
        except sqlite3.OperationalError as error:
            if not any(words in str(error) for words in _WAITED_FOR + _NOT_OURS_TO_MEND):
                self._start_anew()
            raise IndexUnavailable(str(error)) from error
        except _DAMAGE as error:
            self._start_anew()
            raise IndexUnavailable(str(error)) from error

    def _opened(self, name: str) -> sqlite3.Connection:
        if name not in self._connections:
            connection = sqlite3.connect(
                self._path, timeout=self._wait_seconds, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(connection)
            except _DAMAGE:
                connection.close()
                raise
            self._connections[name] = connection
        return self._connections[name]

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        # The index may lose its newest issues with the power: `Searching.repair` sees it and adds them again.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if self._form_of(connection) != self._form:
            with transaction(connection):
                if self._form_of(connection) != self._form:  # nobody was faster
                    self._make_tables(connection)

    def _form_of(self, connection: sqlite3.Connection) -> str | None:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'form'").fetchone() is None:
            return None
        row = connection.execute("SELECT form FROM form").fetchone()
        return None if row is None else str(row[0])

    def _start_anew(self) -> None:
        """Make the file anew; where that is not possible the index stays unavailable."""
        with self._adding, self._asking:
            self.remove()
            with suppress(*_DAMAGE):
                self._opened("adding")


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Everything or nothing."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _names(statements: Sequence[str]) -> set[str]:
    return {statement.split(" TABLE ")[1].split()[0] for statement in statements if " TABLE " in statement}
