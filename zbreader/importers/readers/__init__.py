"""Readers: the bytes of a file in, a SourceDocument out. One file per family of formats."""

from __future__ import annotations

from zbreader.importers.readers import limits
from zbreader.importers.readers.kinds import Kind, kind_of
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument

__all__ = ["Kind", "kind_of", "read_source"]


def read_source(name: str, data: bytes, *, encoding: str | None = None) -> SourceDocument:
    """Read a file by its content, whatever its name's ending says; what nothing else is known of is read as text.

    ENCODING (UTF-8, GBK, Big5 …) is used for txt, md and html instead of a guess. An empty, too large (see limits),
    damaged, encrypted or binary file raises KnownError. Kinds that `is_foreign` belong into a process of their own.
    """
    if not data:
        raise KnownError("文件“{file}”是空的，没有可以导入的内容。请确认选对了文件。", file=name)
    kind = kind_of(name, data)
    _refuse_too_large(name, len(data), limits.FILE_SIZE if kind.is_foreign else limits.TEXT_SIZE)
    if kind is Kind.PDF:
        from zbreader.importers.readers import pdf

        return pdf.read(name, data)
    if kind is Kind.ARCHIVE:
        return _read_archive(name, data)
    if kind is Kind.HTML:
        from zbreader.importers.readers import html

        return html.read(name, data, encoding)
    from zbreader.importers.readers import txt

    return txt.read(name, data, encoding)


def _refuse_too_large(name: str, size: int, limit: int) -> None:
    if size > limit:
        raise KnownError(
            "文件“{file}”太大（{size} MB），最多能导入 {limit} MB。请把它拆成几个文件再导入。",
            file=name,
            size=round(size / limits.MEGABYTE),
            limit=limit // limits.MEGABYTE,
        )


def _read_archive(name: str, data: bytes) -> SourceDocument:
    """A docx or an epub: which, its content tells."""
    from zbreader.importers.readers import epub, word
    from zbreader.importers.readers.archive import Archive

    archive = Archive(name, data)
    if word.document_part(archive) is not None:
        return word.read(name, archive)
    members = archive.names()
    if epub.CONTAINER in archive or any(member.lower().endswith(".opf") for member in members):
        return epub.read(name, archive)
    if any(member.startswith(("xl/", "ppt/")) for member in members):
        raise KnownError(
            "文件“{file}”是电子表格或幻灯片，无法导入。请把文字复制到 Word 里，另存为 .docx 后再导入。", file=name
        )
    if "content.xml" in archive or any(member.upper().endswith("OFD.XML") for member in members):
        raise KnownError("文件“{file}”的格式无法导入。请用原来的软件另存为 .docx 或 PDF 后再导入。", file=name)
    raise KnownError("文件“{file}”是压缩包，无法直接导入。请先解压，再导入里面的文件。", file=name)
