"""What belongs to reading and is no matter of the page alone: how it is set, and what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer

from zbreader.ui.reading.citation_names import style_named
from zbreader.ui.reading.next_part import NextPart
from zbreader.ui.reading.typesetting import PageSettings
from zbreader.ui.settings import keys
from zbreader.ui.speaking.controller import SpeakingController
from zbreader.ui.theme.typography import load_typography

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.reading.projector import Projector
    from zbreader.ui.settings.type_popover import TypePopover

REMEMBERED = 500  # milliseconds after which an article that was opened is the one to begin with next time


class ReadingController(QObject):
    """Joins the actions of reading to the page and the look. Dialogs are imported when they are first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._had_notes = True  # whether the panel of notes was to be seen before 大字模式
        look = window.look
        window.actions_by_name.connect_all(
            {
                "typesetting": self.typesetting,
                "paged": lambda on: look.choose(paged=on),
                "elder": look.set_elder,
                "mark_read": self.mark_read,
                "projector": self.project,
            }
        )
        look.choices_changed.connect(lambda _choices: self._check_actions())
        look.elder_changed.connect(self._on_elder_changed)
        window.pane.escaped.connect(lambda: window.actions_by_name["full_screen"].setChecked(False))
        window.open.read_so_far.connect(window.library.on_read)
        window.tree.reading_requested.connect(window.library.mark_read)
        self._remember = QTimer(self, singleShot=True, interval=REMEMBERED)
        self._remember.timeout.connect(self._keep_open_article)
        window.open.opened.connect(lambda *_: self._remember.start())
        window.open.closed.connect(self._remember.start)
        self.next_part = NextPart(window)
        self.speaking = SpeakingController(window)
        window.bridge.settings_changed.connect(self._on_settings_changed)
        self._take_citation()
        self._check_actions()
        if look.elder:
            self._on_elder_changed(True)

    def typesetting(self) -> TypePopover:
        """Show how the page is set, under the toolbar's Aa."""
        from zbreader.ui.settings.type_popover import TypePopover

        window = self._window
        popover = TypePopover(window.look, window)
        popover.more_requested.connect(self._open_settings)
        button = window.toolbar.widgetForAction(window.actions_by_name["typesetting"])
        popover.show_below(button if button is not None and button.isVisible() else window.toolbar)
        return popover

    def mark_read(self) -> None:
        """The open article counts as read; one that does already counts as unread."""
        library = self._window.library
        node = library.model.find(self._window.open.id)
        if node is not None:
            library.mark_read(node, not node.is_read)

    def project(self) -> Projector | None:
        """Show the open article to a whole room; None when there is none."""
        from zbreader.ui.reading.projector import Projector, other_screen
        from zbreader.ui.reading.room_marks import RoomMarks, Shown

        window, article = self._window, self._window.open.article
        if article is None:
            return None
        measures = load_typography().projector
        kept = window.services.settings.get(keys.PROJECTOR_ZOOM, measures.zoom)
        zoom = float(kept) if isinstance(kept, int | float) else measures.zoom
        choices = window.look.choices.but(
            zoom=zoom, line_length=measures.line_length, margin=measures.margin, paged=False
        )
        settings = PageSettings(window.look.theme, load_typography(), load_typography().clamp(choices))
        services = window.services
        chosen = services.settings.get(keys.PROJECTOR_MARKS)
        shown = Shown(chosen) if chosen in [one.value for one in Shown] else Shown.ALL
        projector = Projector(settings, shown, window)
        projector.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        projector.zoom_changed.connect(
            lambda to: window.operations.run(lambda: services.settings.set(keys.PROJECTOR_ZOOM, to))
        )
        projector.shown_changed.connect(
            lambda to: window.operations.run(lambda: services.settings.set(keys.PROJECTOR_MARKS, to.value))
        )
        projector.left.connect(lambda offset: self._return_from(article.id, offset))
        projector.show_on(other_screen(window))
        marks = RoomMarks(article, window.open.notes, services.people.is_own, services.studying.opposites())
        projector.show_article(article, window.pane.issue_label, marks, window.pane.top_offset())
        return projector

    def _return_from(self, article_id: str, offset: int) -> None:
        """The room read on: so does the page."""
        pane = self._window.pane
        if self._window.open.id == article_id:
            pane.go_to(pane.offsets.to_document(offset))

    def _keep_open_article(self) -> None:
        """Remember what lies open while it does: a machine that loses its power tells nobody."""
        settings, last = self._window.services.settings, self._window.open.id_to_keep or None
        if settings.get(keys.LAST_ARTICLE) != last:
            self._window.operations.run(lambda: settings.set(keys.LAST_ARTICLE, last))

    def _on_settings_changed(self, names: frozenset[str]) -> None:
        if keys.CITATION in names:
            self._take_citation()

    def _take_citation(self) -> None:
        self._window.pane.citation = style_named(self._window.services.settings.get(keys.CITATION))

    def _open_settings(self) -> None:
        dialog = self._window.deeds.preferences()
        dialog.show_page(dialog.type_form)

    def _check_actions(self) -> None:
        look, actions = self._window.look, self._window.actions_by_name
        for name, on in (("paged", look.choices.paged), ("elder", look.elder)):
            with QSignalBlocker(actions[name]):
                actions[name].setChecked(on)

    def _on_elder_changed(self, on: bool) -> None:
        """Fewer things: what is not for reading is put away, and comes back with the switch."""
        from zbreader.ui.settings.look import elder_measures

        window = self._window
        window.toolbar.set_elder(on, elder_measures()["icon"])
        window.sidebar.set_plain(on)
        notes = window.actions_by_name["show_notes"]
        if on:
            self._had_notes = notes.isChecked()
        notes.setChecked(not on and self._had_notes)
        self._check_actions()
