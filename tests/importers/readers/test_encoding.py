from __future__ import annotations

import pytest

from zbreader.importers import build_issue, load_vocabulary, read_source
from zbreader.importers.readers.encoding import decode, named, readings
from zbreader.model.errors import KnownError
from zbreader.model.source import ENCODING_NAMES
from zbreader.resources import resource

SIMPLIFIED = (
    "渡口的灯每天傍晚六点亮，风雨无阻，已经亮了二十年。守灯的人说：“灯不是给自己点的。”"
    "村里的孩子放学以后，总要到书屋借一本书，读完了再还回去。"
)
TRADITIONAL = (
    "渡口的燈每天傍晚六點亮，風雨無阻，已經亮了二十年。守燈的人說：「燈不是給自己點的。」"
    "村裡的孩子放學以後，總要到圖書館借一本書，讀完了再還回去。"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
    ],
)
@pytest.mark.parametrize("lines", [1, 200])
def test_an_encoding_is_recognised_and_certain(text: str, encoding: str, lines: int) -> None:
    whole = "\n".join([text] * lines)
    got, _, confidence = decode(whole.encode(encoding), "甲.txt")
    assert got == whole
    assert confidence >= 0.9


@pytest.mark.parametrize(("text", "encoding"), [("学习笔记", "gb18030"), ("學習筆記與書", "big5"), ("灯亮了。", "gbk")])
def test_a_few_characters_are_read_and_doubted(text: str, encoding: str) -> None:
    got, used, confidence = decode(text.encode(encoding), "甲.txt")
    assert got == text
    assert confidence < 0.9
    issue = build_issue(
        read_source("甲.txt", text.encode(encoding)), load_vocabulary(resource("vocabulary")), source_sha256="0"
    )
    assert any(ENCODING_NAMES[used] in str(finding.message) for finding in issue.findings if finding.rule == "encoding")


def test_a_person_knows_better() -> None:
    data = "學習筆記".encode("big5")
    document = read_source("甲.txt", data, encoding="Big5")
    assert [line.text for line in document.lines] == ["學習筆記"]
    assert document.encoding_confidence == 1.0
    with pytest.raises(KnownError, match="不认识文字编码“klingon”"):
        read_source("甲.txt", data, encoding="klingon")
    with pytest.raises(KnownError, match="请换一种编码"):
        read_source("甲.txt", SIMPLIFIED.encode("gb18030"), encoding="UTF-8")


def test_a_zero_byte_from_a_broken_disk_costs_nothing() -> None:
    text = SIMPLIFIED * 20
    data = text.encode()
    assert decode(data[:300] + b"\x00" + data[300:], "甲.txt")[0] == text


def test_names_of_encodings() -> None:
    assert named("GB2312") == named("cp936") == "gb18030"
    assert named("Big5-HKSCS") == "big5hkscs"
    assert named("shift_jis") is None


def test_readings_tell_what_each_encoding_says() -> None:
    found = {reading.encoding: reading for reading in readings("渡口的茶\n\n老人說，茶要慢慢喝。\n".encode("big5"))}
    assert found["big5hkscs"].lines == ("渡口的茶", "老人說，茶要慢慢喝。")
    assert set(found) == {"utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"}
    assert found["utf-8"].likeness == 0.0
    assert readings("把话说给大家听，在田间地头。".encode("gb18030"))[0].encoding == "gb18030"


def test_readings_are_short_however_long_the_text() -> None:
    for reading in readings(("长" * 500 + "\n").encode() * 500):
        assert len(reading.lines) <= 12 and all(len(line) <= 60 for line in reading.lines)
