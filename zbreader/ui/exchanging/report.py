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
from zbreader.services.merge_report import MergeReport
from zbreader.services.trusting import Standing
from zbreader.ui.exchanging.words import merge_words, origin_words, origins_of_people, session_words, standing_words
from zbreader.ui.translation import translated
from zbreader.ui.widgets.fitting import fit

WIDTH, HEIGHT = 48, 27  # in heights of the font


class ReportDialog(QDialog):
    """A row a person; below, what could not be read. FILES: how many were. Accepting it means: take them in."""

    def __init__(self, report: MergeReport, files: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("收笔记"))
        asked = self.tr("把这 {count} 份笔记收进资料库吗？").format(count=files)
        title = self._words([asked, merge_words(report)])
        self.people = self._people(report)
        self.sessions = self._words(session_words(report.sessions))
        self.origins = self._words(origin_words(report.origins))
        self.unread = self._words([translated(one.error) for one in report.unread])
        is_changed = any(origin.standing is Standing.CHANGED for origin in report.origins)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        take = self.tr("已核对，收进来") if is_changed else self.tr("收进来")
        self.take = buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(report.brings_anything)
        (buttons.button(QDialogButtonBox.StandardButton.Cancel) if is_changed else self.take).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout, gap = QVBoxLayout(self), self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(title)
        layout.addWidget(self.people, 1)
        layout.addWidget(self.sessions)
        layout.addWidget(self.origins)
        layout.addWidget(self.unread)
        layout.addWidget(buttons)
        self.people.setVisible(bool(report.people))
        fit(self, gap * WIDTH, gap * HEIGHT if report.people else self.sizeHint().height())

    def _words(self, lines: list[str]) -> QLabel:
        """Sentences one below the other; hidden when there are none."""
        label = QLabel("\n".join(lines), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setVisible(bool(lines))
        return label

    def _people(self, report: MergeReport) -> QTreeWidget:
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
            self.tr("签名"),
        )
        people = QTreeWidget(self)
        people.setRootIsDecorated(False)
        people.setAccessibleName(self.tr("每个人的笔记"))
        people.setHeaderLabels(heads)
        of_person = origins_of_people(report.origins)
        called = told_apart(one.person for one in report.people)
        for one in report.people:
            numbers = (one.added, one.updated, one.removed, one.conflicts, one.waiting, one.unplaced - one.waiting)
            cells = [str(number or "") for number in (*numbers, one.unchanged)]
            origin = of_person.get(one.person.id)
            name = called[one.person.id] or self.tr("未署名")
            signed = standing_words(origin.standing) if origin else ""
            item = QTreeWidgetItem([name, one.person.group, *cells, signed])
            if origin is not None:
                item.setToolTip(len(heads) - 1, translated(origin.said))
            for column in range(2, len(heads)):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
            people.addTopLevelItem(item)
        header = people.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return people
