"""The small dialogs of the desk: a headline, names, a column, a line with a wrong character."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.correction import Mend
from zbreader.text.offsets import Offsets
from zbreader.ui.correcting.changes import mend_of
from zbreader.ui.reading.positions import display_text
from zbreader.ui.widgets.drop_down import DropDown

WIDTH = 34  # in heights of the font
LINE_HEIGHT = 6


class AskDialog(QDialog):
    """A form with the two usual buttons. Exists to be filled; `accepted` tells that it was."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gap = self.fontMetrics().height()
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(gap // 3)
        self.buttons = QDialogButtonBox(self)
        self.ok = self.buttons.addButton(
            QCoreApplication.translate("correcting", "改好"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.ok.setDefault(True)
        self.cancel = self.buttons.addButton(
            QCoreApplication.translate("correcting", "取消"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addLayout(self.form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(gap * WIDTH)

    def begin_with(self, *fields: QWidget) -> None:
        """The keyboard begins in the first of FIELDS and goes through them to the buttons, which were made before."""
        for one, following in pairwise((*fields, self.ok, self.cancel)):
            self.setTabOrder(one, following)
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)


class TextDialog(AskDialog):
    """One line of text."""

    def __init__(
        self, title: str, label: str, text: str, parent: QWidget | None = None, *, may_be_empty: bool = False
    ) -> None:
        super().__init__(title, parent)
        self.field = QLineEdit(text, self)
        self.field.selectAll()
        self.form.addRow(label, self.field)
        if not may_be_empty:
            self.field.textChanged.connect(lambda now: self.ok.setEnabled(bool(now.strip())))
            self.ok.setEnabled(bool(text.strip()))
        self.begin_with(self.field)

    @property
    def text(self) -> str:
        """What was typed, without white space around it."""
        return self.field.text().strip()


class ColumnDialog(AskDialog):
    """Column (栏目) and group (专题): chosen among those of the issue, or typed."""

    def __init__(
        self,
        columns: Sequence[str],
        groups: Sequence[str],
        column: str | None,
        group: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("correcting", "改栏目"), parent)
        self.column = self._box(columns, column)
        self.group = self._box(groups, group)
        self.form.addRow(QCoreApplication.translate("correcting", "栏目（可以空着）"), self.column)
        self.form.addRow(QCoreApplication.translate("correcting", "专题（可以空着）"), self.group)
        self.begin_with(self.column, self.group)

    @property
    def chosen(self) -> tuple[str | None, str | None]:
        """Column and group; None where the field is empty."""
        return self.column.currentText().strip() or None, self.group.currentText().strip() or None

    def _box(self, known: Sequence[str], now: str | None) -> QComboBox:
        box = DropDown(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(["", *known])
        box.setCurrentText(now or "")
        return box


class LineField(QPlainTextEdit):
    """One line of any length, shown over several; Enter ends it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class MendDialog(AskDialog):
    """A source line to be put right; below it, what that comes to. The source itself stays as it is."""

    def __init__(self, number: int, text: str, span: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("correcting", "改字"), parent)
        self._number, self._text, self._shown = number, text, display_text(text)
        self.field = LineField(self._shown, self)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.fontMetrics().height() * LINE_HEIGHT)
        self.form.addRow(QCoreApplication.translate("correcting", "第 {number} 行").format(number=number), self.field)
        self._told = QLabel(self)
        self._told.setObjectName("quiet")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow(self._told)
        cursor = self.field.textCursor()
        first, last = Offsets(text).range_to_utf16(*span)
        cursor.setPosition(first)
        cursor.setPosition(last, cursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)
        self.field.textChanged.connect(self._on_changed)
        self.field.entered.connect(self.ok.click)  # which does nothing while nothing is changed
        self.begin_with(self.field)
        self._on_changed()

    def change(self) -> Mend | None:
        """What was changed; None when nothing was."""
        return mend_of(self._number, self._text, self._typed())

    def _typed(self) -> str:
        """The line as it reads now, with its own characters where stand-ins for them are shown."""
        now = self.field.toPlainText().replace("\n", "")
        made = mend_of(self._number, self._shown, now)
        if made is None:
            return self._text
        return self._text[: made.start] + made.new + self._text[made.end :]

    def _on_changed(self) -> None:
        made = self.change()
        self.ok.setEnabled(made is not None)
        if made is None:
            self._told.setText(
                QCoreApplication.translate("correcting", "把错字改对；原文件不会被改动，改动记在校订里。")
            )
        else:
            self._told.setText(
                QCoreApplication.translate("correcting", "“{old}” → “{new}”").format(old=made.old, new=made.new)
            )
