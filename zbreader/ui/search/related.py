"""What an article is about: its words, the heavier the larger, and the articles near it. All can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from zbreader.model.errors import Cancelled
from zbreader.model.search import Keyword, Related
from zbreader.services.jobs import Job
from zbreader.ui.search.cloud import WORD, cloud
from zbreader.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from zbreader.model.issue import Article
    from zbreader.services.library import Services
    from zbreader.ui.operations import Operations
    from zbreader.ui.theme.theme import WindowColors

SIZE = (26, 26)  # in heights of the font
ARTICLE = "article"  # the scheme of the links to articles; they never leave this window


class About(NamedTuple):
    """What was found out about an article."""

    keywords: list[Keyword]
    related: list[Related]
    issues: dict[str, str]  # titles by id


class RelatedDialog(QDialog):
    """Stays open beside the window; the keyboard goes from link to link with Tab."""

    word_chosen = Signal(str)
    article_chosen = Signal(str)  # id

    def __init__(
        self,
        article: Article,
        colors: WindowColors,
        services: Services,
        operations: Operations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关键词与相关文章：{title}").format(title=article.title))
        height = self.fontMetrics().height()
        fit(self, SIZE[0] * height, SIZE[1] * height)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("关键词与相关文章"))
        self.page.anchorClicked.connect(self._on_link)
        self.page.setPlainText(self.tr("正在统计用词……"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)

        def find_out(job: Job) -> About:
            wording = services.wording
            issues = {issue.id: issue.title for issue in services.reading.issues()}
            return About(wording.keywords(article_id=article.id, job=job), wording.related(article.id, job=job), issues)

        self._operations, self._colors = operations, colors
        words = self.tr("正在查找相关文章…")
        operations.start(find_out, words, on_done=self.show_about, on_error=self._on_error)

    def show_about(self, about: About) -> None:
        """Show what was found out."""
        parts = [
            f"<h4>{self.tr('关键词')}</h4>",
            cloud(about.keywords, max(self.font().pointSizeF(), 9.0), self._colors) or self.tr("没有可说的词。"),
        ]
        parts += [
            f"<h4>{self.tr('相关文章')}</h4>",
            articles(about.related, about.issues, self._colors.muted) or self.tr("没有相近的文章。"),
        ]
        self.page.setHtml("".join(parts))

    def _on_error(self, error: BaseException) -> None:
        self.close()
        if not isinstance(error, Cancelled):
            self._operations.failed.emit(error)

    def _on_link(self, link: QUrl) -> None:
        chosen = QUrl.fromPercentEncoding(link.path().encode())
        (self.word_chosen if link.scheme() == WORD else self.article_chosen).emit(chosen)


def articles(related: Sequence[Related], issues: Mapping[str, str], muted: QColor) -> str:
    """RELATED as links (HTML), each with its issue, named by its id in ISSUES, and the words that it shares, MUTED."""
    return "".join(
        f'<p><a style="text-decoration:none" href="{ARTICLE}:{_link(one.article.id)}">'
        f"{escape(one.article.title)}</a><br>"
        f'<small style="color:{muted.name()}">{_aside(one, issues)}</small></p>'
        for one in related
    )


def _aside(related: Related, issues: Mapping[str, str]) -> str:
    return escape(" · ".join(filter(None, (issues.get(related.article.issue_id), "、".join(related.shared)))))


def _link(text: str) -> str:
    return bytes(QUrl.toPercentEncoding(text).data()).decode()
