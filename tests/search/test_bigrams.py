"""Words for the index."""

from __future__ import annotations

from zbreader.search.bigrams import LONGEST_PHRASE, bigrams, bigrams_of_all, characters, phrase


def test_bigrams() -> None:
    assert bigrams("新质生产") == "新质 质生 生产 产"
    assert bigrams("𠮷") == "𠮷"
    assert bigrams("") == ""
    assert bigrams_of_all(["甲乙", "", "丙"]) == "甲乙 乙 丙"


def test_characters() -> None:
    assert characters(["乙甲乙", "", "丙甲"]) == "丙 乙 甲"
    assert characters([]) == ""


def test_phrases() -> None:
    assert phrase("新") == '"新"'
    assert phrase("新质") == '"新质"'
    assert phrase("新质生") == '"新质 质生"'
    assert phrase("长" * 10_000).count(" ") == LONGEST_PHRASE - 2
