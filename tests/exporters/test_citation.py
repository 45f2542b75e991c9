"""Sources in words: the magazine's own form and both editions of GB/T 7714, and whatever is unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, strategies

from zbreader.exporters.citation import cite, quoted
from zbreader.model.citation import CitationStyle, CitedArticle
from zbreader.model.issue import Article, IssueIdentity

WHOLE = CitedArticle(
    "渡口的茶",
    "《乡间》2023年第4期",
    "——一只老船的三代人",
    "乡间",
    ("江平", "何清"),
    12,
    IssueIdentity("乡间", None, 2023, 4),
)
OLD, NEW, OWN = CitationStyle.GBT_2015, CitationStyle.GBT_2025, CitationStyle.MAGAZINE


def test_the_edition_of_2015() -> None:
    assert cite(WHOLE, OLD) == "江平, 何清. 渡口的茶: 一只老船的三代人[J]. 乡间, 2023(4): 12."


def test_the_edition_of_2025_joins_names_without_spaces_and_sets_the_number_apart() -> None:
    assert cite(WHOLE, NEW) == "江平,何清. 渡口的茶: 一只老船的三代人[J]. 乡间, 2023 (4): 12."


def test_the_magazine_s_own_form() -> None:
    assert cite(WHOLE, OWN) == "《乡间》2023年第4期·乡间·渡口的茶·江平、何清"
    serial = replace(WHOLE, identity=replace(WHOLE.identity, serial=96))
    assert cite(serial, OWN).startswith("《乡间》2023年第4期（总第96期）·")


def test_more_than_three_authors_are_three_and_others() -> None:
    many = replace(WHOLE, authors=("江平", "何清", "林溪", "田禾"), subtitle=None)
    assert cite(many, OLD).startswith("江平, 何清, 林溪, 等. 渡口的茶[J]")
    assert cite(many, NEW).startswith("江平,何清,林溪,等. 渡口的茶[J]")
    assert cite(replace(many, authors=many.authors[:3]), OLD).startswith("江平, 何清, 林溪. 渡口的茶[J]")


def test_half_months_are_told_apart_by_the_serial_s_name() -> None:
    half = replace(WHOLE, identity=replace(WHOLE.identity, half="下半月"), subtitle=None)
    assert cite(half, OLD) == "江平, 何清. 渡口的茶[J]. 乡间(下半月), 2023(4): 12."


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        (CitedArticle("渡口"), "渡口[J]."),
        (CitedArticle("渡口", "《旧刊》合订本", page=3), "渡口[J]. 旧刊合订本: 3."),
        (CitedArticle("渡口", identity=IssueIdentity("乡间")), "渡口[J]. 乡间."),
        (CitedArticle("渡口", identity=IssueIdentity("乡间", year=2023), page=1), "渡口[J]. 乡间, 2023: 1."),
        (CitedArticle("渡口", identity=IssueIdentity("乡间", number=4)), "渡口[J]. 乡间, (4)."),
    ],
)
@pytest.mark.parametrize("style", [OLD, NEW])
def test_what_is_unknown_is_left_out(article: CitedArticle, reference: str, style: CitationStyle) -> None:
    assert cite(article, style) == reference


def test_a_passage_carries_its_source_below_it() -> None:
    assert quoted(" 慢行 \n", WHOLE, OWN) == "慢行\n——《乡间》2023年第4期·乡间·渡口的茶·江平、何清"
    assert quoted("慢行", WHOLE, NEW).split("\n") == ["慢行", cite(WHOLE, NEW)]


def test_an_article_of_the_library_is_cited_as_it_is() -> None:
    article = Article("a", WHOLE.title, "乡间", subtitle=WHOLE.subtitle, authors=WHOLE.authors, page=12)
    assert CitedArticle.of(article, WHOLE.issue_label, WHOLE.identity) == WHOLE


@given(
    title=strategies.text(min_size=1),
    authors=strategies.lists(strategies.text(), max_size=6),
    subtitle=strategies.none() | strategies.text(),
    style=strategies.sampled_from(CitationStyle),
)
def test_a_source_is_always_one_line_without_control_characters(title, authors, subtitle, style) -> None:
    source = cite(replace(WHOLE, title=title, authors=tuple(authors), subtitle=subtitle), style)
    assert source.splitlines() in ([source], [])
    assert not [character for character in source if character < " "]
