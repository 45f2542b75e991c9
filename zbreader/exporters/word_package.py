"""The bytes of a Word document: dates, titles and the zip itself are fixed by the input alone."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from zbreader.exporters.characters import on_one_line

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can tell
_LONGEST_PROPERTY = 255  # characters, python-docx's limit for core properties


def package(word: Any, *, title: str, person: str, made: str) -> bytes:
    """Save WORD (a python-docx document) with its properties taken from the notes, not from this machine's clock."""
    _set_properties(word, title, person, made)
    _drop_thumbnail(word)
    _be_modern(word)
    stream = io.BytesIO()
    word.save(stream)
    return zip_again(stream.getvalue())


def zip_again(data: bytes) -> bytes:
    """The same members in the same order, with one date and one way to compress."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in given.namelist():
            add_member(fixed, name, given.read(name))
    return stream.getvalue()


def add_member(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add one member whose header says nothing about when and where it was made."""
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0
    archive.writestr(member, data, compresslevel=6)


def _set_properties(word: Any, title: str, person: str, made: str) -> None:
    properties = word.core_properties
    properties.title = on_one_line(title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = on_one_line(person)[:_LONGEST_PROPERTY]
    properties.comments = ""
    properties.language = "zh-CN"
    properties.revision = 1
    properties.created = properties.modified = _day(made)


def _day(made: str) -> datetime:
    try:
        return datetime.strptime(made[:10], "%Y-%m-%d")
    except ValueError:
        return datetime(*_EPOCH)


def _drop_thumbnail(word: Any) -> None:
    """python-docx's template carries a picture of an empty page."""
    relations = word.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _be_modern(word: Any) -> None:
    """Without this setting Word opens the document in compatibility mode ([MS-DOCX] 2.15.3, compatibilityMode)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    compatibility = word.settings.element.find(qn("w:compat"))
    if compatibility is None:
        return
    setting = OxmlElement("w:compatSetting")
    for name, value in (
        ("name", "compatibilityMode"),
        ("uri", "http://schemas.microsoft.com/office/word"),
        ("val", "15"),
    ):
        setting.set(qn(f"w:{name}"), value)
    compatibility.append(setting)
