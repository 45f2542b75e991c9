"""check, backup, backups, restore, recover, export-all: whether everything is sound, and copies of it."""

from __future__ import annotations

import argparse
import secrets
from pathlib import Path

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command
from zbreader.cli.session import now, opened
from zbreader.services.folder import library_directory


def add_commands(commands: Commands) -> None:
    """Add check, backup, backups, restore, recover and export-all."""
    add_command(commands, "check", _check, "检查资料库是否完好")
    backup = add_command(commands, "backup", _backup, "备份资料库", json=False)
    backup.add_option(
        "-o", "--output", metavar="FILE", type=Path, help="备份到哪个文件（默认：资料库的 backups 文件夹）"
    )
    restore = add_command(commands, "restore", _restore, "用备份恢复资料库；现有内容先自动备份", json=False)
    restore.add_word("file", metavar="FILE", type=Path, help="备份文件")
    add_command(commands, "backups", _backups, "列出已有的备份")
    add_command(commands, "recover", _recover, "把损坏的资料库里还读得出的内容修复成新的；损坏的留着")
    everything = add_command(commands, "export-all", _export_all, "用通用格式导出全部期刊和笔记")
    everything.add_option(
        "-o", "--output", metavar="FOLDER|FILE.zip", type=Path, required=True, help="新文件夹，或 .zip 文件"
    )


def _check(arguments: argparse.Namespace) -> int:
    from zbreader.services.rescuing import examine_library  # Here, because other commands need none of it.

    problems, findings = examine_library(library_directory(arguments.library), clock=now, random_bits=secrets.randbits)
    if arguments.json:
        told = [{"name": one.name, "state": one.state.value, "message": str(one.sentence)} for one in findings]
        output.document({"ok": not problems, "problems": problems, "findings": told})
    else:
        for one in findings:
            output.line(f"{one.title}：{one.sentence}")
        for problem in problems:
            output.line(problem)
    output.say("资料库有问题，请看上面的说明。" if problems else "资料库完好。")
    return int(bool(problems))


def _backup(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        path = services.backing_up.backup(arguments.output)
    output.line(f"已备份到 {path}")


def _restore(arguments: argparse.Namespace) -> None:
    from zbreader.services.rescuing import restore_library

    directory = library_directory(arguments.library)
    kept = restore_library(directory, arguments.file, clock=now, random_bits=secrets.randbits)
    output.line(f"已用 {arguments.file} 恢复资料库和设置。原有内容保存在 {kept}")


def _backups(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        kept = services.safekeeping.backups()
    if arguments.json:
        output.document(
            [
                {
                    "file": str(one.path),
                    "made": one.made.isoformat(),
                    "reason": one.reason.value,
                    "bytes": one.size,
                    "issues": one.counts.issues if one.counts else None,
                    "notes": one.counts.notes if one.counts else None,
                }
                for one in kept
            ]
        )
        return
    for one in kept:
        held = f"{one.counts.issues} 期 {one.counts.notes} 条笔记" if one.counts else "读不出来"
        output.line(f"{one.made:%Y-%m-%d %H:%M}  {held}  {one.path}")


def _recover(arguments: argparse.Namespace) -> int:
    from zbreader.services.recovering import told
    from zbreader.services.rescuing import recover_library

    directory = library_directory(arguments.library)
    found = recover_library(directory, clock=now, random_bits=secrets.randbits, job=output.progress_job())
    if arguments.json:
        output.document(
            {
                "notes": found.notes,
                "issues": found.issues,
                "notes_from_backup": found.notes_from_backup,
                "issues_from_source": found.issues_from_source,
                "aside": str(found.aside),
                "problems": list(found.problems),
            }
        )
    else:
        for line in (*told(found), *found.problems):
            output.line(str(line))
    return int(bool(found.problems))


def _export_all(arguments: argparse.Namespace) -> None:
    from zbreader.services.whole_export import export_everything

    with opened(arguments) as services:
        done = export_everything(services, arguments.output, output.progress_job())
    if arguments.json:
        output.document({"issues": done.issues, "notes": done.notes, "files": done.files})
    else:
        output.line(f"已导出 {done.issues} 期、{done.notes} 条笔记到 {arguments.output}")
