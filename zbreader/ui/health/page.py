"""库体检: a page that says in plain words how the library fares, with one button for each thing that can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zbreader.services.health import Finding, Remedy, State
from zbreader.services.library import Services
from zbreader.ui.operations import Operations
from zbreader.ui.translation import translated
from zbreader.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from zbreader.services.jobs import Job

SIZE = (46, 38)  # in heights of the font
TITLE_SCALE = 1.25
MOST_DETAILS = 5
_SIGNS = {State.GOOD: "✓", State.NOTICE: "•", State.BAD: "!"}


class HealthPage(QDialog):
    """Shows findings; asks for remedies and does none itself."""

    remedy_requested = Signal(str)  # a Remedy's value
    export_requested = Signal()  # of everything, in open formats

    def __init__(self, services: Services, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("库体检"))
        self._services, self._operations = services, operations
        self._findings: list[Finding] = []
        gap = self.fontMetrics().height()
        self.verdict = QLabel(self.tr("正在检查…"), self)
        font = self.verdict.font()
        font.setPointSizeF(font.pointSizeF() * TITLE_SCALE)
        self.verdict.setFont(font)
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(gap, gap // 2, gap, gap // 2)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(gap)
        self._grid.setColumnStretch(1, 1)
        area = QScrollArea(self)
        area.setWidget(self._body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._again = self._buttons.addButton(self.tr("重新检查"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy = self._buttons.addButton(self.tr("复制结果"), QDialogButtonBox.ButtonRole.ActionRole)
        export = self._buttons.addButton(self.tr("全部导出…"), QDialogButtonBox.ButtonRole.ActionRole)
        export.setToolTip(self.tr("所有期刊和笔记存成谁都打得开的文件"))
        export.clicked.connect(self.export_requested)
        self._again.clicked.connect(self.examine)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text()))
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(self.verdict)
        layout.addWidget(area, 1)
        layout.addWidget(self._buttons)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def examine(self) -> None:
        """Look through everything; what was found before stays to be read meanwhile."""
        self._again.setEnabled(False)
        self.verdict.setText(self.tr("正在检查…"))

        def look(job: Job) -> list[Finding]:
            return self._services.health.examine(job)

        self._operations.start(look, self.tr("正在检查资料库…"), on_done=self.show_findings, on_error=self._on_error)

    def look_again(self, _outcome: object = None) -> None:
        """After a remedy."""
        self.examine()

    def show_findings(self, findings: list[Finding]) -> None:
        """Put FINDINGS on the page."""
        self._again.setEnabled(True)
        self._findings = findings
        while (item := self._grid.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        for row, finding in enumerate(findings):
            self._add(row, finding)
        self._grid.setRowStretch(len(findings), 1)
        bad = sum(one.state is State.BAD for one in findings)
        notices = sum(one.state is State.NOTICE for one in findings)
        if bad:
            self.verdict.setText(self.tr("有 {count} 处需要处理。").format(count=bad))
        elif notices:
            self.verdict.setText(self.tr("一切正常，有 {count} 处可以留意。").format(count=notices))
        else:
            self.verdict.setText(self.tr("一切正常。"))

    def text(self) -> str:
        """What the page says, to be handed on."""
        lines = [self.verdict.text()]
        for one in self._findings:
            lines.append(f"{_SIGNS[one.state]} {translated(one.title)}: {translated(one.sentence)}")
            lines += [f"    {translated(detail)}" for detail in one.details]
        return "\n".join(lines)

    def _add(self, row: int, finding: Finding) -> None:
        sign = QLabel(_SIGNS[finding.state], self._body)
        sign.setObjectName("sign")
        sign.setProperty("state", finding.state.value)
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        sign.setAccessibleName(
            {
                State.GOOD: self.tr("正常"),
                State.NOTICE: self.tr("可以留意"),
                State.BAD: self.tr("需要处理"),
            }[finding.state]
        )
        title = QLabel(translated(finding.title), self._body)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        words = [translated(finding.sentence), *(translated(one) for one in finding.details[:MOST_DETAILS])]
        if len(finding.details) > MOST_DETAILS:
            words.append(self.tr("……共 {count} 处").format(count=len(finding.details)))
        sentence = QLabel("\n".join(words), self._body)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        block = QVBoxLayout()
        block.setSpacing(self.fontMetrics().height() // 4)
        holder = QWidget(self._body)
        holder.setLayout(block)
        block.setContentsMargins(0, 0, 0, 0)
        block.addWidget(title)
        block.addWidget(sentence)
        self._grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, row, 1)
        if finding.remedy is not Remedy.NONE:
            button = QPushButton(self.remedy_words(finding.remedy), self._body)
            button.setObjectName(finding.name)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{translated(finding.title)} {button.text()}")
            button.clicked.connect(lambda: self.remedy_requested.emit(finding.remedy.value))
            self._grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)

    def remedy_words(self, remedy: Remedy) -> str:
        """What stands on the button."""
        return {
            Remedy.RECOVER: self.tr("修复…"),
            Remedy.REBUILD: self.tr("重新整理"),
            Remedy.BACK_UP: self.tr("现在备份"),
            Remedy.TRY: self.tr("现在试试"),
            Remedy.SHOW_UNPLACED: self.tr("看看笔记"),
            Remedy.INDEX: self.tr("重建索引"),
            Remedy.FOLDER: self.tr("打开文件夹"),
        }[remedy]

    def _on_error(self, error: BaseException) -> None:
        self._again.setEnabled(True)
        self.verdict.setText(self.tr("没有检查完。"))
        self._operations.failed.emit(error)
