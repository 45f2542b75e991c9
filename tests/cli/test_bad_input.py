"""What the world gives: every bad file ends in one sentence, and everything that can be read is read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
PLAIN = "今天没有题目。\n\n只有几句话，说溪水流过石头。\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.txt", b""),
        ("空白.txt", b" \n\r\n\t"),
        ("记号.txt", b"\xef\xbb\xbf"),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000)),
        ("零.txt", b"\0" * 5000),
        ("坏.docx", b"PK\x03\x04" + random.Random(2).randbytes(500)),
        ("坏.zbissue", b"PK\x05\x06" + b"\0" * 18),
    ],
)
def test_a_file_that_holds_no_text_is_refused(zb: Command, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for words in (["inspect", path], ["import", path]):
        ran = zb(*words, "--json")
        assert ran.status == 1
        assert ran.err.count("\n") == 1
        assert name in ran.err
        assert "Traceback" not in ran.err
    assert zb("issues", "--json").json == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_without_any_structure_is_one_article(zb: Command, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "随笔.txt"
    path.write_bytes((PLAIN * 20).encode(encoding))
    (outcome,) = zb("import", path, "--json").json
    assert (outcome["status"], outcome["articles"], outcome["error"]) == ("added", 1, None)
    assert outcome["findings"] >= 1
    shown = zb("show", outcome["issue_id"], "--json").json
    assert shown["issue"]["magazine"] is None
    text = "".join(paragraph["text"] for paragraph in shown["articles"][0]["paragraphs"])
    assert "说溪水流过石头" in text
    assert zb("issues", "--json").json[0]["title"] == "随笔"


def test_characters_of_every_kind_survive(zb: Command, tmp_path: Path) -> None:
    path = tmp_path / "字.txt"
    strange = "𠮷野家👩‍👩‍👧与\u202e反\u202c字"
    path.write_text(f"甲乙丙丁。{strange}在这里。\n", encoding="utf-8")
    (outcome,) = zb("import", path, "--json").json
    article = zb("show", outcome["issue_id"], "--json").json["articles"][0]
    text = "\n".join(paragraph["text"] for paragraph in article["paragraphs"])
    made = zb("highlight", article["id"], "--quote", "𠮷野家", "--note", strange, "--tag", "👩‍👩‍👧", "--json").json
    assert text[made["start"] : made["end"]] == "𠮷野家"
    assert (made["note"], made["tags"]) == (strange, ["👩‍👩‍👧"])
    assert zb("search", "𠮷野", "--json").json["total"] == 1


def test_a_name_with_everything_in_it(zb: Command, tmp_path: Path) -> None:
    path = tmp_path / "《刊》 {file} %s 'x\".txt"
    path.write_text(PLAIN, encoding="utf-8")
    ran = zb("import", path, "--json")
    assert (ran.status, ran.json[0]["file"]) == (0, str(path))
    missing = zb("import", tmp_path / "{nothing}")
    assert "{nothing}" in missing.err
