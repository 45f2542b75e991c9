"""inspect, import: what files give, without and with a library."""

from __future__ import annotations

import argparse
from pathlib import Path

from zbreader.cli import output
from zbreader.cli.issue_page import issue_document, issue_page
from zbreader.cli.parsing import Commands, add_command
from zbreader.cli.session import opened
from zbreader.services import source_files
from zbreader.services.importing import ImportOutcome, ImportStatus

WORDS = {
    ImportStatus.ADDED: "已导入",
    ImportStatus.UPDATED: "已更新",
    ImportStatus.UNCHANGED: "没有变化",
    ImportStatus.FAILED: "没有导入",
}

_ENCODING = "文字编码（UTF-8、UTF-16、GB18030、Big5 …），不写则自动判断"


def add_commands(commands: Commands) -> None:
    """Add inspect and import."""
    inspect = add_command(commands, "inspect", _inspect, "看看导入一个文件会得到什么，不动资料库")
    inspect.add_word("file", metavar="FILE", type=Path, help="要看的文件")
    inspect.add_option("--encoding", metavar="NAME", help=_ENCODING)
    import_ = add_command(commands, "import", _import, "导入文件、文件夹或 .zbissue 包")
    import_.add_word("files", metavar="FILE", type=Path, nargs="+", help="要导入的文件或文件夹")
    import_.add_option("--encoding", metavar="NAME", help=_ENCODING)
    import_.add_option("--trust-new-keys", action="store_true", help="已向本人核对过指纹，接受期刊包上换了的签名")


def _inspect(arguments: argparse.Namespace) -> None:
    issue = source_files.inspect(arguments.file, source_files.program_vocabulary(), arguments.encoding)
    if arguments.json:
        output.document(issue_document(issue))
    else:
        output.line(issue_page(issue, arguments.file.name))


def _import(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        origins = services.trusting.origins_of_packs(arguments.files)
        if not arguments.trust_new_keys:
            services.trusting.refuse_changed(origins)
        outcomes = services.importing.import_files(arguments.files, output.progress_job(), encodings=arguments.encoding)
        services.trusting.remember(origins)
        services.searching.repair()
    for origin in origins:
        if origin.person is not None or origin.signer is not None:
            output.say(str(origin.said))
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
        "file": outcome.file,
        "issue_id": outcome.issue_id,
        "status": outcome.status.value,
        "articles": outcome.articles,
        "findings": outcome.findings,
        "error": None if outcome.error is None else str(outcome.error),
    }


def _row(outcome: ImportOutcome) -> str:
    row = f"{WORDS[outcome.status]}  {outcome.file}"
    if outcome.issue_id is not None:
        row += f"  {outcome.issue_id}  {outcome.articles} 篇，{outcome.findings} 处存疑"
    return row
