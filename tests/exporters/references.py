"""The exports that are kept word for word; `python tests/exporters/references.py` writes them anew."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

REFERENCE = Path(__file__).parents[1] / "reference"
EXACT = ("md", "txt", "html", "csv", "json")
TABLES = {
    "党员感言": [{"姓名": "林小禾", "所在支部": "第二党支部", "原话": "渠是一条。"}],
    "议定事项": [{"事项": "清淤三百米", "责任人": "何田", "时限": "七月", "办结": ""}],
    "学习计划": [{"日期": "7月1日", "主题": "集中学习", "篇目": "夜校的灯", "形式": "自学", "领学人": "何田"}],
    "学习台账": [{"序号": "1", "日期": "6月5日", "篇目": "夜校的灯", "应到": "12", "实到": "10", "补学": "周望川"}],
}


def word_text(data: bytes) -> bytes:
    """What a Word document says: its main part, one paragraph a line so that a difference can be read."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").replace(b"</w:p>", b"</w:p>\n")


def exports() -> dict[str, bytes]:
    """Every kept export by the name of its file."""
    from tests.exporters.sample_notes import group_document
    from zbreader.exporters import ExportOptions, registry, template_names
    from zbreader.model.study import NotesDocument

    formats, document = registry(), group_document()
    kept = {f"notes{formats[name].suffix}": formats[name].write(document) for name in EXACT}
    kept["notes.document.xml"] = word_text(formats["docx"].write(document))
    sheet = ExportOptions("学习笔记单", {"学习形式": "领学"})
    kept["note-sheet.txt"] = formats["txt"].write(document, sheet)
    for name in template_names():
        filled = ExportOptions(name, {"学习形式": "领学", "讲稿": "一\n二"}, tables=TABLES, references=True)
        kept[f"sheets/{name}.document.xml"] = word_text(formats["docx"].write(document, filled))
        empty = formats["docx"].write(NotesDocument(name, "", ""), ExportOptions(name))
        kept[f"sheets/{name}（空表）.document.xml"] = word_text(empty)
    return kept


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    for name, data in exports().items():
        (REFERENCE / name).parent.mkdir(exist_ok=True)
        (REFERENCE / name).write_bytes(data)
