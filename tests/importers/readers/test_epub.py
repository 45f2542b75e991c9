from __future__ import annotations

import pytest

from tests.importers.readers.versions import epub_of, zipped
from zbreader.importers.readers import read_source
from zbreader.model.errors import KnownError

PAGES = {"乙.xhtml": "<h1>渡口</h1><p>灯亮。</p>", "甲.xhtml": "<h2>电灯</h2>"}
NAVIGATION = "<nav><h1>目录</h1><ol><li>渡口</li></ol></nav>"


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_source("甲.epub", data).lines if line.text]


def test_pages_come_in_the_order_of_the_spine() -> None:
    document = read_source("甲.epub", epub_of(PAGES))
    assert [(line.text, line.level) for line in document.lines if line.text] == [
        ("渡口", 1),
        ("灯亮。", None),
        ("电灯", 2),
    ]


def test_the_navigation_is_read_unless_the_book_has_a_contents_page() -> None:
    alone = {"nav.xhtml": NAVIGATION, **PAGES}
    assert texts(epub_of(alone, navigation="nav.xhtml"))[0] == "目录"
    both = {"nav.xhtml": NAVIGATION, "toc.xhtml": "<p>目　录</p><p>渡口 3</p>".replace("　", ""), **PAGES}
    assert texts(epub_of(both, navigation="nav.xhtml")).count("目录") == 1


def test_a_damaged_spine_does_not_lose_the_pages() -> None:
    data = epub_of(PAGES, extra={"OEBPS/book.opf": "<package><manifest/><spine/></package>"})
    assert sorted(texts(data)) == sorted(["电灯", "渡口", "灯亮。"])


def test_a_locked_book_is_told_and_locked_fonts_do_not_matter() -> None:
    def encryption(method: str, uri: str) -> str:
        return (
            f'<encryption><EncryptedData><EncryptionMethod Algorithm="{method}"/>'
            f'<CipherData><CipherReference URI="{uri}"/></CipherData></EncryptedData></encryption>'
        )

    name = "META-INF/encryption.xml"
    fonts = encryption("http://www.idpf.org/2008/embedding", "OEBPS/a.otf")
    assert texts(epub_of(PAGES, extra={name: fonts}))
    with pytest.raises(KnownError, match="版权保护"):
        texts(epub_of(PAGES, extra={name: encryption("aes", "OEBPS/%E4%B9%99.xhtml")}))


def test_a_book_of_pictures_is_told() -> None:
    with pytest.raises(KnownError, match="没有文字"):
        texts(epub_of({"a.xhtml": "<img src='a.png'/>"}))


def test_pages_of_pictures_are_counted() -> None:
    pages = {**PAGES, **{f"{n}.xhtml": "<img src='a.png'/>" for n in range(5)}}
    (remark,) = read_source("甲.epub", epub_of(pages)).remarks
    assert "5 页没有文字" in str(remark)


@pytest.mark.parametrize("container", ["", "<container/>", "<!DOCTYPE a [<!ENTITY b 'c'>]><container>&b;</container>"])
def test_a_broken_book_is_told(container: str) -> None:
    with pytest.raises(KnownError, match="已损坏"):
        read_source("甲.epub", zipped({"META-INF/container.xml": container}))
