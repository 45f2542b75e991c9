"""The preview of an import: the structure on the left; on the right what is doubtful, and the lines it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.issue import Finding
from zbreader.model.message import Message
from zbreader.services.encodings import readings_in
from zbreader.services.library import Services
from zbreader.ui.correcting.findings_model import FindingsModel
from zbreader.ui.correcting.outline import OutlineNode, Part
from zbreader.ui.correcting.outline_model import OutlineModel
from zbreader.ui.correcting.source_model import SourceModel
from zbreader.ui.correcting.source_rows import source_rows
from zbreader.ui.correcting.views import FindingsView, OutlineView, SourceView
from zbreader.ui.importing.encoding_dialog import EncodingDialog
from zbreader.ui.importing.preview_data import Preview, doubts_of, look_into, preview_outline
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.theme.theme import Theme
from zbreader.ui.translation import translated
from zbreader.ui.widgets.fitting import fit

SIZE = (64, 42)  # in heights of the font
SHARES = (5, 4)  # of structure and doubts


class PreviewDialog(QDialog):
    """Reads the files on the worker's long lane; closing it stops that. `import_requested` tells what to import."""

    import_requested = Signal(list)  # list[Path], as it was given

    def __init__(
        self,
        services: Services,
        operations: Operations,
        theme: Theme,
        paths: Sequence[Path],
        parent: QWidget | None = None,
        encodings: Mapping[Path, str] | None = None,
    ) -> None:
        """encodings: what a person said of some of the texts."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("导入前预览"))
        self._services, self._operations, self._paths = services, operations, list(paths)
        self.encodings = dict(encodings or {})
        self._previews: list[Preview] = []
        self._doubts: list[tuple[Preview, Finding]] = []
        self._shown: Preview | None = None
        self.outline_model, self.findings_model = OutlineModel(self), FindingsModel(self, self._file_of)
        self.source_model = SourceModel(self)
        self.outline = OutlineView(self.outline_model, theme, self, open_to=Part.ARTICLE)
        self.findings = FindingsView(self.findings_model, theme, self)
        self.source = SourceView(self.source_model, theme, self)
        self.source.setDragEnabled(False)
        self._arrange()
        self.outline.node_chosen.connect(self._on_node_chosen)
        self.findings.finding_chosen.connect(self._on_finding_chosen)
        self._look()

    def _look(self) -> None:
        self._task = self._operations.start(
            lambda job: look_into(self._services, self._paths, job, self.encodings),
            self.tr("正在查看…"),
            on_done=self._on_looked,
            on_error=self._on_error,
        )
        self._task.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    @property
    def previews(self) -> Sequence[Preview]:
        """What was found; empty while the files are read."""
        return tuple(self._previews)

    def done(self, result: int) -> None:
        """Closing ends the reading as well."""
        if not self._previews:
            self._task.cancel()
        super().done(result)

    def _arrange(self) -> None:
        gap = self.fontMetrics().height()
        self._state = QLabel(self.tr("正在查看…"), self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(max(6, gap // 3))
        self._bar.setAccessibleName(self.tr("进度"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._waiting_page(gap))
        self._stack.addWidget(self._found_page(gap))
        self.always = QCheckBox(self.tr("每次导入前都先预览"), self)
        self.always.setChecked(self._services.settings.get(keys.PREVIEW_FIRST, False) is True)
        self.always.toggled.connect(self._on_always)
        self.buttons = QDialogButtonBox(self)
        self.cancel = self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.bring = self.buttons.addButton(self.tr("导入"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.bring.setDefault(True)
        self.bring.setEnabled(False)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        self.encoding = QPushButton(self.tr("换文字编码…"), self)
        self.encoding.setAutoDefault(False)
        self.encoding.setEnabled(False)
        self.encoding.clicked.connect(self._ask_encoding)
        foot.addWidget(self.always)
        foot.addWidget(self.encoding)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(self._state)
        layout.addWidget(self._stack, 1)
        layout.addSpacing(gap // 2)
        layout.addLayout(foot)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def _waiting_page(self, gap: int) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, gap // 2, 0, 0)
        layout.addWidget(self._bar)
        layout.addStretch(1)
        return page

    def _found_page(self, gap: int) -> QWidget:
        self._calm = QLabel(self.tr("没有存疑的地方。"), self)
        self._calm.setObjectName("quiet")
        self._place = _quiet(self.tr("原文"), self)
        doubts = QWidget(self)
        column = QVBoxLayout(doubts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap // 4)
        column.addWidget(_quiet(self.tr("存疑之处，最没有把握的在前"), self))
        column.addWidget(self._calm)
        column.addWidget(self.findings, 1)
        lines = QWidget(self)
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, gap // 2, 0, 0)
        column.setSpacing(gap // 4)
        column.addWidget(self._place)
        column.addWidget(self.source, 1)
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.addWidget(doubts)
        right.addWidget(lines)
        right.setStretchFactor(0, 2)
        right.setStretchFactor(1, 3)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap // 4)
        column.addWidget(_quiet(self.tr("导入后的样子"), self))
        column.addWidget(self.outline, 1)
        page = QSplitter(Qt.Orientation.Horizontal, self)
        page.setHandleWidth(gap)
        page.addWidget(left)
        page.addWidget(right)
        for part in (page, right):
            part.setChildrenCollapsible(False)
            part.setObjectName("clear")
        page.setSizes([gap * share * 8 for share in SHARES])
        return page

    def _on_progressed(self, done: int, total: int, doing: Message | None) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if doing is not None:
            self._state.setText(translated(doing))

    def _on_looked(self, previews: list[Preview]) -> None:
        self._previews = previews
        self._doubts = doubts_of(previews)
        self.outline_model.show(preview_outline(previews))
        self.findings_model.set_findings([finding for _, finding in self._doubts])
        self._calm.setVisible(not self._doubts)
        self.findings.setVisible(bool(self._doubts))
        self._state.setText(self._summary())
        self._stack.setCurrentIndex(1)
        self.bring.setEnabled(any(preview.issue is not None for preview in previews))
        if previews:
            self._show_source(previews[0])
        self.outline.setCurrentIndex(self.outline_model.index(0, 0, QModelIndex()))
        (self.bring if self.bring.isEnabled() else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self) -> str:
        good = [preview for preview in self._previews if preview.issue is not None]
        if not good:
            return self.tr("没有可导入的内容。")
        articles = sum(len(preview.issue.articles) for preview in good if preview.issue)
        doubts = sum(len(preview.issue.findings) for preview in good if preview.issue)
        parts = [
            good[0].title if len(good) == 1 else self.tr("{count} 期").format(count=len(good)),
            self.tr("{count} 篇").format(count=articles),
            self.tr("{count} 处存疑").format(count=doubts) if doubts else self.tr("没有存疑"),
        ]
        known = sum(preview.known for preview in good)
        if known and len(good) == 1:
            parts.append(self.tr("资料库里已有这一期，导入会更新它，笔记会跟过去"))
        elif known:
            parts.append(self.tr("其中 {count} 期资料库里已有，会更新").format(count=known))
        failed = len(self._previews) - len(good)
        if failed:
            parts.append(self.tr("{count} 个文件不能导入").format(count=failed))
        return self.tr(" · ").join(parts)

    def _on_node_chosen(self, node: OutlineNode) -> None:
        top = node
        while top.parent is not None and top.part is not Part.ISSUE:
            top = top.parent
        for preview in self._previews:
            if str(preview.path) == top.key:
                self._show_source(preview)
        if node.lines:
            self.source.show_lines(node.lines)

    def _on_finding_chosen(self, finding: Finding) -> None:
        preview = self._preview_of(finding)
        if preview is None:
            return
        self._show_source(preview)
        self.source.show_lines(finding.lines)
        if finding.lines:
            self.outline.show_line(finding.lines[0], str(preview.path))

    def _preview_of(self, finding: Finding) -> Preview | None:
        return next((preview for preview, one in self._doubts if one is finding), None)

    def _file_of(self, finding: Finding) -> str:
        preview = self._preview_of(finding)
        # The sentence about a file that gives nothing names it.
        return preview.path.name if preview is not None and preview.issue and len(self._previews) > 1 else ""

    def _show_source(self, preview: Preview) -> None:
        if preview is self._shown:
            return
        self._shown = preview
        rows = [] if preview.issue is None or preview.document is None else source_rows(preview.document, preview.issue)
        self.source_model.set_rows(rows)
        self._place.setText(self.tr("原文：{file}").format(file=preview.path.name))
        self.encoding.setEnabled(preview.document is not None and preview.document.encoding is not None)

    def _ask_encoding(self) -> None:
        """Let the person choose in which encoding the text shown is read, and look again."""
        if self._shown is None:
            return
        found = readings_in(self._shown.path)
        if found is None:
            return
        dialog = EncodingDialog([found], self.tr("用这种编码"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_encoding)
        dialog.open()

    def _on_encoding(self, encodings: Mapping[Path, str], _skipped: object) -> None:
        self.encodings.update(encodings)
        self._previews, self._shown = [], None
        self.bring.setEnabled(False)
        self._stack.setCurrentIndex(0)
        self._look()

    def _on_error(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, KnownError):
            self._operations.failed.emit(error)
        self._state.setText(translated(error) if isinstance(error, KnownError) else self.tr("没有看成。"))
        self._bar.hide()

    def _on_always(self, on: bool) -> None:
        self._operations.run(lambda: self._services.settings.set(keys.PREVIEW_FIRST, on))

    def _on_accepted(self) -> None:
        self.import_requested.emit(self._paths)
        self.accept()


def _quiet(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName("quiet")
    return label
