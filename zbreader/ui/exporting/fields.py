"""The fields of a sheet that can be filled in before it is exported; what is left empty stays a blank line on paper."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

LIMIT = 200  # characters of one field
LINES = 3  # in sight of a field that takes several


class FieldLines(QScrollArea):
    """One line for each label, or several where it asks for them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}

    def show_labels(self, labels: Sequence[str], values: Mapping[str, str], long: Collection[str] = ()) -> None:
        """Offer LABELS, filled with what VALUES has for them; those in LONG take several lines."""
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._fields = {}
        for label in labels:
            value = values.get(label, "")
            field = self._text(value, page) if label in long else self._line(value, page)
            field.setAccessibleName(label)
            field.textChanged.connect(self.changed)
            form.addRow(label, field)
            self._fields[label] = field
        self.setWidget(page)
        self.setVisible(bool(labels))

    def values(self) -> dict[str, str]:
        """What was filled in, by label."""
        texts = {
            label: field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            for label, field in self._fields.items()
        }
        return {label: text.strip() for label, text in texts.items() if text.strip()}

    def _line(self, value: str, page: QWidget) -> QLineEdit:
        line = QLineEdit(" ".join(value.split("\n")), page)
        line.setMaxLength(LIMIT)
        return line

    def _text(self, value: str, page: QWidget) -> QPlainTextEdit:
        text = QPlainTextEdit(value, page)
        text.setTabChangesFocus(True)
        text.setFixedHeight(round(self.fontMetrics().height() * (LINES + 1)))
        return text
