"""Which pairs of tags dispute a passage, as a table of two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from zbreader.ui.study.rows_edit import RowsEdit
from zbreader.ui.widgets.fitting import fit

SIZE = (26, 17)  # in heights of the font


class OppositesDialog(QDialog):
    """Writes nothing; `pairs()` tells what was chosen."""

    def __init__(self, pairs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("相反的标签"))
        hint = QLabel(
            self.tr("不同的人在同一句上贴了一行里的两个标签，看板就把它列为有分歧。全部清空，就用原来的几对。"), self
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.rows = RowsEdit((self.tr("一方"), self.tr("另一方")), (10, 0), self.tr("相反的标签"), self)
        self.rows.set_rows(pairs)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout, gap = QVBoxLayout(self), self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(hint)
        layout.addWidget(self.rows)
        layout.addStretch(1)
        layout.addWidget(buttons)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def pairs(self) -> list[tuple[str, str]]:
        """The rows in which both are written."""
        return [(one, other) for one, other in self.rows.rows() if one and other]
