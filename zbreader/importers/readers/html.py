"""HTML: what a person would read on the page, block by block. Nothing that the page refers to is loaded."""

from __future__ import annotations

import re

from zbreader.importers.readers import limits
from zbreader.importers.readers.encoding import decode
from zbreader.importers.readers.html_tokens import Tag, tokens
from zbreader.importers.readers.lines import LineWriter
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument
from zbreader.text.spacing import is_spurious_space

_SAYS = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""", re.I)
_SAYS_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"
})  # fmt: skip
_UNSEEN = frozenset({
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "map", "math", "meter", "noembed",
    "noframes", "noscript", "object", "option", "plaintext", "progress", "rp", "rt", "script", "select", "style",
    "svg", "template", "textarea", "title", "video", "xmp"
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
})  # fmt: skip
_BOLD = frozenset({"b", "strong", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.])", re.I)
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_SPACE = re.compile("[ \t\r\n\f]+")
_SOFT = re.compile(r"(?<=\S)[ \t]*\r?\n[ \t]*(?=\S)")  # an editor's line end inside a paragraph
_PAGE = re.compile(r"\d{1,4}$")


def read(name: str, data: bytes, encoding: str | None = None) -> SourceDocument:
    """Lines of a web page saved as a file. A page without any text raises KnownError."""
    found = _SAYS.search(data, 0, 4096) or _SAYS_XML.match(data[:200])
    hint = found.group(1).decode("ascii") if found else None
    text, used, confidence = decode(data, name, encoding, hint)
    lines = LineWriter(name)
    write(text, lines)
    if not lines.has_text:
        raise KnownError("网页“{file}”里没有文字，没有可以导入的内容。请确认保存时选了“网页，仅 HTML”。", file=name)
    return lines.document(used, confidence)


def write(text: str, lines: LineWriter) -> None:
    """Write the text of a page to LINES: one block a line, headings with their level."""
    page = _Page(lines)
    for token in tokens(text):
        if isinstance(token, str):
            page.text(token)
        elif token.closes:
            page.close(token.name)
        else:
            page.open(token)
    page.end_line()


class _Page:
    """What is open, and the line that is being filled."""

    def __init__(self, lines: LineWriter) -> None:
        self._lines = lines
        self._open: list[tuple[str, bool, bool]] = []  # name, hidden, bold
        self._counts: dict[str, int] = {}  # of the names in it, so that an end tag without a start costs nothing
        self._hidden = 0
        self._bold = 0
        self._parts: list[str] = []
        self._strong = self._plain = 0  # characters of the line in bold, and not
        self._number: int | None = None
        self._written = 0  # lines when the paragraph began

    def text(self, text: str) -> None:
        if self._hidden:
            return
        if not self._counts.get("pre"):
            text = _SPACE.sub(" ", _SOFT.sub(_without_soft_break, text))
        weight = len(text) - text.count(" ")
        if self._bold:
            self._strong += weight
        else:
            self._plain += weight
        self._parts.append(text)

    def open(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._break()
            return
        self._turn_page(tag)
        if name in ("td", "th") and self._parts:
            self._parts.append("\t")
        elif name in _BLOCKS:
            self.end_line()
        if name == "hr":
            self._lines.blank()
        if name in _VOID or tag.empty or len(self._open) >= limits.HTML_DEPTH:
            return
        if name in ("p", "li", "td", "th", "tr", "option", "dt", "dd") and self._open and self._open[-1][0] == name:
            self.close(name)  # HTML lets these be left open
        style = tag.attributes.get("style", "")
        hidden = name in _UNSEEN or "hidden" in tag.attributes or (bool(style) and _HIDDEN.search(style) is not None)
        bold = name in _BOLD or (bool(style) and _WEIGHT.search(style) is not None)
        self._written = len(self._lines)
        self._open.append((name, hidden, bold))
        self._counts[name] = self._counts.get(name, 0) + 1
        self._hidden += hidden
        self._bold += bold

    def close(self, name: str) -> None:
        if name in _BLOCKS:
            self.end_line()
        if not self._counts.get(name):
            return
        if name == "p" and not self._hidden and len(self._lines) == self._written:
            self._lines.blank()  # an empty paragraph is how pages make a gap
        while self._open:
            closed, hidden, bold = self._open.pop()
            self._counts[closed] -= 1
            self._hidden -= hidden
            self._bold -= bold
            if closed == name:
                break

    def end_line(self) -> None:
        text = "".join(self._parts)
        text = text if self._counts.get("pre") else text.strip(" \t")
        strong = self._strong > 0 and self._plain == 0
        self._parts.clear()
        self._strong = self._plain = 0
        if not text.strip():
            return
        for number, part in enumerate(text.split("\n")):
            part = part if self._counts.get("pre") else part.strip(" ")
            if part or number:
                self._lines.add(part, page=self._number, level=self._level(), bold=strong)

    def _break(self) -> None:
        if not self._hidden:
            self._parts.append("\n")

    def _level(self) -> int | None:
        return next((level for level in range(1, 7) if self._counts.get(f"h{level}")), None)

    def _turn_page(self, tag: Tag) -> None:
        if tag.attributes.get("epub:type") == "pagebreak" or tag.attributes.get("role") == "doc-pagebreak":
            found = _PAGE.search(tag.attributes.get("title") or tag.attributes.get("aria-label") or "")
            self._number = int(found.group()) if found else self._number


def _without_soft_break(found: re.Match[str]) -> str:
    return "" if is_spurious_space(found.string[found.start() - 1], found.string[found.end()]) else " "
