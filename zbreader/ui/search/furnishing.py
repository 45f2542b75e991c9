"""Joins the parts of the search to the rest of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QToolButton

from zbreader.model.search import Suggestion
from zbreader.services.settings import USE_INDEX
from zbreader.ui.search.counting import Counted
from zbreader.ui.search.related_foot import RelatedFoot
from zbreader.ui.search.saved import SavedMenu
from zbreader.ui.search.suggesting import SuggestionList
from zbreader.ui.search.wanted import with_issue
from zbreader.ui.search.warming import Warming

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.search.cloud import CloudDialog
    from zbreader.ui.search.excerpts import ExcerptDialog
    from zbreader.ui.search.form import SearchForm
    from zbreader.ui.search.related import RelatedDialog

CONTEXT = "search"


def join_search(window: MainWindow) -> None:
    """Connect field, controller, chart and results of WINDOW."""
    search, sidebar, results, panel = window.search, window.sidebar, window.results, window.search_panel
    sidebar.query_changed.connect(search.set_query)
    sidebar.query_entered.connect(search.search_now)
    search.searching.connect(sidebar.show_results)
    search.told.connect(sidebar.tell)
    results.hit_requested.connect(window.deeds.open_hit)
    results.note_requested.connect(window.deeds.open_note)
    results.more_requested.connect(search.more)
    results.more_notes_requested.connect(search.more_notes)
    search.found.connect(panel.excerpts.setEnabled)
    panel.excerpts_requested.connect(lambda: open_excerpts(window))
    window.actions_by_name.connect_all(
        {
            "search_form": lambda: open_form(window),
            "excerpts": lambda: open_excerpts(window),
            "related": lambda: open_related(window),
            "cloud": lambda: open_cloud(window),
        }
    )
    place_form(window)
    place_saved(window)
    Warming(window)
    window.related_foot = RelatedFoot(window)
    panel.set_ways(search.grouped, search.options)
    panel.grouping_changed.connect(search.group)
    panel.dating_changed.connect(search.order_by_date)
    panel.variants_changed.connect(search.fold_variants)

    def show_counted(counted: Counted) -> None:
        panel.chart.set_hits(counted.issues, counted.chosen)

    search.counting.counted.connect(show_counted)
    search.uncounted.connect(lambda: panel.chart.set_hits(()))
    panel.chart.issues_chosen.connect(lambda issues: sidebar.field.setText(with_issue(sidebar.field.text(), issues)))
    window.bridge.issues_changed.connect(lambda _ids: search.again())
    window.bridge.settings_changed.connect(lambda keys: window.deeds.mend_index() if USE_INDEX in keys else None)
    window.bridge.annotations_changed.connect(lambda _ids: search.again())


def place_form(window: MainWindow) -> None:
    """The button beside the field that opens the form."""
    button = QToolButton(window.sidebar)
    button.setText(QCoreApplication.translate(CONTEXT, "条件…"))
    words = QCoreApplication.translate(CONTEXT, "按条件搜索：栏目、作者、期、标签……")
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.clicked.connect(lambda: open_form(window))
    window.sidebar.set_beside(button)


def place_saved(window: MainWindow) -> None:
    """The button beside the field with the saved searches, and what is suggested while one types."""
    button = QToolButton(window.sidebar)
    words = QCoreApplication.translate(CONTEXT, "存下的搜索")
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setIcon(window.look.icons.icon("bookmark"))
    window.look.theme_changed.connect(lambda _theme: button.setIcon(window.look.icons.icon("bookmark")))
    menu = SavedMenu(window, lambda: window.services.saved_searches, button)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    window.sidebar.set_beside(button)

    def suggest(word: str, count: int) -> list[Suggestion]:
        return window.services.searching.suggest(word, count)

    suggestions = SuggestionList(window.sidebar.field, window.operations, suggest, window.sidebar)
    suggestions.saved_chosen.connect(menu.recall_named)


def open_form(window: MainWindow) -> SearchForm:
    """Show the form, filled with what stands in the field."""
    from zbreader.ui.search.form import SearchForm

    form = SearchForm(window.sidebar.field.text(), window)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    form.wanted.connect(window.sidebar.field.setText)
    form.accepted.connect(window.search.search_now)
    form.open()
    return form


def open_excerpts(window: MainWindow) -> ExcerptDialog | None:
    """Show what can be made of the search as a document; None when nothing is searched for."""
    from zbreader.ui.search.excerpts import ExcerptDialog

    if not window.search.query:
        window.notice.tell(QCoreApplication.translate(CONTEXT, "先搜索，再把找到的编成专题摘编。"))
        window.deeds.search()
        return None

    dialog = ExcerptDialog(window.search.query, window.search.options, window.services, window.operations, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.written.connect(window.deeds.on_written)
    dialog.open()
    return dialog


def open_related(window: MainWindow) -> RelatedDialog | None:
    """Show what the open article is about and which are near it; None when no article is open."""
    from zbreader.ui.search.related import RelatedDialog

    if window.open.article is None:
        return None
    dialog = RelatedDialog(window.open.article, window.look.theme.window, window.services, window.operations, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.word_chosen.connect(window.find_bar.find_words)  # its words jump to their places in it
    dialog.article_chosen.connect(window.open_article)
    dialog.show()
    return dialog


def open_cloud(window: MainWindow) -> CloudDialog:
    """Show what the open issue is about, and any other issue or year one chooses."""
    from zbreader.ui.search.cloud import CloudDialog

    opened = window.open.issue.id if window.open.issue is not None else ""
    dialog = CloudDialog(opened, window.look.theme.window, window.services, window.operations, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.word_chosen.connect(window.hit_steps.begin)
    dialog.show()
    return dialog
