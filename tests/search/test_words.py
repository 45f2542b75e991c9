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


def test_counted_are_words_that_say_something(words: Words) -> None:
    counts = words.counts("水渠修好了。水渠边的桌子旁，我们因此说起水渠，2031 年。")
    assert counts["水渠"] == 3
    assert not {"我们", "因此", "2031", "的", "。"} & set(counts)
    assert words.rarity("水渠") > words.rarity("社会")


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("大家一起修水渠。", "水渠", True),
        ("中国美丽的山河", "国美", False),
        ("发展中国家的朋友", "国家", True),
        ("在人民大会堂里", "民大", False),
        ("水渠", "水渠", True),
    ],
)
def test_whether_a_hit_is_a_word(words: Words, text: str, word: str, whole: bool) -> None:
    at = text.index(word)
    assert words.is_whole(text, at, at + len(word)) is whole


def test_own_words_come_and_go(tmp_path: Path) -> None:
    words = Words(tmp_path, ["稻花会"])
    assert not words.is_loaded
    assert "稻花会" in words.split("今晚的稻花会在村口")
    assert words.is_loaded
    words.set_own(["村口戏"])
    assert "稻花会" not in words.split("今晚的稻花会在村口")
    assert "村口戏" in words.split("今晚的村口戏")
    assert "主题党日" in words.split("今天的主题党日在渠边举行")
    assert words.terms >= {"村口戏", "主题党日"}


def test_its_cache_is_ours(words: Words, tmp_path: Path) -> None:
    words_of_another = Words(tmp_path / "deep" / "folder")
    assert words_of_another.split("田埂") == ["田埂"]
    assert list((tmp_path / "deep" / "folder").iterdir())


def test_searching_does_not_load_it() -> None:
    code = "import sys, zbreader.services.searching, zbreader.search.words; print('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
