"""An article as a search sees it: its fields, folded; whether it matches, and how well, without an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zbreader.model.issue import Article, ParagraphKind
from zbreader.search.bigrams import bigrams_of_all, characters
from zbreader.search.folding import fold
from zbreader.search.query import Clause, Field

# How much an occurrence counts by where it stands; the index weighs with the same numbers. The body comes first because
# FTS5 spends two bytes a word and article on naming any field but the first: a quarter of the index.
WEIGHTS: dict[Field, float] = {
    Field.BODY: 1.0,
    Field.TITLE: 10.0,
    Field.HEADINGS: 4.0,
    Field.COLUMN: 2.0,
    Field.AUTHORS: 2.0,
}
# What stands in the headline comes first, whatever BM25 says, then what stands in headings, then in the column's name.
TIERS = (
    (Field.TITLE,),
    (Field.TITLE, Field.HEADINGS),
    (Field.TITLE, Field.HEADINGS, Field.COLUMN),
)
_SATURATION = 1.2  # BM25's k1: the tenth occurrence says less than the first

FoldedFields = dict[Field, tuple[str, ...]]


def folded_fields(article: Article, form: Callable[[str], str] = fold) -> FoldedFields:
    """The pieces of every field of ARTICLE in FORM. Its paragraphs are one piece: a word may run over a page break."""

    def pieces(*texts: str | None) -> tuple[str, ...]:
        return tuple(formed for text in texts if text and (formed := form(text)))

    headings = (p.text for p in article.paragraphs if p.kind is ParagraphKind.HEADING)
    return {
        Field.TITLE: pieces(article.title, article.kicker, article.subtitle),
        Field.HEADINGS: pieces(*headings),
        Field.COLUMN: pieces(article.column, article.group),
        Field.AUTHORS: pieces(*article.authors, article.author_note),
        Field.BODY: pieces(article.text),
    }


def index_words(fields: FoldedFields) -> tuple[str, ...]:
    """The words under which the index keeps an article, a string a field, in the order of WEIGHTS.

    In every field but the body, whose characters would be many, each character is a word too.
    """
    return tuple(
        bigrams_of_all(pieces) if field is Field.BODY else f"{bigrams_of_all(pieces)} {characters(pieces)}"
        for field, pieces in ((field, fields[field]) for field in WEIGHTS)
    )


def index_characters(fields: FoldedFields) -> set[str]:
    """Every character of an article, in whatever field."""
    return set().union(*(piece for pieces in fields.values() for piece in pieces))


def holds(fields: FoldedFields, clause: Clause) -> bool:
    """Whether the words of CLAUSE stand in their field (or in any), its minus left aside."""
    searched = fields if clause.field is None else (clause.field,)
    return any(clause.folded in piece for field in searched for piece in fields[field])


def matches(fields: FoldedFields, clauses: Iterable[Clause]) -> bool:
    """Whether all CLAUSES are true of the article: what the index must agree with."""
    return all(holds(fields, clause) != clause.negative for clause in clauses)


def relevance(fields: FoldedFields, clauses: Iterable[Clause]) -> float:
    """How well the article matches, for ordering articles that the index does not know yet; more is better."""
    total = 0.0
    for clause in clauses:
        searched = WEIGHTS if clause.field is None else (clause.field,)
        for field in () if clause.negative else searched:
            count = sum(piece.count(clause.folded) for piece in fields[field])
            total += WEIGHTS[field] * count / (count + _SATURATION)
    return total


def tier(fields: FoldedFields, clauses: Iterable[Clause]) -> int:
    """The first of TIERS in which every word stands that is sought anywhere; their number when there is none."""
    sought = [clause.folded for clause in clauses if clause.field is None and not clause.negative]
    for place, together in enumerate(TIERS if sought else ()):
        pieces = [piece for field in together for piece in fields[field]]
        if all(any(word in piece for piece in pieces) for word in sought):
            return place
    return len(TIERS)
