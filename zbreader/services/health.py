"""库体检: how the library fares, in plain words, each with one thing that can be done about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from zbreader.model.message import Message, message
from zbreader.model.selector import AnchorState
from zbreader.services.jobs import Job
from zbreader.services.library import BACKUPS
from zbreader.services.moments import Clock
from zbreader.services.safekeeping import wanted
from zbreader.services.whereabouts import network_share

if TYPE_CHECKING:
    from zbreader.services.library import Services

_OLD = timedelta(days=7)  # of a backup, while there is something that it does not hold
_LITTLE_ROOM = 500 * 1024 * 1024  # bytes
_MEGABYTE = 1024 * 1024


class State(str, Enum):
    """GOOD: nothing to do; NOTICE: good to know; BAD: should be seen to."""

    GOOD = "good"
    NOTICE = "notice"
    BAD = "bad"


class Remedy(str, Enum):
    """What can be done about it."""

    NONE = ""
    RECOVER = "recover"  # salvage what there is into a new library
    REBUILD = "rebuild"  # the issues, from their sources
    BACK_UP = "back_up"
    TRY = "try"  # a trial restore
    SHOW_UNPLACED = "show_unplaced"
    INDEX = "index"  # make the search index anew
    FOLDER = "folder"  # show the library's folder


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the page. details: further sentences, such as each problem."""

    name: str  # fixed, for scripts
    title: Message
    state: State
    sentence: Message
    remedy: Remedy = Remedy.NONE
    details: tuple[Message, ...] = ()


