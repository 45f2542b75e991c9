"""Opens all notes for the window, and keeps bookmarks and notes on whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zbreader.model.annotation import PlacedAnnotation

if TYPE_CHECKING:
    from zbreader.ui.all_notes.deeds import AllNotesDeeds
    from zbreader.ui.all_notes.window import AllNotesWindow
    from zbreader.ui.main_window import MainWindow


class AllNotesController(QObject):
    """Belongs to one window; the list is imported when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.notes: AllNotesWindow | None = None
        self.deeds: AllNotesDeeds | None = None
        window.actions_by_name.connect_all(
            {
                "all_notes": lambda: self.open(),
                "bookmarks": lambda: self.open(bookmarks=True),
                "bookmark": self.toggle_bookmark,
                "article_note": self.write_article_note,
            }
        )
        window.look.theme_changed.connect(self._on_theme_changed)

    def open(self, *, bookmarks: bool = False) -> None:
        """Show all notes, or the bookmarks among them."""
        from zbreader.ui.all_notes.collections_model import ALL, BOOKMARKS
        from zbreader.ui.all_notes.deeds import AllNotesDeeds
        from zbreader.ui.all_notes.window import AllNotesWindow

        window = self._window
        window.panel.commit()
        if self.notes is None:
            self.notes = AllNotesWindow(window.look.theme, window)
            self.deeds = AllNotesDeeds(window, self.notes)
        self.notes.shelf.setCurrentIndex(self.notes.collections.index(BOOKMARKS if bookmarks else ALL))
        self.notes.show()
        self.notes.activateWindow()

    def toggle_bookmark(self) -> None:
        """Put a bookmark on the open article, or take it away with what is written on it."""
        window, article_id = self._window, self._window.open.id
        annotating = window.services.annotating
        if not article_id:
            return

        def toggle() -> PlacedAnnotation | None:
            found = annotating.bookmark_of(article_id)
            if found is None:
                annotating.add_bookmark(article_id)
            else:
                annotating.delete(found.annotation.id)
            return found

        def tell(gone: PlacedAnnotation | None) -> None:
            words = self.tr("已加上书签。")
            if gone is not None:
                noted = self.tr("已取下书签和写在上面的笔记。")
                words = noted if gone.annotation.note else self.tr("已取下书签。")
            window.notice.tell(
                words, action=self.tr("撤销"), act=lambda: window.operations.run(window.services.undo.undo)
            )

        window.operations.run(toggle, on_done=tell)

    def write_article_note(self) -> None:
        """Go to the note on the open article as a whole; there is a bookmark for it afterwards."""
        window, article_id = self._window, self._window.open.id
        annotating = window.services.annotating
        if not article_id:
            return

        def edit(placed: PlacedAnnotation) -> None:
            window.actions_by_name["show_notes"].setChecked(True)
            window.open.edit_added(placed)

        window.operations.run(
            lambda: annotating.bookmark_of(article_id) or annotating.add_bookmark(article_id), on_done=edit
        )

    def _on_theme_changed(self, _theme: object) -> None:
        if self.notes is not None:
            self.notes.set_theme(self._window.look.theme)
