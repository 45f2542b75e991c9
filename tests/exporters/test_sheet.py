"""The magazine's own form: quotation, source, reading."""

from __future__ import annotations

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters.sheet import Entry, all_values, chinese_day, lay_out, source_of
from zbreader.exporters.template import SectionKind
from zbreader.model.selector import AnchorState
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument


def entries(document: NotesDocument) -> list[Entry]:
    sheet = lay_out(document, ExportOptions())
    return [e for s in sheet.sections for issue in s.issues for article in issue.articles for e in article.entries]


def test_source_names_everything_that_is_known() -> None:
    full = ArticleNotes("《甲》2031年第5期", "乙", "丙", ("丁", "戊"), 731, 12)
    assert source_of(full) == "《甲》2031年第5期（总第731期）·丙·乙·丁、戊"
    assert source_of(ArticleNotes("", "乙")) == "乙"


def test_notes_are_grouped_by_issue_and_article() -> None:
    sheet = lay_out(group_document(), ExportOptions())
    assert [[len(a.entries) for a in issue.articles] for issue in sheet.sections[0].issues] == [[3, 2], [1]]


def test_every_state_is_told() -> None:
    exact, repaired, lost = entries(
        document_of(*(placed(n, "原文" * n, "注", state=state) for n, state in enumerate(AnchorState, 1)))
    )
    assert exact.remark == ""
    assert "请核对" in repaired.remark
    assert "未定位" in lost.remark and lost.quotation == ("原文原文原文",)


def test_a_bookmark_means_the_whole_article() -> None:
    (entry,) = entries(document_of(placed(1, None, "好文章")))
    assert entry.quotation == ("（全篇）",) and entry.remark == ""


def test_who_wrote_is_told_only_where_it_is_not_plain() -> None:
    assert [e.person for e in entries(document_of(placed(1, "甲", "乙")))] == [""]
    two = document_of(placed(1, "甲", "乙"), placed(2, "甲丙", "乙", creator="周望川"))
    assert [e.person for e in entries(two)] == ["林小禾", "周望川"]
    same = document_of(placed(1, "甲", "乙"), placed(2, "甲", "丁", creator="周望川"))
    assert [(e.person, e.reading) for e in entries(same)] == [("林小禾、周望川", ("林小禾：乙", "周望川：丁"))]
    assert [e.person for e in entries(document_of(placed(1, "甲", "乙"), person=""))] == ["林小禾"]


def test_fields_are_filled_from_the_notes_and_by_hand() -> None:
    options = ExportOptions("学习笔记单", {"学习形式": "领学", "姓名": "改过的名"})
    sheet = lay_out(group_document(), options)
    values = dict(sheet.sections[0].values)
    assert sheet.sections[0].kind is SectionKind.FIELDS
    assert values["学习形式"] == "领学"
    assert values["姓名"] == "改过的名"
    assert values["学习日期"] == "2031年6月20日"
    assert values["篇目"] == "渠水是怎样流到村口的；一张桌子上的三次会；夜校的灯"
    assert values["所在党支部（党小组、学习小组）"] == ""
    assert sheet.byline == ""


def test_days() -> None:
    assert chinese_day("2031-05-09T01:02:03.000Z") == "2031年5月9日"
    assert chinese_day("五月\x00") == "五月"
    assert chinese_day("") == ""


def test_a_table_holds_what_is_given_or_blank_rows() -> None:
    given = ExportOptions("学习计划表", tables={"学习计划": [{"篇目": "渠", "主题": "集中学习", "别的": "x"}]})
    (table,) = (s for s in lay_out(document_of(), given).sections if s.kind is SectionKind.TABLE)
    assert table.cells == (("", "集中学习", "渠", "", "", ""),)
    (blank,) = (s for s in lay_out(document_of(), ExportOptions("学习计划表")).sections if s.kind is SectionKind.TABLE)
    assert len(blank.cells) == 12 and not any(map(any, blank.cells))


def test_lines_keep_their_lines_and_fields_do_not() -> None:
    sheet = lay_out(document_of(), ExportOptions("学习笔记单", {"是什么": "甲\n\n乙", "学习形式": "甲\n乙"}))
    values = {label: value for section in sheet.sections for label, value in section.values}
    assert (values["是什么"], values["学习形式"]) == ("甲\n乙", "甲 乙")


def test_magazine_and_issue_are_told_apart() -> None:
    values = all_values(group_document(), ExportOptions())
    assert (values["刊名"], values["期号"]) == ("《田野学习》", "2031年第5期（上半月）；2031年第6期（下半月）")


def test_a_form_without_notes_has_lines_to_write_them_on() -> None:
    sections = lay_out(NotesDocument("学习笔记", ""), ExportOptions("学习笔记单")).sections
    assert ("原文", "") in sections[1].values and sections[1].kind is SectionKind.LINES
    (plain,) = lay_out(NotesDocument("学习笔记", ""), ExportOptions()).sections
    assert plain.kind is SectionKind.NOTES
