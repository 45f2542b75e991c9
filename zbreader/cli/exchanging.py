"""save-notes, merge-notes, pack: to others and from others."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command, add_filters, filter_from
from zbreader.cli.session import opened
from zbreader.model.errors import KnownError
from zbreader.services.files import read_limited
from zbreader.services.trusting import Standing

if TYPE_CHECKING:
    from zbreader.services.merge_report import MergeReport

_PASSWORD_LIMIT = 64 * 1024  # bytes
_COUNTS = ("added", "updated", "unchanged", "conflicts", "unplaced", "waiting")


def add_commands(commands: Commands) -> None:
    """Add save-notes, merge-notes and pack."""
    save = add_command(commands, "save-notes", _save_notes, "把笔记存成一个文件，交给别人", json=False)
    save.add_word("file", metavar="FILE.zbnotes", type=Path, help="写到哪个文件")
    add_filters(save)
    save.add_option("--since-last", action="store_true", help="只要自己上次交出之后新写、改过和删去的")
    save.add_option("--with-read", action="store_true", help="只要自己的，并附上自己读完的篇目")
    save.add_option("--sign", action="store_true", help="用自己的签名；还没有就做一个")
    save.add_option("--password-file", metavar="FILE", type=Path, help="加密码，密码写在这个文件的第一行")
    merge = add_command(commands, "merge-notes", _merge_notes, "把别人的笔记合并进来；不会覆盖任何人的笔记")
    merge.add_word("files", metavar="FILE.zbnotes", type=Path, nargs="+", help="别人交来的文件")
    merge.add_option("--dry-run", action="store_true", help="只看会怎样，不写入")
    merge.add_option("--password-file", metavar="FILE", type=Path, help="打开加了密码的文件，每行一个密码")
    merge.add_option("--trust-new-keys", action="store_true", help="已向本人核对过指纹，接受换了的签名")
    pack = add_command(commands, "pack", _pack, "把几期打成一个包，交给别人", json=False)
    pack.add_word("issues", metavar="ISSUE_ID", nargs="+", help="期的编号（见 issues）")
    pack.add_option("-o", "--output", metavar="FILE.zbissue", type=Path, required=True, help="写到哪个文件")
    pack.add_option("--sign", action="store_true", help="用自己的签名；还没有就做一个")


def _save_notes(arguments: argparse.Namespace) -> None:
    password = _passwords(arguments.password_file)[0] if arguments.password_file else None
    with opened(arguments) as services:
        exchanging, wanted, path, sign = services.exchanging, filter_from(arguments), arguments.file, arguments.sign
        if arguments.since_last or arguments.with_read:
            count = exchanging.hand_over(
                path,
                wanted=wanted,
                since_last=arguments.since_last,
                with_read=arguments.with_read,
                sign=sign,
                password=password,
            )
        else:
            count = exchanging.save_notes(wanted, path, sign=sign, password=password)
        fingerprint = services.trusting.own_fingerprint() if sign else None
    output.say(f"已把 {count} 条标注保存到 {arguments.file}")
    _tell(fingerprint)


def _merge_notes(arguments: argparse.Namespace) -> None:
    passwords = _passwords(arguments.password_file) if arguments.password_file else []
    with opened(arguments) as services:
        merge_notes = services.exchanging.merge_notes
        trusted: set[str] = set()
        if arguments.trust_new_keys:
            looked = merge_notes(arguments.files, dry_run=True, passwords=passwords)
            trusted = {origin.signer for origin in looked.origins if origin.signer is not None}
        report = merge_notes(arguments.files, dry_run=arguments.dry_run, passwords=passwords, trusted=trusted)
    for origin in report.origins:
        if origin.standing is not Standing.UNSIGNED:
            output.say(str(origin.said))
    if arguments.json:
        output.document(_report(report))
        return
    output.line(
        f"新增 {report.added} 条，更新 {report.updated} 条，没有变化 {report.unchanged} 条，"
        f"两种版本并存 {report.conflicts} 条，未定位 {report.unplaced} 条（其中 {report.waiting} 条等待导入期刊）。"
    )
    for one in report.people:
        name = "　".join(filter(None, (one.person.name or "未署名", one.person.group)))
        output.line(
            f"{name}：新增 {one.added}，更新 {one.updated}，删去 {one.removed}，没有变化 {one.unchanged}，"
            f"并存 {one.conflicts}，未定位 {one.unplaced}"
        )
    if report.readings:
        output.line(f"新知道读完 {report.readings} 篇次。")
    for merge in report.sessions:
        kept = f"，其中 {merge.kept} 处自己改过，没有动" if merge.kept else ""
        output.line(f"学习会{'' if merge.is_new else '有改动'}：{merge.session.day} {merge.session.title}{kept}")
    if arguments.dry_run:
        output.say("只是试看，没有写入。")


def _report(report: MergeReport) -> dict[str, object]:
    told = {name: getattr(report, name) for name in _COUNTS}
    people = [
        {"id": one.person.id, "name": one.person.name, "group": one.person.group, "removed": one.removed}
        | {name: getattr(one, name) for name in _COUNTS}
        for one in report.people
    ]
    files = [
        {"file": one.file, "signature": one.standing.value, "fingerprint": one.fingerprint or None}
        for one in report.origins
    ]
    return {**told, "readings": report.readings, "sessions": len(report.sessions), "people": people, "files": files}


def _pack(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        services.exchanging.pack(arguments.issues, arguments.output, sign=arguments.sign)
        fingerprint = services.trusting.own_fingerprint() if arguments.sign else None
    output.say(f"已打包到 {arguments.output}")
    _tell(fingerprint)


def _tell(fingerprint: str | None) -> None:
    if fingerprint is not None:
        output.say(f"已签名。签名的指纹（对方可以向你核对）：{fingerprint}")


def _passwords(path: Path) -> list[str]:
    """The lines of a file of passwords, at least one. They never stand in the command itself, which others can see."""
    try:
        words = [line for line in read_limited(path, _PASSWORD_LIMIT).decode("utf-8-sig").splitlines() if line]
    except UnicodeDecodeError:
        words = []
    if not words:
        raise KnownError("文件 {file} 里没有密码。请把密码写在第一行，存成 UTF-8 文本。", file=path)
    return words
