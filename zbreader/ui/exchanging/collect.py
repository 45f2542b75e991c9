"""收笔记: take in the notes of others. First it is told what would come; only then anything is written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from zbreader.exchange.sealing import PasswordNeeded
from zbreader.model.message import message
from zbreader.ui.exchanging.protection import ask_password
from zbreader.ui.exchanging.report import ReportDialog
from zbreader.ui.exchanging.words import merge_words
from zbreader.ui.settings import keys
from zbreader.ui.settings.folders import last_folder

if TYPE_CHECKING:
    from zbreader.services.exchanging import LookedAt
    from zbreader.services.merge_report import MergeReport
    from zbreader.ui.main_window import MainWindow

TRIES = 3  # passwords that are asked for one file


class Collecting(QObject):
    """One taking in, from choosing the files to undoing it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._passwords: list[str] = []
        self._asked: dict[Path, int] = {}  # how often the password of a file was asked for

    def choose(self) -> None:
        """Let the person choose files."""
        settings = self._window.services.settings
        begin = str(last_folder(settings, keys.COLLECT_FOLDER))
        kinds = self.tr("笔记 (*.zbnotes);;所有文件 (*)")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("收笔记"), begin, kinds)
        if names:
            folder = str(Path(names[0]).parent)
            self._window.operations.run(lambda: settings.set(keys.COLLECT_FOLDER, folder))
            self.look([Path(name) for name in names])

    def look(self, paths: Sequence[Path]) -> None:
        """See what would come, and ask."""
        exchanging, passwords = self._window.services.exchanging, tuple(self._passwords)
        self._window.operations.start(
            lambda job: exchanging.look(paths, skip_unreadable=True, passwords=passwords, job=job),
            self.tr("正在看看笔记…"),
            on_done=lambda looked: self._looked(paths, looked),
        )

    def take(self, looked: LookedAt, trusted: Collection[str] = ()) -> None:
        """Write them into the library; trusted: keys that the person saw and accepts."""
        exchanging = self._window.services.exchanging
        self._window.operations.start(
            lambda _job: exchanging.take(looked, trusted),
            self.tr("正在收笔记…"),
            on_done=lambda report: self._tell(report, len(looked.unread)),
        )

    def _looked(self, paths: Sequence[Path], looked: LookedAt) -> None:
        """Ask for the password of a file that needs one, and look again; then ask whether to take them in."""
        for one in looked.unread:
            times = self._asked.get(one.path, 0)
            if isinstance(one.error, PasswordNeeded) and times < TRIES:
                self._asked[one.path] = times + 1
                again = self.tr("密码打不开 {file}，请再输入一次：")
                words = again if times else self.tr("{file} 加了密码，请输入密码：")
                named = words.format(file=message("{file}", file=one.path.name))
                answered = partial(self._answered, paths, one.path, looked)
                ask_password(self._window, self.tr("收笔记"), named, answered)
                return
        self._ask(looked)

    def _answered(self, paths: Sequence[Path], path: Path, looked: LookedAt, text: str | None) -> None:
        if text is None:
            self._asked[path] = TRIES
            self._looked(paths, looked)
        else:
            self._passwords.append(text)
            self.look(paths)

    def _ask(self, looked: LookedAt) -> None:
        report = looked.report
        if not report.brings_anything and not report.unread:
            self._window.notice.tell(self.tr("没有新的笔记：{report}").format(report=merge_words(report)))
            return
        dialog = ReportDialog(report, len(report.origins), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        trusted = frozenset(origin.signer for origin in report.origins if origin.signer is not None)
        dialog.accepted.connect(lambda: self.take(looked, trusted))
        dialog.open()

    def _tell(self, report: MergeReport, unread: int) -> None:
        """Say what came, and how many files did not: whose they are was told before, and is forgotten by now."""
        window, words = self._window, merge_words(report)
        if unread:
            words += self.tr("有 {count} 份文件没有读出来。").format(count=unread)
        window.notice.tell(
            words,
            action=self.tr("撤销"),
            act=lambda: window.operations.run(window.services.undo.undo),
        )


def collect_notes(window: MainWindow, paths: Sequence[Path] | None = None) -> None:
    """Take in PATHS, or let the person choose."""
    collecting = Collecting(window)
    collecting.look(paths) if paths else collecting.choose()
