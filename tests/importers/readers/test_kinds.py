from __future__ import annotations

import pytest

from tests.importers.readers.mutations import SAMPLE
from tests.importers.readers.versions import as_docx, as_epub, as_html, as_pdf, zipped
from zbreader.importers import Kind, kind_of, read_source
from zbreader.model.errors import KnownError


@pytest.mark.parametrize("name", ["甲.docx", "甲.pdf", "甲.txt", "甲"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert kind_of(name, as_pdf(SAMPLE)) is Kind.PDF
    assert kind_of(name, as_epub(SAMPLE)) is Kind.ARCHIVE
    assert kind_of(name, as_html(SAMPLE)) is Kind.HTML
    assert kind_of(name, "渡口的灯".encode()) is Kind.TEXT
    for data in (as_docx(SAMPLE), as_epub(SAMPLE), as_html(SAMPLE), as_pdf(SAMPLE), "渡口的灯".encode()):
        assert any("渡口的灯" in line.text for line in read_source(name, data).lines)


def test_a_page_without_doctype_is_html_by_its_name() -> None:
    assert kind_of("甲.htm", "<p>渡口".encode()) is Kind.HTML
    assert kind_of("甲.md", "<p>渡口".encode()) is Kind.TEXT
    assert kind_of("甲.htm", "渡口 1 < 2".encode()) is Kind.TEXT
    assert kind_of("甲.html", "<html><p>渡口</p></html>".encode("utf-16")) is Kind.HTML


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x93" * 200, b"\x01\x02\x03ab" * 200])
def test_a_damaged_file_is_told_by_what_its_name_promises(data: bytes) -> None:
    for name in ("甲.pdf", "甲.docx", "甲.EPUB"):
        with pytest.raises(KnownError, match=r"已损坏或不完整.*重新复制"):
            read_source(name, data)
    with pytest.raises(KnownError, match="不是文本文件"):
        read_source("甲.txt", data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "另存为 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (b"{\\rtf1 x}", "另存为 .docx"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "OCR"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "OCR"),
        (b"Rar!\x1a\x07\x00", "先解压"),
        (bytes(60) + b"BOOKMOBI", "EPUB"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; x\r\n", "网页，仅 HTML"),
        (zipped({"a.txt": b"x"}), "先解压"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "复制到 Word"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "另存为 .docx"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence) as told:
        read_source("甲.docx", data)
    assert "甲.docx" in str(told.value)