class Health:
    """Looks through everything; slow, changes nothing but an index that is broken (it is emptied)."""

    def __init__(self, services: Services, clock: Clock) -> None:
        self._services = services
        self._clock = clock

    def examine(self, job: Job | None = None) -> list[Finding]:
        """All findings, in the order in which they are shown. Raises Cancelled."""
        job = job or Job()
        steps: tuple[tuple[Message, Callable[[], Finding]], ...] = (
            (message("正在检查资料库文件"), self._integrity),
            (message("正在查看备份"), self._backup),
            (message("正在查看备份"), self._trial),
            (message("正在核对笔记的位置"), self._unplaced),
            (message("正在检查搜索索引"), self._index),
            (message("正在查看磁盘"), self._room),
            (message("正在查看磁盘"), self._share),
        )
        findings = []
        for at, (doing, step) in enumerate(steps):
            job.report(at, len(steps), doing)
            findings.append(step())
            if findings[0].state is State.BAD and findings[0].remedy is Remedy.RECOVER:
                # Skipping: what a broken file says about itself; only what lies beside it still counts.
                findings += [self._backup(), self._trial(), self._room(), self._share()]
                break
        job.report(1, 1)
        return findings

    def _integrity(self) -> Finding:
        title = message("资料库文件")
        file, content = self._services.backing_up.problems()
        if file:
            sentence = message("资料库文件已损坏。可以把还读得出的内容修复到一个新的资料库里，损坏的文件会留着。")
            return Finding("integrity", title, State.BAD, sentence, Remedy.RECOVER, tuple(file))
        if content:
            sentence = message("文件完好，但有 {count} 处内容不对。可以用存档的原文重新整理。", count=len(content))
            return Finding("integrity", title, State.BAD, sentence, Remedy.REBUILD, tuple(content))
        return Finding("integrity", title, State.GOOD, message("完好，每一页都读得出，每条引用都有着落。"))

    def _backup(self) -> Finding:
        title, safe = message("备份"), self._services.safekeeping
        fault = safe.fault()
        kept = safe.backups()
        sound = [one for one in kept if one.counts is not None]
        if fault:
            sentence = message("上一次自动备份没有做成：{why}", why=fault)
            return Finding("backup", title, State.BAD, sentence, Remedy.BACK_UP)
        is_off = not wanted(self._services.settings)[0]
        if not sound:
            off = message("还没有备份，按时间的备份在设置里关掉了。请现在就备份一次。")
            usual = message("还没有备份。有了内容以后，程序会自动备份；也可以现在就备份。")
            return Finding("backup", title, State.NOTICE, off if is_off else usual, Remedy.BACK_UP)
        newest = sound[0]
        off = message(
            "最近一份是 {when} 的（{issues} 期、{notes} 条笔记），共有 {count} 份。按时间的备份在设置里关掉了。"
        )
        usual = message("最近一份是 {when} 的（{issues} 期、{notes} 条笔记），共有 {count} 份。")
        values: dict[str, object] = {
            "when": f"{newest.made:%Y-%m-%d %H:%M}",
            "issues": newest.counts.issues if newest.counts else 0,
            "notes": newest.counts.notes if newest.counts else 0,
            "count": len(sound),
        }
        words = Message((off if is_off else usual).template, values)
        is_old = self._clock() - newest.made > _OLD and safe.has_changed()
        return Finding("backup", title, State.NOTICE if is_old or is_off else State.GOOD, words, Remedy.BACK_UP)

    def _trial(self) -> Finding:
        title, last = message("试恢复"), self._services.safekeeping.last_trial()
        if last is None:
            sentence = message("还没有试过从备份恢复。程序每月自动试一次；也可以现在就试。")
            return Finding("trial", title, State.NOTICE, sentence, Remedy.TRY)
        when = datetime.fromisoformat(last.at.replace("Z", "+00:00")).astimezone()
        if last.fault:
            sentence = message(
                "{when:%Y-%m-%d} 试着恢复 {file}，没有成功：{why}", when=when, file=last.file, why=last.fault
            )
            return Finding("trial", title, State.BAD, sentence, Remedy.BACK_UP)
        sentence = message(
            "{when:%Y-%m-%d} 试着恢复过一份备份，{issues} 期、{notes} 条笔记都在。",
            when=when,
            issues=last.issues,
            notes=last.notes,
        )
        return Finding("trial", title, State.GOOD, sentence, Remedy.TRY)

    def _unplaced(self) -> Finding:
        title = message("笔记的位置")
        placed = self._services.annotating.notes()
        lost = sum(one.anchor.state is AnchorState.UNPLACED for one in placed)
        if lost:
            sentence = message(
                "{count} 条笔记里有 {lost} 条暂时找不到原文（那一期不在，或文字变了）；它们都留着。",
                count=len(placed),
                lost=lost,
            )
            return Finding("unplaced", title, State.NOTICE, sentence, Remedy.SHOW_UNPLACED)
        return Finding("unplaced", title, State.GOOD, message("{count} 条笔记都在原处。", count=len(placed)))

    def _index(self) -> Finding:
        title, searching = message("搜索索引"), self._services.searching
        if not searching.is_sound():
            sentence = message("搜索索引已损坏，已经清空。搜索照样正确，只是慢；重建即可。")
            return Finding("index", title, State.BAD, sentence, Remedy.INDEX)
        missing = searching.missing()
        if missing:
            sentence = message("有 {count} 期还没有编入索引，搜索它们会慢一些。", count=missing)
            return Finding("index", title, State.NOTICE, sentence, Remedy.INDEX)
        return Finding("index", title, State.GOOD, message("完好，与资料库一致。"), Remedy.INDEX)

    def _room(self) -> Finding:
        directory = self._services.directory
        size = sum(path.stat().st_size for path in directory.glob("*") if path.is_file())
        kept = sum(path.stat().st_size for path in (directory / BACKUPS).glob("*") if path.is_file())
        free = shutil.disk_usage(directory).free
        words = message(
            "资料库 {size}，备份 {kept}，磁盘还有 {free}。",
            size=_size(size),
            kept=_size(kept),
            free=_size(free),
        )
        is_little = free < max(_LITTLE_ROOM, 2 * self._services.database.path.stat().st_size)
        state = State.NOTICE if is_little else State.GOOD
        return Finding("room", message("大小和空间"), state, words, Remedy.FOLDER)

    def _share(self) -> Finding:
        title, kind = message("存放位置"), network_share(self._services.directory)
        if kind is None:
            return Finding(
                "place", title, State.GOOD, message("在本机磁盘上：{folder}", folder=self._services.directory)
            )
        sentence = message(
            "资料库放在网络位置（{kind}）上。几台电脑同时打开有损坏的危险；请放到本机，用“交笔记/收笔记”来合作。",
            kind=kind,
        )
        return Finding("place", title, State.NOTICE, sentence, Remedy.FOLDER)


def _size(size: int) -> str:
    """SIZE bytes as the system's own windows tell them."""
    large = 1024 * _MEGABYTE
    return f"{size / large:.1f} GB" if size >= large else f"{size / _MEGABYTE:.1f} MB"
