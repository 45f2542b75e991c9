"""A form for those who do not type operators: what is filled in becomes the query in the search box."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zbreader.ui.search.wanted import Wanted, from_query, to_query

WIDTH = 30  # of the form, in heights of the font
ISSUE = r"\d{0,4}([.．年-]\d{0,2}期?)?"  # while it is typed


class SearchForm(QDialog):
    """Begins with what stands in the box, and shows the query while it is filled in."""

    wanted = Signal(str)  # the query

    def __init__(self, query: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("按条件搜索"))
        self.setMinimumWidth(self.fontMetrics().height() * WIDTH)
        given = from_query(query)
        boxes = QFormLayout()
        self._boxes = boxes
        self.words = self._box(self.tr("有这些词"), given.words, self.tr("几个词用空格隔开，每个都要有"))
        self.phrase = self._box(self.tr("有这句原话"), given.phrase, self.tr("一字不差，连在一起"))
        self.without = self._box(self.tr("没有这些词"), given.without, self.tr("有其中一个就不要"))
        self.column = self._box(self.tr("栏目"), given.column, self.tr("写几个字就行"))
        self.author = self._box(self.tr("作者"), given.author, self.tr("写几个字就行"))
        self.first_issue = self._issue_box(self.tr("从哪一期"), given.first_issue)
        self.last_issue = self._issue_box(self.tr("到哪一期"), given.last_issue)
        issues = QHBoxLayout()
        issues.addWidget(self.first_issue)
        issues.addWidget(QLabel(self.tr("至"), self))
        issues.addWidget(self.last_issue)
        boxes.addRow(self.tr("期"), issues)
        self.tag = self._box(self.tr("笔记标签"), given.tag, self.tr("笔记上有这个标签"))
        self.with_notes = QCheckBox(self.tr("只找有笔记的文章"), self)
        self.with_notes.setChecked(given.with_notes)
        self.with_notes.toggled.connect(self._show_query)
        boxes.addRow("", self.with_notes)
        self._query = QLabel(self)
        self._query.setObjectName("quiet")
        self._query.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("搜索"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(boxes)
        layout.addWidget(self._query)
        layout.addWidget(buttons)
        self._show_query()

    @property
    def query(self) -> str:
        """What the boxes say."""
        return to_query(
            Wanted(
                words=self.words.text(),
                phrase=self.phrase.text(),
                without=self.without.text(),
                column=self.column.text(),
                author=self.author.text(),
                first_issue=self.first_issue.text(),
                last_issue=self.last_issue.text(),
                tag=self.tag.text(),
                with_notes=self.with_notes.isChecked(),
            )
        )

    def accept(self) -> None:
        """Hand the query over."""
        self.wanted.emit(self.query)
        super().accept()

    def _box(self, name: str, text: str, hint: str) -> QLineEdit:
        box = QLineEdit(text, self)
        box.setPlaceholderText(hint)
        box.setAccessibleName(name)
        box.textChanged.connect(self._show_query)
        self._boxes.addRow(name, box)
        return box

    def _issue_box(self, name: str, text: str) -> QLineEdit:
        box = QLineEdit(text, self)
        box.setPlaceholderText(self.tr("如 2031.05"))
        box.setAccessibleName(name)
        box.setValidator(QRegularExpressionValidator(QRegularExpression(ISSUE), box))
        box.textChanged.connect(self._show_query)
        return box

    def _show_query(self) -> None:
        query = self.query
        self._query.setText(self.tr("搜索框里会写：{query}").format(query=query) if query else "")
        self.go.setEnabled(bool(query))
