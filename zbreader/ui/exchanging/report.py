"""What taking in notes would bring, person by person, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.person import told_apart
from zbreader.services.gathering import MergeReport
from zbreader.ui.exchanging.words import merge_words
from zbreader.ui.translation import translated

WIDTH, HEIGHT = 44, 24  # in heights of the font


class ReportDialog(QDialog):
    """A row a person; below, the files that could not be read. Accepting it means: take them in."""

    def __init__(self, report: MergeReport, files: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("收笔记"))
        heads = (
            self.tr("姓名"),
            self.tr("支部或小组"),
            self.tr("新增"),
            self.tr("更新"),
            self.tr("删去"),
            self.tr("两版并存"),
            self.tr("等待期刊"),
            self.tr("找不到原文"),
            self.tr("已有"),
        )
        asked = self.tr("把这 {count} 份笔记收进资料库吗？").format(count=files - len(report.unread))
        title = QLabel(f"{asked}\n{merge_words(report)}", self)
        title.setWordWrap(True)
        self.people = QTreeWidget(self)
        self.people.setRootIsDecorated(False)
        self.people.setAccessibleName(self.tr("每个人的笔记"))
        self.people.setHeaderLabels(heads)
        called = told_apart(one.person for one in report.people)
        for one in report.people:
            numbers = (one.added, one.updated, one.removed, one.conflicts, one.waiting, one.unplaced - one.waiting)
            cells = [str(number or "") for number in (*numbers, one.unchanged)]
            name = called[one.person.id] or self.tr("未署名")
            item = QTreeWidgetItem([name, one.person.group, *cells])
            for column in range(2, len(heads)):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
            self.people.addTopLevelItem(item)
        header = self.people.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.unread = QLabel("\n".join(translated(one.error) for one in report.unread), self)
        self.unread.setWordWrap(True)
        self.unread.setVisible(bool(report.unread))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.take = buttons.addButton(self.tr("收进来"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        self.take.setEnabled(report.brings_anything)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout, gap = QVBoxLayout(self), self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(title)
        layout.addWidget(self.people, 1)
        layout.addWidget(self.unread)
        layout.addWidget(buttons)
        self.resize(gap * WIDTH, gap * HEIGHT)
