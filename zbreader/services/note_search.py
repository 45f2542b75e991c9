"""Notes that match a query: their text, the words they quote, and their tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from zbreader.model.search import NoteHit, NotePart
from zbreader.search.fields import folded_fields, holds
from zbreader.search.folding import fold
from zbreader.search.places import SearchedText
from zbreader.search.query import Clause, NoteFilter
from zbreader.search.snippets import Range, merged, snippet
from zbreader.search.variants import unified
from zbreader.services.asking import Asked
from zbreader.services.shelf import Shelf
from zbreader.store import searchable
from zbreader.store.database import Connection
from zbreader.store.searchable import NoteText

_BETWEEN = "\n"  # no folded text holds it


class NoteSearch:
    """Looks through all notes, which it keeps folded in one long string. Thread-safe."""

    def __init__(self) -> None:
        self._known: tuple[tuple[object, ...], FoldedNotes] | None = None
        self._seen: tuple[Connection, tuple[int, int]] | None = None

    def find(self, connection: Connection, shelf: Shelf, asked: Asked) -> list[NoteText]:
        """The notes that match, the one that was edited last first.

        In the note itself must stand what is sought anywhere, and it must have the tags; columns and authors are those
        of its article, issues those of SHELF. A query that names none of these but the issues finds no notes.
        """
        query = asked.query
        words = [clause.folded for clause in query.clauses if clause.field is None and not clause.negative]
        if not words and not any(not wanted.negative for wanted in query.notes):
            return []
        unwanted = [clause.folded for clause in query.clauses if clause.field is None and clause.negative]
        found = [
            note
            for note in self._notes(connection, shelf).having(words, unwanted, asked.options.variants)
            if all(_has_tag(note, wanted) != wanted.negative for wanted in query.notes)
        ]
        if query.issues:
            ids = {i.id for i in shelf.issues if all(wanted.holds(i.year, i.number) for wanted in query.issues)}
            found = [note for note in found if note.issue_id in ids]
        of_article = [clause for clause in query.clauses if clause.field is not None]
        return _in_articles(connection, found, of_article, asked) if of_article and found else found

    def _notes(self, connection: Connection, shelf: Shelf) -> FoldedNotes:
        version = searchable.version(connection)
        known, seen = self._known, self._seen
        if known is not None and seen is not None and seen[0] is connection and seen[1] == version:
            return known[1]
        stamp = (shelf, *searchable.notes_stamp(connection))
        if known is None or known[0] != stamp:
            known = (stamp, FoldedNotes(searchable.note_texts(connection)))
        self._known, self._seen = known, (connection, version)
        return known[1]


class FoldedNotes:
    """Notes in one string, each piece of each (note, quote, tags) in a line."""

    def __init__(self, notes: Sequence[NoteText]) -> None:
        self._notes = notes
        self._starts: list[int] = []
        pieces, length = [], 0
        for note in notes:
            self._starts.append(length)
            pieces.append("".join(fold(piece) + _BETWEEN for _, piece in _pieces(note)))
            length += len(pieces[-1])
        self._folded = "".join(pieces)

    @cached_property
    def _unified(self) -> str:
        return unified(self._folded)

    def having(self, words: Sequence[str], unwanted: Sequence[str], variants: bool) -> Iterator[NoteText]:
        """The notes in which all WORDS and none of UNWANTED stand."""
        text = self._unified if variants else self._folded
        first = max(words, key=len, default="")
        for place in self._places(text, first) if first else range(len(self._notes)):
            start = self._starts[place]
            own = text[start : self._end(place)]
            if all(word in own for word in words) and not any(word in own for word in unwanted):
                yield self._notes[place]

    def _places(self, text: str, word: str) -> Iterator[int]:
        at = text.find(word)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield place
            at = text.find(word, self._end(place))

    def _end(self, place: int) -> int:
        return self._starts[place + 1] if place + 1 < len(self._starts) else len(self._folded)


def note_hits(notes: Sequence[NoteText], asked: Asked) -> tuple[NoteHit, ...]:
    """What is shown of NOTES."""
    return tuple(_hit(note, asked.query.words, asked.options.variants) for note in notes)


def _hit(note: NoteText, words: Sequence[str], variants: bool) -> NoteHit:
    best: tuple[NotePart, str, list[list[Range]]] = (NotePart.NOTE if note.note else NotePart.QUOTE, "", [])
    count, most = 0, 0
    for part, piece in _pieces(note):
        text = SearchedText(piece, variants=variants)
        places = [text.find_all(word) for word in words]
        count += len(merged(places))
        here = sum(map(bool, places))
        if here > most or not best[1]:
            best, most = (part, piece, places), here
    part, piece, places = best
    return NoteHit(
        annotation_id=note.id,
        issue_id=note.issue_id,
        article_id=note.article_id,
        issue_label=note.issue_label,
        article_title=note.article_title,
        creator=note.creator,
        count=count,
        part=part,
        snippet=snippet(piece, places),
    )


def _pieces(note: NoteText) -> Iterator[tuple[NotePart, str]]:
    if note.note:
        yield NotePart.NOTE, note.note
    if note.quote:
        yield NotePart.QUOTE, note.quote
    for tag in note.tags:
        yield NotePart.TAGS, tag


def _has_tag(note: NoteText, wanted: NoteFilter) -> bool:
    return wanted.tag is None or any(fold(tag) == wanted.tag for tag in note.tags)


def _in_articles(
    connection: Connection, notes: Sequence[NoteText], clauses: Sequence[Clause], asked: Asked
) -> list[NoteText]:
    """Those of NOTES whose article fulfils CLAUSES, which are about its column and authors."""
    heads = searchable.heads(connection, sorted({note.article_id for note in notes}))
    fields = {id_: folded_fields(head.article, asked.form) for id_, head in heads.items()}
    return [
        note
        for note in notes
        if note.article_id in fields
        and all(holds(fields[note.article_id], clause) != clause.negative for clause in clauses)
    ]
