"""issues, show: what the library holds."""

from __future__ import annotations

import argparse

from zbreader.cli import output
from zbreader.cli.issue_page import issue_document, issue_page
from zbreader.cli.parsing import Commands, add_command
from zbreader.cli.session import opened
from zbreader.model.issue import IssueSummary


def add_commands(commands: Commands) -> None:
    """Add issues and show."""
    add_command(commands, "issues", _issues, "列出资料库里的各期")
    show = add_command(commands, "show", _show, "显示一期的全部内容")
    show.add_word("issue", metavar="ISSUE_ID", help="期的编号（见 issues）")


def _issues(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        found = services.reading.issues()
    if arguments.json:
        output.document([_issue(summary) for summary in found])
        return
    for summary in found:
        output.line(f"{summary.id}  {summary.title}  {summary.articles} 篇，{summary.notes} 条标注")
    if not found:
        output.say("资料库里还没有期刊。请用 zbreader import 文件 导入。")


def _show(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        issue = services.reading.issue(arguments.issue)
        title = services.reading.issue_summary(arguments.issue).title
    if arguments.json:
        output.document(issue_document(issue))
    else:
        output.line(issue_page(issue, title))


def _issue(summary: IssueSummary) -> dict[str, object]:
    identity = summary.identity
    return {
        "id": summary.id,
        "title": summary.title,
        "magazine": identity.magazine,
        "year": identity.year,
        "number": identity.number,
        "half": identity.half,
        "serial": identity.serial,
        "articles": summary.articles,
        "notes": summary.notes,
    }
