"""What a file is, by its first bytes; its name only decides where the bytes leave a choice."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from zbreader.model.errors import KnownError


class Kind(Enum):
    """Families of formats that can be read."""

    TEXT = "text"  # txt, md
    HTML = "html"
    ARCHIVE = "archive"  # docx, epub: told apart by what is in them
    PDF = "pdf"

    @property
    def is_foreign(self) -> bool:
        """Whether reading it means running a large or native parser: to be done in a process of its own."""
        return self in (Kind.ARCHIVE, Kind.PDF)


_HTML_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
_HTML_TAG = re.compile(rb"<(?:html|head|body|div|p|br|h[1-6]|span|table|article|section)\b[^<>]{0,2000}>", re.I)
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_OTHER_NAMES = frozenset({".pdf", ".docx", ".epub"})
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_IMAGES = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"8BPS", b"\x00\x00\x00\x0cjP",
    b"AT&TFORM",
)  # fmt: skip
_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf'\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00", b"(\xb5/\xfd")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE: doc, wps, xls, ppt, and any Office file with a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_COMPOUND_SAMPLE = 1024 * 1024


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of the file NAME with this content. A format that is known and cannot be read raises KnownError."""
    _refuse_what_cannot_be_read(name, data)
    start = data[:1024]
    ending = PurePath(name).suffix.lower()
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in start):
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04")):
        return Kind.ARCHIVE
    if _is_html(ending, data):
        return Kind.HTML
    return Kind.TEXT


def not_text(name: str) -> KnownError:
    """What is said of bytes that are no text: a file named as a format that holds no text is a damaged one of these."""
    if PurePath(name).suffix.lower() in _OTHER_NAMES:
        return KnownError("文件“{file}”已损坏或不完整，无法导入。请重新复制或下载这个文件后再试。", file=name)
    return KnownError(
        "文件“{file}”不是文本文件，无法导入。请选择 txt、md、docx、epub、html 或 pdf 格式的文件。", file=name
    )


def _is_html(ending: str, data: bytes) -> bool:
    sample = data[:16_384]
    for mark in _MARKS:
        sample = sample.removeprefix(mark)
    sample = sample.replace(b"\x00", b"")
    if _HTML_OPENING.match(sample):
        return True
    return ending in _HTML_NAMES and _HTML_TAG.search(data[:262_144].replace(b"\x00", b"")) is not None


def _refuse_what_cannot_be_read(name: str, data: bytes) -> None:
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data[:_COMPOUND_SAMPLE] or _ENCRYPTED in data[-_COMPOUND_SAMPLE:]:
            raise KnownError(
                "文件“{file}”设有打开密码，无法导入。请在 Word 或 WPS 里去掉密码，另存后再导入。", file=name
            )
        raise KnownError(
            "文件“{file}”是旧版 Office 格式，无法导入。请用 Word 或 WPS 打开，另存为 .docx 后再导入。", file=name
        )
    if data.startswith(b"{\\rtf"):
        raise KnownError("文件“{file}”是 RTF 格式，无法导入。请用 Word 或 WPS 打开，另存为 .docx 后再导入。", file=name)
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise KnownError("文件“{file}”是图片，里面没有文字。请先用带文字识别（OCR）的软件转换成文字再导入。", file=name)
    if data.startswith(_PACKED):
        raise KnownError("文件“{file}”是压缩包，无法直接导入。请先解压，再导入里面的文件。", file=name)
    if data[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        raise KnownError("文件“{file}”是 MOBI 电子书，无法导入。请先转换成 EPUB 格式再导入。", file=name)
    if data.startswith((b"CAJ", b"HN\x00\x00", b"%!PS")):
        raise KnownError("文件“{file}”的格式无法导入。请先用原来的阅读软件转换成 PDF 或 TXT，再导入。", file=name)
    if re.match(rb"(?:From:|MIME-Version:)[^\n]*\r?\n", data[:400], re.I) and b"multipart/related" in data[:2048]:
        raise KnownError(
            "文件“{file}”是网页归档（MHT），无法导入。请在浏览器里另存为“网页，仅 HTML”再导入。", file=name
        )
    if b"<?mso-application" in data[:1024]:
        raise KnownError(
            "文件“{file}”是 Office 的 XML 格式，无法导入。请用 Word 打开，另存为 .docx 后再导入。", file=name
        )
