"""Exporting: what an exporter is given, and where its bytes go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.services.library import Services

EVERYTHING = AnnotationFilter()


@pytest.fixture
def noted(stocked: Services) -> Services:
    stocked.settings.set("person", "甲")
    first, second = stocked.reading.articles(stocked.reading.issues()[0].id)
    stocked.annotating.add_by_quote(second.id, "桥稳不稳", note="问得好")
    stocked.annotating.add_by_quote(first.id, "再说话")
    stocked.annotating.add_by_quote(first.id, "先读书", tags=["学"])
    return stocked


def test_a_document_stands_in_reading_order(noted: Services) -> None:
    document = noted.exporting.document(EVERYTHING)
    assert (document.title, document.person, document.made[:5]) == ("学习笔记", "甲", "2031-")
    assert [article.title for article in document.articles] == ["溪水的声音", "修桥的人"]
    assert document.articles[0].issue_label == "《山间学习》2031年第4期（上半月）"
    quotes = [one.annotation.target.selectors.quote.exact for one in document.articles[0].notes]  # type: ignore[union-attr]
    assert quotes == ["先读书", "再说话"]
    assert len(noted.exporting.document(AnnotationFilter(tags=("学",))).articles) == 1


def test_notes_on_a_removed_issue_are_exported_by_their_labels(noted: Services) -> None:
    noted.importing.remove_issue(noted.reading.issues()[0].id)
    document = noted.exporting.document(EVERYTHING)
    assert {article.title for article in document.articles} == {"溪水的声音", "修桥的人"}
    assert {article.issue_label for article in document.articles} == {"《山间学习》2031年第4期（上半月）"}


def test_the_format_goes_by_the_ending(noted: Services, tmp_path: Path) -> None:
    for one in noted.exporting.formats():
        assert noted.exporting.format_of(Path(f"a{one.suffix.upper()}")) == one.name
    path = tmp_path / "新" / "笔记.txt"
    size = noted.exporting.export_to(path, EVERYTHING)
    assert path.stat().st_size == size > 20
    assert "问得好" in path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("name", "format", "sentence"),
    [("a.xyz", None, "看不出要导出的格式"), ("a.pdf", None, "不能直接导出 PDF"), ("a.md", "rtf", "不支持导出为“rtf”")],
)
def test_other_formats_are_refused(
    noted: Services, tmp_path: Path, name: str, format: str | None, sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        noted.exporting.export_to(tmp_path / name, EVERYTHING, format)
    assert not (tmp_path / name).exists()


def test_a_bare_bookmark_is_no_note(noted: Services) -> None:
    first, second = noted.reading.articles(noted.reading.issues()[0].id)
    noted.annotating.add_bookmark(first.id)
    noted.annotating.add_bookmark(second.id, note="这篇下次再读")
    for format in ("txt", "md", "html"):
        written = noted.exporting.export(EVERYTHING, format).decode()
        assert written.count("（全篇）") == 1 and "这篇下次再读" in written, format
    assert len(noted.exporting.export(EVERYTHING, "csv").decode().splitlines()) == 1 + 4
    told = json.loads(noted.exporting.export(EVERYTHING, "json"))
    assert [len(article["notes"]) for article in told["articles"]] == [3, 2]
    bookmarks = AnnotationFilter(article_id=first.id, whole_article=True)
    assert "溪水的声音" in noted.exporting.export(bookmarks, "txt").decode()


def test_one_passage_stands_once_with_what_each_wrote(noted: Services) -> None:
    _, article = noted.reading.articles(noted.reading.issues()[0].id)
    noted.people.add("乙")
    noted.annotating.add_by_quote(article.id, "桥稳不稳", note="谁去看？")
    text = noted.exporting.export(EVERYTHING, "txt").decode()
    assert text.count("桥稳不稳") == 1
    assert "【解读】甲：问得好\n乙：谁去看？\n记录：甲、乙" in text
    rows = noted.exporting.export(EVERYTHING, "csv").decode().splitlines()
    assert sum("桥稳不稳" in row for row in rows) == 2


def test_nothing_to_export_is_told(stocked: Services) -> None:
    with pytest.raises(KnownError, match="没有符合条件的标注"):
        stocked.exporting.export(EVERYTHING, "md")


def test_sheets_and_what_they_leave_to_fill_in(services: Services) -> None:
    templates = services.exporting.templates()
    assert "学习笔记" in templates
    assert all(isinstance(services.exporting.labels(name), list) for name in templates)
