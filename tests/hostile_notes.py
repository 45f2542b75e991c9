"""Notes that are hard to keep, and how an exported document is proved to be valid."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

NOTES = {
    "controls": "铃\x07响\x1b[31m红\x0b纵\x0c页\x7f删",
    "long": "长笔记，" * 25_000,
    "right to left": "左\u202e右\u202c שלום مرحبا \u200f完",
    "emoji": "👨‍👩‍👧‍👦🇨🇳👍🏽❤️",
    "beyond": "𠮷野家的𪚥和𰻞，一个也不少",
    "markup": '<script>alert("一")</script><img src="http://example.invalid/x.png" onerror="x()">&amp;<b>粗',
    "formula": '=HYPERLINK("http://example.invalid","点我")',
    "markdown": "# 不是标题\n![图](http://example.invalid/x.png)\n| 不 | 是表 |",
    "template": "{{ 7 * 7 }}{% for x in y %}",
}
TAG = "签<b>𠮷"
FORBIDDEN_TAGS = frozenset({"script", "img", "iframe", "object", "link", "video", "audio", "embed", "form"})


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.seen += [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]


def check(format_name: str, data: bytes) -> str:
    """The text of an exported document that a person sees; raises what is wrong with it."""
    if format_name in ("docx", "xlsx"):
        return _office(data)
    if format_name == "zip":
        return _archive(data)
    text = data.decode("utf-8-sig")
    if format_name == "html":
        tags = _Tags()
        tags.feed(text)
        assert not FORBIDDEN_TAGS & set(tags.seen)
        assert not [name for name in tags.seen if name.startswith("on") or name in ("src", "href")]
    elif format_name == "json":
        json.loads(text)
    elif format_name == "csv":
        rows = list(csv.reader(io.StringIO(text)))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    return text


def _archive(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert not [name for name in names if name.startswith("/") or ".." in name.split("/")]
        return "\n".join(check(name.rpartition(".")[2], archive.read(name)) for name in names)


def _office(data: bytes) -> str:
    said = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(package.read(name))  # noqa: S314 - our own
                assert 'TargetMode="External"' not in package.read(name).decode()
                said += ["".join(root.itertext())]
                assert not [one for one in root.iter() if one.tag.endswith("}f")], "a formula"
    return "\n".join(said)
