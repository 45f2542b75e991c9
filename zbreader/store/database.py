"""One library's database: connections, transactions, durability."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from zbreader.model.errors import KnownError
from zbreader.store.errors import said_kindly
from zbreader.store.migrating import bring_up_to_date

__all__ = ["Connection", "Database"]


class Database:
    """The file `library.db`, opened (or made) and brought to this program's schema.

    A connection serves one thread at a time: `read` and `write` lend one and take it back. Acknowledged means kept:
    a `write` that has returned is on the disk (WAL, synchronous=FULL). Several processes may use one file.

    path: the file; its folder must exist. copies: the folder for the copy made before a migration.
    wait_seconds: how long to wait for another program's transaction. is_shared: the file lies where several machines
    can open it; it gets a rollback journal then, because they cannot share the memory that a write-ahead log needs.
    Raises KnownError when the file cannot be opened, is no library, or was made by a newer zbreader.
    """

    def __init__(
        self, path: Path, *, copies: Path | None = None, wait_seconds: float = 10.0, is_shared: bool = False
    ) -> None:
        self.path = path
        self._wait_seconds = wait_seconds
        self._idle: list[Connection] = []
        self._closed = False
        self._lock = threading.Lock()  # guards the two above
        self._writer = threading.RLock()
        self._watching: Connection | None = None
        self._watch_lock = threading.Lock()  # guards the one above
        with said_kindly(path), closing(self._plain_connection()) as connection:
            bring_up_to_date(connection, path, copies or path.parent)
            # Once for the file's life. Not now is no fault: a read-only file stays as it is, and a program that
            # is just writing into a new library has switched, or will.
            with suppress(sqlite3.OperationalError):
                connection.execute(f"PRAGMA journal_mode = {'DELETE' if is_shared else 'WAL'}")

    def close(self) -> None:
        """Close every connection that is not lent; those that are lent close when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        with self._watch_lock:
            if self._watching is not None:
                self._watching.close()
                self._watching = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the library. Writing through it is rolled back."""
        with said_kindly(self.path), self._lent() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.rollback()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection inside a transaction: kept whole on leaving, undone whole on any exception.

        One writer at a time, in this process and (by waiting) among processes. Must not be nested.
        """
        with said_kindly(self.path), self._writer, self._lent() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.rollback()

    @contextmanager
    def aside(self) -> Iterator[Connection]:
        """A connection without a transaction that hinders nobody: for a backup while others read and write."""
        with said_kindly(self.path), self._lent() as connection:
            yield connection

    @contextmanager
    def watched(self) -> Iterator[Connection]:
        """Always the same connection: `PRAGMA data_version` tells what changed since that connection last looked."""
        with said_kindly(self.path), self._watch_lock:
            if self._watching is None:
                self._watching = self._borrow()
            yield self._watching

    @contextmanager
    def outside_transaction(self) -> Iterator[Connection]:
        """A connection without a transaction while no other thread of this process writes: for a restore."""
        with said_kindly(self.path), self._writer, self._lent() as connection:
            yield connection

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        connection = self._borrow()
        try:
            yield connection
        finally:
            with self._lock:
                kept = not self._closed
                if kept:
                    self._idle.append(connection)
            if not kept:
                connection.close()

    def _borrow(self) -> Connection:
        with self._lock:
            if self._closed:
                raise KnownError("资料库已经关闭，请重新打开程序。")
            if self._idle:
                return self._idle.pop()
        connection = self._plain_connection()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _plain_connection(self) -> Connection:
        # Connections wander between threads, one thread at a time: SQLite's serialized mode allows it.
        return sqlite3.connect(self.path, timeout=self._wait_seconds, isolation_level=None, check_same_thread=False)
