"""Article offsets and document positions agree for every character there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.text.offsets import utf16_length
from zbreader.ui.reading.positions import OffsetMap, display_text
from zbreader.ui.reading.typesetting import PageSettings, Typesetter
from zbreader.ui.theme.theme import load_theme
from zbreader.ui.theme.typography import load_typography

NASTY = st.sampled_from(
    "𠮷😀a国\x00\t\r\n\x0b\x0c\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ufffe\uffff\u202e\u200d\ud800，”"
)
TEXTS = st.text(NASTY, max_size=30) | st.text(max_size=30)


@given(TEXTS)
def test_what_is_shown_has_the_length_of_what_is_meant(text: str) -> None:
    assert utf16_length(display_text(text)) == utf16_length(text)


@given(TEXTS)
def test_ordinary_characters_are_shown_as_they_are(text: str) -> None:
    shown = display_text(text)
    assert all(was == now for was, now in zip(text, shown, strict=True) if was.isalnum())


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_the_document_holds_the_article_where_the_map_says(qapp, paragraphs: list[str], title: str) -> None:
    made = tuple(Paragraph(ParagraphKind.BODY, text) for text in paragraphs)
    article = Article("a", title, paragraphs=made)
    document = QTextDocument()
    offsets = Typesetter(PageSettings(load_theme("paper"), load_typography())).set_article(document, article, "期")
    shown = "\n".join(display_text(text) for text in paragraphs)
    cursor = QTextCursor(document)
    for offset, character in enumerate(shown):
        cursor.setPosition(offsets.to_document(offset))
        cursor.setPosition(offsets.to_document(offset + 1), QTextCursor.MoveMode.KeepAnchor)
        found = cursor.selectedText()
        assert found == ("\u2029" if character == "\n" and article.text[offset] == "\n" else character) or (
            character == "\u2028" and found in "\u2028\n"
        )
    blocks = len(paragraphs)
    start = document.findBlock(offsets.body_start).blockNumber()
    assert document.findBlock(offsets.body_end).blockNumber() == start + blocks - 1


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(0, 200))
def test_there_and_back(paragraphs: list[str], body_start: int) -> None:
    text = "\n".join(paragraphs)
    offsets = OffsetMap(text, body_start)
    for offset in range(len(text) + 1):
        assert offsets.to_article(offsets.to_document(offset)) == offset


def test_positions_in_the_headline_and_beyond_the_end_are_clamped() -> None:
    offsets = OffsetMap("一𠮷二", 10)
    assert offsets.body_end == 14
    assert offsets.range_to_article(0, 9) is None
    assert offsets.range_to_article(0, 11) == (0, 1)
    assert offsets.range_to_article(13, 99) == (2, 3)
    assert offsets.range_to_article(14, 99) is None


def test_half_a_character_means_the_whole_one() -> None:
    offsets = OffsetMap("一𠮷二", 0)
    assert offsets.range_to_article(2, 3) == (1, 2)
    assert offsets.range_to_article(0, 2) == (0, 2)
