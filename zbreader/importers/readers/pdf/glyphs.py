"""The characters of a page with their places, as PDFium finds them. The only module that speaks to PDFium."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, isfinite
from typing import Any

from zbreader.importers.readers import limits
from zbreader.importers.readers.lines import too_long
from zbreader.model.errors import KnownError

_BOLD = re.compile(r"bold|heavy|black|semib|demib|simhei|[-,]b$|heiti.*[mb]\b", re.I)
_FEWEST = 4  # points below which a type size is nonsense and the box tells
_SMALLEST = 1.0  # points that a character without any size counts for
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

# Fonts share one drawing between a character and the radical of its shape, and some programs name the radical. Unicode
# maps the Kangxi radicals (NFKC) and leaves these alone (CJK Radicals Supplement).
_RADICALS = (
    "\u2e81\u2e84\u2e86\u2e8a\u2e8c\u2e8e\u2e92\u2e93\u2e95\u2e96\u2e98\u2e99\u2e9c\u2e9d\u2e9f\u2ea0\u2ea1\u2ea3"
    "\u2ea6\u2ea7\u2ea8\u2ea9\u2eaa\u2eab\u2eac\u2ead\u2eae\u2eb0\u2eb4\u2eb6\u2eb7\u2eb8\u2eb9\u2ebb\u2ebc\u2ebd"
    "\u2ebe\u2ebf\u2ec0\u2ec1\u2ec2\u2ec3\u2ec4\u2ec5\u2ec6\u2ec7\u2ec8\u2ec9\u2eca\u2ecb\u2ecc\u2ecd\u2ece\u2ecf"
    "\u2ed0\u2ed1\u2ed3\u2ed4\u2ed6\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2edd\u2ede\u2ee0\u2ee1\u2ee2\u2ee3\u2ee4"
    "\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eea\u2eec\u2eee\u2eef\u2ef0\u2ef1\u2ef3"
)
_CHARACTERS = (
    "厂乙冂卜小兀巳幺彐忄扌攵日月母民氵灬丬牛犭王疋目示礻竹纟网羊羊羊耂聿月臼艹艹艹虎衤覀西见角角讠贝足车"
    "辶辶辶阝钅長长门阝雨青韦页风飞食食饣首马骨鬼鱼鸟卤麦黄黾齐齿竜龙龜龟"
)
_MEANT = dict(zip(_RADICALS, _CHARACTERS, strict=True)) | {"\u2e3a": "——", "\u2e3b": "———"}


@dataclass(slots=True)
class Glyph:
    """One character: its box (points, y grows upward, x along the line), type size and weight."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


@dataclass(slots=True)
class PageText:
    """What stands on one page (number from 1): upright characters in the file's order, and lines that run askew."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    askew: list[str]


def pages(name: str, data: bytes) -> Iterator[PageText]:
    """The pages of a PDF one by one. Raises KnownError where it is damaged, locked or beyond limits."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, getattr(error, "err_code", None)) from error
    try:
        count = len(document)
        if count > limits.PAGES:
            raise KnownError(
                "PDF 文件“{file}”有 {count} 页，太长，没有导入。请把它拆成几个文件。", file=name, count=count
            )
        if not count:
            raise _unreadable(name, None)
        for number in range(1, count + 1):
            # One reader a page: PDFium uses the addresses of a closed page's objects again.
            yield _Reader(name, pdfium, pypdfium2.PdfiumError).page(document, number)
    finally:
        document.close()


def _unreadable(name: str, code: int | None) -> KnownError:
    if code in (_PASSWORD, _SECURITY):
        return KnownError("PDF 文件“{file}”设有打开密码，无法导入。请用阅读软件打开，去掉密码另存后再导入。", file=name)
    return KnownError("PDF 文件“{file}”已损坏或不完整，无法导入。请重新复制或下载这个文件后再试。", file=name)


