"""What follows, under the end of an article: the next one of its 专题, or simply the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from zbreader.ui.library.nodes import Kind, Node

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow


class NextPart(QObject):
    """Belongs to one window; looks at the tree as it is loaded."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._next_id = ""
        self.part = QFrame()
        self.part.setObjectName("foot")
        self.series = QLabel(self.part)
        self.series.setObjectName("quiet")
        self.series.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.series.setTextFormat(Qt.TextFormat.PlainText)
        self.series.setWordWrap(True)
        self.button = QPushButton(self.part)
        self.button.setObjectName("onward")
        self.button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self.part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.series)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        window.foot.add(self.part)
        window.open.opened.connect(lambda _article, _issue: self.refresh())
        window.open.closed.connect(self.refresh)
        window.library.articles_loaded.connect(lambda _issue: self.refresh())

    def refresh(self) -> None:
        """Bring the part up to date with the article that is open and with the tree."""
        library = self._window.library
        node = library.model.find(self._window.open.id) if self._window.open.id else None
        following = library.neighbour(node.id, 1) if node is not None else None
        after = library.model.find(following) if following else None
        self._next_id = after.id if after is not None else ""
        told = series_of(node) if node is not None else None
        self.series.setVisible(told is not None)
        if told is not None:
            name, number, count = told
            words = self.tr("专题“{name}”第 {number} 篇，共 {count} 篇")
            self.series.setText(words.format(name=name, number=number, count=count))
        if after is not None:
            metrics = self.button.fontMetrics()
            title = metrics.elidedText(after.title, Qt.TextElideMode.ElideRight, metrics.height() * 20)
            is_series = node is not None and after.parent is node.parent and told is not None
            words = self.tr("专题下一篇：{title}") if is_series else self.tr("下一篇：{title}")
            self.button.setText(words.format(title=title).replace("&", "&&"))
            self.button.setToolTip(after.title)
            self.button.setAccessibleName(words.format(title=after.title))
        self.button.setVisible(after is not None)
        self.part.setVisible(after is not None or told is not None)
        self._window.foot.arrange()

    def _on_clicked(self) -> None:
        if self._next_id:
            self._window.open_article(self._next_id)


def series_of(node: Node) -> tuple[str, int, int] | None:
    """Name of the 专题 in which an article stands, its number in it (from 1) and how many there are; None for none."""
    group = node.parent
    if group is None or group.kind is not Kind.GROUP:
        return None
    articles = [each.id for each in group.articles()]
    return (group.title, articles.index(node.id) + 1, len(articles)) if len(articles) > 1 else None
