"""reimport: issues made anew from the sources the library keeps."""

from __future__ import annotations

import argparse

from zbreader.cli import output
from zbreader.cli.importing import WORDS
from zbreader.cli.parsing import Commands, add_command
from zbreader.cli.session import opened
from zbreader.services.importing import ImportOutcome, ImportStatus


def add_commands(commands: Commands) -> None:
    """Add reimport."""
    reimport = add_command(commands, "reimport", _reimport, "用存档的原文重新整理各期，校订重新套用，标注随文字走")
    reimport.add_word("issues", metavar="ISSUE_ID", nargs="*", help="要重新整理的期（不写则全部）")


def _reimport(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        outcomes = services.importing.rebuild(arguments.issues or None, output.progress_job())
        services.searching.repair()
    for outcome in outcomes:
        if outcome.error is not None:
            output.say(str(outcome.error))
    if arguments.json:
        output.document([_outcome(outcome) for outcome in outcomes])
    else:
        for outcome in outcomes:
            output.line(_row(outcome))
    return int(any(outcome.status is ImportStatus.FAILED for outcome in outcomes))


def _outcome(outcome: ImportOutcome) -> dict[str, object]:
    return {
        "issue_id": outcome.issue_id,
        "file": outcome.file,
        "status": outcome.status.value,
        "articles": outcome.articles,
        "findings": outcome.findings,
        "exact": outcome.followed.exact,
        "repaired": outcome.followed.repaired,
        "unplaced": outcome.followed.unplaced,
        "error": None if outcome.error is None else str(outcome.error),
    }


def _row(outcome: ImportOutcome) -> str:
    row = f"{WORDS[outcome.status]}  {outcome.file}"
    if outcome.issue_id is not None:
        row += f"  {outcome.issue_id}  {outcome.articles} 篇，{outcome.findings} 处存疑"
    if outcome.status is ImportStatus.UPDATED:
        marks = outcome.followed
        row += f"；标注：{marks.exact} 处原样，{marks.repaired} 处已修复，{marks.unplaced} 处失去位置"
    return row
