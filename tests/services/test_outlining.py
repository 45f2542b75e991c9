"""Structure outlines from headings and run-in heads."""

from __future__ import annotations

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.services.outlining import outline

BODY, HEADING = ParagraphKind.BODY, ParagraphKind.HEADING


def article(*paragraphs: tuple[ParagraphKind, str]) -> Article:
    return Article("a", "题", paragraphs=tuple(Paragraph(kind, text) for kind, text in paragraphs))


def test_headings_and_what_runs_into_paragraphs() -> None:
    found = outline(
        article(
            (BODY, "开头一段。"),
            (HEADING, "一、先看渠"),
            (BODY, "要做两件事。一是走一遍，从山口走到田头。二是问一遍。"),
            (BODY, "二、再看人"),
            (BODY, "第一，看老人。话说完了。第二，看孩子。"),
        )
    )
    assert found == (
        "一、先看渠",
        "　　一是走一遍，从山口走到田头",
        "　　二是问一遍",
        "二、再看人",
        "　　第一，看老人",
        "　　第二，看孩子",
    )


def test_a_lone_run_in_head_is_only_a_word() -> None:
    assert outline(article((BODY, "一是一，没有别的。"), (BODY, "首先，要说清楚。"))) != ()
    assert outline(article((BODY, "一是走一遍。"))) == ()


def test_a_long_clause_is_cut_at_its_comma() -> None:
    long = "一是" + "走" * 20 + "，" + "看" * 40 + "。二是问。"
    assert outline(article((BODY, long))) == ("　　一是" + "走" * 20, "　　二是问")


def test_an_article_without_structure_has_none() -> None:
    assert outline(article((BODY, "从前有一条渠。它不长。"))) == ()
    assert outline(Article("a", "空")) == ()
