"""The full-text index: a file of its own that can be deleted at any time, because the library can always make it anew.

It keeps no text, only words that its caller has split (FTS5, contentless, detail=full; the `ascii` tokenizer cuts at
spaces and takes every non-ASCII character for a letter, whatever Unicode version SQLite was built with). Issues are
only ever added, each under a stamp that is never used again; those that left the library are passed over until `clear`.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_SCHEMA = 2
_CACHE_KIB = 8_192
_WORD_TABLES = ("words", "characters")
_WAITED_FOR = ("locked", "busy")  # another program is writing: nothing is broken
_NOT_OURS_TO_MEND = ("readonly", "disk is full", "unable to open", "disk I/O", "no such module", "interrupted")
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)  # the second: a broken schema's text in an error's message

_T = TypeVar("_T")


class IndexUnavailable(Exception):
    """The index cannot answer now (switched off, locked, or found damaged and emptied): look into the texts instead."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One article for the index: its id, its words in each field, and its characters; all separated by spaces."""

    article_id: str
    words: tuple[str, ...]
    characters: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the index holds: the stamps of its issues, and for each row its article and its issue's stamp."""

    stamps: frozenset[str]
    rows: dict[int, tuple[str, str]]  # row -> (article id, stamp)


@dataclass(frozen=True, slots=True)
class Question:
    """FTS5 expressions: what the words and the characters of a match fulfil, and what they must not; empty: no matter.

    titled: fulfilled by those matches that are to be told apart.
    """

    words: str = ""
    characters: str = ""
    titled: str = ""
    without_words: Sequence[str] = ()
    without_characters: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows with their BM25 (smaller is better), unordered, and those of them that were to be told apart."""

    catalogue: Catalogue
    ranked: list[tuple[int, float]]
    titled: frozenset[int]


class FullTextIndex:
    """The file `search.db`, opened when first asked. Thread-safe.

    A file that is damaged, or made for another FORM, is emptied without a word.

    path: the file, made when missing. fields: names of the fields, with how much an occurrence there counts.
    form: how the words were made; an index of another form is useless. wait_seconds: for another program's writing.
    """

    def __init__(self, path: Path, fields: dict[str, float], form: str, *, wait_seconds: float = 5.0) -> None:
        self._path = path
        self._fields = fields
        self._form = f"{_SCHEMA}/{form}"
        self._wait_seconds = wait_seconds
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._catalogue: tuple[int, Catalogue] | None = None  # with SQLite's data_version

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._catalogue = None

    def catalogue(self) -> Catalogue:
        """What the index holds. Raises IndexUnavailable."""
        return self._guarded(self._read_catalogue)

    def add(self, issues: Iterable[tuple[str, Sequence[IndexedArticle]]]) -> None:
        """Add issues (stamp, articles), all or none; a stamp that is there stays as it is. Raises IndexUnavailable."""
        self._guarded(lambda connection: self._add(connection, issues))

    def clear(self) -> None:
        """Empty the index. Raises IndexUnavailable."""
        self._guarded(self._make_tables)

    def ask(self, question: Question) -> Answer:
        """The rows that match, all asked of one state of the index. Raises IndexUnavailable.

        Rows whose words are not asked for have no BM25 but 0.
        """
        return self._guarded(lambda connection: self._ask(connection, question))

    def optimize(self) -> None:
        """Merge the index's parts into one: smaller and faster, after many issues. Raises IndexUnavailable."""
        self._guarded(self._optimize)

    def is_sound(self) -> bool:
        """Whether the file is whole, by SQLite's and FTS5's own checks; slow."""
        try:
            return self._guarded(self._check)
        except IndexUnavailable:
            return False

    def _guarded(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do WORK; when the file turns out to be damaged, empty it."""
        with self._lock:
            try:
                return work(self._opened())
            except sqlite3.OperationalError as error:
                if any(words in str(error) for words in _WAITED_FOR + _NOT_OURS_TO_MEND):
                    raise IndexUnavailable(str(error)) from error
                self._start_anew()
                raise IndexUnavailable(str(error)) from error
            except _DAMAGE as error:
                self._start_anew()
                raise IndexUnavailable(str(error)) from error

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = sqlite3.connect(
                self._path, timeout=self._wait_seconds, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare(connection)
            except _DAMAGE:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        # The index may lose its newest issues with the power: `Searching.repair` sees it and adds them again.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if self._form_of(connection) != self._form:
            self._make_tables(connection)

    def _form_of(self, connection: sqlite3.Connection) -> str | None:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'form'").fetchone() is None:
            return None
        row = connection.execute("SELECT form FROM form").fetchone()
        return None if row is None else str(row[0])

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        with _transaction(connection):
            for name in ("words", "characters", "articles", "issues", "form"):
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            connection.execute("CREATE TABLE form (form TEXT NOT NULL)")
            connection.execute(
                "CREATE TABLE issues (key INTEGER PRIMARY KEY, stamp TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL)"
            )
            connection.execute(
                "CREATE TABLE articles (key INTEGER PRIMARY KEY, id TEXT NOT NULL, issue INTEGER NOT NULL)"
            )
            connection.execute(
                f"CREATE VIRTUAL TABLE words USING fts5({', '.join(self._fields)}, content='', tokenize='ascii')"
            )
            connection.execute(
                "CREATE VIRTUAL TABLE characters USING"
                " fts5(character, content='', tokenize='ascii', detail='none', columnsize=0)"
            )
            connection.execute("INSERT INTO form VALUES (?)", (self._form,))
        self._catalogue = None

    def _add(self, connection: sqlite3.Connection, issues: Iterable[tuple[str, Sequence[IndexedArticle]]]) -> None:
        marks = ", ".join("?" * len(self._fields))
        insert_words = f"INSERT INTO words (rowid, {', '.join(self._fields)}) VALUES (?, {marks})"
        with _transaction(connection):
            for stamp, articles in issues:
                cursor = connection.execute(
                    "INSERT OR IGNORE INTO issues (stamp, articles) VALUES (?, ?)", (stamp, len(articles))
                )
                if not cursor.rowcount:
                    continue
                issue = cursor.lastrowid
                key = int(connection.execute("SELECT coalesce(max(key), 0) FROM articles").fetchone()[0])
                for article in articles:
                    key += 1
                    connection.execute("INSERT INTO articles VALUES (?, ?, ?)", (key, article.article_id, issue))
                    connection.execute(insert_words, (key, *article.words))
                    connection.execute(
                        "INSERT INTO characters (rowid, character) VALUES (?, ?)", (key, article.characters)
                    )
        self._catalogue = None

    def _ask(self, connection: sqlite3.Connection, question: Question) -> Answer:
        with _transaction(connection, "DEFERRED"):
            catalogue = self._read_catalogue(connection)
            ranked = self._ranked(connection, question, catalogue)
            titled = _rows(connection, "words", [question.titled] if question.titled else [])
            unwanted = _rows(connection, "words", question.without_words)
            unwanted |= _rows(connection, "characters", question.without_characters)
        if not all(row in catalogue.rows for row, _ in ranked):
            raise sqlite3.DatabaseError("words of unknown articles")
        if unwanted:
            ranked = [(row, cost) for row, cost in ranked if row not in unwanted]
        return Answer(catalogue, ranked, titled)

    def _ranked(
        self, connection: sqlite3.Connection, question: Question, catalogue: Catalogue
    ) -> list[tuple[int, float]]:
        holding = "SELECT rowid FROM characters WHERE characters MATCH ?"
        weights = ", ".join(map(str, self._fields.values()))
        statement = f"SELECT rowid, bm25(words, {weights}) FROM words WHERE words MATCH ?"
        if question.words and question.characters:
            # +rowid: SQLite would rather ask for the words of each such row than look the row up once they are found.
            return connection.execute(
                f"{statement} AND +rowid IN ({holding})", (question.words, question.characters)
            ).fetchall()
        if question.words:
            return connection.execute(statement, (question.words,)).fetchall()
        if question.characters:
            return [(row, 0.0) for (row,) in connection.execute(holding, (question.characters,))]
        return [(row, 0.0) for row in catalogue.rows]

    def _read_catalogue(self, connection: sqlite3.Connection) -> Catalogue:
        # data_version changes when another connection writes; our own writing drops what was read.
        version = int(connection.execute("PRAGMA data_version").fetchone()[0])
        if self._catalogue is not None and self._catalogue[0] == version:
            return self._catalogue[1]
        issues = connection.execute("SELECT stamp, articles FROM issues").fetchall()
        rows = {
            key: (article_id, stamp)
            for key, article_id, stamp in connection.execute(
                "SELECT articles.key, id, stamp FROM articles JOIN issues ON issues.key = articles.issue"
            )
        }
        if len(rows) != sum(count for _, count in issues):
            raise sqlite3.DatabaseError("articles are missing")
        catalogue = Catalogue(frozenset(stamp for stamp, _ in issues), rows)
        self._catalogue = (version, catalogue)
        return catalogue

    def _optimize(self, connection: sqlite3.Connection) -> None:
        for table in _WORD_TABLES:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        connection.execute("VACUUM")

    def _check(self, connection: sqlite3.Connection) -> bool:
        for table in _WORD_TABLES:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")

    def _start_anew(self) -> None:
        """Delete the file and everything beside it; where that is not possible the index stays unavailable."""
        self.close()
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        with suppress(*_DAMAGE):
            self._opened()


def _rows(connection: sqlite3.Connection, table: str, expressions: Iterable[str]) -> frozenset[int]:
    """Rows of TABLE that fulfil at least one of EXPRESSIONS."""
    statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    return frozenset(row for expression in expressions for (row,) in connection.execute(statement, (expression,)))


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
