"""The exports that are kept word for word; `python tests/exporters/references.py` writes them anew."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

REFERENCE = Path(__file__).parents[1] / "reference"
EXACT = ("md", "txt", "html", "csv", "json")


def word_text(data: bytes) -> bytes:
    """What a Word document says: its main part, one paragraph a line so that a difference can be read."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").replace(b"</w:p>", b"</w:p>\n")


def exports() -> dict[str, bytes]:
    """Every kept export by the name of its file."""
    from tests.exporters.sample_notes import group_document
    from zbreader.exporters import ExportOptions, registry

    formats, document = registry(), group_document()
    kept = {f"notes{formats[name].suffix}": formats[name].write(document) for name in EXACT}
    kept["notes.document.xml"] = word_text(formats["docx"].write(document))
    sheet = ExportOptions("学习笔记单", {"学习形式": "领学"})
    kept["note-sheet.txt"] = formats["txt"].write(document, sheet)
    kept["note-sheet.document.xml"] = word_text(formats["docx"].write(document, sheet))
    return kept


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    for name, data in exports().items():
        (REFERENCE / name).write_bytes(data)
