"""The tree on the left: it asks (`…_requested`), and shows what it is told."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from zbreader.ui.library.delegate import LibraryDelegate
from zbreader.ui.library.model import LibraryModel
from zbreader.ui.library.nodes import Kind, Node
from zbreader.ui.theme.theme import Theme

INDENT = 0.9  # of a level, in heights of the font


class LibraryView(QTreeView):
    """Issues that unfold into columns and articles; Enter, Space or a click opens an article."""

    article_requested = Signal(str)  # article id
    export_requested = Signal(str, str)  # issue id or "", article id or ""
    pack_requested = Signal(str, str)  # issue id, its title
    drag_requested = Signal(str, str)  # issue id, its title: the mouse is about to carry it away
    removal_requested = Signal(str, str)  # issue id, its title
    correction_requested = Signal(str)  # issue id
    reading_requested = Signal(object, bool)  # Node, whether it is to count as read
    article_correction_requested = Signal(str)  # article id

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = LibraryDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("library")
        self.setAccessibleName(self.tr("期刊目录"))
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)  # or Qt measures every line of 480 issues whenever one opens
        self.setExpandsOnDoubleClick(False)
        self.setDragEnabled(True)
        self.setIndentation(round(self.fontMetrics().height() * INDENT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)
        model.rowsInserted.connect(self._on_rows_inserted)

    def offer_menus(self) -> None:
        """Give rows their context menus: after the first painting, because asking for the viewport takes long."""
        from zbreader.ui.widgets.row_menu import RowMenu

        self.row_menu = RowMenu(self, lambda index: self.menu_for(self._model.node(index)))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_open(self, article_id: str) -> None:
        """Mark an article as the one being read, and bring it into sight when its issue is loaded."""
        self._delegate.open_id = article_id
        index = self._model.index_of(self._model.find(article_id))
        if index.isValid():
            parent = index.parent()
            while parent.isValid():
                self.expand(parent)
                parent = parent.parent()
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def unfold(self, issue_id: str) -> None:
        """Open an issue (its articles are asked for when they are not known)."""
        index = self._model.index_of(self._model.find(issue_id))
        if index.isValid():
            self._model.fetchMore(index)
            self.expand(index)

    def unfolded(self) -> list[str]:
        """Ids of the issues that stand open."""
        return [node.id for node in self._model.root.children if self.isExpanded(self._model.index_of(node))]

    def startDrag(self, _actions: Qt.DropAction) -> None:
        node = self._model.node(self.currentIndex())
        if node.kind is Kind.ISSUE:
            self.drag_requested.emit(node.id, node.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        node = self._model.node(index)
        if node.kind is Kind.ARTICLE:
            self.article_requested.emit(node.id)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """An issue opens with its columns open: one came for the articles, and stands at the one that is open."""
        if parent.isValid():
            for row in range(first, last + 1):
                self.expandRecursively(self._model.index(row, 0, parent))
            if self._delegate.open_id and not self.currentIndex().isValid():
                self.show_open(self._delegate.open_id)

    def menu_for(self, node: Node) -> QMenu | None:
        """What can be done with a line of the tree; None where there is no line."""
        if node.kind is Kind.ROOT:
            return None
        menu = QMenu(self)
        if node.kind is Kind.ARTICLE:
            menu.addAction(self.tr("打开"), lambda: self.article_requested.emit(node.id))
            menu.addAction(self.tr("导出本篇笔记…"), lambda: self.export_requested.emit("", node.id))
            menu.addAction(self.tr("校订本篇…"), lambda: self.article_correction_requested.emit(node.id))
        elif node.kind is Kind.ISSUE:
            menu.addAction(self.tr("导出本期笔记…"), lambda: self.export_requested.emit(node.id, ""))
            menu.addAction(self.tr("校订本期…"), lambda: self.correction_requested.emit(node.id))
            menu.addAction(self.tr("存成期刊包…"), lambda: self.pack_requested.emit(node.id, node.title))
            menu.addSeparator()
            menu.addAction(self.tr("移除本期…"), lambda: self.removal_requested.emit(node.id, node.title))
        menu.addSeparator()
        menu.addAction(self.tr("标为已读"), lambda: self.reading_requested.emit(node, True))
        menu.addAction(self.tr("标为未读"), lambda: self.reading_requested.emit(node, False))
        return menu
