"""The press: what a manuscript says is printed, and the truth says where."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from tools.typesetting.noise import Style, print_line, to_full, to_half, with_swapped_quotes
from tools.typesetting.press import typeset


def _set(*lines: str) -> tuple[list[str], dict[str, Any]]:
    text, truth = typeset("\n".join(lines), source="x.txt", seed=1)
    return ["", *text.split("\n")], truth


def test_headline_byline_heading_and_caption_are_known_by_line() -> None:
    lines, truth = _set(
        "@style title=# heading=##",
        "@article a",
        "@authors 甲、乙",
        "T 题目",
        "B 文/甲 乙",
        "H 小题",
        "C 图说",
        "正文。",
    )
    (article,) = truth["articles"]
    assert [lines[n] for n in article["title_lines"]] == ["# 题目"]
    assert [lines[n] for n in article["headings"]] == ["## 小题"]
    assert [lines[n] for n in article["byline_lines"] + article["captions"]] == ["文/甲 乙", "图说"]
    assert (article["title"], article["authors"], article["start"], article["end"]) == ("题目", ["甲", "乙"], 1, 9)


def test_two_headline_lines_are_one_title() -> None:
    assert _set("@article a", "T 上句", "T 下句", "正文。")[1]["articles"][0]["title"] == "上句\u3000下句"


def test_a_cut_paragraph_is_two_lines_and_a_join() -> None:
    lines, truth = _set("@article a", "T 题", "前半‖后半。")
    assert [[lines[a], lines[b]] for a, b in truth["joins"]] == [["前半", "后半。"]]


def test_a_join_over_another_article_makes_spans() -> None:
    lines, truth = _set("@article a", "T 题", "前半‖", "@article b", "T 另题", "别的。", "@article a", "‖后半。")
    assert [[lines[x], lines[y]] for x, y in truth["joins"]] == [["前半", "后半。"]]
    assert truth["articles"][0]["spans"] == [[1, 3], [9, 9]]
    assert "spans" not in truth["articles"][1]


def test_a_tail_printed_too_early_is_read_after_its_head() -> None:
    lines, truth = _set("@article a", "T 题", "1‖后半。", "中间。", "前半‖1", "末尾。")
    assert [[lines[x], lines[y]] for x, y in truth["joins"]] == [["前半", "后半。"]]
    assert truth["articles"][0]["spans"] == [[1, 1], [5, 7], [3, 3], [9, 9]]


def test_digest_items_have_label_and_title() -> None:
    truth = _set(
        "@article a",
        "T 文摘",
        "L ·声音·",
        "一句。",
        "L ·观察·",
        "I 题",
        "两句。",
        "I 又题",
        "三句。",
        "L ·问·¦**何故？**",
        "四句。",
    )[1]
    found = [(item["label"], item["title"]) for item in truth["articles"][0]["items"]]
    assert found == [("声音", "声音"), ("观察", "题"), ("观察", "又题"), ("问", "何故？")]
    assert truth["splits"] == [{"line": 17, "at": "**何故？**"}]


def test_furniture_and_identity() -> None:
    truth = _set(
        "@issue magazine 甲刊", "@issue year 2020", "@furniture toc", "目录", "题", "@article a", "T 题", "文。"
    )[1]
    assert truth["furniture"] == [{"start": 1, "end": 3, "kind": "toc"}]
    assert (truth["issue"]["magazine"], truth["issue"]["year"], truth["issue"]["serial"]) == ("甲刊", 2020, None)


@pytest.mark.parametrize(
    "lines",
    [
        ("正文在前。",),
        ("@article a", "T 题", "没有下文‖"),
        ("@article a", "T 题", "‖没有上文"),
        ("@article a", "@colour 红"),
    ],
)
def test_a_manuscript_that_contradicts_itself_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"manuscript|cut|continues|unknown"):
        _set(*lines)


def test_widths_and_quotes() -> None:
    assert to_half("甲，乙：“丙”；（丁）。") == "甲,乙:“丙”;(丁)。"
    assert to_full("甲,乙:丙;(丁) 3:05 a,b http://x") == "甲，乙：丙；（丁） 3:05 a,b http://x"
    assert with_swapped_quotes("“甲”『乙』") == "『甲』“乙”"


def test_noise_is_seeded_and_spares_headlines() -> None:
    style = Style().changed("stray=0.5 digits=spaced printed=10")
    text = "一行里有2023年的数字和很多别的字一行里有很多字"
    assert print_line(text, style, Random(1), body=True) == print_line(text, style, Random(1), body=True)
    assert print_line(text, style, Random(1), body=True)[0].replace(" ", "") == text
    assert print_line(text, style, Random(1), body=False) == (text, [])
