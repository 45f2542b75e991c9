"""The fields of a sheet that can be filled in before it is exported; what is left empty stays a blank line on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QScrollArea, QWidget

LIMIT = 200  # characters of one field


class FieldLines(QScrollArea):
    """One line for each label."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._lines: dict[str, QLineEdit] = {}

    def show_labels(self, labels: Sequence[str], values: Mapping[str, str]) -> None:
        """Offer LABELS, filled with what VALUES has for them."""
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._lines = {}
        for label in labels:
            line = QLineEdit(values.get(label, ""), page)
            line.setMaxLength(LIMIT)
            line.setAccessibleName(label)
            line.textChanged.connect(self.changed)
            form.addRow(label, line)
            self._lines[label] = line
        self.setWidget(page)
        self.setVisible(bool(labels))

    def values(self) -> dict[str, str]:
        """What was filled in, by label."""
        return {label: line.text().strip() for label, line in self._lines.items() if line.text().strip()}
