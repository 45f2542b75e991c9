"""What stands in the middle before an article is open: three steps for the first time, one quiet line afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

TITLE_SCALE = 1.9  # of the window's font
HEAD_SCALE = 1.2
BODY_SCALE = 1.08
TEXT_WIDTH = 32  # in heights of the font


class Welcome(QStackedWidget):
    """Two pages: an empty library, and a library in which nothing is open yet."""

    import_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._first = self._first_page()
        self._idle = self._idle_page()
        self.addWidget(self._first)
        self.addWidget(self._idle)

    def set_empty(self, empty: bool) -> None:
        """Whether the library holds no issue at all."""
        self.setCurrentWidget(self._first if empty else self._idle)

    def _first_page(self) -> QWidget:
        page = QWidget(self)
        steps = QGridLayout()
        height = self.fontMetrics().height()
        steps.setHorizontalSpacing(height)
        steps.setVerticalSpacing(height)
        for row, (name, text) in enumerate(
            (
                (
                    self.tr("放进期刊"),
                    self.tr("把期刊文件（txt、docx、pdf 等）拖进窗口，或按“导入期刊”。程序会认出栏目和每一篇文章。"),
                ),
                (self.tr("边读边记"), self.tr("选中一句话，按颜色就是标记，按“写笔记”就写下体会。随时可以撤销。")),
                (self.tr("交出笔记"), self.tr("按“导出笔记”得到排好版的 Word 文档，出处自动写好。")),
            )
        ):
            number = _scaled(QLabel(str(row + 1), page), HEAD_SCALE)
            number.setObjectName("step")
            steps.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            steps.addWidget(self._step(page, name, text), row, 1)
        bring = QPushButton(self.tr("导入期刊…"), page)
        bring.setDefault(True)
        bring.clicked.connect(self.import_requested)
        sample = QPushButton(self.tr("打开示例"), page)
        sample.clicked.connect(self.sample_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(bring)
        buttons.addWidget(sample)
        buttons.addStretch(1)
        title = _scaled(QLabel(self.tr("欢迎使用支部阅读"), page), TITLE_SCALE, QFont.Weight.DemiBold)
        quiet = QLabel(self.tr("一切都只存在这台电脑上，不连网。"), page)
        quiet.setObjectName("quiet")
        return self._centred(page, [title, height, steps, height, buttons, height, quiet])

    def _idle_page(self) -> QWidget:
        page = QWidget(self)
        line = QLabel(self.tr("从左边的目录里选一篇文章。"), page)
        line.setObjectName("quiet")
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return self._centred(page, [line])

    def _step(self, page: QWidget, name: str, text: str) -> QWidget:
        step = QWidget(page)
        head = _scaled(QLabel(name, step), HEAD_SCALE, QFont.Weight.DemiBold)
        body = _scaled(QLabel(text, step), BODY_SCALE)
        body.setObjectName("quiet")
        body.setWordWrap(True)
        layout = QVBoxLayout(step)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(head)
        layout.addWidget(body)
        return step

    def _centred(self, page: QWidget, parts: list[int | QWidget | QLayout]) -> QWidget:
        column = QVBoxLayout()
        for part in parts:
            if isinstance(part, int):
                column.addSpacing(part)
            elif isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        inner = QWidget(page)
        inner.setFixedWidth(self.fontMetrics().height() * TEXT_WIDTH)
        inner.setLayout(column)
        middle.addWidget(inner)
        middle.addStretch(1)
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        return page


def _scaled(label: QLabel, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
    font = label.font()
    font.setWeight(weight)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(round(font.pixelSize() * factor))
    label.setFont(font)
    return label
