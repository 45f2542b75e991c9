"""The full-text index: a file of its own that can be deleted at any time, because the library can always make it anew.

It keeps no text, only words that its caller has split (FTS5, contentless, detail=full; the `ascii` tokenizer cuts at
spaces and takes every non-ASCII character for a letter, whatever Unicode version SQLite was built with), single
characters, and what is told of an article or an issue to whoever finds it. Issues are only ever added, each under a
stamp that is never used again; those that left the library are passed over until `clear`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from sys import intern

from zbreader.store import fulltext_characters, fulltext_words
from zbreader.store.fulltext_values import Answer, Catalogue, IndexedArticle, Question
from zbreader.store.fulltext_weights import middle_length, shares_of_length
from zbreader.store.fulltext_words import rows_of
from zbreader.store.index_file import IndexFile, IndexUnavailable, transaction

__all__ = ["FullTextIndex", "IndexUnavailable"]

_SCHEMA = 8
_WORD_TABLES = ("words", "heads")
_CHECKS_WORDS = (3, 34)  # before this version of SQLite it reports tables without texts as broken, whole or not
_HASH = 32 * 1024 * 1024  # bytes of words gathered before they are written: a third faster than FTS5's usual 1 MiB


class FullTextIndex:
    """The file `search.db`, opened when first asked. Thread-safe; asking never waits for adding.

    A file that is damaged, or made for another FORM, is emptied without a word.

    path: the file, made when missing. fields: names of the fields, with how much an occurrence there counts; all
    but the first are short, and are kept a second time in a small table, which answers about them at once.
    form: how the words were made; an index of another form is useless. wait_seconds: for another program's writing.
    """

    def __init__(self, path: Path, fields: dict[str, float], form: str, *, wait_seconds: float = 5.0) -> None:
        self._fields = fields
        self._heads = list(fields)[1:]
        self._file = IndexFile(path, f"{_SCHEMA}/{form}", _tables(list(fields)), wait_seconds)
        self._catalogue: tuple[sqlite3.Connection, int, str, Catalogue] | None = None

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        self._file.close()
        self._catalogue = None

    def remove(self) -> None:
        """Delete the file; the next call makes an empty one."""
        self._file.remove()
        self._catalogue = None

    def catalogue(self) -> Catalogue:
        """What the index holds. Raises IndexUnavailable."""

        def read(connection: sqlite3.Connection) -> Catalogue:
            with transaction(connection, "DEFERRED"):  # else what is added meanwhile looks like damage
                return self._read_catalogue(connection)

        return self._file.read(read)

    def state(self) -> Catalogue | None:
        """Something that is another object when something was added since; None while the index cannot answer."""
        try:
            return self.catalogue()
        except IndexUnavailable:
            return None

    def add(self, issues: Iterable[tuple[str, Sequence[IndexedArticle]]]) -> None:
        """Add issues (stamp, articles), all or none; a stamp that is there stays as it is. Raises IndexUnavailable."""
        self._file.write(lambda connection: self._add(connection, issues))

    def clear(self) -> None:
        """Empty the index. Raises IndexUnavailable."""
        self._file.write(self._file.make_tables)

    def ask(self, question: Question) -> Answer:
        """The rows that match, all asked of one state of the index. Raises IndexUnavailable."""
        return self._file.read(lambda connection: self._ask(connection, question))

    def known_words(self, words: Iterable[str]) -> set[str]:
        """Those of WORDS that stand in some article. Raises IndexUnavailable."""
        return self._file.read(lambda connection: {word for word in words if _is_known(connection, word)})

    def rows_of(self, expressions: Sequence[str]) -> tuple[Catalogue, list[Sequence[int]]]:
        """For each of EXPRESSIONS the rows whose words fulfil it. Raises IndexUnavailable."""

        def rows(connection: sqlite3.Connection) -> tuple[Catalogue, list[Sequence[int]]]:
            with transaction(connection, "DEFERRED"):
                catalogue = self._read_catalogue(connection)
                return catalogue, [rows_of(connection, "words", expression) for expression in expressions]

        return self._file.read(rows)

    def how_many(self, expressions: Sequence[str]) -> tuple[int, list[int]]:
        """How many articles there are, and for each of EXPRESSIONS how many of their words fulfil it.

        Articles that left the library count as well. Raises IndexUnavailable.
        """

        def counts(connection: sqlite3.Connection) -> tuple[int, list[int]]:
            count = "SELECT count(*) FROM words WHERE words MATCH ?"
            with transaction(connection, "DEFERRED"):
                articles = len(self._read_catalogue(connection).article_ids) - 1
                return articles, [connection.execute(count, (one,)).fetchone()[0] for one in expressions]

        return self._file.read(counts)

    def kept(self, stamp: str) -> str | None:
        """What `keep` kept for an issue, or None. Raises IndexUnavailable."""
        row = self._file.read(lambda c: c.execute("SELECT terms FROM terms WHERE stamp = ?", (stamp,)).fetchone())
        return None if row is None else str(row[0])

    def keep(self, stamp: str, terms: str) -> None:
        """Keep something that takes long to find out about an issue, in the place of what was kept.

        Raises IndexUnavailable.
        """
        self._file.write(lambda c: c.execute("INSERT OR REPLACE INTO terms VALUES (?, ?)", (stamp, terms)))

    def optimize(self) -> None:
        """Merge the index's parts into one: smaller and faster, after many issues. Raises IndexUnavailable."""
        self._file.write(_optimize)

    def is_sound(self) -> bool:
        """Whether the file is whole, by SQLite's and FTS5's own checks; slow."""
        try:
            return self._file.write(_check)
        except IndexUnavailable:
            return False

    def _add(self, connection: sqlite3.Connection, issues: Iterable[tuple[str, Sequence[IndexedArticle]]]) -> None:
        marks = ", ".join("?" * len(self._fields))
        insert_words = f"INSERT INTO words (rowid, {', '.join(self._fields)}) VALUES (?, {marks})"
        insert_heads = f"INSERT INTO heads (rowid, {', '.join(self._heads)}) VALUES (?, {marks[3:]})"
        characters: dict[int, Collection[str]] = {}
        with transaction(connection):
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
                    connection.execute(
                        "INSERT INTO articles VALUES (?, ?, ?, ?, ?)",
                        (key, article.article_id, issue, article.remark, article.length),
                    )
                    connection.execute(insert_words, (key, *article.words))
                    connection.execute(insert_heads, (key, *article.words[1:]))
                    characters[key] = article.characters
            fulltext_characters.add(connection, characters)

    def _ask(self, connection: sqlite3.Connection, question: Question) -> Answer:
        with transaction(connection, "DEFERRED"):
            catalogue = self._read_catalogue(connection)
            articles = len(catalogue.article_ids) - 1
            tiers = fulltext_words.tiers_of(connection, question, articles)
            sought = question.characters
            held = fulltext_characters.holding(connection, sought, articles) if sought else None
            if question.words:
                weights = self._fields.values()
                rows, costs, ahead = fulltext_words.weighed(connection, question, catalogue, weights, tiers)
            else:
                rows, costs, ahead = held if held is not None else range(1, articles + 1), None, None
            unwanted = {row for words in question.without_words for row in rows_of(connection, "words", words)}
            for characters in question.without_characters:
                unwanted.update(fulltext_characters.holding(connection, [characters], articles))
        if unwanted or (question.words and held is not None):
            flags = None if held is None else held.flags
            places = [place for place, row in enumerate(rows) if (flags is None or flags[row]) and row not in unwanted]
            costs = costs and [costs[place] for place in places]
            rows = [rows[place] for place in places]
            ahead = ahead and {row: ahead[row] for row in rows if row in ahead}
        return Answer(catalogue, rows, costs, tiers, ahead)

    def _read_catalogue(self, connection: sqlite3.Connection) -> Catalogue:
        # data_version changes when another connection writes, and the one that reads never does.
        version = int(connection.execute("PRAGMA data_version").fetchone()[0])
        before = self._catalogue
        if before is not None and before[0] is connection and before[1] == version:
            return before[3]
        birth = str(connection.execute("SELECT max(birth) FROM form").fetchone()[0])
        # Issues are only added: what was read is still true unless the index was made anew.
        known = before[3] if before is not None and before[2] == birth else Catalogue()
        catalogue = _with_the_rest(connection, known)
        self._catalogue = (connection, version, birth, catalogue)
        return catalogue


