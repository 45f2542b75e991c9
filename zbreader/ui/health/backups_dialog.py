"""The backups there are, newest first, and what would be another if one of them took the library's place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.errors import KnownError
from zbreader.services.backup_files import Reason
from zbreader.services.kept_settings import SettingsDifference
from zbreader.services.library import BACKUPS, Services
from zbreader.services.safekeeping import KeptBackup
from zbreader.store.contents import Difference
from zbreader.ui.operations import Operations
from zbreader.ui.translation import translated
from zbreader.ui.widgets.fitting import fit

SIZE = (44, 32)  # in heights of the font
PREVIEW_LINES = 7
MOST_TITLES = 3
MEGABYTE = 1024 * 1024


class BackupsDialog(QDialog):
    """`chosen` tells which file is to be restored; nothing is changed here."""

    chosen = Signal(object)  # Path

    def __init__(self, services: Services, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("从备份恢复"))
        self._services, self._operations = services, operations
        gap = self.fontMetrics().height()
        hint = QLabel(
            self.tr("选一份备份，先看看会有什么不同。恢复之前，现在的内容和设置会自动备份一份，可以再换回来。"), self
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("shelf")
        self.list.setAccessibleName(self.tr("备份"))
        self.list.currentItemChanged.connect(lambda *_: self._preview())
        self.list.itemActivated.connect(lambda _item: self._go())
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setMinimumHeight(gap * PREVIEW_LINES)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("恢复"), QDialogButtonBox.ButtonRole.AcceptRole)
        other = buttons.addButton(self.tr("别的文件…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go.setEnabled(False)
        other.clicked.connect(self._choose_file)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.preview)
        layout.addWidget(buttons)
        fit(self, gap * SIZE[0], gap * SIZE[1])
        self.preview.setText(self.tr("正在查看备份…"))
        operations.ask(services.safekeeping.backups, on_done=self.show_backups)

    def show_backups(self, kept: list[KeptBackup]) -> None:
        """Fill the list; the newest is chosen."""
        self.list.clear()
        for one in kept:
            self._add(one.path, self._words(one), is_readable=one.counts is not None)
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            self.preview.setText(self.tr("还没有备份。也可以用“别的文件…”选一份放在别处的。"))

    def path(self) -> Path | None:
        """The file that is chosen."""
        item = self.list.currentItem()
        path = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return path if isinstance(path, Path) else None

    def show_difference(self, difference: Difference, settings: SettingsDifference) -> None:
        """Say what a restore would change."""
        lines = []
        for count, words in (
            (difference.notes_back, self.tr("{count} 条笔记会回来")),
            (difference.notes_gone, self.tr("{count} 条后来写的笔记会没有")),
            (difference.notes_other, self.tr("{count} 条笔记会变回当时的样子")),
        ):
            if count:
                lines.append(words.format(count=count))
        for titles, words in (
            (difference.issues_back, self.tr("{count} 期会回来：{titles}")),
            (difference.issues_gone, self.tr("后来导入的 {count} 期会没有：{titles}")),
        ):
            if titles:
                shown = self.tr("、").join(titles[:MOST_TITLES]) + ("…" if len(titles) > MOST_TITLES else "")
                lines.append(words.format(count=len(titles), titles=shown))
        if settings.templates_back:
            lines.append(self.tr("{count} 个自己的 Word 模板会回来").format(count=settings.templates_back))
        told = lines or [self.tr("笔记和期刊与现在的一样。")]
        self.preview.setText("\n".join([self.tr("与现在相比："), *told, *self._settings_words(settings)]))
        self.go.setEnabled(True)

    def _settings_words(self, settings: SettingsDifference) -> list[str]:
        if not settings.is_known:
            return [self.tr("这份备份里没有设置，现在的设置不变。")]
        lines = []
        if settings.changed:
            lines.append(self.tr("{count} 项设置会变回当时的样子").format(count=settings.changed))
        if settings.is_other_person:
            words = self.tr("以后写笔记的人会是“{person}”，不再是“{before}”；可以在“我是谁”里换回来")
            nobody = self.tr("未署名的人")
            lines.append(words.format(person=settings.person or nobody, before=settings.before or nobody))
        elif settings.person != settings.before:
            lines.append(self.tr("笔记上的姓名会变回“{person}”").format(person=settings.person))
        return lines or [self.tr("设置与现在的一样。")]

    def _add(self, path: Path, words: str, *, is_readable: bool) -> QListWidgetItem:
        item = QListWidgetItem(words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setToolTip(str(path))
        if not is_readable:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        return item

    def _words(self, one: KeptBackup) -> str:
        reasons = {
            Reason.SCHEDULE: self.tr("定时"),
            Reason.IMPORT: self.tr("导入之前"),
            Reason.MERGE: self.tr("收笔记之前"),
            Reason.MANUAL: self.tr("手动"),
            Reason.MIGRATION: self.tr("升级之前"),
            Reason.RESTORE: self.tr("恢复之前"),
        }
        size = f"{one.size / MEGABYTE:.1f}"
        if one.counts is None:
            return self.tr("{when}　读不出来").format(when=self._when(one.made))
        return self.tr("{when}　{reason}　{issues} 期　{notes} 条笔记　{size} MB").format(
            when=self._when(one.made),
            reason=reasons[one.reason],
            issues=one.counts.issues,
            notes=one.counts.notes,
            size=size,
        )

    def _when(self, moment: datetime) -> str:
        return f"{moment:%Y-%m-%d %H:%M}"

    def _preview(self) -> None:
        path = self.path()
        self.go.setEnabled(False)
        if path is None:
            return
        self.preview.setText(self.tr("正在比较…"))
        self._operations.ask(
            lambda: (self._services.safekeeping.preview(path), self._services.safekeeping.preview_settings(path)),
            on_done=self._on_compared,
            on_error=self._on_error,
            key="backup preview",
        )

    def _on_compared(self, found: tuple[Difference, SettingsDifference]) -> None:
        self.show_difference(*found)

    def _on_error(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self.preview.setText(translated(error))
        else:
            self._operations.failed.emit(error)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("从备份恢复"),
            str(self._services.directory / BACKUPS),
            self.tr("备份 (*.db);;所有文件 (*)"),
        )
        if name:
            self.list.setCurrentItem(self._add(Path(name), name, is_readable=True))

    def _go(self) -> None:
        path = self.path()
        if path is not None and self.go.isEnabled():
            self.chosen.emit(path)
            self.accept()
