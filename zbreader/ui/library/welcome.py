"""What stands in the middle before an article is open: three steps for the first time, one quiet line afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zbreader.ui.theme.fonts import scaled

TITLE_SCALE = 1.9  # of the window's font
HEAD_SCALE = 1.2
BODY_SCALE = 1.08
TEXT_WIDTH = 32  # in heights of the font, where there is room
_ALL_THERE_IS = 1000  # of the width, up to TEXT_WIDTH: what is left over stands at both sides


class Welcome(QStackedWidget):
    """Two pages: an empty library, and a library in which nothing is open yet. They scroll where they have no room."""

    import_requested = Signal()
    sample_requested = Signal()

    _is_built = False  # Qt tells of changes while it is being made, too

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._scaled: list[tuple[QLabel, float, QFont.Weight]] = []  # what is not as large as the window's letters
        self._gaps: list[QSpacerItem] = []
        self._columns: list[QWidget] = []
        self._steps = QGridLayout()
        self._first = self._first_page()
        self._idle = self._idle_page()
        self.addWidget(self._first)
        self.addWidget(self._idle)
        self._is_built = True
        self._follow_font()

    def set_empty(self, empty: bool) -> None:
        """Whether the library holds no issue at all."""
        self.setCurrentWidget(self._first if empty else self._idle)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._is_built:
            self._follow_font()

    def _follow_font(self) -> None:
        """Be as large as the window's letters are now."""
        for label, share, weight in self._scaled:
            font = scaled(self.font(), share)
            font.setWeight(weight)
            label.setFont(font)
        height = self.fontMetrics().height()
        self._steps.setHorizontalSpacing(height)
        self._steps.setVerticalSpacing(height)
        for gap in self._gaps:
            gap.changeSize(0, height)
        for column in self._columns:
            column.setMaximumWidth(height * TEXT_WIDTH)
            column.updateGeometry()

    def _first_page(self) -> QWidget:
        page = QWidget(self)
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
            number = self._label(str(row + 1), HEAD_SCALE)
            number.setObjectName("step")
            self._steps.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._steps.addLayout(self._step(name, text), row, 1)
        self._steps.setColumnStretch(1, 1)
        bring = QPushButton(self.tr("导入期刊…"), page)
        bring.setDefault(True)
        bring.clicked.connect(self.import_requested)
        sample = QPushButton(self.tr("打开示例"), page)
        sample.clicked.connect(self.sample_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(bring)
        buttons.addWidget(sample)
        buttons.addStretch(1)
        title = self._label(self.tr("欢迎使用支部阅读"), TITLE_SCALE, QFont.Weight.DemiBold)
        quiet = QLabel(self.tr("一切都只存在这台电脑上，不连网。"))
        quiet.setObjectName("quiet")
        for label in (title, quiet):
            label.setWordWrap(True)
        return self._centred(page, [title, None, self._steps, None, buttons, None, quiet])

    def _idle_page(self) -> QWidget:
        page = QWidget(self)
        line = QLabel(self.tr("从左边的目录里选一篇文章。"))
        line.setObjectName("quiet")
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.setWordWrap(True)
        return self._centred(page, [line])

    def _step(self, name: str, text: str) -> QLayout:
        body = self._label(text, BODY_SCALE)
        body.setObjectName("quiet")
        body.setWordWrap(True)
        layout = QVBoxLayout()
        layout.setSpacing(self.fontMetrics().height() // 4)
        layout.addWidget(self._label(name, HEAD_SCALE, QFont.Weight.DemiBold))
        layout.addWidget(body)
        return layout

    def _label(self, text: str, share: float, weight: QFont.Weight = QFont.Weight.Normal) -> QLabel:
        label = QLabel(text)
        self._scaled.append((label, share, weight))
        return label

    def _centred(self, page: QWidget, parts: list[QWidget | QLayout | None]) -> QScrollArea:
        """PAGE with PARTS (None: a gap) one below the other in its middle."""
        inner = QWidget(page)
        self._columns.append(inner)
        column = QVBoxLayout(inner)
        for part in parts:
            if part is None:
                self._gaps.append(QSpacerItem(0, 0))
                column.addSpacerItem(self._gaps[-1])
            elif isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner, _ALL_THERE_IS)
        middle.addStretch(1)
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addLayout(middle)
        layout.addStretch(3)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        for ground in (area.viewport(), page):  # the window's own shows through
            ground.setAutoFillBackground(False)
        return area
