"""What the window needs as soon as hands move, but not for its first painting: page, notes, search, dialogs' makers.

The frame (menus, toolbar, tree) is painted first; then, before any input is read, this is built into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zbreader.ui.all_notes.controller import AllNotesController
from zbreader.ui.annotations.controller import NotesController
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
from zbreader.ui.open_article import OpenArticle
from zbreader.ui.palette.opening import PaletteOpening
from zbreader.ui.panels.arranging import PanelArranging
from zbreader.ui.panels.docks import RIGHT
from zbreader.ui.reading.controller import ReadingController
from zbreader.ui.reading.foot import Foot
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.search.controller import SearchController
from zbreader.ui.search.find_bar import FindBar
from zbreader.ui.search.furnishing import join_search
from zbreader.ui.search.panel import SearchPanel
from zbreader.ui.search.stepping import HitSteps
from zbreader.ui.search.view import ResultsView
from zbreader.ui.settings import keys
from zbreader.ui.study.controller import StudyController
from zbreader.ui.window_deeds import WindowDeeds

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow


def furnish(window: MainWindow) -> None:
    """Build everything into WINDOW and join it."""
    _build_parts(window)
    _build_controllers(window)
    _place(window)
    _join(window)


def _build_parts(window: MainWindow) -> None:
    theme = window.look.theme
    window.notice = NoticeBar(window)
    window.pane = ReadingPane(theme, parent=window)
    window.pane.set_choices(window.look.choices)
    window.panel = NotesPanel(theme, parent=window)
    window.foot = Foot(window.pane)
    window.find_bar = FindBar(window.pane, window)
    window.welcome = Welcome(window)
    window.task_bar = TaskBar(window.operations, window)


def _build_controllers(window: MainWindow) -> None:
    services, operations = window.services, window.operations
    window.search = SearchController(services, operations, window.library.model, window)
    window.results = ResultsView(window.search.model, window.look.theme, window)
    window.search_panel = SearchPanel(window.results, window.look.theme, window)
    window.hit_steps = HitSteps(window)
    window.open = OpenArticle(services, operations, window.bridge, window.pane, window.panel, window)
    window.importing = ImportController(services, operations, window.notice, window)
    window.deeds = WindowDeeds(window)
    window.correcting = CorrectingController(window)
    window.health = HealthController(window)
    window.exchange = ExchangeController(window)
    window.palette_opening = PaletteOpening(window)
    window.reading = ReadingController(window)
    window.all_notes = AllNotesController(window)
    window.study = StudyController(window)
    NotesController(window)
    window.packing = IssuePacking(window)
    window.first_steps = FirstSteps(window)


def _place(window: MainWindow) -> None:
    window.middle.addWidget(window.welcome)
    window.middle.addWidget(window.pane)
    if window.services.settings.get(keys.LAST_ARTICLE):
        window.middle.setCurrentWidget(window.pane)
    window.page.insertWidget(0, window.find_bar)
    window.page.addWidget(window.notice)
    # Hidden until there is an article that one could take notes on.
    window.panels.add("notes", QCoreApplication.translate("MainWindow", "笔记"), window.panel, RIGHT, shown=False)
    window.sidebar.set_results(window.search_panel)
    window.arranging = PanelArranging(window)
    window.toolbar.set_task_bar(window.task_bar)


def _join(window: MainWindow) -> None:
    window.deeds.connect_actions()
    window.operations.failed.connect(window.on_failed)
    window.library.loaded.connect(window.on_library_loaded)
    window.open.opened.connect(window.on_opened)
    window.open.closed.connect(window.on_closed)
    window.open.hits_shown.connect(window.find_bar.take)
    window.tree.offer_menus()
    window.tree.article_requested.connect(window.open_article)
    window.tree.removal_requested.connect(window.deeds.remove_issue)
    window.tree.export_requested.connect(window.deeds.export)
    window.welcome.import_requested.connect(window.importing.choose_files)
    window.welcome.sample_requested.connect(window.deeds.open_sample)
    window.importing.imported.connect(window.deeds.on_imported)
    window.importing.sample_ready.connect(window.deeds.open_issue)
    window.importing.preview_wanted.connect(window.correcting.preview)
    window.importing.doubts_found.connect(window.correcting.tell_doubts)
    window.importing.notes_moved.connect(window.correcting.tell_followed)
    window.tree.correction_requested.connect(window.correcting.correct)
    window.tree.article_correction_requested.connect(window.correcting.correct_article)
    window.importing.corrections_dropped.connect(window.correcting.apply_files)
    window.importing.notes_dropped.connect(window.deeds.collect_notes)
    join_search(window)
    window.pane.look_up_requested.connect(window.sidebar.search_for)
    window.pane.zoom_changed.connect(window.look.set_zoom)
    window.look.choices_changed.connect(window.pane.set_choices)
    window.look.dressing.connect(window.pane.await_size)
    window.look.theme_changed.connect(window.on_theme_changed)
