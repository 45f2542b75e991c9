"""Damaged files: small changes to valid ones, of the kinds that broken disks, bad converters and ill will make."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random
from xml.etree import ElementTree

from tests.importers.readers.pdf_press import Layout, Marked
from tests.importers.readers.versions import as_docx, as_epub, as_html, as_pdf, marked, zipped
from zbreader.importers.readers import read_source
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument

_TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"<table>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x10ffff;", b"&#99999999999;",
    b"&amp", b"\x00", b"\xff\xfe", b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"<w:br w:type='page'/>",
    b"<!DOCTYPE x [<!ENTITY a 'aa'>]>", b"&a;", b"obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]",
    b"/Kids", b"/Count -1", b"1 0 R", b"/Length 99999999", b"BT", b"ET", b"Tj", b"1e38 0 0 1e38 0 0 Tm", b"-1", b"0",
    b"4294967296", b"PK\x03\x04", b"PK\x05\x06", b"..%2f", b"\xed\xa0\x80", "\U00020bb7".encode(), b"'", b'"', b"=",
)  # fmt: skip

_VALUES = (
    "", "0", "-1", "9" * 400, "1e308", "nan", "true", "../../x", "file:///etc/passwd", "http://x.example/", "#", "rId1",
    "甲" * 3000, "Heading1", "heading 1", "\u202e", "%00", "\t\n",
)  # fmt: skip
_SMALL = 200  # elements that may be doubled: what grows again and again would not end

SAMPLE: list[Marked] = marked(
    "# 渡口的灯\n文/柳青禾\n渡口的灯每天傍晚六点亮，风雨无阻，已经亮了二十年。\n## 一、油灯\n"
    "最早的灯是一盏油灯，挂在老槐树上。添油的人换了三代。\n\n## 二、电灯\n"
    "后来有了电灯，也有了英文的 water-level gauge 和𠮷字招牌。\n# 摆渡人的账本\n账本上只记两样：水位和人数。"
)


_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
_STYLES = "word/styles.xml"
_STYLE = re.compile(rb"<w:style .*?</w:style>", re.DOTALL)


@cache
def _docx() -> bytes:
    """The sample in Word's format without what no line of it uses: python-docx puts 800 KB of styles into each."""
    with zipfile.ZipFile(io.BytesIO(as_docx(SAMPLE))) as archive:
        members = {name: archive.read(name) for name in (*_NEEDED, _STYLES, "word/numbering.xml")}
    used = re.findall(rb'<w:pStyle w:val="(\w+)"', members["word/document.xml"])
    wanted = tuple(b'w:styleId="%s"' % name for name in {b"Normal", *used})
    members[_STYLES] = _STYLE.sub(
        lambda found: found[0] if any(name in found[0] for name in wanted) else b"", members[_STYLES]
    )
    return zipped(members)


@cache
def _pdf(columns: int) -> bytes:
    return as_pdf(SAMPLE * 3, Layout(columns=columns, head="渡口夜话"))


def text_bytes(rng: Random) -> bytes:
    """The sample as a text file in some encoding."""
    text = "\n".join(f"{'#' * level} {line}" if level else line for line, level, _ in SAMPLE)
    return text.encode(rng.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]))


VALID: dict[str, tuple[str, Callable[[Random], bytes]]] = {
    "txt": ("甲.txt", text_bytes),
    "html": ("甲.html", lambda rng: as_html(SAMPLE)),
    "docx": ("甲.docx", lambda rng: _docx()),
    "epub": ("甲.epub", lambda rng: as_epub(SAMPLE)),
    "pdf": ("甲.pdf", lambda rng: _pdf(rng.choice([1, 2, 3]))),
}


def mutated(data: bytes, rng: Random, changes: int) -> bytes:
    """DATA after some changes: bits, runs and words moved, lost, doubled or put in."""
    content = bytearray(data)
    for _ in range(changes):
        at = rng.randrange(len(content) + 1)
        length = min(len(content) - at, rng.choice([1, 1, 2, 4, 16, 200]))
        kind = rng.randrange(6)
        if kind == 0 and length:
            content[at] ^= 1 << rng.randrange(8)
        elif kind == 1:
            del content[at : at + length]
        elif kind == 2:
            content[at:at] = content[at : at + length] * rng.choice([1, 2, 50])
        elif kind == 3:
            content[at:at] = rng.choice(_TOKENS) * rng.choice([1, 1, 1, 300])
        elif kind == 4:
            content[at : at + length] = rng.randbytes(length)
        elif rng.random() < 0.1:
            del content[at:]
    return bytes(content)


def regrown(data: bytes, rng: Random, changes: int) -> bytes:
    """XML that is still well-formed: elements lost, doubled, moved, values exchanged for what nobody expects there."""
    root = ElementTree.fromstring(data)  # noqa: S314 -- our own sample, before it is damaged
    for _ in range(changes):
        parents = [element for element in root.iter() if len(element)]
        if not parents:
            break
        parent = rng.choice(parents)
        at = rng.randrange(len(parent))
        child = parent[at]
        kind = rng.randrange(5)
        if kind == 0:
            del parent[at]
        elif kind == 1 and sum(1 for _ in child.iter()) < _SMALL:
            parent[at:at] = [copy.deepcopy(child) for _ in range(rng.choice([1, 2, 50]))]
        elif kind == 2:
            within = set(child.iter())
            rng.choice([one for one in root.iter() if one not in within]).append(child)
            del parent[at]
        elif kind == 3 and child.attrib:
            child.attrib[rng.choice(sorted(child.attrib))] = rng.choice(_VALUES)
        else:
            child.text = rng.choice(_VALUES)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def hostile(kind: str, base: bytes, rng: Random) -> bytes:
    """One damaged file of a kind; archives are damaged inside as often as outside, so that they still open."""
    changes = rng.choice([1, 2, 4, 10, 30])
    if kind not in ("docx", "epub") or rng.random() < 0.3:
        return mutated(base, rng, changes)
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in rng.sample(sorted(members), k=min(len(members), rng.choice([1, 1, 3]))):
        is_tree = name.endswith((".xml", ".rels", ".opf", ".xhtml")) and rng.random() < 0.6
        members[name] = (regrown if is_tree else mutated)(members[name], rng, changes)
    if rng.random() < 0.2:
        del members[rng.choice(sorted(members))]
    return zipped(members)


def reading_of(name: str, data: bytes) -> SourceDocument | KnownError:
    """What a reader makes of a file: a document with sound lines, or a refusal. Anything else is raised."""
    try:
        document = read_source(name, data)
    except KnownError as error:
        assert "{" not in str(error) and str(error), error
        return error
    numbers = [line.number for line in document.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    for line in document.lines:
        line.text.encode("utf-8")
        assert "\n" not in line.text
        assert line.level is None or 1 <= line.level <= 6
    return document
