"""EPUB: the pages of a book in the order of its spine (EPUB 3.3, 5 Package document)."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from zbreader.importers.readers import html, tree
from zbreader.importers.readers.archive import Archive, damaged, resolved
from zbreader.importers.readers.encoding import decode
from zbreader.importers.readers.lines import LineWriter
from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.model.source import SourceDocument

CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbncx+xml+xhtml", "text/x-oeb1-document"})
_PAGE_NAMES = (".xhtml", ".html", ".htm", ".xml")
_FONT_METHODS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_CONTENTS = ("目录", "目錄", "CONTENTS", "Contents")
_TITLE_LENGTH = 12  # characters of a line that only says 目录


def read(name: str, archive: Archive) -> SourceDocument:
    """Lines of a book. The navigation page is read where it is the only contents page in the spine."""
    package = _package_name(name, archive)
    root = _parsed(archive, package)
    pages, navigation = _spine(root, posixpath.dirname(package))
    pages = [found for page in pages if (found := archive.find(page))] or _all_pages(archive)
    _refuse_protected(archive, set(pages), name)
    lines = LineWriter(name)
    missing = 0
    texts = []
    for page in pages:
        text, _, _ = decode(archive.read(page), name, hint="utf-8")
        texts.append((page, text))
    for _, text in _without_second_contents(texts, navigation):
        lines.blank()
        before = len(lines)
        html.write(text, lines)
        missing += len(lines) == before
    if not lines.has_text:
        raise KnownError("电子书“{file}”里没有文字（可能每页都是图片）。请换用有文字的版本。", file=name)
    return lines.document(None, 1.0, *_remarks(missing))


def _remarks(pictures: int) -> list[Message]:
    few = 3  # cover, title page, back cover
    return [message("书中有 {count} 页没有文字（可能是图片），没有导入。", count=pictures)] if pictures > few else []


def _package_name(name: str, archive: Archive) -> str:
    """The package document: as the container says, else the first file that looks like one."""
    if CONTAINER in archive:
        for element in _parsed(archive, CONTAINER).iter("rootfile"):
            found = archive.find(resolved("", element.get("full-path", "")))
            if found is not None:
                return found
    found = next((member for member in archive.names() if member.lower().endswith(".opf")), None)
    if found is None:
        raise damaged(name)
    return found


def _parsed(archive: Archive, member: str) -> Element:
    try:
        return tree.parse(archive.read(member))
    except tree.XmlError as error:
        raise damaged(archive.name) from error


def _spine(root: Element, folder: str) -> tuple[list[str], str | None]:
    """Names of the pages in reading order, side pages (linear="no") last, and the name of the navigation page."""
    manifest = {item.get("id", ""): item for item in root.iter("item")}
    main: list[str] = []
    aside: list[str] = []
    navigation: str | None = None
    for reference in root.iter("itemref"):
        item = manifest.get(reference.get("idref", ""))
        if item is None:
            continue
        page = resolved(folder, unquote(item.get("href", "").partition("#")[0]))
        if item.get("media-type", "") not in _PAGES and not page.lower().endswith(_PAGE_NAMES):
            continue
        (aside if reference.get("linear") == "no" else main).append(page)
        if "nav" in item.get("properties", "").split():
            navigation = page
    return list(dict.fromkeys(main + aside)), navigation


def _all_pages(archive: Archive) -> list[str]:
    """Where the spine leads nowhere: every page there is, by name."""
    return sorted(member for member in archive.names() if member.lower().endswith(_PAGE_NAMES[:3]))


def _without_second_contents(texts: list[tuple[str, str]], navigation: str | None) -> list[tuple[str, str]]:
    """The pages without the navigation page, where another page of the spine is a contents page."""
    others = (text for page, text in texts if page != navigation)
    if navigation is None or not any(map(_says_contents, others)):
        return texts
    return [(page, text) for page, text in texts if page != navigation]


def _says_contents(text: str) -> bool:
    """Whether a page has a line among its first that says 目录 and hardly more."""
    if not any(word in text for word in _CONTENTS):
        return False
    lines = LineWriter("")
    html.write(text, lines)
    first = [line.text.strip() for line in lines.document().lines if line.text.strip()][:3]
    return any(len(line) <= _TITLE_LENGTH and any(word in line for word in _CONTENTS) for line in first)


def _refuse_protected(archive: Archive, pages: set[str], name: str) -> None:
    """A book whose pages are encrypted cannot be read; obscured fonts do not matter."""
    if _ENCRYPTION not in archive:
        return
    for entry in _parsed(archive, _ENCRYPTION).iter("EncryptedData"):
        methods = [found.get("Algorithm", "") for found in entry.iter("EncryptionMethod")]
        locked = {resolved("", unquote(found.get("URI", ""))) for found in entry.iter("CipherReference")}
        if locked & pages and not all(method in _FONT_METHODS for method in methods):
            raise KnownError("电子书“{file}”有版权保护（DRM），无法导入。请换用没有加密的版本。", file=name)
