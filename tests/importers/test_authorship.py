"""Bylines and author's notes in all the ways in which magazines and newspapers print them."""

from __future__ import annotations

import pytest

from tests.importers.pictures import vocabulary
from zbreader.importers.magazine.authorship import (
    closing_credit,
    is_bare_byline,
    is_byline,
    is_note,
    is_person,
    parse_byline,
    parse_note,
)

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("文/卓小磨", ["卓小磨"]),
        ("文 / 卓小磨 柳三变", ["卓小磨", "柳三变"]),
        ("文／石磨县文化馆馆长 卓小磨", ["卓小磨"]),
        ("文/石磨县委理论学习中心组", ["石磨县委理论学习中心组"]),
        ("文/卓小磨 图/云不归", ["卓小磨"]),
        ("文/图 卓小磨", ["卓小磨"]),
        ("作者：卓小磨", ["卓小磨"]),
        ("□ 卓小磨", ["卓小磨"]),
        ("■卓小磨 柳三变", ["卓小磨", "柳三变"]),
        ("□ 沈 舟", ["沈舟"]),
        ("本报记者 卓小磨", ["卓小磨"]),
        ("本报记者 卓小磨 通讯员 柳三变", ["卓小磨", "柳三变"]),
        ("本报记者 卓小磨 文/图", ["卓小磨"]),
        ("本报讯（记者 卓小磨 通讯员 柳三变）", ["卓小磨", "柳三变"]),
        ("（作者：卓小磨）", ["卓小磨"]),
        ("本刊评论员", ["本刊评论员"]),
        ("文 卓小磨 柳三变", ["卓小磨", "柳三变"]),
        ("□ 李文", ["李文"]),
        ("卓小磨/文", ["卓小磨"]),
        ("卓小磨、柳三变／文图", ["卓小磨", "柳三变"]),
    ],
)
def test_a_byline_is_known_and_read(line: str, authors: list[str]) -> None:
    assert is_byline(line, WORDS)
    assert list(parse_byline(line, WORDS).authors) == authors


@pytest.mark.parametrize(
    "line",
    [
        "卓小磨",
        "卓小磨 柳三变",
        "沈 舟",
        "中共石磨县委理论学习中心组",
        "石磨县文化馆馆长 卓小磨",
        "卓小磨¹　柳三变²",
        "卓小磨（石磨县文化馆）",
    ],
)
def test_a_bare_byline_is_known(line: str) -> None:
    assert is_bare_byline(line, WORDS)


@pytest.mark.parametrize(
    "line", ["磨坊里的灯", "一、先看水", "记者来到磨坊，看见一盏灯。", "水声急，磨盘就快", "文化不在墙上"]
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert not is_byline(line, WORDS)
    assert not is_bare_byline(line, WORDS)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("（石磨村党支部 供稿）", ["石磨村党支部"]),
        ("(卓小磨 柳三变 供稿)", ["卓小磨", "柳三变"]),
        ("（执笔人：卓小磨、柳三变，作者均系石磨中学教师）", ["卓小磨", "柳三变"]),
        ("（作者系石磨村小学教师）", []),
        ("（摘编自石磨县志）", []),
        ("（卓小磨）", ["卓小磨"]),
        ("本文系石磨县文化馆项目成果，作者系该馆馆员", []),
        ("(责编 卓小磨)", []),
    ],
)
def test_a_note_is_known_and_read(line: str, authors: list[str]) -> None:
    assert is_note(line, WORDS)
    assert list(parse_note(line, WORDS)) == authors


@pytest.mark.parametrize("name", ["卓小磨", "欧阳修竹", "阿依古丽·买买提", "Tom Hale", "沈舟", "羅遠山", "歐陽月溪"])
def test_names(name: str) -> None:
    assert is_person(name, WORDS)


@pytest.mark.parametrize("word", ["磨坊里的灯", "豆", "的时候", "2024"])
def test_no_names(word: str) -> None:
    assert not is_person(word, WORDS)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("磨坊又转了起来。（卓小磨）", ["卓小磨"]),
        ("磨坊又转了起来。（石磨镇党委供稿）", ["石磨镇党委"]),
        ("磨坊又转了起来。(本报记者 卓小磨 通讯员 柳三变)", ["卓小磨", "柳三变"]),
        ("磨坊又转了起来。（卓 小磨）", ["卓小磨"]),
        ("磨坊又转了起来。（卓小 柳三变）", ["卓小", "柳三变"]),
        ("磨坊又转了起来（卓小磨）", []),
        ("磨坊又转了起来。（见第三版）", []),
    ],
)
def test_who_signs_behind_the_last_sentence(text: str, people: list[str]) -> None:
    assert list(closing_credit(text, WORDS)) == people


def test_a_role_is_no_person() -> None:
    assert parse_note("（通讯员 卓小磨）", WORDS) == ("卓小磨",)
