"""Whatever the text: an issue comes out, nothing is lost, nothing is doubled."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.importers.pictures import vocabulary
from zbreader.importers import build_issue, read_source
from zbreader.model.errors import KnownError
from zbreader.model.issue import Issue

WORDS = vocabulary()
SAMPLE = """
目录
■ 人物
磨坊里的灯
桥头的秤
文/卓小磨
□ 沈舟
本报讯（记者 柳三变）桥头的秤换了新砣。
（作者系教师）
石磨村的磨坊停了三十年，去年春天又转了起来，转的是村里人自己凑的一口气。
头一天磨了四十斤豆子，队伍从门口排到
桥头，有人端着搪瓷盆。■
一、先看水
——一个夜里
·声音·
图为磨坊主人 云不归摄
文
12
2021年第4期
主编 卓大成
定价/5.00元
扫码听音频

（下转第3版）
（上接第1版）
编者按：
磨坊主人，石磨村村民，管磨十九年。
# 灯下
**磨坊**
1. 水
𠮷田的信😀
[1] 县志.
......
声明
"""
LINES = SAMPLE.strip("\n").split("\n")
TEXTS = st.lists(st.sampled_from(LINES) | st.text(max_size=30), min_size=1, max_size=40).map("\n".join)


def built(text: str) -> Issue:
    document = read_source("试.txt", text.encode("utf-8", errors="surrogatepass"))
    return build_issue(document, WORDS, source_sha256="0" * 64)


def everything(issue: Issue) -> str:
    """All text of an issue, wherever it stands."""
    parts: list[str] = []
    for article in issue.articles:
        parts += [
            article.title,
            article.kicker or "",
            article.subtitle or "",
            article.author_note or "",
            *article.authors,
        ]
        parts += [paragraph.text for paragraph in article.paragraphs]
    parts += [block.text for block in issue.unplaced]
    return "\n".join(parts)


def telling(text: str) -> Counter[str]:
    """The characters that must not be lost: letters and digits, as they are printed."""
    return Counter(c for c in text if unicodedata.category(c)[0] in "LN" and c not in "文支图")


@given(TEXTS)
def test_every_letter_of_the_source_is_somewhere(text: str) -> None:
    if not text.strip() or _is_refused(text):
        return
    missing = telling(text) - telling(everything(built(text)))
    assert not missing


@given(TEXTS)
def test_every_line_of_an_article_stands_in_it_once(text: str) -> None:
    if not text.strip() or _is_refused(text):
        return
    numbers = [number for article in built(text).articles for p in article.paragraphs for number in p.lines]
    labels = sum(line.startswith("·") for line in text.split("\n"))  # a label and its headline share a line
    assert len(numbers) - len(set(numbers)) <= labels


@given(st.text(max_size=400))
def test_any_text_gives_an_issue(text: str) -> None:
    if not text.strip() or _is_refused(text):
        return
    issue = built(text)
    assert issue.id
    assert len({article.id for article in issue.articles}) == len(issue.articles)


def test_an_import_says_the_same_twice() -> None:
    text = "\n".join(LINES * 3)
    assert built(text) == built(text)


def test_a_text_without_structure_is_one_article_with_a_finding() -> None:
    issue = built("今天下雨。\n\n明天也许不下。")
    assert [article.text for article in issue.articles] == ["今天下雨。\n明天也许不下。"]
    assert [finding.rule for finding in issue.findings] == ["plain"]


def test_findings_stand_most_doubtful_first() -> None:
    confidences = [finding.confidence for finding in built("\n".join(LINES * 3)).findings]
    assert confidences == sorted(confidences)


def _is_refused(text: str) -> bool:
    """Whether reading refuses the text: it is empty, or it is no text."""
    try:
        read_source("试.txt", text.encode("utf-8", errors="surrogatepass"))
    except KnownError:
        return True
    return False
