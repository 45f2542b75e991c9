"""What `zbreader inspect` prints of an article's head."""

from __future__ import annotations

from zbreader.importers.inspection import issue_to_json
from zbreader.model.issue import Article, HeadPart, Issue


def author_note_of(*, authors: tuple[str, ...], note: str | None, printed: str) -> object:
    head = (HeadPart("byline", (3,), printed),)
    article = Article(id="a", title="灯下", authors=authors, author_note=note, head=head)
    return issue_to_json(Issue(id="i", articles=(article,)))["articles"][0]["author_note"]


def test_a_byline_with_marks_of_its_own_is_given_as_printed() -> None:
    assert (
        author_note_of(authors=("柏舟",), note="本刊记者", printed="文/本刊记者 柏舟") == "文/本刊记者 柏舟\n本刊记者"
    )


def test_a_byline_that_says_nothing_more_is_not_repeated() -> None:
    assert author_note_of(authors=("柏舟",), note=None, printed="柏 舟") is None
    assert author_note_of(authors=("柏舟",), note="文/柏舟", printed="文/柏舟") == "文/柏舟"