class _Reader:
    """Reads one page; keeps what it has to allocate for PDFium."""

    def __init__(self, name: str, pdfium: Any, error: type[Exception]) -> None:
        self._name = name
        self._error = error
        self._pdfium = pdfium
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._font = ctypes.create_string_buffer(160)
        self._flags = ctypes.c_int()
        self._looks: dict[int, tuple[float, bool, int]] = {}  # text object -> size, bold, quarter turns (or -1)

    def page(self, document: Any, number: int) -> PageText:
        """The text of a page. One that PDFium cannot open is a page without text."""
        try:
            page = document[number - 1]
            text_page = page.get_textpage()
        except self._error:
            return PageText(number, 0.0, 0.0, [], [])
        turns = page.get_rotation() // 90 % 4
        left, bottom, right, top = page.get_cropbox()
        width, height = (right - left, top - bottom) if turns % 2 == 0 else (top - bottom, right - left)
        result = PageText(number, width, height, [], [])
        count = text_page.count_chars()
        if count > limits.PAGE_CHARACTERS:
            raise too_long(self._name)
        self._read(text_page.raw, count, turns, (left, bottom, right, top), result)
        text_page.close()
        page.close()
        return result

    def _read(self, raw: Any, count: int, turns: int, page_box: tuple[float, ...], result: PageText) -> None:
        pdfium, box = self._pdfium, self._box
        askew: list[str] = []
        before = 0  # a high surrogate that waits for its other half
        for index in range(count):
            code = pdfium.FPDFText_GetUnicode(raw, index)
            if 0xD800 <= code < 0xDC00:
                before = code
                continue
            if 0xDC00 <= code < 0xE000 and before:
                code = 0x10000 + ((before - 0xD800) << 10) + (code - 0xDC00)
            before = 0
            text = _character(code)
            size, bold, turned = self._look(raw, index)
            if not text or pdfium.FPDFText_IsGenerated(raw, index) == 1:
                if code in (0x0A, 0x0D) and askew:
                    result.askew.append("".join(askew))
                    askew = []
                continue
            if turned != turns:
                askew.append(text)
                continue
            if not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
                continue
            place = _upright(box.left, box.bottom, box.right, box.top, turns, page_box)
            if not isfinite(sum(place)):  # a broken matrix puts it nowhere
                continue
            height = size or max(place[3] - place[1], _SMALLEST)
            result.glyphs.append(Glyph(text, place[0], place[2], place[1], place[3], height, bold))
        if askew:
            result.askew.append("".join(askew))

    def _look(self, raw: Any, index: int) -> tuple[float, bool, int]:
        """Size, weight and turn of a character; those of one text object are the same."""
        pdfium = self._pdfium
        thing = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value or 0
        known = self._looks.get(thing)
        if known is None:
            matrix = self._matrix
            size, turned = 0.0, 0
            if pdfium.FPDFText_GetMatrix(raw, index, matrix):
                scale = (matrix.c**2 + matrix.d**2) ** 0.5
                size = pdfium.FPDFText_GetFontSize(raw, index) * scale
                turned = _quarter_turns(matrix.a, matrix.b)
            self._font.value = b""
            pdfium.FPDFText_GetFontInfo(raw, index, self._font, len(self._font), self._flags)
            font = self._font.value.decode("utf-8", "replace")
            known = (round(size, 1) if _FEWEST <= size < inf else 0.0, _BOLD.search(font) is not None, turned)
            if thing:
                self._looks[thing] = known
        return known


def _quarter_turns(along: float, up: float) -> int:
    """How often the line of type is turned by 90 degrees against the clock, which is how far /Rotate turns it back."""
    if abs(up) <= 0.05 * abs(along):
        return 0 if along >= 0 else 2
    if abs(along) <= 0.05 * abs(up):
        return 1 if up > 0 else 3
    return -1


def _upright(
    left: float, bottom: float, right: float, top: float, turns: int, page: tuple[float, ...]
) -> tuple[float, float, float, float]:
    """A box on the page as it is shown (turned clockwise by TURNS quarters), from the page's lower left corner."""
    x0, y0, x1, y1 = page
    if turns == 1:
        return bottom - y0, x1 - right, top - y0, x1 - left
    if turns == 2:
        return x1 - right, y1 - top, x1 - left, y1 - bottom
    if turns == 3:
        return y1 - top, left - x0, y1 - bottom, right - x0
    return left - x0, bottom - y0, right - x0, top - y0


@lru_cache(maxsize=16_384)
def _character(code: int) -> str:
    """The character of a code point; "" for one that says nothing. Radicals that stand for characters become those."""
    if code in (0, 0x09, 0x0A, 0x0D, 0x02, 0xAD, 0xFFFE, 0xFEFF):
        return " " if code == 0x09 else "-" if code in (0x02, 0xAD) else ""
    if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFF:
        return "\ufffd"
    character = chr(code)
    if character in _MEANT:
        return _MEANT[character]
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", character)
    return character
