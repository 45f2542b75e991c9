"""save-notes, merge-notes, pack: to others and from others."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command, add_filters, filter_from
from zbreader.cli.session import opened

if TYPE_CHECKING:
    from zbreader.services.gathering import MergeReport

_COUNTS = ("added", "updated", "unchanged", "conflicts", "unplaced", "waiting")


def add_commands(commands: Commands) -> None:
    """Add save-notes, merge-notes and pack."""
    save = add_command(commands, "save-notes", _save_notes, "把笔记存成一个文件，交给别人", json=False)
    save.add_word("file", metavar="FILE.zbnotes", type=Path, help="写到哪个文件")
    add_filters(save)
    save.add_option("--since-last", action="store_true", help="只要自己上次交出之后新写、改过和删去的")
    save.add_option("--with-read", action="store_true", help="只要自己的，并附上自己读完的篇目")
    merge = add_command(commands, "merge-notes", _merge_notes, "把别人的笔记合并进来；不会覆盖任何人的笔记")
    merge.add_word("files", metavar="FILE.zbnotes", type=Path, nargs="+", help="别人交来的文件")
    merge.add_option("--dry-run", action="store_true", help="只看会怎样，不写入")
    pack = add_command(commands, "pack", _pack, "把几期打成一个包，交给别人", json=False)
    pack.add_word("issues", metavar="ISSUE_ID", nargs="+", help="期的编号（见 issues）")
    pack.add_option("-o", "--output", metavar="FILE.zbissue", type=Path, required=True, help="写到哪个文件")


def _save_notes(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        wanted, path = filter_from(arguments), arguments.file
        if arguments.since_last or arguments.with_read:
            count = services.exchanging.hand_over(
                path, wanted=wanted, since_last=arguments.since_last, with_read=arguments.with_read
            )
        else:
            count = services.exchanging.save_notes(wanted, path)
    output.say(f"已把 {count} 条标注保存到 {arguments.file}")


def _merge_notes(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        report = services.exchanging.merge_notes(arguments.files, dry_run=arguments.dry_run)
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
    if arguments.dry_run:
        output.say("只是试看，没有写入。")


def _report(report: MergeReport) -> dict[str, object]:
    told = {name: getattr(report, name) for name in _COUNTS}
    people = [
        {"id": one.person.id, "name": one.person.name, "group": one.person.group, "removed": one.removed}
        | {name: getattr(one, name) for name in _COUNTS}
        for one in report.people
    ]
    return {**told, "readings": report.readings, "people": people}


def _pack(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        services.exchanging.pack(arguments.issues, arguments.output)
    output.say(f"已打包到 {arguments.output}")
