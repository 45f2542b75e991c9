"""相关文章 under the article that is open: found out when the reader comes near its end, and never at the start."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtWidgets import QLabel

from zbreader.model.errors import Cancelled
from zbreader.model.search import Related
from zbreader.services.jobs import Job
from zbreader.ui.search.related import articles
from zbreader.ui.worker import Lane, Outcome

if TYPE_CHECKING:
    from zbreader.model.issue import Article, IssueSummary
    from zbreader.ui.main_window import MainWindow

MOST = 4  # articles
PAUSE = 700  # milliseconds near the end
FIRST_PAUSE = 8_000  # of the article that lies open at the start, for which nobody asked: words take a second to load


class RelatedFoot(QObject):
    """Belongs to one window. Whatever another article was asked for is dropped."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._article_id = ""  # of which nothing was asked yet
        self._job = Job()
        self._related: Sequence[Related] = ()
        self._opened = 0  # articles so far
        self.label = QLabel()
        self.label.setObjectName("related")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.setAccessibleName(self.tr("相关文章"))
        self.label.linkActivated.connect(self._on_link)
        window.foot.add(self.label)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        window.open.opened.connect(self._on_opened)
        window.open.closed.connect(self._forget)
        window.look.theme_changed.connect(lambda _theme: self._write())
        window.pane.verticalScrollBar().valueChanged.connect(lambda _value: self._on_scrolled())

    def _on_opened(self, article: Article, _issue: IssueSummary) -> None:
        self._forget()
        self._article_id = article.id
        self._opened += 1
        self._pause.start(FIRST_PAUSE if self._opened == 1 else PAUSE)

    def _on_scrolled(self) -> None:
        if self._article_id and not self._pause.isActive():
            self._pause.start(PAUSE)

    def _forget(self) -> None:
        self._job.cancel()
        self._pause.stop()
        self._article_id = ""
        self.label.hide()
        self._window.foot.arrange()

    def _ask(self) -> None:
        article_id = self._article_id
        if not article_id or not self._window.pane.is_near_end():
            return
        self._article_id = ""
        self._job = job = Job()
        services = self._window.services
        # No task of its own in the bar: nobody asked for it, and nobody waits.
        self._window.worker.submit(
            Lane.LONG,
            lambda: services.wording.related(article_id, MOST, job),
            lambda outcome: self._on_found(article_id, outcome),
        )

    def _on_found(self, article_id: str, outcome: Outcome) -> None:
        if outcome.error is not None:
            if not isinstance(outcome.error, Cancelled):
                self._window.operations.failed.emit(outcome.error)
        elif article_id == self._window.open.id and outcome.value:
            self._show(outcome.value)

    def _show(self, related: Sequence[Related]) -> None:
        self._related = related
        self._write()
        self.label.show()
        self._window.foot.arrange()

    def _write(self) -> None:
        titles = {node.id: node.title for node in self._window.library.model.root.children}
        heading = f"<p><b>{escape(self.tr('相关文章'))}</b></p>"
        self.label.setText(heading + articles(self._related, titles, self._window.look.theme.page.muted))

    def _on_link(self, link: str) -> None:
        self._window.open_article(QUrl.fromPercentEncoding(QUrl(link).path().encode()))
