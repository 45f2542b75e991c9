"""Word templates: what they may say, what they may not, and how a broken one is told."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exporters.mutations import filling_of, hostile_template, template_bytes
from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import ExportOptions, own_fields, registry, word_language, write_own
from zbreader.exporters.word_filling import check
from zbreader.model.errors import KnownError
from zbreader.model.study import WordTemplate

NAME = "我的单子.docx"


def template(*lines: str, cells: tuple[str, ...] = ()) -> WordTemplate:
    word = docx.Document()
    for line in lines:
        word.add_paragraph(line)
    if cells:
        table = word.add_table(rows=1, cols=len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    stream = BytesIO()
    word.save(stream)
    return WordTemplate(NAME, stream.getvalue())


def filled(one: WordTemplate, **fields: str) -> Any:
    document = document_of(placed(1, "一句原文", "一句解读\n第二段"))
    return docx.Document(BytesIO(write_own(document, ExportOptions("我的单子", fields, word=one), "docx")))


def text_of(one: WordTemplate, **fields: str) -> str:
    return "\n".join(paragraph.text for paragraph in filled(one, **fields).paragraphs)


def repacked(one: WordTemplate, name: str, data: bytes) -> WordTemplate:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(one.data)) as given, zipfile.ZipFile(stream, "w") as changed:
        for member in given.namelist():
            if member != name:
                changed.writestr(member, given.read(member))
        changed.writestr(name, data)
    return WordTemplate(NAME, stream.getvalue())


def test_fields_loops_and_conditions() -> None:
    one = template("{{姓名}}于{{日期}}", "{%p for 条 in 摘录 %}", "{{条.原文}}——{{条.出处}}", "{%p endfor %}")
    assert (
        text_of(one)
        == "林小禾于2031年5月20日\n一句原文——《田野学习》2031年第5期（上半月）·学习笔记·渠水是怎样流到村口的"
    )
    assert text_of(template("{% if 听众 %}有{% else %}无{% endif %}")) == "无"


def test_lines_of_a_value_are_lines_of_the_document() -> None:
    assert text_of(template("{{讲稿}}"), 讲稿="第一行\n第二行") == "第一行\n第二行"
    assert text_of(template("{%p for 段 in 讲稿|分段 %}", "·{{段}}", "{%p endfor %}"), 讲稿="甲\n乙") == "·甲\n·乙"


def test_rows_of_a_table_are_repeated_and_blank_ones_are_offered() -> None:
    word = docx.Document()
    table = word.add_table(rows=3, cols=2)
    table.rows[0].cells[0].text = "{%tr for 行 in 议定事项 %}"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{{行.事项}}", "{{行.责任人}}"
    table.rows[2].cells[0].text = "{%tr endfor %}"
    stream = BytesIO()
    word.save(stream)
    one = WordTemplate(NAME, stream.getvalue())
    given = ExportOptions("甲", tables={"议定事项": [{"事项": "清淤", "责任人": "何田"}, {"事项": "装闸"}]}, word=one)
    made = docx.Document(BytesIO(write_own(document_of(), given, "docx")))
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [["清淤", "何田"], ["装闸", ""]]
    blank = docx.Document(BytesIO(write_own(document_of(), ExportOptions("甲", word=one), "docx")))
    assert len(blank.tables[0].rows) == 4


def test_own_fields_are_asked_for_and_filled() -> None:
    one = template("值班：{{自填.值班领导}}，{{ 自填.电话 }}，{{自填.值班领导}}")
    assert own_fields(one) == ["值班领导", "电话"]
    assert text_of(one, 值班领导="江一苇", 电话="无") == "值班：江一苇，无，江一苇"


def test_an_unknown_field_is_named_with_its_template() -> None:
    with pytest.raises(KnownError, match=r"我的单子\.docx.*字段“姓明”不存在"):
        filled(template("{{姓明}}"))
    with pytest.raises(KnownError, match=r"字段“原门”不存在"):
        filled(template("{%p for 条 in 摘录 %}", "{{条.原门}}", "{%p endfor %}"))
    with pytest.raises(KnownError, match=r"字段“值班领导”不存在"):
        filled(template("{{自填.值班领导}}"))


@pytest.mark.parametrize(
    "line",
    ["{{姓名", "{% for 条 摘录 %}", "{%p if 姓名 %}", "{{姓名|大写}}", "{{ 1 + }}", "{% endfor %}", "{{姓名 is 好}}"],
)
def test_a_mistake_is_one_sentence_naming_template_and_place(line: str) -> None:
    with pytest.raises(KnownError, match=r"我的单子\.docx") as caught:
        filled(template("前一段", line, "后一段"))
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ 姓名.__class__ }}",
        "{{ 摘录.append(1) }}",
        "{{ 姓名.format(1) }}",
        "{{ range(999999999) }}",
        "{{ 'x' * 999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 2 ** 999999999 }}",
        "{{ 'x'|center(999999999) }}",
        "{{ 姓名|attr('__class__') }}",
        "{{ 姓名|safe }}",
        "{% set a = 姓名 %}",
        "{% macro a() %}{{ a() }}{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% extends 'x' %}",
        "{{ self }}",
        "{{ cycler }}",
        "{% for a in 摘录 recursive %}{{ loop(摘录) }}{% endfor %}",
        "{{ 摘录|计步 }}",
    ],
)
def test_what_could_do_harm_is_refused(line: str) -> None:
    with pytest.raises(KnownError, match=r"我的单子\.docx"):
        filled(template(line))


def test_dangerous_attributes_are_undefined_even_if_the_language_let_them_through() -> None:
    language = word_language.TemplateLanguage()
    assert not language.is_safe_attribute("", "__class__", None)
    assert language.globals == {}


def test_loops_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_language, "MOST_STEPS", 1000)
    loops = "".join(f"{{% for {name} in 讲稿 %}}" for name in "abcdef")
    with pytest.raises(KnownError, match="循环太多"):
        filled(template(loops + "x" + "{% endfor %}" * 6), 讲稿="十" * 60)


@pytest.mark.parametrize(
    "value", ["{{7*7}}", "{% for x in y %}", "{#", "<b>&amp;", "{{自填.__class__}}", "]]>", "\x00\ud800𠮷"]
)
def test_what_stands_in_a_note_is_never_read_as_a_template(value: str) -> None:
    document = document_of(placed(1, value + "。", value + "。", tags=(value,)), person=value)
    data = registry()["docx"].write(document, ExportOptions("学习笔记单", {"学习形式": value, "是什么": value}))
    made = docx.Document(BytesIO(data))
    shown = value.replace("\x00", "").replace("\ud800", "\ufffd")
    assert shown + "。" in [paragraph.text for paragraph in made.paragraphs]
    assert shown in [cell.text for table in made.tables for row in table.rows for cell in row.cells]


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_value_gives_a_document_that_opens(one: str, other: str) -> None:
    fields = {"学习形式": one, "是什么": other, "姓名": one}
    assert docx.Document(BytesIO(registry()["docx"].write(group_document(), ExportOptions("学习笔记单", fields))))


def test_a_damaged_file_is_told() -> None:
    for data in (b"", b"PK\x03\x04", template("x").data[:500], b"MZ" * 100):
        with pytest.raises(KnownError, match=r"我的单子\.docx”不是完好的"):
            check(WordTemplate(NAME, data))


def test_an_undamaged_template_is_filled_by_the_fuzzer() -> None:
    assert isinstance(filling_of(template_bytes()), bytes)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_template_is_filled_or_refused(seed: int) -> None:
    filling_of(hostile_template(Random(f"damaged {seed}")))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/document.xml", b"no XML"),
        ("word/_rels/document.xml.rels", b"<Relationships"),
        ("_rels/.rels", b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'),
        ("word/document.xml", b"<x/>"),
    ],
)
def test_what_words_libraries_stumble_over_is_one_sentence(name: str, data: bytes) -> None:
    one = repacked(template("{{姓名}}"), name, data)
    with pytest.raises(KnownError, match=r"我的单子\.docx"):
        own_fields(one)
    with pytest.raises(KnownError, match=r"我的单子\.docx"):
        write_own(document_of(), ExportOptions("我的单子", word=one), "docx")


@pytest.mark.parametrize("depth", [400, 20_000])
def test_brackets_in_brackets_without_end_are_one_sentence(depth: int) -> None:
    """Input 54,260 of the fuzzer, cut down."""
    one = template("{{" + "[" * depth + "}}")
    with pytest.raises(KnownError, match="写得不对"):
        own_fields(one)
    with pytest.raises(KnownError, match="写得不对"):
        write_own(document_of(), ExportOptions("我的单子", word=one), "docx")


def test_macros_and_what_loads_from_elsewhere_are_refused() -> None:
    one = template("{{姓名}}")
    with pytest.raises(KnownError, match="有宏"):
        check(repacked(one, "word/vbaProject.bin", b"x"))
    relation = '<Relationship Id="r9" Type="http://x/image" Target="http://example.org/x.png" TargetMode="External"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    with pytest.raises(KnownError, match="从别处加载"):
        check(repacked(one, "word/_rels/header1.xml.rels", rels.encode()))
    check(repacked(one, "word/_rels/header1.xml.rels", rels.replace("/image", "/relationships/hyperlink").encode()))
    with pytest.raises(KnownError, match="不是完好的"):
        check(repacked(one, "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'))


def test_a_huge_template_is_refused() -> None:
    with pytest.raises(KnownError, match="太大"):
        check(repacked(template("x"), "word/media/image1.png", b"\0" * (21 * 1024 * 1024)))


def test_a_template_of_ones_own_gives_other_formats_too() -> None:
    one = template("{{标题}}", "{{姓名}} <b>", cells=("栏", "{{日期}}"))
    options = ExportOptions("我的单子", word=one)
    plain = write_own(document_of(), options, "txt").decode()
    assert plain == "学习笔记\n林小禾 <b>\n栏｜2031年5月20日\n"
    assert "林小禾 &lt;b&gt;" in write_own(document_of(), options, "html").decode()
    assert "| 栏 | 2031年5月20日 |" in write_own(document_of(), options, "md").decode()
