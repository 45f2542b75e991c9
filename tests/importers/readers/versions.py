"""One text in every format that can be imported: the text's lines as Word, EPUB, HTML and PDF files."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Collection, Iterable, Sequence

import docx

from tests.importers.readers.pdf_press import Layout, Marked, set_paragraphs
from zbreader.importers.readers.markup import source_line


def marked(text: str, continuing: Collection[int] = ()) -> list[Marked]:
    """The lines of a text with Markdown marks; "" for a blank one. CONTINUING: numbers of lines that begin nothing."""
    lines = [source_line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return [Marked(line.text.replace("**", "").strip(), line.level, line.number in continuing) for line in lines]


def as_docx(lines: Iterable[Marked]) -> bytes:
    """A Word file with built-in heading styles."""
    document = docx.Document()
    for text, level, _ in lines:
        if text:
            document.add_paragraph(text, style=f"Heading {level}" if level else None)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_html(lines: Iterable[Marked]) -> bytes:
    """A web page."""
    head = "<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head>"
    return f"{head}<body>{_body(lines)}</body></html>".encode()


def as_epub(lines: Sequence[Marked]) -> bytes:
    """A book whose chapters begin at the headlines of the first level."""
    chapters: list[list[Marked]] = [[]]
    for line in lines:
        if line[1] == 1 and chapters[-1]:
            chapters.append([])
        chapters[-1].append(line)
    pages = {
        f"page{number}.xhtml": (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>x</title></head><body>{_body(chapter)}</body></html>"
        )
        for number, chapter in enumerate(chapters, 1)
    }
    return epub_of(pages)


def epub_of(pages: dict[str, str], *, extra: dict[str, str] | None = None, navigation: str = "") -> bytes:
    """A book with these pages in this order; NAVIGATION names the one that is the navigation page."""
    kind = "application/xhtml+xml"
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="{kind}" properties="{"nav" * (name == navigation)}"/>'
        for name in pages
    )
    references = "".join(f'<itemref idref="{name}"/>' for name in pages)
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
            '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
            "</container>"
        ),
        "OEBPS/book.opf": (
            '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
            f"<manifest>{items}</manifest><spine>{references}</spine></package>"
        ),
        **{f"OEBPS/{name}": page for name, page in pages.items()},
        **(extra or {}),
    }
    return zipped(members)


def zipped(members: dict[str, str] | dict[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def as_pdf(lines: Iterable[Marked], layout: Layout | None = None) -> bytes:
    """A printed issue with running heads and page numbers."""
    return set_paragraphs([line for line in lines if line.text], layout or Layout(head="苇渡夜读"))


def _body(lines: Iterable[Marked]) -> str:
    tags = ((f"h{level}" if level else "p", html.escape(text)) for text, level, _ in lines if text)
    return "\n".join(f"<{tag}>{text}</{tag}>" for tag, text in tags)


VERSIONS: dict[str, Callable[[Sequence[Marked]], bytes]] = {
    "docx": as_docx,
    "epub": as_epub,
    "html": as_html,
    "pdf": lambda lines: as_pdf(lines, Layout(columns=1, head="苇渡夜读")),
    "pdf in two columns": as_pdf,
    "pdf in three columns, row by row": lambda lines: as_pdf(
        lines, Layout(columns=3, head="苇渡夜读", row_by_row=True)
    ),
}
