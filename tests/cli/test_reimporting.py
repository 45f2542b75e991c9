"""reimport: the counts that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from zbreader import importers

Command = Callable[..., Any]


def test_nothing_changes_while_the_importer_is_the_same(zb: Command, sample: Path) -> None:
    (imported,) = zb("import", sample, "--json").json
    ran = zb("reimport", "--json")
    assert (ran.status, len(ran.json)) == (0, 1)
    assert ran.json[0]["status"] == "unchanged"
    assert ran.json[0]["issue_id"] == imported["issue_id"]
    assert set(ran.json[0]) == {
        "issue_id",
        "file",
        "status",
        "articles",
        "findings",
        "exact",
        "repaired",
        "unplaced",
        "error",
    }


def test_marks_are_counted_when_the_text_changes(zb: Command, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (imported,) = zb("import", sample, "--json").json
    issue = imported["issue_id"]
    article = zb("show", issue, "--json").json["articles"][1]
    quote = article["paragraphs"][0]["text"][:12]
    zb("highlight", article["id"], "--quote", quote)
    build = importers.build_issue

    def newer(document: Any, vocabulary: Any, **rest: Any) -> Any:
        return replace(build(document, vocabulary, **rest), unplaced=())

    monkeypatch.setattr(importers, "build_issue", newer)
    (told,) = zb("reimport", issue, "--json").json
    assert (told["status"], told["exact"], told["repaired"], told["unplaced"]) == ("updated", 1, 0, 0)
    assert zb("reimport", issue).out.startswith("没有变化")


def test_an_unknown_issue_is_told(zb: Command, sample: Path) -> None:
    zb("import", sample)
    ran = zb("reimport", "nothing")
    assert (ran.status, ran.out) == (1, "")
    assert "没有编号为 nothing 的期刊" in ran.err
