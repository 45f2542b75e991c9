"""The page of the settings that is about backups: how often, how much room they may take, and what they take now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from zbreader.services.settings import Settings
from zbreader.ui.widgets.drop_down import DropDown

if TYPE_CHECKING:
    from zbreader.services.library import Services
    from zbreader.services.safekeeping import Taken
    from zbreader.ui.operations import Operations

HOURS = (1, 4, 8, 24, 0)  # 0: none
SPACES = (512, 1024, 2048, 5120, 10240, 0)  # megabytes; 0: any
GIGABYTE = 1024  # megabytes
MEGABYTE = 1024 * 1024  # bytes


class BackupSettings(QWidget):
    """Writes nothing until `apply`."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from zbreader.services import safekeeping  # Here, because the window's start needs none of it.

        self._before = safekeeping.wanted(settings)
        self.hours, self.space = DropDown(self), DropDown(self)
        _fill(self.hours, HOURS, self._before[0], self._hours_words)
        _fill(self.space, SPACES, self._before[1], self._space_words)
        self.taken = self._hint("")
        told = self._hint(
            self.tr(
                "程序开着时按这个间隔备份，退出时再备份一次；没有改动就不备份。导入、收笔记、升级和恢复之前总会备份。"
                "今天和昨天的都留着，更早的每天、每周、每月各留一份；占满了就先删最旧的。"
                "手动做的备份不会删，恢复和升级之前的留一个月，都不算在内。"
            )
        )
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        gap = self.fontMetrics().height()
        form.setVerticalSpacing(gap)
        form.addRow(self.tr("自动备份："), self.hours)
        form.addRow(self.tr("最多占用："), self.space)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        layout.addLayout(form)
        layout.addWidget(self.taken)
        layout.addWidget(told)

    def show_taken(self, taken: Taken) -> None:
        """Say how many automatic backups there are and what they take."""
        words = self.tr("现在有 {count} 份自动备份，占 {size} MB，在资料库文件夹的 backups 里。")
        self.taken.setText(words.format(count=taken.count, size=f"{taken.size / MEGABYTE:.1f}"))

    def apply(self, services: Services, operations: Operations) -> None:
        """Write what changed; when less room was given, the oldest go at once."""
        wanted = (self.hours.currentData(), self.space.currentData())
        if wanted != self._before:
            operations.run(lambda: services.safekeeping.want(*wanted))

    def _hours_words(self, hours: float) -> str:
        if not hours:
            return self.tr("不按时间备份")
        usual = {1.0: self.tr("每小时"), 24.0: self.tr("每天")}
        return usual.get(hours) or self.tr("每 {hours} 小时").format(hours=f"{hours:g}")

    def _space_words(self, megabytes: float) -> str:
        if not megabytes:
            return self.tr("不限")
        return f"{megabytes / GIGABYTE:g} GB" if megabytes >= GIGABYTE else f"{megabytes:g} MB"

    def _hint(self, words: str) -> QLabel:
        hint = QLabel(words, self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        return hint


def _fill(field: DropDown, usual: tuple[int, ...], now: float, words: Callable[[float], str]) -> None:
    """The usual values, and the one that stands if somebody wrote another into the settings."""
    for value in (*usual, *([] if now in usual else [now])):
        field.addItem(words(value), value)
    field.setCurrentIndex(field.findData(now))
