"""The window: the library on the left, the page in the middle, the notes on the right; it does nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, IssueSummary
from zbreader.services.library import Services
from zbreader.ui.actions import Actions
from zbreader.ui.annotations.panel import NotesPanel
from zbreader.ui.bridge import Bridge
from zbreader.ui.importing.controller import ImportController, dropped_paths
from zbreader.ui.importing.task_bar import TaskBar
from zbreader.ui.library.controller import LibraryController
from zbreader.ui.library.sidebar import Sidebar
from zbreader.ui.library.view import LibraryView
from zbreader.ui.library.welcome import Welcome
from zbreader.ui.notice import NoticeBar
from zbreader.ui.open_article import Arrival, OpenArticle
from zbreader.ui.operations import Operations
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.search.controller import SearchController
from zbreader.ui.search.find_bar import FindBar
from zbreader.ui.search.view import ResultsView
from zbreader.ui.settings import keys
from zbreader.ui.settings.look import Look
from zbreader.ui.settings.window_state import keep_window, restore_window
from zbreader.ui.toolbar import ToolBar
from zbreader.ui.translation import translated
from zbreader.ui.window_deeds import WindowDeeds
from zbreader.ui.worker import Worker

SIZE = QSize(1280, 820)  # logical pixels, at the first start
SHARES = (290, 660, 330)  # of the three parts


class MainWindow(QMainWindow):
    """Builds the parts and joins them; `deeds` holds what the actions do."""

    def __init__(
        self, services: Services, report: Callable[[BaseException], None], *, offers_sample: bool = True
    ) -> None:
        super().__init__()
        self.services = services
        self.offers_sample = offers_sample  # whether an empty library is given the sample issue
        self._report = report
        self.worker = Worker(self)
        self.operations = Operations(self.worker, self)
        self.bridge = Bridge(services.events, self)
        self.look = Look(services.settings, self.operations, self)
        self.look.dress()
        self.actions_by_name = Actions(self)
        self._build_parts()
        self._build_controllers()
        self._arrange()
        self._connect()
        self._restore()

    def bring(self, paths: list[Path]) -> None:
        """Import what was named on the command line."""
        if paths:
            self.importing.bring(paths)

    def open_article(self, article_id: str, arrival: Arrival = Arrival()) -> None:
        """Show an article in the middle."""
        self.open.open(article_id, arrival)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing half done: what is being written is written, what takes long is stopped."""
        self.panel.commit()
        self.open.leave()
        self._keep()
        self.operations.cancel_all()
        self.worker.stop()
        self.bridge.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.notice.tell(self.tr("松开鼠标，就导入这些文件。"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.notice.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.importing.bring(dropped_paths(event.mimeData()))

    def _build_parts(self) -> None:
        self.notice = NoticeBar(self)
        self.pane = ReadingPane(self.look.theme, parent=self)
        self.panel = NotesPanel(self.look.theme, parent=self)
        self.find_bar = FindBar(self.pane, self)
        self.welcome = Welcome(self)
        self.task_bar = TaskBar(self.operations, self)

    def _build_controllers(self) -> None:
        services, operations = self.services, self.operations
        self.library = LibraryController(services, operations, self.bridge, self)
        self.search = SearchController(services, operations, self.library.model, self)
        self.open = OpenArticle(services, operations, self.bridge, self.pane, self.panel, self)
        self.importing = ImportController(services, operations, self.notice, self)
        self.tree = LibraryView(self.library.model, self.look.theme, self)
        self.results = ResultsView(self.search.model, self.look.theme, self)
        self.sidebar = Sidebar(self.tree, self.results, self)
        self.deeds = WindowDeeds(self)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("支部阅读"))
        self.resize(SIZE)
        self.setAcceptDrops(True)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.welcome)
        self.middle.addWidget(self.pane)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.middle, 1)
        column.addWidget(self.notice)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part, share in zip((self.sidebar, page, self.panel), SHARES, strict=True):
            self.splitter.addWidget(part)
            part.setMinimumWidth(share // 2)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(SHARES))
        self.setCentralWidget(self.splitter)
        self.actions_by_name.fill(self.menuBar())
        self.toolbar = ToolBar(self.actions_by_name, self.task_bar, self)
        self.addToolBar(self.toolbar)
        self.toolbar.set_icons(self.look.icons)
        self.look.fill_menu(self.actions_by_name.submenus["<themes>"])

    def _connect(self) -> None:
        self.deeds.connect_actions()
        self.operations.failed.connect(self._on_failed)
        self.library.loaded.connect(self._on_library_loaded)
        self.open.opened.connect(self._on_opened)
        self.open.closed.connect(self._on_closed)
        self.tree.article_requested.connect(self.open_article)
        self.tree.removal_requested.connect(self.deeds.remove_issue)
        self.tree.export_requested.connect(self.deeds.export)
        self.welcome.import_requested.connect(self.importing.choose_files)
        self.welcome.sample_requested.connect(self.deeds.open_sample)
        self.importing.imported.connect(self.deeds.on_imported)
        self.importing.sample_ready.connect(self.deeds.open_issue)
        self.importing.notes_dropped.connect(self.deeds.collect_notes)
        self.sidebar.query_changed.connect(self.search.set_query)
        self.sidebar.query_entered.connect(self.search.search_now)
        self.search.searching.connect(self.sidebar.show_results)
        self.search.told.connect(self.sidebar.tell)
        self.results.hit_requested.connect(self.deeds.open_hit)
        self.results.more_requested.connect(self.search.more)
        self.pane.look_up_requested.connect(self.sidebar.search_for)
        self.open.hits_shown.connect(self.find_bar.take)
        self.pane.zoom_changed.connect(self.look.set_zoom)
        self.look.theme_changed.connect(self._on_theme_changed)
        self.bridge.issues_changed.connect(lambda _ids: self.search.again())

    def _restore(self) -> None:
        settings = self.services.settings
        self.pane.set_zoom(self.look.zoom)
        restore_window(settings, self, self.splitter)
        for name, part, key in self._hideable():
            shown = settings.get(key, True) is not False
            self.actions_by_name[name].setChecked(shown)
            part.setVisible(shown)
        self.panel.hide()  # until there is an article that one could take notes on
        # The window is painted first; the library is read while it is.
        QTimer.singleShot(0, self.library.refresh)
        last = settings.get(keys.LAST_ARTICLE)
        if isinstance(last, str) and last:
            self.middle.setCurrentWidget(self.pane)
            self.open.reopen(last)

    def _keep(self) -> None:
        settings = self.services.settings
        try:
            keep_window(settings, self, self.splitter.sizes())
            for name, _part, key in self._hideable():
                settings.set(key, self.actions_by_name[name].isChecked())
            settings.set(keys.LAST_ARTICLE, self.open.id or None)
            settings.set(keys.UNFOLDED, self.tree.unfolded())
        except KnownError as error:  # a full disk must not keep the window open
            self._report(error)

    def _hideable(self) -> tuple[tuple[str, QWidget, str], ...]:
        return (("show_library", self.sidebar, keys.SHOW_LIBRARY), ("show_notes", self.panel, keys.SHOW_NOTES))

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self.notice.warn(translated(error))
        else:
            self._report(error)

    def _on_library_loaded(self, issues: list[IssueSummary]) -> None:
        self.welcome.set_empty(not issues)
        self.deeds.on_library_loaded(issues)

    def _on_opened(self, article: Article, issue: IssueSummary) -> None:
        self.middle.setCurrentWidget(self.pane)
        self.panel.setVisible(self.actions_by_name["show_notes"].isChecked())
        if not self.sidebar.is_searching():
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setWindowTitle(self.tr("{title} — 支部阅读").format(title=article.title))
        self.toolbar.set_place(issue.title, article.title)
        self.tree.unfold(issue.id)
        self.tree.show_open(article.id)
        self.actions_by_name.set_available("article", True)
        self.actions_by_name.set_available("issue", True)

    def _on_closed(self) -> None:
        self.middle.setCurrentWidget(self.welcome)
        self.panel.hide()
        self.setWindowTitle(self.tr("支部阅读"))
        self.toolbar.set_place("", "")
        for need in ("article", "issue", "selection"):
            self.actions_by_name.set_available(need, False)

    def _on_theme_changed(self, theme: object) -> None:
        for part in (self.pane, self.panel, self.tree, self.results):
            part.set_theme(theme)
        self.toolbar.set_icons(self.look.icons)
