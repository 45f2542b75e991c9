"""Prints PDF files for tests: every character where it is put, no font needed on the machine.

The font is not embedded: its character ids are Unicode's order of first use, and a ToUnicode map says what they mean.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

WIDTH, HEIGHT = 595.0, 842.0


def ems(text: str) -> float:
    """How wide a text is set: one em for a wide character, half of one for another."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


class Marked(NamedTuple):
    """A paragraph: its text, its level if it is a headline, whether it goes on in the middle of a sentence."""

    text: str
    level: int | None = None
    continues: bool = False


@dataclass
class PdfPress:
    """Pages on which text is put at places (points from the lower left corner)."""

    pages: list[list[str]] = field(default_factory=list)
    rotate: int = 0
    _ids: dict[str, int] = field(default_factory=dict)

    def page(self) -> None:
        """Begin a page."""
        self.pages.append([])

    def put(
        self, x: float, y: float, size: float, text: Sequence[str], *, bold: bool = False, turn: str = "1 0 0 1"
    ) -> None:
        """Put one line of text on the page; an element of several characters is one drawing."""
        drawings = [*text, *(" " * (len(text) == 1))]  # one character of a font without outlines would have no extent
        codes = "".join(f"{self._ids.setdefault(c, len(self._ids) + 1):04x}" for c in drawings)
        font = "B" if bold else "F"
        self.pages[-1].append(f"BT /{font} {size} Tf {turn} {x:.2f} {y:.2f} Tm <{codes}> Tj ET")

    def put_latin(self, x: float, y: float, size: float, text: str, turn: str) -> None:
        """Put a line of Latin text in a font whose outlines every PDF reader has."""
        self.pages[-1].append(f"BT /H {size} Tf {turn} {x:.2f} {y:.2f} Tm ({text}) Tj ET")

    def print(self, *, encrypt: bool = False) -> bytes:
        """The file."""
        objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        font_at, bold_at = self._add_fonts(objects)
        kids = []
        for page in self.pages:
            stream = zlib.compress("\n".join(page).encode())
            objects.append(b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(stream), stream))
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {self.rotate} /Contents"
                f" {len(objects)} 0 R /Resources << /Font << /F {font_at} 0 R /B {bold_at} 0 R"
                " /H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>".encode()
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
        return _file(objects, encrypt)

    def _add_fonts(self, objects: list[bytes]) -> tuple[int, int]:
        narrow = [i for c, i in self._ids.items() if ems(c) < 1]
        widths = " ".join(f"{i} [500]" for i in narrow)
        mapping = "\n".join(
            f"1 beginbfchar <{i:04x}> <{c.encode('utf-16-be').hex()}> endbfchar" for c, i in self._ids.items()
        )
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{mapping}\nendcmap end end"
        ).encode()
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(cmap), cmap))
        to_unicode = len(objects)
        made = []
        for name in ("Own-Regular", "Own-Bold"):
            objects.append(
                f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
                " /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>".encode()
            )
            objects.append(
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe)"
                f" /Ordering (Identity) /Supplement 0 >> /FontDescriptor {len(objects)} 0 R /DW 1000"
                f" /W [{widths}] /CIDToGIDMap /Identity >>".encode()
            )
            objects.append(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
                f" /DescendantFonts [{len(objects)} 0 R] /ToUnicode {to_unicode} 0 R >>".encode()
            )
            made.append(len(objects))
        return made[0], made[1]


def _file(objects: Sequence[bytes], encrypt: bool) -> bytes:
    body, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    locked = b""
    if encrypt:  # a password that is not the empty one
        locked = (
            b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >>"
            b" /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
        )
    body += b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, locked, start)
    return bytes(body)


@dataclass
class Layout:
    """How paragraphs are set: columns, type size, what stands at the top of every page."""

    columns: int = 2
    size: float = 10.0
    leading: float = 16.0
    gutter: float = 20.0
    margin: float = 60.0
    head: str = ""
    row_by_row: bool = False  # the file's order of lines goes across the columns

    @property
    def column_width(self) -> float:
        return (WIDTH - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns


def set_paragraphs(paragraphs: Iterable[Marked], layout: Layout) -> bytes:
    """A PDF of paragraphs: indented by two ems, headlines large and ragged, pages numbered."""
    press = PdfPress()
    lines = [line for paragraph in paragraphs for line in _broken(paragraph, layout)]
    per_column = int((HEIGHT - 2 * layout.margin - 40) // layout.leading)
    per_page = per_column * layout.columns
    for start in range(0, len(lines), per_page):
        press.page()
        number = start // per_page + 1
        if layout.head:
            press.put(layout.margin, HEIGHT - 40, 8, f"{layout.head}\u3000{number}")
        press.put(WIDTH / 2, 30, 8, str(number))
        placed = list(enumerate(lines[start : start + per_page]))
        if layout.row_by_row:
            placed.sort(key=lambda one: (one[0] % per_column, one[0] // per_column))
        for at, (indent, text, size) in placed:
            column, row = divmod(at, per_column)
            x = layout.margin + column * (layout.column_width + layout.gutter) + indent
            press.put(x, HEIGHT - layout.margin - 20 - row * layout.leading, size, text, bold=size > layout.size)
    return press.print()


def _broken(paragraph: Marked, layout: Layout) -> Iterable[tuple[float, str, float]]:
    """Lines of a paragraph: indent, text, size."""
    text, level, continues = paragraph
    size = layout.size if level is None else layout.size * (1.9 - 0.25 * level)
    indent = 2 * size if level is None and not continues else 0.0
    line, room = "", layout.column_width - indent
    for character in text:
        hangs = character in "，。、；：？！”）》" and ems(line) * size <= room
        if (ems(line) + ems(character)) * size > room and not hangs:
            yield indent, line, size
            line, indent, room = "", 0.0, layout.column_width
        line += character
    yield indent, line, size
    if level is not None:
        yield 0.0, " ", size
