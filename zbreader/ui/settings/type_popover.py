"""The quick surface behind the toolbar's Aa: how the page is set, with the page beside it to look at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zbreader.ui.settings.look import Look
from zbreader.ui.settings.type_form import TypeForm


class TypePopover(QFrame):
    """Goes away by Escape or a click beside it; what was chosen stays."""

    more_requested = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("排版"))
        self.form = TypeForm(look, self)
        self.reset = QPushButton(self.tr("恢复默认"), self)
        self.reset.clicked.connect(look.reset)
        more = QPushButton(self.tr("更多设置…"), self)
        more.clicked.connect(self._on_more)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        buttons.addWidget(more)
        title = QLabel(self.tr("排版"), self)
        title.setObjectName("step")
        layout = QVBoxLayout(self)
        gap = round(self.fontMetrics().height() * 0.9)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(title)
        layout.addWidget(self.form)
        layout.addLayout(buttons)

    def show_below(self, anchor: QWidget) -> None:
        """Show under a button, inside its screen."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height()))
        area = anchor.screen().availableGeometry()
        x = min(max(place.x(), area.left()), area.right() - self.width())
        y = min(place.y(), area.bottom() - self.height())
        self.move(x, max(y, area.top()))
        self.show()
        self.form.zoom.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_more(self) -> None:
        self.close()
        self.more_requested.emit()
