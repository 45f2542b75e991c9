"""Asks in which encoding a text was saved, with what its first lines would say in each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.source import ENCODING_NAMES
from zbreader.services.encodings import Doubtful
from zbreader.ui.widgets.fitting import fit

SIZE = (48, 24)  # in heights of the font


class EncodingDialog(QDialog):
    """One file after another; the likeliest encoding is chosen already. What is skipped is not imported."""

    chosen = Signal(object, object)  # dict[Path, str]: encodings; set[Path]: what was skipped

    def __init__(self, doubtful: Sequence[Doubtful], accept: str = "", parent: QWidget | None = None) -> None:
        """accept: what the button says; "" for the import's words."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("文字编码"))
        self._doubtful = list(doubtful)
        self._at = 0
        self._encodings: dict[Path, str] = {}
        self._skipped: set[Path] = set()
        self.encodings = QListWidget(self)
        self.encodings.setObjectName("choices")
        self.encodings.setAccessibleName(self.tr("可选的文字编码"))
        self.sample = QPlainTextEdit(self)
        self.sample.setReadOnly(True)
        self.sample.setTabChangesFocus(True)
        self.sample.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.sample.setAccessibleName(self.tr("用这种编码读出的开头几行"))
        self._arrange(accept or self.tr("用这种编码导入"))
        self.encodings.currentRowChanged.connect(self._on_row)
        self.encodings.itemDoubleClicked.connect(lambda _item: self._take())  # Enter is the button
        self._show()

    def _arrange(self, accept: str) -> None:
        gap = self.fontMetrics().height()
        self._question = QLabel(self)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        hint = QLabel(self.tr("左边逐个试试，右边读得通的就是。"), self)
        hint.setObjectName("quiet")
        self.encodings.setFixedWidth(gap * 13)
        self.rest = QCheckBox(self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.skip = QPushButton(self.tr("跳过这个文件"), self)
        self.skip.setAutoDefault(False)
        self.skip.clicked.connect(self._skip)
        self.take = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.setSpacing(gap // 2)
        middle.addWidget(self.encodings)
        middle.addWidget(self.sample, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.rest)
        foot.addStretch(1)
        foot.addWidget(self.skip)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(self._question)
        layout.addWidget(hint)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def _show(self) -> None:
        """Show the file that is asked about."""
        one, left = self._doubtful[self._at], len(self._doubtful) - self._at - 1
        self._question.setText(self.tr("“{file}”是用哪种文字编码保存的？").format(file=one.path.name))
        self.rest.setText(self.tr("其余 {count} 个文件也用这种编码").format(count=left))
        self.rest.setVisible(left > 0)
        self.skip.setVisible(len(self._doubtful) > 1)
        self.encodings.clear()
        self.encodings.addItems([ENCODING_NAMES[reading.encoding] for reading in one.readings])
        self.encodings.setCurrentRow(0)
        self.encodings.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.sample.setPlainText("\n".join(self._doubtful[self._at].readings[row].lines))

    def _take(self) -> None:
        one = self._doubtful[self._at]
        encoding = one.readings[self.encodings.currentRow()].encoding
        asked = self._doubtful[self._at :] if self.rest.isChecked() else [one]
        self._encodings.update((other.path, encoding) for other in asked)
        self._go_on(len(asked))

    def _skip(self) -> None:
        self._skipped.add(self._doubtful[self._at].path)
        self._go_on(1)

    def _go_on(self, count: int) -> None:
        self._at += count
        if self._at < len(self._doubtful):
            self._show()
            return
        self.accept()
        self.chosen.emit(self._encodings, self._skipped)
