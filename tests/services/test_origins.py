"""Which source characters a paragraph is made of, in whatever order its lines stand."""

from __future__ import annotations

import pytest

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.services.origins import Spot, origins_of, paragraph_at, parts_of, reading_order

BODY = ParagraphKind.BODY
SOURCE = {3: "溪水从石头 上流下", 5: "来，绕过老柳树。", 9: "修桥的人。"}


def test_lines_are_found_in_their_reading_order() -> None:
    assert reading_order(Paragraph(BODY, "溪水从石头上流下来，绕过老柳树。", (3, 5)), SOURCE) == [3, 5]
    assert reading_order(Paragraph(BODY, "来，绕过老柳树。溪水从石头上流下", (3, 5)), SOURCE) == [5, 3]
    assert reading_order(Paragraph(BODY, "", ()), SOURCE) == []


def test_every_character_has_its_spot() -> None:
    origins = origins_of(Paragraph(BODY, "石头上流下来，", (3, 5)), SOURCE)
    assert origins == [Spot(3, 3), Spot(3, 4), Spot(3, 6), Spot(3, 7), Spot(3, 8), Spot(5, 0), Spot(5, 1)]
    assert origins_of(Paragraph(BODY, "新", (9,)), {9: ""}) == [None]


def test_offsets_of_an_article_fall_into_paragraphs() -> None:
    article = Article("a", "题", paragraphs=(Paragraph(BODY, "一二三"), Paragraph(BODY, "四五")))
    assert [paragraph_at(article, offset) for offset in (0, 3, 4, 6)] == [(0, 0), (0, 3), (1, 0), (1, 2)]
    with pytest.raises(ValueError, match="1"):
        paragraph_at(article, 8)
    assert parts_of(article, 2, 5) == [(0, 2, 3), (1, 0, 1)]
    assert parts_of(article, 3, 4) == []
