from __future__ import annotations

import io
import struct
import zipfile

import pytest

from tests.importers.readers.mutations import SAMPLE
from tests.importers.readers.versions import as_docx, epub_of, zipped
from zbreader.importers.readers import limits, read_source
from zbreader.importers.readers.archive import Archive, resolved
from zbreader.model.errors import KnownError


def test_members_are_read() -> None:
    archive = Archive("甲", zipped({"a/B.txt": "内容".encode()}))
    assert archive.names() == ["a/B.txt"]
    assert archive.find("A/b.TXT") == "a/B.txt"
    assert archive.find("c") is None
    assert archive.read("a/B.txt").decode() == "内容"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = epub_of({"a.xhtml": "<p>" + " " * 30_000_000 + "</p>"})
    assert len(bomb) < 100_000
    with pytest.raises(KnownError, match="解开后过大"):
        read_source("甲.epub", bomb)


def test_many_small_bombs_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_SIZE", 1_000_000)
    with pytest.raises(KnownError, match="解开后过大"):
        read_source("甲.epub", epub_of({f"{n}.xhtml": "<p>" + "渡口" * 40_000 for n in range(20)}))


def test_too_many_members_are_refused_before_they_are_listed() -> None:
    data = zipped({f"{n}": b"" for n in range(limits.MEMBERS + 1)})
    with pytest.raises(KnownError, match="解开后过大"):
        read_source("甲.docx", data)


def test_a_size_that_lies_is_damage() -> None:
    data = bytearray(zipped({"word/document.xml": b"x" * 5000}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 10)  # says: ten bytes unpacked
    with pytest.raises(KnownError, match="已损坏"):
        Archive("甲", bytes(data)).read("word/document.xml")


def test_a_password_is_told() -> None:
    data = bytearray(zipped({"word/document.xml": b"x"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(KnownError, match="设有密码"):
        Archive("甲", bytes(data)).read("word/document.xml")


@pytest.mark.parametrize("cut", [30, 200, 2000, -1, -30])
def test_half_an_archive_is_told(cut: int) -> None:
    with pytest.raises(KnownError, match=r"已损坏|解开后过大|压缩包"):
        read_source("甲.docx", as_docx(SAMPLE)[:cut])


def test_nothing_leads_out_of_the_archive() -> None:
    assert resolved("OEBPS", "../../../etc/passwd") == "etc/passwd"
    assert resolved("OEBPS", "/a/./b") == "a/b"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../../evil.xhtml", "<p>x</p>")
    assert Archive("甲", stream.getvalue()).names() == ["../../evil.xhtml"]


def test_a_file_without_a_name_is_a_file_all_the_same() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("x", "渡口")
    data = stream.getvalue()
    at = data.rfind(b"PK\x01\x02")
    nameless = bytearray(data[: at + 46] + data[at + 47 :])
    struct.pack_into("<H", nameless, at + 28, 0)  # length of its name
    struct.pack_into("<L", nameless, len(nameless) - 10, 46)  # size of the table of contents
    assert Archive("甲", bytes(nameless)).names() == [""]
