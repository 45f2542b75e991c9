"""What a search found as a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.errors import KnownError
from zbreader.model.search import ExcerptChoice
from zbreader.model.study import ExportOptions
from zbreader.services.excerpting import SHEET, paragraphs_around
from zbreader.services.library import Services

SECOND = """《山间学习》2031年第5期
# 桥头的灯
桥头有一盏灯。
灯下有人读书，读到桥字。
# 无关的一篇
这里什么也没有说。
"""


@pytest.fixture
def two_issues(stocked: Services, write: Callable[..., Path]) -> Services:
    stocked.importing.import_files([write(SECOND, "第五期.txt")])
    return stocked


def quotes(services: Services, wanted: ExcerptChoice) -> list[tuple[str, list[str | None]]]:
    return [
        (
            part.title,
            [one.annotation.target.selectors and one.annotation.target.selectors.quote.exact for one in part.notes],
        )
        for part in services.excerpting.document(wanted).articles
    ]


def test_whole_paragraphs_with_their_sources_newest_first(two_issues: Services) -> None:
    assert quotes(two_issues, ExcerptChoice("桥")) == [
        ("桥头的灯", ["桥头有一盏灯。", "灯下有人读书，读到桥字。"]),
        ("修桥的人", ["修桥的人不问姓名，只问桥稳不稳。"]),
    ]
    document = two_issues.excerpting.document(ExcerptChoice("桥"))
    assert document.title == "专题摘编：桥"
    assert document.articles[1].issue_label == "《山间学习》2031年第4期（上半月）"


def test_chosen_articles_and_notes(two_issues: Services) -> None:
    first, second = two_issues.reading.articles(two_issues.searching.search("修桥").hits[0].issue_id)
    note = two_issues.annotating.add_by_quote(first.id, "先读书", note="记住")
    wanted = ExcerptChoice(
        "桥", article_ids=(second.id, "unknown"), note_ids=frozenset({note.annotation.id}), title="甲"
    )
    assert quotes(two_issues, wanted) == [
        ("修桥的人", ["修桥的人不问姓名，只问桥稳不稳。"]),
        ("溪水的声音", ["先读书"]),
    ]
    assert two_issues.excerpting.document(wanted).title == "甲"
    both = ExcerptChoice("溪水", article_ids=(first.id,), note_ids=frozenset({note.annotation.id}))
    assert [len(texts) for _, texts in quotes(two_issues, both)] == [2]


def test_an_article_that_only_its_headline_matches_stands_as_a_whole(two_issues: Services) -> None:
    assert quotes(two_issues, ExcerptChoice("无关")) == [("无关的一篇", [None])]


def test_every_format(two_issues: Services, tmp_path: Path) -> None:
    for format in two_issues.exporting.formats():
        assert two_issues.excerpting.export(ExcerptChoice("桥"), format.name)
    text = two_issues.excerpting.export(ExcerptChoice("桥"), "md").decode()
    assert "——《山间学习》2031年第5期·桥头的灯" in text
    path = tmp_path / "桥.docx"
    assert two_issues.excerpting.export_to(path, ExcerptChoice("桥")) == path.stat().st_size
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        assert "桥头有一盏灯" in package.read("word/document.xml").decode()


def test_references_stand_with_the_excerpts_when_asked_for(two_issues: Services) -> None:
    excerpting, options = two_issues.excerpting, ExportOptions(SHEET, references=True)
    for format in ("md", "txt", "html"):
        assert "引用：" not in excerpting.export(ExcerptChoice("桥"), format).decode()
        asked = excerpting.export(ExcerptChoice("桥"), format, options=options).decode()
        assert "山间学习" in asked[asked.index("引用：") :] and asked.count("引用：") == 3  # one an excerpt
    word = excerpting.export(ExcerptChoice("桥"), "docx", options=options)
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        assert "桥头的灯[J]" in package.read("word/document.xml").decode()


def test_what_cannot_be_is_told(two_issues: Services, tmp_path: Path) -> None:
    for wrong in (
        lambda: two_issues.excerpting.export(ExcerptChoice("没有这样的词"), "md"),
        lambda: two_issues.excerpting.export(ExcerptChoice(""), "md"),
        lambda: two_issues.excerpting.export(ExcerptChoice("桥"), "exe"),
        lambda: two_issues.excerpting.export_to(tmp_path / "桥.exe", ExcerptChoice("桥")),
    ):
        with pytest.raises(KnownError):
            wrong()


@given(st.text("甲乙\n", max_size=30), st.lists(st.tuples(st.integers(0, 29), st.integers(1, 5)), max_size=4))
def test_paragraphs_are_whole_and_stand_once(text: str, given_ranges: list[tuple[int, int]]) -> None:
    ranges = [(a, min(a + n, len(text))) for a, n in given_ranges if a < len(text)]
    found = paragraphs_around(text, ranges)
    assert all(
        any(a <= start and end <= max(b, start + 1) for a, b in found)
        for start, end in ranges
        if "\n" not in text[start:end]
    )
    for a, b in found:
        assert (a == 0 or text[a - 1] == "\n") and (b == len(text) or text[b] == "\n")
    assert all(one[1] <= other[0] for one, other in pairwise(found))
