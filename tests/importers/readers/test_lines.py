from __future__ import annotations

import pytest

from tests.importers.pictures import vocabulary
from zbreader.importers import build_issue
from zbreader.importers.readers import limits
from zbreader.importers.readers.lines import LineWriter
from zbreader.model.errors import KnownError
from zbreader.model.message import message


def test_lines_are_numbered_cleaned_and_set_apart_by_one_blank_line() -> None:
    lines = LineWriter("甲")
    lines.blank()
    lines.add("\u3000\u3000渡\x00口\ud842 \r\n岸", page=3)
    lines.blank()
    lines.blank()
    lines.add("灯", level=1)
    found = lines.document().lines
    assert [line.text for line in found] == ["\u3000\u3000渡口\ufffd", "岸", "", "灯"]
    assert [line.number for line in found] == [1, 2, 3, 4]
    assert [line.page for line in found] == [3, 3, 3, None]


@pytest.mark.parametrize("limit", ["CHARACTERS", "LINES"])
def test_there_is_an_end_to_a_document(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(limits, limit, 10)
    lines = LineWriter("甲")
    with pytest.raises(KnownError, match="“甲”里的文字太多"):
        for _ in range(11):
            lines.add("渡")


def test_what_a_reader_saw_outside_the_text_belongs_to_no_article() -> None:
    lines = LineWriter("甲")
    lines.add("渡口的灯", level=1)
    lines.add("渡口的灯每天亮，守灯的人")
    lines.add("样刊一份", running_head=True)
    lines.add("换了三代。")
    document = lines.document(None, 1.0, message("第 {pages} 页没有文字（可能是图片），没有导入。", pages="2"))
    issue = build_issue(document, vocabulary(), source_sha256="0")
    assert [(block.kind, block.text) for block in issue.unplaced] == [("running_head", "样刊一份")]
    assert "样刊" not in "".join(article.text for article in issue.articles)
    assert ["第 2 页" in str(finding.message) for finding in issue.findings if finding.rule == "reading"] == [True]
