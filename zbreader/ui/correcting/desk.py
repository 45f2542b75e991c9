"""The correction desk: the source on the left, its structure on the right, doubts and corrections below."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMainWindow,
    QPushButton,
    QSplitter,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.correction import Correction, lines_named
from zbreader.model.errors import KnownError
from zbreader.model.issue import Finding
from zbreader.services.settings import Settings
from zbreader.ui.correcting.corrections_model import CorrectionsModel
from zbreader.ui.correcting.deeds import ARTICLE, LINES, ONE, PARAGRAPH, TAKEN, DeskActions
from zbreader.ui.correcting.findings_model import FindingsModel
from zbreader.ui.correcting.line_panel import LinePanel
from zbreader.ui.correcting.outline import OutlineNode, Part
from zbreader.ui.correcting.outline_model import OutlineModel
from zbreader.ui.correcting.source_model import SourceModel
from zbreader.ui.correcting.state import DeskState
from zbreader.ui.correcting.views import FindingsView, OutlineView, SourceView
from zbreader.ui.notice import NoticeBar
from zbreader.ui.settings import keys
from zbreader.ui.theme.theme import Theme

SIZE = QSize(1240, 820)  # logical pixels, the first time
SHARES = (640, 560)
HEIGHTS = (600, 150)
NOTICED = 250  # milliseconds from which one wonders whether anything happens


class CorrectionDesk(QMainWindow):
    """Shows a DeskState and tells what is chosen; `desk_deeds` does what the actions ask for."""

    removal_requested = Signal(str)  # id of a correction
    closed = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.state: DeskState | None = None
        self.taken: tuple[int, ...] = ()  # lines that wait for their place
        self._is_linking = False
        self.source_model, self.outline_model = SourceModel(self), OutlineModel(self, movable=True)
        self.findings_model, self.corrections_model = FindingsModel(self), CorrectionsModel(self)
        self.source = SourceView(self.source_model, theme, self)
        self.outline = OutlineView(self.outline_model, theme, self, open_to=Part.ARTICLE)
        self.outline.set_movable()
        self.findings = FindingsView(self.findings_model, theme, self)
        self.line = LinePanel(self)
        self.notice = NoticeBar(self)
        self.actions_by_name = DeskActions(self)
        self.actions_by_name.fill(self.menuBar())
        self._arrange()
        self._join()
        self._set_available()

    def show_state(self, state: DeskState) -> None:
        """Show another state of the issue, touching only what differs; what is chosen stays chosen."""
        first = self.state is None
        self.state = state
        self.setWindowTitle(self.tr("校订 {title}").format(title=state.title))
        self.source_model.set_rows(state.rows)
        self._is_linking = True  # what goes from a list makes its neighbour current: nobody asked to go there
        self.outline_model.show(state.outline.children)
        self.findings_model.set_findings(state.issue.findings)
        self.corrections_model.set_corrections(state.corrections)
        self._is_linking = False
        self.tabs.setTabText(0, self.tr("存疑之处（{count}）").format(count=self.findings_model.rowCount()))
        self.tabs.setTabText(1, self.tr("已做的校订（{count}）").format(count=len(state.corrections)))
        self._show_line()
        if first:
            self.source.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.source.chosen():
            self._is_linking = True
            self.outline.show_line(self.source.chosen()[0])
            self._is_linking = False
        self._set_available()

    def set_busy(self, busy: bool) -> None:
        """Say that something is being done, when it takes long enough to be noticed."""
        if busy:
            self._busy_timer.start()
        else:
            self._busy_timer.stop()
            self.busy.setText("")

    def chosen(self) -> tuple[int, ...]:
        """Numbers of the chosen source lines."""
        return self.source.chosen()

    def chosen_node(self) -> OutlineNode | None:
        """Where the first chosen line stands in the outline."""
        chosen = self.chosen()
        return self.outline_model.node_of(chosen[0]) if chosen else None

    def go_to(self, lines: Sequence[int]) -> None:
        """Choose these lines on both sides."""
        if lines:
            self.source.show_lines(lines)

    def set_taken(self, lines: tuple[int, ...]) -> None:
        """Show these lines as taken up, until they are put down."""
        self.taken = lines
        self.source.delegate.taken = frozenset(lines)
        self.source.viewport().update()
        self._set_available()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        for view in (self.source, self.outline, self.findings):
            view.delegate.theme = theme
            view.viewport().update()

    def step_part(self) -> None:
        """Give the keyboard to the next part of the desk."""
        parts = [self.source, self.line, self.outline, self.tabs.currentWidget()]
        at = next((place for place, part in enumerate(parts) if part.isAncestorOf(self.focusWidget())), None)
        if at is None:
            at = next((place for place, part in enumerate(parts) if part is self.focusWidget()), -1)
        parts[(at + 1) % len(parts)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        with suppress(KnownError):  # a full disk must not keep the window open
            self._settings.set(keys.DESK_SHARES, self._middle.sizes())
            self._settings.set(keys.DESK, [self.width(), self.height()])
        self.closed.emit()
        super().closeEvent(event)

    def _arrange(self) -> None:
        gap = self.fontMetrics().height()
        bar = QToolBar(self)
        bar.setMovable(False)
        bar.setObjectName("tools")
        bar.toggleViewAction().setVisible(False)
        self.actions_by_name.fill_bar(bar)
        self.addToolBar(bar)
        self.busy = QLabel(bar)
        self.busy.setObjectName("quiet")
        self.busy.setContentsMargins(gap, 0, gap, 0)
        bar.addWidget(self.busy)
        self._busy_timer = QTimer(self, singleShot=True, interval=NOTICED)
        self._busy_timer.timeout.connect(lambda: self.busy.setText(self.tr("正在重新整理…")))
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.source, 1)
        column.addWidget(self.line)
        self._middle = QSplitter(Qt.Orientation.Horizontal, self)
        self._middle.addWidget(left)
        self._middle.addWidget(self.outline)
        self._middle.setChildrenCollapsible(False)
        whole = QSplitter(Qt.Orientation.Vertical, self)
        whole.addWidget(self._middle)
        whole.addWidget(self._below(gap))
        whole.setChildrenCollapsible(False)
        whole.setStretchFactor(0, 1)
        whole.setSizes(list(HEIGHTS))
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(whole, 1)
        column.addWidget(self.notice)
        self.setCentralWidget(page)
        size = _numbers(self._settings.get(keys.DESK, []))
        self.resize((QSize(*size) if size else SIZE).boundedTo(self.screen().availableSize()))
        self._middle.setSizes(list(_numbers(self._settings.get(keys.DESK_SHARES, [])) or SHARES))

    def _below(self, gap: int) -> QWidget:
        self.corrections = QListView(self)
        self.corrections.setModel(self.corrections_model)
        self.corrections.setFrameShape(QFrame.Shape.NoFrame)
        self.corrections.setAccessibleName(self.tr("已做的校订"))
        self.corrections.setSpacing(gap // 6)
        self.remove = QPushButton(self.tr("撤去这一处"), self)
        self.remove.setEnabled(False)
        side = QVBoxLayout()
        side.addWidget(self.remove)
        side.addStretch(1)
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, gap // 2, gap // 2)
        row.addWidget(self.corrections, 1)
        row.addLayout(side)
        made.setFocusProxy(self.corrections)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.findings, self.tr("存疑之处"))
        self.tabs.addTab(made, self.tr("已做的校订"))
        return self.tabs

    def _join(self) -> None:
        self.source.lines_chosen.connect(self._on_lines_chosen)
        self.outline.node_chosen.connect(self._on_node_chosen)
        self.findings.finding_chosen.connect(self._on_finding_chosen)
        self.corrections.clicked.connect(lambda _index: self._on_correction_chosen())
        self.corrections.selectionModel().currentChanged.connect(lambda *_: self._on_correction_chosen())
        self.corrections_model.modelReset.connect(lambda: self.remove.setEnabled(False))
        self.remove.clicked.connect(self._on_remove)
        QShortcut(QKeySequence("Escape"), self, lambda: self.set_taken(()))
        for view in (self.source, self.outline):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(lambda place, view=view: self._show_menu(view.viewport(), place))

    def _show_menu(self, over: QWidget, place: QPoint) -> None:
        menu = self.actions_by_name.menu()
        menu.exec(over.mapToGlobal(place))
        menu.deleteLater()

    def _on_lines_chosen(self) -> None:
        self._show_line()
        self._set_available()
        chosen = self.source.chosen()
        if chosen and not self._is_linking:
            self._is_linking = True
            self.outline.show_line(chosen[0])
            self._is_linking = False

    def _on_node_chosen(self, node: OutlineNode) -> None:
        if not self._is_linking and node.lines:
            self._is_linking = True
            self.source.show_lines(node.lines)
            self._is_linking = False

    def _on_finding_chosen(self, finding: Finding) -> None:
        if not self._is_linking:
            self.findings.told = finding
            self.go_to(finding.lines)

    def _on_correction_chosen(self) -> None:
        correction = self._correction()
        self.remove.setEnabled(correction is not None)
        if correction is not None and not self._is_linking:
            self.go_to(sorted(lines_named(correction.change)))

    def _on_remove(self) -> None:
        correction = self._correction()
        if correction is not None:
            self.removal_requested.emit(correction.id)

    def _correction(self) -> Correction | None:
        return self.corrections_model.correction_at(self.corrections.currentIndex())

    def _show_line(self) -> None:
        row = self.source_model.row_at(self.source.currentIndex())
        self.line.show_row(row if row is not None and not row.is_blank else None)

    def _set_available(self) -> None:
        chosen = self.source.chosen()
        has = set()
        if chosen:
            has.add(LINES)
            node = self.chosen_node()
            if node is not None and node.part in (Part.ARTICLE, Part.PARAGRAPH):
                has.add(ARTICLE)
            if node is not None and node.part is Part.PARAGRAPH and len(node.lines) > 1:
                has.add(PARAGRAPH)
            if self.taken and chosen[-1] not in self.taken:
                has.add(TAKEN)
        if len(chosen) == 1:
            has.add(ONE)
        self.actions_by_name.set_available(frozenset(has))


def _numbers(kept: object) -> tuple[int, ...]:
    """Two kept numbers; none when something else was kept."""
    if isinstance(kept, list) and len(kept) == 2 and all(isinstance(one, int) and one > 0 for one in kept):
        return tuple(kept)
    return ()
