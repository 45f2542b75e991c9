"""What an import came to, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from zbreader.services.importing import ImportOutcome, ImportStatus
from zbreader.services.reviewing import Followed
from zbreader.ui.translation import translated


def summary(outcomes: Sequence[ImportOutcome]) -> str:
    """One line: what was added, renewed, already there, and what failed."""
    counts = Counter(outcome.status for outcome in outcomes)
    articles = sum(outcome.articles for outcome in outcomes if outcome.status is ImportStatus.ADDED)
    parts: list[str] = []
    if counts[ImportStatus.ADDED]:
        parts.append(
            _said("导入了 {issues} 期，共 {articles} 篇").format(issues=counts[ImportStatus.ADDED], articles=articles)
        )
    if counts[ImportStatus.UPDATED]:
        parts.append(_said("更新了 {issues} 期").format(issues=counts[ImportStatus.UPDATED]))
    if counts[ImportStatus.UNCHANGED]:
        parts.append(_said("{issues} 期已经在资料库里").format(issues=counts[ImportStatus.UNCHANGED]))
    if counts[ImportStatus.FAILED]:
        parts.append(_said("{files} 个文件没有导入").format(files=counts[ImportStatus.FAILED]))
    return _said("；").join(parts) + _said("。") if parts else _said("没有可导入的文件。")


def fresh_issues(outcomes: Sequence[ImportOutcome]) -> list[str]:
    """Ids of the issues that were added or updated."""
    fresh = (ImportStatus.ADDED, ImportStatus.UPDATED)
    return [outcome.issue_id for outcome in outcomes if outcome.status in fresh and outcome.issue_id]


def followed_in_all(outcomes: Sequence[ImportOutcome]) -> Followed | None:
    """What became of the notes on issues whose text was replaced; None when all of them stand as they stood."""
    all_ = [outcome.followed for outcome in outcomes]
    total = Followed(
        sum(one.exact for one in all_), sum(one.repaired for one in all_), sum(one.unplaced for one in all_)
    )
    return total if total.repaired or total.unplaced else None


def failures(outcomes: Sequence[ImportOutcome]) -> list[str]:
    """One sentence for each file that was not imported."""
    return [translated(outcome.error) for outcome in outcomes if outcome.error is not None]


def _said(text: str) -> str:
    return QCoreApplication.translate("importing", text)
