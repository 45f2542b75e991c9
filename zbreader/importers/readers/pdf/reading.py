"""A PDF as lines: pages to columns to paragraphs, headlines by the size of their type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zbreader.importers.readers.lines import LineWriter
from zbreader.importers.readers.pdf.columns import Gutter, gutters_of, regions_of
from zbreader.importers.readers.pdf.glyphs import pages
from zbreader.importers.readers.pdf.heads import head_lines, running_heads
from zbreader.importers.readers.pdf.paragraphs import Paragraph, across_columns, leading_of, paragraphs_of
from zbreader.importers.readers.pdf.rows import Piece, pieces_of, rows_of
from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.model.source import SourceDocument

_INDENT = "\u3000\u3000"
_LARGER = 1.15  # times the usual type size from which a short line is a headline
_ONE_SIZE = 1.08  # times by which two sizes may differ and be one level
_HEADLINE = 60  # characters
_LEVELS = 6
_UNREADABLE = 0.25  # share of characters without meaning above which a text is no text


@dataclass(slots=True)
class _Page:
    number: int
    height: float
    pieces: list[Piece]
    askew: list[str]


def read(name: str, data: bytes) -> SourceDocument:
    """Lines of a PDF: one a paragraph, with page, type size, and headlines' levels by size.

    A PDF that is damaged, locked, or holds pictures of text only, raises KnownError.
    """
    read_pages = [_Page(p.number, p.height, pieces_of(p.glyphs), p.askew) for p in pages(name, data)]
    _refuse_unreadable(name, read_pages)
    heads = running_heads([(page.number, page.height, page.pieces) for page in read_pages])
    bodies = [_body(page, heads.get(page.number, set())) for page in read_pages]
    known = list({round(gutter.middle): gutter for body in bodies for gutter in gutters_of(body)}.values())
    texts = [_paragraphs(body, known) for body in bodies]
    levels = _levels(paragraph for text in texts for paragraph in text)
    lines = LineWriter(name)
    for page, text in zip(read_pages, texts, strict=True):
        _write(page, text, head_lines(page.pieces, heads.get(page.number, set())), levels, lines)
    return lines.document(None, 1.0, *_remarks(read_pages))


def _refuse_unreadable(name: str, read_pages: Sequence[_Page]) -> None:
    text = "".join(piece.text for page in read_pages for piece in page.pieces)
    letters = sum(not character.isspace() for character in text)
    if not letters and not any(page.askew for page in read_pages):
        raise KnownError(
            "PDF 文件“{file}”是扫描的图片，里面没有文字。"
            "请先用带文字识别（OCR）的扫描软件转换成有文字的 PDF 或 Word 文件，再导入。",
            file=name,
        )
    if sum(map(_is_meaningless, text)) > _UNREADABLE * letters:
        raise KnownError(
            "PDF 文件“{file}”里的文字取出来是乱码（字体没有编码）。请先用带文字识别（OCR）的软件转换，再导入。",
            file=name,
        )


def _is_meaningless(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"


def _remarks(read_pages: Sequence[_Page]) -> list[Message]:
    empty = [page.number for page in read_pages if not page.pieces and not page.askew]
    if not empty:
        return []
    shown = "、".join(map(str, empty[:10])) + (" 等" if len(empty) > 10 else "")
    return [message("第 {pages} 页没有文字（可能是图片），没有导入。", pages=shown)]


def _body(page: _Page, heads: set[int]) -> list[Piece]:
    return [piece for piece in page.pieces if id(piece) not in heads]


def _paragraphs(pieces: Sequence[Piece], known: Sequence[Gutter]) -> list[Paragraph]:
    regions = regions_of(pieces, known)
    largest = max(regions, key=lambda region: len(region), default=[])
    leading = leading_of(rows_of(largest))
    return across_columns(paragraphs_of(region, leading) for region in regions)


def _levels(paragraphs: Iterable[Paragraph]) -> list[float]:
    """The type sizes of headlines, largest first: the place in the list is the level."""
    listed = list(paragraphs)
    weights: Counter[float] = Counter()
    for paragraph in listed:
        weights[paragraph.size] += len(paragraph.text)
    if not weights:
        return []
    usual = weights.most_common(1)[0][0]
    sizes: list[float] = []
    for size in sorted(
        {p.size for p in listed if len(p.text) <= _HEADLINE and p.size >= _LARGER * usual}, reverse=True
    ):
        if not sizes or sizes[-1] > _ONE_SIZE * size:
            sizes.append(size)
    return sizes


def _level_of(paragraph: Paragraph, sizes: Sequence[float]) -> int | None:
    if len(paragraph.text) > _HEADLINE:
        return None
    found = next((at for at, size in enumerate(sizes, 1) if size <= _ONE_SIZE * paragraph.size), None)
    return min(found, _LEVELS) if found is not None else None


def _write(
    page: _Page, text: Sequence[Paragraph], heads: Sequence[Piece], sizes: Sequence[float], lines: LineWriter
) -> None:
    upper = [head for head in heads if head.middle > page.height / 2]
    _write_outside(page, [head.text for head in upper], lines)
    for paragraph in text:
        lines.blank()
        lines.add(
            (_INDENT if paragraph.indented else "") + paragraph.text,
            page=page.number,
            level=_level_of(paragraph, sizes),
            bold=paragraph.bold,
            size=paragraph.size,
        )
    _write_outside(page, [head.text for head in heads if head not in upper] + page.askew, lines)


def _write_outside(page: _Page, texts: Sequence[str], lines: LineWriter) -> None:
    for text in texts:
        lines.blank()
        lines.add(text, page=page.number, running_head=True)
