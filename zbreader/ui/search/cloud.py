"""What an issue or a year is about: its heaviest words, the heavier the larger, each leading to its places there."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QUrl, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from zbreader.model.errors import Cancelled
from zbreader.model.search import Keyword
from zbreader.services.jobs import Job
from zbreader.ui.search.rows import short_titles
from zbreader.ui.widgets.drop_down import DropDown
from zbreader.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from zbreader.model.issue import IssueSummary
    from zbreader.services.library import Services
    from zbreader.ui.operations import Operations, Task
    from zbreader.ui.theme.theme import WindowColors

SIZE = (40, 22)  # in heights of the font
WORDS = 60  # shown of an issue or a year
SMALLEST, LARGEST = 0.9, 2.2  # of the lightest and the heaviest word, shares of the font's size
HEAVY, LIGHT = 0.6, 0.3  # weights from which a word takes the accent's colour, and below which it is muted
_JOINED = "\u2060"  # no line ends within a word
WORD = "word"  # the scheme of the links; they never leave this window


class CloudDialog(QDialog):
    """Stays open beside the window; the keyboard goes from word to word with Tab."""

    word_chosen = Signal(str)  # a query: the word, and where it is to be sought

    def __init__(
        self,
        open_issue: str,
        colors: WindowColors,
        services: Services,
        operations: Operations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._operations, self._colors = services, operations, colors
        self._issues: list[IssueSummary] = []
        self._task: Task | None = None
        self._wanted = 0  # which question is the newest
        self.setWindowTitle(self.tr("期刊关键词"))
        height = self.fontMetrics().height()
        fit(self, SIZE[0] * height, SIZE[1] * height)
        self.year = self._choice(self.tr("年份"))
        self.issue = self._choice(self.tr("期"))
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("关键词，字越大说得越多"))
        self.page.document().setDocumentMargin(height)
        self.page.anchorClicked.connect(self._on_link)
        choices = QHBoxLayout()
        for choice in (self.year, self.issue):
            label = QLabel(choice.accessibleName(), self)
            label.setBuddy(choice)
            choices.addWidget(label)
            choices.addWidget(choice)
        choices.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(choices)
        layout.addWidget(self.page, 1)
        self.year.currentIndexChanged.connect(lambda _row: self._fill_issues(""))
        self.issue.currentIndexChanged.connect(lambda _row: self._find_out())
        self._open_issue = open_issue
        operations.ask(services.reading.issues, on_done=self._on_issues)

    def show_words(self, keywords: Sequence[Keyword]) -> None:
        """Show what was found out."""
        words = cloud(keywords, max(self.font().pointSizeF(), 9.0), self._colors)
        self.page.setHtml(words or escape(self.tr("没有可说的词。")))

    def where(self) -> str:
        """What a query needs so as to be asked only of what is shown."""
        issue, year = self._issue(), self.year.currentData()
        number = issue.identity.number if issue is not None else None
        if year is None:
            return ""
        return f"期:{year}" if number is None else f"期:{year}.{number:02d}"

    def reject(self) -> None:
        """Close; what is being counted is not wanted any more."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _choice(self, name: str) -> DropDown:
        choice = DropDown(self)
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToContents)
        return choice

    def _on_issues(self, issues: list[IssueSummary]) -> None:
        self._issues = issues
        years = sorted({i.identity.year for i in issues if i.identity.year is not None}, reverse=True)
        opened = next((issue for issue in issues if issue.id == self._open_issue), None)
        with QSignalBlocker(self.year):
            for year in years:
                self.year.addItem(self.tr("{year} 年").format(year=year), year)
            if any(issue.identity.year is None for issue in issues):
                self.year.addItem(self.tr("年份不详"), None)
            if opened is not None:
                self.year.setCurrentIndex(self.year.findData(opened.identity.year))
        self._fill_issues(self._open_issue)

    def _fill_issues(self, chosen: str) -> None:
        year = self.year.currentData()
        with QSignalBlocker(self.issue):
            self.issue.clear()
            if year is not None:
                self.issue.addItem(self.tr("全年"), "")
            titles = {issue.id: issue.title for issue in self._issues if issue.identity.year == year}
            for id_, title in short_titles(titles).items():
                self.issue.addItem(title, id_)
            self.issue.setCurrentIndex(max(0, self.issue.findData(chosen)))
        self._find_out()

    def _issue(self) -> IssueSummary | None:
        return next((issue for issue in self._issues if issue.id == self.issue.currentData()), None)

    def _find_out(self) -> None:
        if self._task is not None:
            self._task.cancel()
        issue_id, year = self.issue.currentData(), self.year.currentData()
        if not self._issues:
            self.page.setPlainText(self.tr("资料库里还没有期刊。"))
            return
        self.page.setPlainText(self.tr("正在统计用词……"))

        services = self._services
        self._wanted += 1
        wanted = self._wanted

        def find_out(job: Job) -> tuple[int, list[Keyword]]:
            if issue_id:
                return wanted, services.wording.keywords(issue_id=issue_id, count=WORDS, job=job)
            return wanted, services.wording.keywords(year=year, count=WORDS, job=job)

        self._task = self._operations.start(
            find_out, self.tr("正在统计用词…"), on_done=self._on_found, on_error=self._on_error
        )

    def _on_found(self, found: tuple[int, list[Keyword]]) -> None:
        wanted, keywords = found
        if wanted == self._wanted:
            self._task = None
            self.show_words(keywords)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._operations.failed.emit(error)

    def _on_link(self, link: QUrl) -> None:
        word = QUrl.fromPercentEncoding(link.path().encode())
        self.word_chosen.emit(f"{word} {self.where()}".strip())


def cloud(keywords: Sequence[Keyword], points: float, colors: WindowColors) -> str:
    """KEYWORDS as links (HTML), the heaviest first and largest; POINTS: the size of the font."""
    if not keywords:
        return ""
    between = "&nbsp; &nbsp;"  # a line may end between them
    words = between.join(_word(one, points, colors) for one in keywords)
    return f'<p align="center" style="line-height:140%">{words}</p>'


def _word(keyword: Keyword, points: float, colors: WindowColors) -> str:
    size = points * (SMALLEST + (LARGEST - SMALLEST) * keyword.weight)
    heavy, light = keyword.weight >= HEAVY, keyword.weight < LIGHT
    color = colors.accent if heavy else colors.muted if light else colors.text
    style = f"font-size:{size:.1f}pt;text-decoration:none;color:{color.name()}"
    link = bytes(QUrl.toPercentEncoding(keyword.word).data()).decode()
    return f'<a style="{style}" title="{keyword.count}" href="{WORD}:{link}">{escape(_JOINED.join(keyword.word))}</a>'
