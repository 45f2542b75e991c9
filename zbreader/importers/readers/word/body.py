"""The body of a Word file as lines. Headers and footers are parts of their own and are not read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from zbreader.importers.readers.archive import Archive, damaged
from zbreader.importers.readers.lines import LineWriter
from zbreader.importers.readers.word.numbering import Numbering
from zbreader.importers.readers.word.package import document_part, parsed, related_parts
from zbreader.importers.readers.word.runs import PAGE_BREAK, Text, gather
from zbreader.importers.readers.word.styles import Style, StyleSheet, list_place, outline_level
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument

_CELL = 40  # characters of a cell that stands in one line with its neighbours
_CONTAINERS = frozenset(
    {"w.sdt", "w.sdtContent", "w.ins", "w.moveTo", "w.customXml", "w.smartTag", "mc.AlternateContent", "mc.Choice"}
)


def read(name: str, archive: Archive) -> SourceDocument:
    """Lines of a Word file: paragraphs, table rows, text boxes and notes where they are cited. Raises KnownError."""
    part = document_part(archive)
    root = parsed(archive, part) if part is not None else None
    body = root.find("w.body") if root is not None else None
    if part is None or body is None:
        raise damaged(name)
    lines = LineWriter(name)
    writer = _Writer(archive, part, lines, has_pages=_tells_pages(body))
    writer.write(body)
    writer.write_notes()
    if not lines.has_text:
        raise KnownError("文件“{file}”里没有文字（可能是扫描的图片）。请换用有文字的版本。", file=name)
    return lines.document()


class _Writer:
    def __init__(self, archive: Archive, part: str, lines: LineWriter, *, has_pages: bool) -> None:
        related = related_parts(archive, part)

        def root_of(kind: str) -> Element | None:
            return parsed(archive, related[kind]) if kind in related else None

        self._lines = lines
        self._sheet = StyleSheet(root_of("styles"))
        self._numbering = Numbering(root_of("numbering"))
        self._notes = {
            (kind, found.get("w.id", "")): found
            for kind in ("footnote", "endnote")
            for found in _notes_in(root_of(f"{kind}s"), kind)
        }
        self._labels: dict[tuple[str, str], str] = {}
        self._cited: list[tuple[str, str]] = []  # notes that are not written yet
        self._page = 1
        self._has_pages = has_pages  # whether the file says where a page ends
        self._seen_level = False

    def write(self, container: Element) -> None:
        """Write paragraphs and tables in order."""
        for block in _blocks(container):
            if block.tag == "w.p":
                self._write_paragraph(block)
            else:
                self._write_table(block)

    def write_notes(self) -> None:
        """Write the notes that were cited since the last time."""
        cited, self._cited = self._cited, []
        for key in dict.fromkeys(cited):
            note = self._notes.pop(key, None)
            if note is None:
                continue
            label = f"[{self._labels[key]}] "
            for block in _blocks(note):
                if block.tag == "w.p":
                    text = self._gather(block)[0].text.replace(PAGE_BREAK, "").strip()
                    self._lines.add(label + text, page=self._shown_page())
                    label = ""

    def _write_paragraph(self, paragraph: Element) -> None:
        text, look = self._gather(paragraph)
        if look.level is not None and text.length:
            self.write_notes()  # they belong to what stood above the headline
        content = text.text
        if not content.strip(" \t\n\u3000\u00a0" + PAGE_BREAK):
            self._turn(content.count(PAGE_BREAK))
            if not text.boxes:
                self._lines.blank()
        else:
            self._add(content, text, look, self._label(look))
        self._cited += text.notes
        if not self._seen_level:
            self.write_notes()  # no headline will come before which they could stand
        for box in text.boxes:
            self.write(box)

    def _add(self, content: str, text: Text, look: Style, label: str) -> None:
        self._seen_level = self._seen_level or look.level is not None
        for number, part in enumerate(content.split(PAGE_BREAK)):
            self._turn(1 if number else 0)
            if part.strip():
                self._lines.add(
                    label + (part.lstrip(" \t") if label else part.lstrip("\n")),
                    page=self._shown_page(),
                    level=look.level,
                    bold=text.is_bold,
                    size=text.size,
                )
                label = ""

    def _gather(self, paragraph: Element) -> tuple[Text, Style]:
        properties = paragraph.find("w.pPr")
        named = properties.find("w.pStyle") if properties is not None else None
        style = self._sheet.of(named.get("w.val") if named is not None else None)
        place = list_place(properties)
        if place is not None and not place[0] and style.numbering is not None:
            place = style.numbering[0], place[1]  # the paragraph only says how deep it stands
        look = Style(style.name, outline_level(properties), numbering=place).over(style)
        return gather(paragraph, look, self._sheet, self._labels), look

    def _label(self, look: Style) -> str:
        return self._numbering.next_label(*look.numbering) if look.numbering else ""

    def _write_table(self, table: Element) -> None:
        """One line a row where its cells are short, as in a contents page; else cell after cell."""
        for row in _rows(table):
            cells = [list(_blocks(cell)) for cell in _cells(row)]
            if all(len(cell) == 1 and cell[0].tag == "w.p" for cell in cells):
                texts = [self._gather(cell[0]) for cell in cells]
                plain = [text.text.replace(PAGE_BREAK, "").strip() for text, _ in texts]
                if all(len(one) <= _CELL and not text.boxes for one, (text, _) in zip(plain, texts, strict=True)):
                    self._cited += [note for text, _ in texts for note in text.notes]
                    if line := "\t".join(one for one in plain if one):
                        self._lines.add(line, page=self._shown_page(), bold=all(text.is_bold for text, _ in texts))
                    continue
            for cell in _cells(row):
                self.write(cell)

    def _turn(self, pages: int) -> None:
        self._page += pages

    def _shown_page(self) -> int | None:
        return self._page if self._has_pages else None


def _tells_pages(container: Element) -> bool:
    """Whether a page ends anywhere in it: where Word broke it last, or where its author wanted it."""
    if next(container.iter("w.lastRenderedPageBreak"), None) is not None:
        return True
    return any(element.get("w.type") == "page" for element in container.iter("w.br"))


def _blocks(container: Element) -> Iterator[Element]:
    """Paragraphs and tables in a body, a cell, a text box or a note."""
    for child in container:
        if child.tag in ("w.p", "w.tbl"):
            yield child
        elif child.tag in _CONTAINERS:
            yield from _blocks(child)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w.tr":
            yield child
        elif child.tag in _CONTAINERS:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "w.tc":
            yield child
        elif child.tag in _CONTAINERS:
            yield from _cells(child)


def _notes_in(root: Element | None, kind: str) -> list[Element]:
    """The notes of a part, without the rules that Word prints above them."""
    found = root.findall(f"w.{kind}") if root is not None else []
    return [note for note in found if note.get("w.type") in (None, "normal")]
