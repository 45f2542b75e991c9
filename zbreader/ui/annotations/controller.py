"""Joins the editor of notes to the window: prompts, notes in the margin, the way back to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from zbreader.ui.settings import keys

if TYPE_CHECKING:
    from zbreader.ui.annotations.prompt_menu import PromptDialog
    from zbreader.ui.main_window import MainWindow


class NotesController(QObject):
    """Belongs to one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        editor = window.panel.editor
        editor.prompts = lambda: window.services.prompting.all()
        editor.prompts_change_requested.connect(self.change_prompts)
        margin = window.services.settings.get(keys.MARGIN_NOTES, False) is True
        window.actions_by_name["margin_notes"].setChecked(margin)
        window.pane.set_margin_notes(margin)
        window.actions_by_name.connect_all({"margin_notes": self.set_margin_notes})
        window.pane.card_edit_requested.connect(self.edit)
        window.panel.left.connect(lambda: window.pane.setFocus(Qt.FocusReason.OtherFocusReason))

    def set_margin_notes(self, on: bool) -> None:
        """Show the notes beside their lines in place of the panel, or in the panel alone."""
        window = self._window
        window.pane.want_margin_notes(on)  # before the panel comes or goes: the page is laid out once for both
        window.actions_by_name["show_notes"].setChecked(not on)
        window.pane.set_margin_notes(on)
        window.operations.run(lambda: window.services.settings.set(keys.MARGIN_NOTES, on))

    def edit(self, note_id: str) -> None:
        """Bring the panel and put the caret into a note."""
        self._window.actions_by_name["show_notes"].setChecked(True)
        self._window.panel.edit(note_id)

    def change_prompts(self) -> PromptDialog:
        """Let the person write prompts of their own."""
        from zbreader.ui.annotations.prompt_menu import PromptDialog

        window = self._window
        dialog = PromptDialog(window.services.prompting.all(), window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def keep() -> None:
            prompts = dialog.prompts()
            window.operations.run(lambda: window.services.prompting.set_all(prompts))

        dialog.accepted.connect(keep)
        dialog.open()
        return dialog
