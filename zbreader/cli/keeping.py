"""check, backup, restore: whether everything is sound, and copies of it."""

from __future__ import annotations

import argparse
import secrets
from pathlib import Path

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command
from zbreader.cli.session import now, opened
from zbreader.services.library import check_library, library_directory, restore_library


def add_commands(commands: Commands) -> None:
    """Add check, backup and restore."""
    add_command(commands, "check", _check, "检查资料库是否完好")
    backup = add_command(commands, "backup", _backup, "备份资料库", json=False)
    backup.add_option(
        "-o", "--output", metavar="FILE", type=Path, help="备份到哪个文件（默认：资料库的 backups 文件夹）"
    )
    restore = add_command(commands, "restore", _restore, "用备份恢复资料库；现有内容先自动备份", json=False)
    restore.add_word("file", metavar="FILE", type=Path, help="备份文件")


def _check(arguments: argparse.Namespace) -> int:
    problems = check_library(library_directory(arguments.library), clock=now, random_bits=secrets.randbits)
    if arguments.json:
        output.document({"ok": not problems, "problems": problems})
    else:
        for problem in problems:
            output.line(problem)
    output.say("资料库有问题，请看上面的说明。" if problems else "资料库完好。")
    return int(bool(problems))


def _backup(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        path = services.backing_up.backup(arguments.output)
    output.line(f"已备份到 {path}")


def _restore(arguments: argparse.Namespace) -> None:
    directory = library_directory(arguments.library)
    kept = restore_library(directory, arguments.file, clock=now, random_bits=secrets.randbits)
    output.line(f"已用 {arguments.file} 恢复资料库。原有内容保存在 {kept}")
