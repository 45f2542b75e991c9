from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from tests.importers.readers.versions import zipped
from zbreader.importers.readers import read_source
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body: str, **parts: str) -> SourceDocument:
    """A Word file of this body; parts (styles, numbering, footnotes) are the contents of their roots."""
    links = "".join(f'<Relationship Id="r{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="/word/document.xml"/></R>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        **{f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{content}</w:{kind}>' for kind, content in parts.items()},
    }  # fmt: skip
    return read_source("甲.docx", zipped(members))


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def texts(document: SourceDocument) -> list[str]:
    return [line.text for line in document.lines]


def test_a_real_file_with_everything_in_its_place() -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "页眉"
    file.add_paragraph("渡口", style="Title")
    file.add_heading("一、油灯", 2)
    line = file.add_paragraph()
    line.add_run("全是粗体").bold = True
    line.runs[0].font.size = Pt(15)
    table = file.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["油灯", "3", "长" * 60, "电灯"], strict=True):
        cell.text = text
    file.add_paragraph("上页").add_run().add_break(WD_BREAK.PAGE)
    file.add_paragraph("下页")
    stream = io.BytesIO()
    file.save(stream)
    lines = read_source("甲.docx", stream.getvalue()).lines
    assert [line.text for line in lines] == [
        "渡口",
        "一、油灯",
        "全是粗体",
        "油灯\t3",
        "长" * 60,
        "电灯",
        "上页",
        "下页",
    ]
    assert [line.level for line in lines[:3]] == [1, 2, None]
    assert (lines[2].bold, lines[2].size) == (True, 15.0)
    assert [line.page for line in lines[-2:]] == [1, 2]


def test_chinese_style_names_and_inheritance() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 1"/>'
        '<w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="栏题"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="圈"/><w:basedOn w:val="c"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="x"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    )
    body = "".join(p("渡口", f'<w:pStyle w:val="{name}"/>') for name in "abcd")
    lines = word(body, styles=styles).lines
    assert [line.level for line in lines] == [1, 1, None, 3]
    assert (lines[1].bold, lines[1].size) == (True, 22.0)


def test_automatic_numbers_are_written_out() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%2. "/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )
    places = [0, 1, 1, 0, 1]
    body = "".join(p("渡", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="7"/></w:numPr>') for at in places)
    assert texts(word(body, numbering=numbering)) == ["一、渡", "1. 渡", "2. 渡", "二、渡", "1. 渡"]


def test_notes_stand_at_the_end_of_their_article() -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">{p("见县志。")}</w:footnote>'
    )
    cite = '<w:p><w:r><w:t>灯</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    heading = '<w:outlineLvl w:val="0"/>'
    body = p("甲篇", heading) + cite + p("岸") + p("乙篇", heading)
    assert texts(word(body, footnotes=notes)) == ["甲篇", "灯[1]", "岸", "[1] 见县志。", "乙篇"]
    assert texts(word(cite + p("岸"), footnotes=notes)) == ["灯[1]", "[1] 见县志。", "岸"]


def test_what_is_deleted_or_hidden_or_doubled_is_not_read() -> None:
    box = f"<w:txbxContent>{p('框里')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        + p("藏", run="<w:vanish/>")
        + f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        "<w:t>旁</w:t></w:r></w:p>" + "<w:p/>" + f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    )
    assert [text for text in texts(word(body)) if text] == ["留增", "旁", "框里", "控件"]


def test_a_file_of_pictures_is_told() -> None:
    with pytest.raises(KnownError, match="没有文字"):
        word("<w:p/>")


@pytest.mark.parametrize("document", ["", "<w:document/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>" * 500])
def test_a_broken_file_is_told(document: str) -> None:
    with pytest.raises(KnownError, match="已损坏"):
        read_source("甲.docx", zipped({"word/document.xml": document}))


def test_tables_within_tables() -> None:
    inner = p("里")
    for _ in range(30):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{p('外')}</w:tc></w:tr></w:tbl>"
    found = texts(word(inner))
    assert found[0] == "里\t外"
    assert len(found) == 30
