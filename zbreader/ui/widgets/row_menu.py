"""The context menu of a row: by the mouse for the row under it, by the Menu key or Shift+F10 for the current one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

Build = Callable[[QModelIndex], QMenu | None]


class RowMenu(QObject):
    """Belongs to VIEW; BUILD makes the menu of a row (None: it has none). `menu` is the one that was opened last."""

    def __init__(self, view: QAbstractItemView, build: Build) -> None:
        super().__init__(view)
        self._view, self._build = view, build
        self.menu: QMenu | None = None
        view.installEventFilter(self)  # the keyboard's request goes to the view, the mouse's to its viewport
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._open(event)
            return True
        return super().eventFilter(watched, event)

    def _open(self, event: QContextMenuEvent) -> None:
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = view.currentIndex()
            view.scrollTo(index)
            place = view.viewport().mapToGlobal(
                view.visualRect(index).bottomLeft() + QPoint(view.fontMetrics().height(), 0)
            )
        else:
            index, place = view.indexAt(view.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        self.menu = self._build(index) if index.isValid() else None
        if self.menu is not None:
            self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.menu.popup(place)
