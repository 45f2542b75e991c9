"""Damaged Word templates: a small valid one, damaged as any Word file is, and what filling it comes to."""

from __future__ import annotations

from functools import cache
from random import Random

from tests.exporters.sample_notes import document_of, placed
from tests.importers.readers.mutations import hostile
from tests.importers.readers.versions import zipped
from zbreader.exporters import ExportOptions, own_fields, write_own
from zbreader.model.errors import KnownError
from zbreader.model.study import WordTemplate

NAME = "我的单子.docx"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_LINES = (
    "{{姓名}}于{{日期}}",
    "{%p for 条 in 摘录 %}",
    "{{条.原文}}——{{条.出处}}",
    "{%p endfor %}",
    "{%p if 主持人 %}",
    "{{主持人 or 空行}}",
    "{%p endif %}",
)


@cache
def template_bytes() -> bytes:
    """A template without what Word puts into every file: it is filled a hundred thousand times."""
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _LINES)
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ("日期", "{{日期}}"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    members = {
        "[Content_Types].xml": f'{head}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{head}<w:document xmlns:w="{_WORD}"><w:body>{lines}'
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl><w:sectPr/></w:body></w:document>",
    }
    return zipped({name: text.encode() for name, text in members.items()})


def hostile_template(rng: Random) -> bytes:
    """One damaged template."""
    return hostile("docx", template_bytes(), rng)


def filling_of(data: bytes) -> bytes | KnownError:
    """What filling a template comes to: a document, or a refusal. Anything else is raised."""
    one = WordTemplate(NAME, data)
    document = document_of(placed(1, "一句原文", "一句解读\n第二段"))
    try:
        own_fields(one)
        return write_own(document, ExportOptions("我的单子", {}, word=one), "docx")
    except KnownError as error:
        str(error).encode()
        return error
