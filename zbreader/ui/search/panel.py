"""What stands under the search field while one searches: the chart, how results are listed, and the results."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from zbreader.model.search import SearchOptions, SearchOrder
from zbreader.ui.search.chart import HitChart
from zbreader.ui.search.view import ResultsView
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.wrapping import WrappingRow


class SearchPanel(QWidget):
    """Arranges them; the keyboard that comes here goes to the results."""

    grouping_changed = Signal(bool)
    excerpts_requested = Signal()
    variants_changed = Signal(bool)  # whether simplified and traditional characters count as the same
    dating_changed = Signal(bool)  # whether the order is that of time

    def __init__(self, results: ResultsView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self.chart = HitChart(theme, self)
        self.grouped = self._switch(self.tr("按期归拢"), self.tr("把同一期的结果放在一起"))
        self.grouped.toggled.connect(self.grouping_changed)
        self.dated = self._switch(self.tr("从新到旧"), self.tr("按出版时间排列，不按相关程度"))
        self.dated.toggled.connect(self.dating_changed)
        self.variants = self._switch(self.tr("繁简通搜"), self.tr("繁体字和简体字视为相同：搜“发展”也找到“發展”"))
        self.variants.toggled.connect(self.variants_changed)
        self.excerpts = QToolButton(self)
        self.excerpts.setText(self.tr("摘编…"))
        self.excerpts.setToolTip(self.tr("把找到的段落连同出处编成一份文档"))
        self.excerpts.setAccessibleDescription(self.excerpts.toolTip())
        self.excerpts.setEnabled(False)
        self.excerpts.clicked.connect(self.excerpts_requested)
        parts = (self.grouped, self.dated, self.variants, self.excerpts)
        self.ways = WrappingRow(parts, self.fontMetrics().height() // 4, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.chart)
        layout.addWidget(self.ways)
        layout.addWidget(results, 1)
        self.setFocusProxy(results)

    def choose_first(self) -> None:
        """Make the first result the current one, when there is one."""
        self._results.choose_first()

    def set_ways(self, grouped: bool, options: SearchOptions) -> None:
        """How results are listed now; tells nobody."""
        dated = options.order is SearchOrder.DATE
        for button, on in ((self.grouped, grouped), (self.dated, dated), (self.variants, options.variants)):
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)

    def in_order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard here, from top to bottom."""
        return (self.chart, self.grouped, self.dated, self.variants, self.excerpts, self._results)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.chart.set_theme(theme)
        self._results.set_theme(theme)

    def _switch(self, words: str, explained: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(explained)
        button.setAccessibleDescription(explained)
        button.setCheckable(True)
        return button
