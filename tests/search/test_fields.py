"""An article as a search sees it."""

from __future__ import annotations

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.search.fields import (
    WEIGHTS,
    folded_fields,
    holds,
    index_characters,
    index_words,
    matches,
    relevance,
    tier,
)
from zbreader.search.query import Clause, Field, parse

ARTICLE = Article(
    "a",
    "渠水流到村口",
    column="支部故事",
    kicker="田野来信",
    authors=("林 禾", "周望川"),
    paragraphs=(
        Paragraph(ParagraphKind.HEADING, "先看渠"),
        Paragraph(ParagraphKind.BODY, "大家沿着水"),
        Paragraph(ParagraphKind.BODY, "渠走了一圈。"),
        Paragraph(ParagraphKind.HEADING, "再看人"),
    ),
)
FIELDS = folded_fields(ARTICLE)


def test_every_field_is_searched() -> None:
    for word in ("村口", "田野", "故事", "林禾", "看渠", "一圈。"):
        assert holds(FIELDS, Clause(word))


def test_a_word_may_run_over_a_paragraphs_end_but_not_from_field_to_field() -> None:
    assert holds(FIELDS, Clause("水渠走"))
    assert not holds(FIELDS, Clause("村口田野"))
    assert not holds(FIELDS, Clause("林禾周"))


def test_a_field_alone() -> None:
    assert holds(FIELDS, Clause("故事", Field.COLUMN))
    assert not holds(FIELDS, Clause("故事", Field.AUTHORS))


def test_all_clauses_must_be_true() -> None:
    assert matches(FIELDS, parse("水渠 村口 -城市").clauses)
    assert not matches(FIELDS, parse("水渠 -村口").clauses)
    assert matches(FIELDS, ())


def test_headlines_count_most() -> None:
    assert (
        relevance(FIELDS, [Clause("村口")]) > relevance(FIELDS, [Clause("看渠")]) > relevance(FIELDS, [Clause("一圈")])
    )
    assert relevance(FIELDS, [Clause("城市")]) == relevance(FIELDS, [Clause("村口", negative=True)]) == 0


def test_what_stands_in_headline_heading_and_column_comes_first() -> None:
    assert tier(FIELDS, [Clause("渠水"), Clause("流到村"), Clause("林", Field.AUTHORS)]) == 0
    assert tier(FIELDS, [Clause("渠水"), Clause("看人")]) == 1
    assert tier(FIELDS, [Clause("故事")]) == 2
    assert tier(FIELDS, [Clause("渠水"), Clause("一圈")]) == 3
    assert tier(FIELDS, []) == 3


def test_words_for_the_index_stand_in_the_order_of_the_weights() -> None:
    words = dict(zip(WEIGHTS, index_words(FIELDS), strict=True))
    assert words[Field.AUTHORS] == "林禾 禾 周望 望川 川 周 川 望 林 禾"
    assert words[Field.BODY].startswith("先看 看渠 渠大") and words[Field.BODY].endswith("看人 人")
    assert index_characters(FIELDS) >= set("渠村田故林先。")
