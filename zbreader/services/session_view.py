"""One session's board: articles × people, where they agree and where not, what nobody marked, what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.session import Session
from zbreader.services import group_view
from zbreader.services.group_view import BoardRow, Passage, Question

STRIP = 120  # cells of the heat strip of one article


@dataclass(frozen=True, slots=True)
class SessionView:
    """Everything a leader looks at before and during a session. `names` says what to call each person."""

    session: Session
    people: tuple[str, ...]
    names: Mapping[str, str]
    rows: tuple[BoardRow, ...]
    strips: Mapping[str, tuple[int, ...]]  # by article: most people per cell along its text
    agreed: tuple[Passage, ...]
    disputed: tuple[Passage, ...]
    untouched: tuple[Passage, ...]
    questions: tuple[Question, ...]

    def called(self, people: Sequence[str]) -> str:
        """The names of PEOPLE, as one enumerates them."""
        return "、".join(self.names.get(key, "") or "未署名" for key in people)


def view_of(
    session: Session,
    texts: Mapping[str, str],
    placed: Mapping[str, Sequence[PlacedAnnotation]],
    *,
    names: Mapping[str, str],
    read: Mapping[str, frozenset[str]],
    opposites: Sequence[tuple[str, str]],
    asides: Mapping[str, frozenset[int]],
) -> SessionView:
    """The board of SESSION. read: who is known to have read, by article; texts, placed: by article too.

    asides: numbers of those paragraphs, by article, that nobody is missed at: subheadings, captions.
    """
    everyone = [one.annotation for notes in placed.values() for one in notes]
    called = {one.creator_key: one.creator for one in everyone} | dict(names)
    people = {one.creator_key for one in everyone}.union(*read.values())
    articles = [(one.article_id, one.title) for one in session.articles]
    agreed: list[Passage] = []
    disputed: list[Passage] = []
    untouched: list[Passage] = []
    strips: dict[str, tuple[int, ...]] = {}
    for id_, text in texts.items():
        notes = placed.get(id_, ())
        strips[id_] = tuple(group_view.strip(len(text), group_view.heat(text, notes), STRIP))
        agreed += group_view.agreed(id_, text, notes, opposites)
        disputed += group_view.disputed(id_, text, notes, opposites)
        ranges = group_view.untouched(text, notes, asides.get(id_, frozenset()))
        untouched += [Passage(id_, start, end, text[start:end], ()) for start, end in ranges]
    return SessionView(
        session,
        tuple(sorted(people, key=lambda key: called.get(key, ""))),
        called,
        tuple(group_view.board(articles, placed, read)),
        strips,
        tuple(sorted(agreed, key=lambda one: -len(one.people))),
        tuple(disputed),
        tuple(untouched),
        tuple(question for notes in placed.values() for question in group_view.questions(notes)),
    )
