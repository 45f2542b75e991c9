"""Chinese words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zbreader.search.words import Words


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return Words(tmp_path_factory.mktemp("jieba"))


def test_nothing_is_lost(words: Words) -> None:
    text = "支部的会开在田埂上，\n𠮷 abc。"
    assert "".join(words.split(text)) == text


def test_own_terms_are_whole_words(words: Words) -> None:
    assert "主题党日" in words.split("今天的主题党日在渠边举行")


def test_the_word_under_a_click(words: Words) -> None:
    text = "无" * 500 + "，今天的主题党日在渠边"
    at = text.index("党日")
    assert text[slice(*words.word_at(text, at))] == "主题党日"
    assert words.word_at(text, len(text)) == (len(text), len(text))
    assert words.word_at(text, -1) == (-1, -1)


def test_keywords(words: Words) -> None:
    text = "水渠修好了。水渠边的桌子旁，大家说起水渠。"
    assert words.keywords(text, 2)[0] == "水渠"
    assert words.keywords("", 2) == []


def test_its_cache_is_ours(words: Words, tmp_path: Path) -> None:
    words_of_another = Words(tmp_path / "deep" / "folder")
    assert words_of_another.split("田埂") == ["田埂"]
    assert list((tmp_path / "deep" / "folder").iterdir())


def test_searching_does_not_load_it() -> None:
    code = "import sys, zbreader.services.searching, zbreader.search.words; print('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
