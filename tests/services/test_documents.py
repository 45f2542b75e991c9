"""The lines of the last few sources stay at hand."""

from __future__ import annotations

import hashlib

import pytest

from zbreader.services import source_files
from zbreader.services.documents import Documents
from zbreader.store.sources import Source


def source(text: str) -> Source:
    return Source("a.txt", text.encode(), hashlib.sha256(text.encode()).hexdigest())


def test_a_source_is_read_once_while_it_is_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    really = source_files.lines_of
    monkeypatch.setattr(source_files, "lines_of", lambda one: (read.append(one.data.decode()), really(one))[1])
    documents = Documents()
    assert [line.text for line in documents.of(source("甲\n乙")).lines] == ["甲", "乙"]
    documents.of(source("甲\n乙"))
    assert read == ["甲\n乙"]
    for number in range(4):
        documents.of(source(f"第 {number} 份"))
    documents.of(source("甲\n乙"))
    assert read.count("甲\n乙") == 2
