"""The encoding a person names: it is believed, kept with the source, and handed on with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

TEXT = "渡口的茶\n\n老人說，茶要慢慢喝。\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A text too short for anybody to be sure of its encoding."""
    path = tmp_path / "渡口.txt"
    path.write_bytes(TEXT.encode("big5"))
    return path


def said(issue: dict[str, Any]) -> str:
    return "".join(p["text"] for article in issue["articles"] for p in article["paragraphs"])


def doubts(issue: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in issue["findings"]]


def test_inspect_believes_a_person(zb: Command, paper: Path) -> None:
    assert "encoding" in doubts(zb("inspect", paper, "--json").json)
    assert "  全文（把握 60%）：不能肯定文件的文字编码是 Big5，" in zb("inspect", paper).out
    told = zb("inspect", paper, "--encoding", "Big5", "--json").json
    assert said(told) == "老人說，茶要慢慢喝。" and "encoding" not in doubts(told)
    otherwise = zb("inspect", paper, "--encoding", "GBK", "--json").json
    assert said(otherwise) != said(told)


def test_an_unknown_encoding_is_one_sentence(zb: Command, paper: Path) -> None:
    refused = zb("inspect", paper, "--encoding", "klingon")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == "不认识文字编码“klingon”。可以用 UTF-8、UTF-16、GB18030 或 Big5。\n"


def test_the_choice_is_kept_and_can_be_changed(zb: Command, paper: Path) -> None:
    (wrong,) = zb("import", paper, "--encoding", "gbk", "--json").json
    (right,) = zb("import", paper, "--encoding", "big5", "--json").json
    assert (wrong["status"], right["status"]) == ("added", "updated")
    assert len(zb("issues", "--json").json) == 1
    assert said(zb("show", right["issue_id"], "--json").json) == "老人說，茶要慢慢喝。"
    for again in (("import", paper), ("import", paper, "--encoding", "BIG5"), ("reimport",)):
        assert [one["status"] for one in zb(*again, "--json").json] == ["unchanged"]


def test_a_pack_hands_the_choice_on(zb: Command, paper: Path, tmp_path: Path) -> None:
    (outcome,) = zb("import", paper, "--encoding", "gbk", "--json").json
    pack = tmp_path / "一期.zbissue"
    assert zb("pack", outcome["issue_id"], "-o", pack).status == 0
    assert said(zb("inspect", pack, "--json").json) == said(zb("show", outcome["issue_id"], "--json").json)
