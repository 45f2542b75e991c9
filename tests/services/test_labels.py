"""What an issue is called."""

from __future__ import annotations

import pytest

from zbreader.model.issue import IssueIdentity
from zbreader.services.labels import file_label, issue_label


@pytest.mark.parametrize(
    ("identity", "label"),
    [
        (IssueIdentity("山刊", "上半月", 2031, 4, 88), "《山刊》2031年第4期（上半月）"),
        (IssueIdentity("山刊", None, 2031, 4), "《山刊》2031年第4期"),
        (IssueIdentity("山刊", None, None, None, 88), "《山刊》总第88期"),
        (IssueIdentity("山刊"), "《山刊》"),
        (IssueIdentity(None, "上半月", 2031, 4), "文件名"),
    ],
)
def test_as_much_as_is_known(identity: IssueIdentity, label: str) -> None:
    assert issue_label(identity, "文件名") == label


def test_a_files_name_without_its_ending() -> None:
    assert [file_label(name) for name in ("第四期.txt", ".txt", "a.b.md")] == ["第四期", ".txt", "a.b"]
