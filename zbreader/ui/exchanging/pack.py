"""导出期刊包: issues in one file, with what was put right in them, for someone else's library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.issue import IssueSummary
from zbreader.services.library import Services
from zbreader.services.source_files import PACK_SUFFIX
from zbreader.ui.exchanging.protection import SignBox
from zbreader.ui.exporting.choice import file_name
from zbreader.ui.exporting.place import ask_place
from zbreader.ui.operations import Operations
from zbreader.ui.widgets.fitting import fit

WIDTH, HEIGHT = 28, 26  # in heights of the font


class PackDialog(QDialog):
    """Which issues; `written` tells where they are and how many."""

    written = Signal(str, int)

    def __init__(
        self,
        services: Services,
        operations: Operations,
        issues: Sequence[IssueSummary],
        current: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出期刊包"))
        self._services, self._operations = services, operations
        hint = QLabel(self.tr("把选中的期连同校订存成一个文件；别人用“导入期刊”打开它。笔记不在里面。"), self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.issues = QListWidget(self)
        self.issues.setAccessibleName(self.tr("要导出的期"))
        for issue in issues:
            item = QListWidgetItem(issue.title, self.issues)
            item.setData(Qt.ItemDataRole.UserRole, issue.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if issue.id == current else Qt.CheckState.Unchecked)
            if issue.id == current:
                self.issues.setCurrentItem(item)
        self.signing = SignBox(services, operations, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = buttons.addButton(self.tr("存成文件…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose_file)
        buttons.rejected.connect(self.reject)
        self.issues.itemChanged.connect(self._enable)
        self._enable()
        layout, gap = QVBoxLayout(self), self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(hint)
        layout.addWidget(self.issues, 1)
        layout.addWidget(self.signing)
        layout.addWidget(buttons)
        fit(self, gap * WIDTH, gap * HEIGHT)

    def chosen(self) -> list[tuple[str, str]]:
        """Ids and titles of the issues that are chosen."""
        items = [self.issues.item(row) for row in range(self.issues.count())]
        return [
            (str(item.data(Qt.ItemDataRole.UserRole)), item.text())
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def save_to(self, path: Path) -> None:
        """Write the file and close."""
        services, sign = self._services, self.signing.wanted()
        ids = [id_ for id_, _ in self.chosen()]

        def write() -> int:
            self.signing.keep()
            services.exchanging.pack(ids, path, sign=sign)
            return len(ids)

        def done(count: int) -> None:
            self.written.emit(str(path), count)
            self.accept()

        self._operations.run(write, on_done=done)

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.chosen()))

    def _choose_file(self) -> None:
        chosen = self.chosen()
        day = datetime.now().astimezone().date().isoformat()
        words = self.tr("{count} 期").format(count=len(chosen)) if len(chosen) > 1 else ""
        name = file_name(day, chosen[0][1] if len(chosen) == 1 else self.tr("期刊包"), words, PACK_SUFFIX)
        kind = self.tr("期刊包 (*{suffix})").format(suffix=PACK_SUFFIX)
        path = ask_place(self, self._services.settings, self.tr("存成文件"), name, kind)
        if path is not None:
            self.save_to(path)