def _tables(fields: Sequence[str]) -> tuple[str, ...]:
    return (
        "CREATE TABLE issues (key INTEGER PRIMARY KEY, stamp TEXT NOT NULL UNIQUE, articles INTEGER NOT NULL)",
        "CREATE TABLE articles (key INTEGER PRIMARY KEY, id TEXT NOT NULL, issue INTEGER NOT NULL,"
        " remark TEXT NOT NULL, length INTEGER NOT NULL)",
        "CREATE TABLE terms (stamp TEXT PRIMARY KEY, terms TEXT NOT NULL)",
        f"CREATE VIRTUAL TABLE words USING fts5({', '.join(fields)}, content='', tokenize='ascii', columnsize=0)",
        f"CREATE VIRTUAL TABLE heads USING fts5({', '.join(fields[1:])}, content='', tokenize='ascii', columnsize=0)",
        f"INSERT INTO words (words, rank) VALUES ('hashsize', {_HASH})",
        "CREATE VIRTUAL TABLE known USING fts5vocab(words, instance)",
        fulltext_characters.TABLE,
    )


def _with_the_rest(connection: sqlite3.Connection, known: Catalogue) -> Catalogue:
    """KNOWN and what was added since."""
    issues = connection.execute(
        "SELECT stamp, coalesce(articles, 0) + 0 FROM issues WHERE key > ? ORDER BY key", (len(known.stamps),)
    ).fetchall()
    rows = connection.execute(
        "SELECT id, CAST(coalesce(issue, 0) AS INTEGER) - 1, remark, CAST(coalesce(length, 0) AS INTEGER) FROM articles"
        " WHERE key >= ? ORDER BY key",
        (len(known.article_ids),),
    ).fetchall()
    if len(rows) != sum(count for _, count in issues):
        raise sqlite3.DatabaseError("articles are missing")
    if not issues and known.stamps:
        return known
    lengths = known.lengths + tuple(length for *_, length in rows)
    catalogue = Catalogue(
        known.stamps + tuple(stamp for stamp, _ in issues),
        known.article_ids + tuple(article_id for article_id, *_ in rows),
        known.issues + tuple(issue for _, issue, *_ in rows),
        known.remarks + tuple(intern(str(remark)) for _, _, remark, _ in rows),
        lengths,
        shares_of_length(lengths),
        middle_length(lengths),
    )
    if rows and not 0 <= min(catalogue.issues[1:]) <= max(catalogue.issues) < len(catalogue.stamps):
        raise sqlite3.DatabaseError("articles of unknown issues")
    return catalogue


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    return connection.execute("SELECT 1 FROM known WHERE term = ? LIMIT 1", (word,)).fetchone() is not None


def _optimize(connection: sqlite3.Connection) -> None:
    for table in _WORD_TABLES:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    connection.execute("VACUUM")


def _check(connection: sqlite3.Connection) -> bool:
    for table in _WORD_TABLES if sqlite3.sqlite_version_info >= _CHECKS_WORDS else ():
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
