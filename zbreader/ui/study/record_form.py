"""The record of a session: who was there, what was said, what was decided."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zbreader.model.session import Absence, Decision, Remark, Session
from zbreader.services.session_sheets import EXTRA
from zbreader.ui.study.rows_edit import RowsEdit
from zbreader.ui.widgets.plain_edit import PlainEdit

PAUSE = 1200  # milliseconds after the last key before the session is saved
_BETWEEN_NAMES = re.compile(r"[、，,;；\s]+")


class RecordForm(QScrollArea):
    """Shows one session and tells `edited` when something was changed by hand; `session` gives what stands here."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget(self)
        self.held = QCheckBox(self.tr("这次学习会已经开过"), page)
        self.held.toggled.connect(lambda _on: self.edited.emit())
        self.expected = self._text(page, self.tr("应到人员"), self.tr("姓名之间用顿号隔开"), 2)
        self.count = QLabel(page)
        self.count.setObjectName("quiet")
        self.absences = self._rows(
            page, self.tr("缺席和补学"), (self.tr("姓名"), self.tr("原因"), self.tr("补学（日期或方式）")), (8, 0, 0)
        )
        self.remarks = self._rows(
            page, self.tr("感言"), (self.tr("姓名"), self.tr("所在支部"), self.tr("原话")), (8, 10, 0)
        )
        self.decisions = self._rows(
            page,
            self.tr("议定事项"),
            (self.tr("事项"), self.tr("责任人"), self.tr("时限"), self.tr("办结")),
            (0, 8, 8, 8),
        )
        self.extra = {name: self._text(page, name, "", 2) for name in EXTRA}
        self._arrange(page)
        self.setWidget(page)

    def show_session(self, session: Session) -> None:
        """Show SESSION; fields that agree are left alone, so that nothing jumps under a typing hand."""
        self.blockSignals(True)
        self.held.setChecked(session.held)
        if self._names() != session.expected:
            self.expected.set_text("、".join(session.expected))
        self.absences.set_rows([(one.name, one.reason, one.made_up) for one in session.absences])
        self.remarks.set_rows([(one.name, one.branch, one.words) for one in session.remarks])
        self.decisions.set_rows([(one.matter, one.person, one.due, one.done) for one in session.decisions])
        known = dict(session.extra)
        for name, edit in self.extra.items():
            if edit.toPlainText().strip() != known.get(name, ""):
                edit.set_text(known.get(name, ""))
        words = self.tr("应到 {expected} 人，实到 {present} 人")
        told = words.format(expected=len(session.expected), present=len(session.present))
        self.count.setText(told if session.expected else "")
        self.blockSignals(False)

    def session(self, before: Session) -> Session:
        """BEFORE with what stands here."""
        filled = {name: edit.toPlainText().strip() for name, edit in self.extra.items()}
        others = {name: value for name, value in before.extra if name not in filled}
        return replace(
            before,
            held=self.held.isChecked(),
            expected=self._names(),
            absences=tuple(Absence(*row) for row in self.absences.rows()),
            remarks=tuple(Remark(*row) for row in self.remarks.rows()),
            decisions=tuple(Decision(*row) for row in self.decisions.rows()),
            extra=tuple((name, value) for name, value in {**others, **filled}.items() if value),
        )

    def _names(self) -> tuple[str, ...]:
        names = _BETWEEN_NAMES.split(self.expected.toPlainText().strip())
        return tuple(dict.fromkeys(name for name in names if name))

    def _text(self, page: QWidget, name: str, hint: str, lines: int) -> PlainEdit:
        edit = PlainEdit(PAUSE, page)
        edit.setAccessibleName(name)
        edit.setPlaceholderText(hint)
        edit.setFixedHeight(round(self.fontMetrics().height() * (lines + 1.2)))
        edit.text_settled.connect(lambda _text: self.edited.emit())
        return edit

    def _rows(self, page: QWidget, name: str, heads: tuple[str, ...], widths: tuple[int, ...]) -> RowsEdit:
        rows = RowsEdit(heads, widths, name, page)
        rows.edited.connect(self.edited)
        return rows

    def _arrange(self, page: QWidget) -> None:
        gap = self.fontMetrics().height()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(self.held)
        for words, widget in (
            (self.tr("应到人员"), self.expected),
            ("", self.count),
            (self.tr("缺席和补学"), self.absences),
            (self.tr("感言"), self.remarks),
            (self.tr("议定事项"), self.decisions),
        ):
            if words:
                layout.addWidget(QLabel(words, page))
            layout.addWidget(widget)
        form = QFormLayout()
        form.setVerticalSpacing(gap // 2)
        for name, edit in self.extra.items():
            form.addRow(name, edit)
        layout.addLayout(form)
        layout.addStretch(1)
