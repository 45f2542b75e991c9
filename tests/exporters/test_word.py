"""A Word document that opens, prints on A4, and holds any text."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import ExportOptions, registry
from zbreader.exporters.characters import on_one_line, paragraphs


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def words(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(data).paragraphs]


@pytest.fixture(scope="module")
def group() -> bytes:
    return registry()["docx"].write(group_document())


def test_the_form_is_the_magazines_own(group: bytes) -> None:
    paragraphs = [(p.style.name, p.text) for p in opened(group).paragraphs]
    start = paragraphs.index(("原文", "渠修到哪里，学习小组就走到哪里。"))
    source = "——《田野学习》2031年第5期（上半月）（总第731期）·学习笔记·渠水是怎样流到村口的·江一苇、何田"
    assert paragraphs[start - 2 : start + 6] == [
        ("Heading 1", "《田野学习》2031年第5期（上半月）"),
        ("Heading 2", "渠水是怎样流到村口的"),
        ("原文", "渠修到哪里，学习小组就走到哪里。"),
        ("出处", source),
        ("解读", "【解读】林小禾：先看渠，再看人。"),
        ("解读", "水到了，事才成。"),
        ("解读", "周望川：先修哪一段？"),
        ("附注", "记录：林小禾、周望川　标签：水利、组织生活、存疑"),
    ]


def test_the_page_is_a4_portrait_with_numbers(group: bytes) -> None:
    section = opened(group).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    codes = [code.text.strip() for code in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text == "第1页　共1页"


def test_chinese_fonts_are_named(group: bytes) -> None:
    styles = opened(group).styles
    for name, font in (
        ("Normal", "宋体"),
        ("原文", "仿宋"),
        ("Title", "黑体"),
        ("Heading 1", "黑体"),
        ("解读", "宋体"),
    ):
        fonts = styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:ascii")) == "Times New Roman"
        assert not [key for key in fonts.attrib if key.endswith("Theme")]


def test_paragraphs_are_indented_by_two_characters(group: bytes) -> None:
    styles = opened(group).styles
    for name in ("原文", "解读"):
        assert styles[name].element.pPr.ind.get(qn("w:firstLineChars")) == "200"
        assert styles[name].paragraph_format.widow_control is True


def test_style_properties_stand_in_the_order_of_the_schema(group: bytes) -> None:
    order = ["keepNext", "keepLines", "widowControl", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "outlineLvl"]
    for style in opened(group).styles.element.iter(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        names = [child.tag.rpartition("}")[2] for child in properties] if properties is not None else []
        known = [order.index(name) for name in names if name in order]
        assert known == sorted(known)


def test_what_is_empty_gets_room_to_write_in() -> None:
    made = opened(registry()["docx"].write(document_of(placed(1, "甲", "乙")), ExportOptions("学习笔记单")))
    cells = {row.cells[0].text: (row.cells[1].text, row.height.cm) for table in made.tables for row in table.rows}
    assert cells["姓名"][0] == "林小禾"
    assert cells["所在党支部（党小组、学习小组）"][0] == ""
    assert cells["怎么做"][0] == "" and cells["怎么做"][1] > 2.5
    assert "【解读】\t" in words(registry()["docx"].write(document_of(), ExportOptions("学习笔记单")))


def test_tables_are_whole() -> None:
    table = opened(registry()["docx"].write(document_of(), ExportOptions("学习计划表"))).tables[1]
    assert len(table.rows) == 13 and len(table.columns) == 6
    assert [cell.text for cell in table.rows[0].cells][2:4] == ["篇目", "形式"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_rows_may_break_over_pages_so_that_long_notes_fit() -> None:
    made = opened(registry()["docx"].write(document_of(), ExportOptions("学习笔记单", {"是什么": "长" * 5000})))
    assert not list(made.element.iter(qn("w:cantSplit")))


def test_large_type_is_larger_everywhere() -> None:
    usual, large = (
        opened(registry()["docx"].write(group_document(), ExportOptions(large=large))).styles for large in (False, True)
    )
    for name in ("原文", "解读", "Title"):
        assert large[name].font.size.pt >= usual[name].font.size.pt * 1.35


def test_fonts_have_other_names(group: bytes) -> None:
    with zipfile.ZipFile(BytesIO(group)) as archive:
        table = archive.read("word/fontTable.xml").decode()
    assert '<w:font w:name="宋体"><w:altName w:val="SimSun,' in table


def test_properties_come_from_the_notes(group: bytes) -> None:
    properties = opened(group).core_properties
    assert (properties.title, properties.author, properties.comments) == ("学习笔记", "林小禾", "")
    assert f"{properties.created:%Y-%m-%d}" == "2031-06-20"
    with zipfile.ZipFile(BytesIO(group)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_a_strange_date_does_no_harm() -> None:
    document = document_of(placed(1, "甲", "乙"))
    assert registry()["docx"].write(type(document)("学习笔记", "昨天", "x" * 999, document.articles))


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_note_gives_a_document_that_opens(quote: str, note: str) -> None:
    data = registry()["docx"].write(document_of(placed(1, quote, note, tags=(note,)), person=note))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own
    text = words(data)
    reading = paragraphs(note)
    if reading:
        assert f"【解读】{reading[0]}" in text
    for line in paragraphs(quote):
        assert line in text
    assert on_one_line(note) in "".join(text)
