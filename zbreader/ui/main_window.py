"""The window: the library on the left, the page in the middle, the notes on the right; it does nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from zbreader.model.errors import KnownError
from zbreader.services.library import Services
from zbreader.ui.actions import Actions
from zbreader.ui.bridge import Bridge
from zbreader.ui.library.controller import LibraryController
from zbreader.ui.library.sidebar import Sidebar
from zbreader.ui.library.view import LibraryView
from zbreader.ui.operations import Operations
from zbreader.ui.panels.docks import LEFT, Panels
from zbreader.ui.settings import keys
from zbreader.ui.settings.look import Look
from zbreader.ui.settings.window_state import keep_window, restore_window
from zbreader.ui.theme.icons import application_icon
from zbreader.ui.toolbar import ToolBar
from zbreader.ui.translation import translated
from zbreader.ui.worker import Worker

if TYPE_CHECKING:
    from zbreader.model.issue import Article, IssueSummary
    from zbreader.ui.all_notes.controller import AllNotesController
    from zbreader.ui.annotations.panel import NotesPanel
    from zbreader.ui.correcting.controller import CorrectingController
    from zbreader.ui.exchanging.controller import ExchangeController
    from zbreader.ui.first_steps.controller import FirstSteps
    from zbreader.ui.health.keeping import HealthController
    from zbreader.ui.importing.controller import ImportController
    from zbreader.ui.importing.task_bar import TaskBar
    from zbreader.ui.library.packing import IssuePacking
    from zbreader.ui.library.welcome import Welcome
    from zbreader.ui.notice import NoticeBar
    from zbreader.ui.open_article import Arrival, OpenArticle
    from zbreader.ui.palette.opening import PaletteOpening
    from zbreader.ui.panels.arranging import PanelArranging
    from zbreader.ui.reading.controller import ReadingController
    from zbreader.ui.reading.foot import Foot
    from zbreader.ui.reading.pane import ReadingPane
    from zbreader.ui.search.controller import SearchController
    from zbreader.ui.search.find_bar import FindBar
    from zbreader.ui.search.panel import SearchPanel
    from zbreader.ui.search.related_foot import RelatedFoot
    from zbreader.ui.search.stepping import HitSteps
    from zbreader.ui.search.view import ResultsView
    from zbreader.ui.study.controller import StudyController
    from zbreader.ui.theme.theme import Theme
    from zbreader.ui.window_deeds import WindowDeeds

SIZE = QSize(1280, 820)  # logical pixels, at the first start


class MainWindow(QMainWindow):
    """The frame is built at once; `ui.furnishing` builds the rest into it after the first painting."""

    notice: NoticeBar
    pane: ReadingPane
    panel: NotesPanel
    foot: Foot
    find_bar: FindBar
    welcome: Welcome
    task_bar: TaskBar
    search: SearchController
    results: ResultsView
    search_panel: SearchPanel
    hit_steps: HitSteps
    related_foot: RelatedFoot
    open: OpenArticle
    importing: ImportController
    deeds: WindowDeeds
    correcting: CorrectingController
    health: HealthController
    exchange: ExchangeController
    palette_opening: PaletteOpening
    reading: ReadingController
    all_notes: AllNotesController
    arranging: PanelArranging
    study: StudyController
    first_steps: FirstSteps
    packing: IssuePacking

    def __init__(
        self, services: Services, report: Callable[[BaseException], None], *, offers_sample: bool = True
    ) -> None:
        super().__init__()
        self.services = services
        self.offers_sample = offers_sample  # whether an empty library is given the sample issue
        self.is_furnished = False
        self._report = report
        self._waiting: list[Path] = []
        self._is_painted = False
        self.worker = Worker(self)
        self.operations = Operations(self.worker, self)
        self.bridge = Bridge(services.events, self)
        self.look = Look(services.settings, self.operations, self)
        self.look.dress()
        self.actions_by_name = Actions(self)
        self.library = LibraryController(services, self.operations, self.bridge, self)
        self.tree = LibraryView(self.library.model, self.look.theme, self)
        self.sidebar = Sidebar(self.tree, self)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.furnish)
        return super().event(event)

    def furnish(self) -> None:
        """Build what the first painting does not need, and begin to read the library. Does nothing the second time."""
        if self.is_furnished:
            return
        from zbreader.ui.furnishing import furnish

        self.is_furnished = True
        self.toolbar.set_icons(self.look.icons)
        QGuiApplication.setWindowIcon(application_icon())
        furnish(self)
        self.library.refresh()
        last = self.services.settings.get(keys.LAST_ARTICLE)
        if isinstance(last, str) and last:
            self.open.reopen(last)
        self.bring(self._waiting)

    def bring(self, paths: list[Path]) -> None:
        """Import what was named on the command line."""
        if not self.is_furnished:
            self._waiting = paths
        elif paths:
            self.importing.bring(paths)

    def open_article(self, article_id: str, arrival: Arrival | None = None) -> None:
        """Show an article in the middle."""
        if arrival is None:
            self.open.open(article_id)
        else:
            self.open.open(article_id, arrival)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing half done: what is being written is written, what takes long is stopped."""
        if self.is_furnished:
            self.panel.commit()
            self.open.leave()
            self.health.close()
            self.packing.close()
            self._keep()
        self.operations.cancel_all()
        self.worker.stop()
        self.bridge.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        is_own = event.source() is not None  # asking would write the file that is being carried out
        if self.is_furnished and not is_own and dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.notice.tell(self.tr("松开鼠标，就导入这些文件。"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.notice.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.notice.hide()
        self.importing.bring(dropped_paths(event.mimeData()))

    def on_failed(self, error: BaseException) -> None:
        """Something that was asked for could not be done."""
        if isinstance(error, KnownError):
            self.notice.warn(translated(error))
        else:
            self._report(error)

    def on_library_loaded(self, issues: list[IssueSummary]) -> None:
        """The issues are known."""
        self.welcome.set_empty(not issues)
        self.deeds.on_library_loaded(issues)

    def on_opened(self, article: Article, issue: IssueSummary) -> None:
        """An article lies open: the rest of the window says so."""
        self.middle.setCurrentWidget(self.pane)
        self.panels.set_shown("notes", self.actions_by_name["show_notes"].isChecked())
        if not self.sidebar.is_searching():
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setWindowTitle(self.tr("{title} — 支部阅读").format(title=article.title))
        self.toolbar.set_place(issue.title, article.title)
        self.tree.unfold(issue.id)
        self.tree.show_open(article.id)
        self.actions_by_name.set_available("article", True)
        self.actions_by_name.set_available("issue", True)

    def on_closed(self) -> None:
        """No article lies open any more."""
        self.middle.setCurrentWidget(self.welcome)
        self.panels.set_shown("notes", False)
        self.setWindowTitle(self.tr("支部阅读"))
        self.toolbar.set_place("", "")
        for need in ("article", "issue", "selection"):
            self.actions_by_name.set_available(need, False)

    def on_theme_changed(self, theme: Theme) -> None:
        """Every part puts the theme on."""
        for part in (self.pane, self.panel, self.tree, self.search_panel):
            part.set_theme(theme)
        QTimer.singleShot(0, self._put_icons_on)  # a piece of work of its own: nobody misses them for a moment

    def _put_icons_on(self) -> None:
        self.toolbar.set_icons(self.look.icons)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("支部阅读"))
        self.resize(SIZE)
        self.setAcceptDrops(True)
        self.middle = QStackedWidget(self)
        self.middle.setAutoFillBackground(True)
        self.middle.setBackgroundRole(QPalette.ColorRole.Base)
        page = QWidget(self)
        self.page = QVBoxLayout(page)
        self.page.setContentsMargins(0, 0, 0, 0)
        self.page.setSpacing(0)
        self.page.addWidget(self.middle, 1)
        self.panels = Panels(page, self)
        self.setCentralWidget(self.panels)
        self.actions_by_name.fill(self.menuBar())
        self.toolbar = ToolBar(self.actions_by_name, self)
        self.addToolBar(self.toolbar)
        self.look.fill_theme_menu(self.actions_by_name.submenus["<themes>"])
        self.look.fill_face_menu(self.actions_by_name.submenus["<faces>"])
        restore_window(self.services.settings, self)
        for name, key in (("show_library", keys.SHOW_LIBRARY), ("show_notes", keys.SHOW_NOTES)):
            self.actions_by_name[name].setChecked(self.services.settings.get(key, True) is not False)
        self.panels.restore(self.services.settings.get(keys.PANELS))
        shown = self.actions_by_name["show_library"].isChecked()
        self.panels.add("library", self.tr("目录"), self.sidebar, LEFT, shown=shown)

    def _keep(self) -> None:
        settings = self.services.settings
        try:
            keep_window(settings, self, self.panels.state())
            for name, key in (("show_library", keys.SHOW_LIBRARY), ("show_notes", keys.SHOW_NOTES)):
                settings.set(key, self.actions_by_name[name].isChecked())
            # Closed before it was there, on a slow machine: what lay open the last time still does.
            settings.set(keys.LAST_ARTICLE, self.open.id_to_keep or None)
            if self.deeds.has_begun:
                settings.set(keys.UNFOLDED, self.tree.unfolded())
        except KnownError as error:  # a full disk must not keep the window open
            self._report(error)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The local files and folders in what is dragged over the window."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
