"""Other ways to search the same texts: what ours is measured against. Each makes its index and answers queries."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from zbreader.search.bigrams import bigrams, phrase

SHOWN = 20  # hits of which an engine shows a snippet

Engine = Callable[[Sequence[str]], list[str]]  # folded words, all sought -> ids; shows the first SHOWN


def show(texts: Iterable[str], words: Sequence[str]) -> list[str]:
    """Snippets by `str.find`, as every engine here makes them."""
    return [text[max(0, text.find(words[0]) - 24) :][:96] for text in texts]


def like(connection: sqlite3.Connection, texts: dict[str, str]) -> Engine:
    """No index: every text is looked through."""
    connection.execute("CREATE TABLE plain (id TEXT PRIMARY KEY, text TEXT)")
    connection.executemany("INSERT INTO plain VALUES (?, ?)", texts.items())

    def ask(words: Sequence[str]) -> list[str]:
        where = " AND ".join("instr(text, ?)" for _ in words)
        rows = connection.execute(f"SELECT id, text FROM plain WHERE {where}", words).fetchall()
        show((text for _, text in rows[:SHOWN]), words)
        return [id_ for id_, _ in rows]

    return ask


def trigram(connection: sqlite3.Connection, texts: dict[str, str]) -> Engine:
    """FTS5's trigram tokenizer; what is shorter than three characters is looked for in every text."""
    connection.execute("CREATE VIRTUAL TABLE three USING fts5(text, content='', tokenize='trigram')")
    ids = list(texts)
    connection.executemany("INSERT INTO three (rowid, text) VALUES (?, ?)", enumerate(texts.values()))

    def ask(words: Sequence[str]) -> list[str]:
        long = [word for word in words if len(word) > 2]
        if not long:
            found = [id_ for id_, text in texts.items() if all(word in text for word in words)]
        else:
            match = " AND ".join(f'"{word}"' for word in long)
            rows = connection.execute("SELECT rowid FROM three WHERE three MATCH ? ORDER BY rank", (match,))
            found = [ids[row] for (row,) in rows]
            if len(long) < len(words):
                found = [id_ for id_ in found if all(word in texts[id_] for word in words)]
        show((texts[id_] for id_ in found[:SHOWN]), words)
        return found

    return ask


def segmented(connection: sqlite3.Connection, texts: dict[str, str], split: Callable[[str], list[str]]) -> Engine:
    """FTS5 over jieba's words, each query a phrase of its words."""
    connection.execute("CREATE VIRTUAL TABLE segmented USING fts5(text, content='', tokenize='ascii')")
    ids = list(texts)
    rows = ((row, " ".join(split(text))) for row, text in enumerate(texts.values()))
    connection.executemany("INSERT INTO segmented (rowid, text) VALUES (?, ?)", rows)

    def ask(words: Sequence[str]) -> list[str]:
        match = " AND ".join(f'"{" ".join(split(word))}"' for word in words)
        rows = connection.execute("SELECT rowid FROM segmented WHERE segmented MATCH ? ORDER BY rank", (match,))
        found = [ids[row] for (row,) in rows]
        show((texts[id_] for id_ in found[:SHOWN]), words)
        return found

    return ask


def bare_bigrams(connection: sqlite3.Connection, texts: dict[str, str]) -> Engine:
    """The floor: one column of bigrams, the best 20, snippets by `str.find`, and nothing else."""
    connection.execute("CREATE VIRTUAL TABLE two USING fts5(text, content='', tokenize='ascii')")
    ids = list(texts)
    connection.executemany(
        "INSERT INTO two (rowid, text) VALUES (?, ?)", ((row, bigrams(text)) for row, text in enumerate(texts.values()))
    )

    def ask(words: Sequence[str]) -> list[str]:
        match = " AND ".join(phrase(word) if len(word) > 1 else f'"{word}"*' for word in words)
        rows = connection.execute("SELECT rowid FROM two WHERE two MATCH ? ORDER BY rank", (match,))
        found = [ids[row] for (row,) in rows]
        show((texts[id_] for id_ in found[:SHOWN]), words)
        return found

    return ask


def rust_bigrams(folder: Path, texts: dict[str, str]) -> Engine:
    """The same bigrams in tantivy, a library in Rust: a folder of files, not a part of any transaction."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("row", stored=True)
    schema = builder.build()
    folder.mkdir()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(num_threads=1)
    for row, text in enumerate(texts.values()):
        writer.add_document(tantivy.Document(text=bigrams(text) + " " + " ".join(set(text)), row=row))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    ids, searcher = list(texts), index.searcher()

    def words_of(word: str) -> Any:
        pairs = [a + b for a, b in pairwise(word)] or [word]
        if len(pairs) > 1:
            return tantivy.Query.phrase_query(schema, "text", pairs)
        return tantivy.Query.term_query(schema, "text", pairs[0])

    def ask(words: Sequence[str]) -> list[str]:
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, words_of(word)) for word in words])
        result = searcher.search(query, limit=SHOWN, count=True)
        found = [ids[searcher.doc(address)["row"][0]] for _, address in result.hits]
        show((texts[id_] for id_ in found), words)
        return [""] * (result.count - len(found)) + found

    return ask
