"""What the actions of the window do: each a line or two that asks the part whose matter it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import Cancelled
from zbreader.model.issue import IssueSummary
from zbreader.model.mark import MarkStyle
from zbreader.model.search import Hit, NoteHit
from zbreader.ui.health.keeping import open_folder
from zbreader.ui.open_article import Arrival
from zbreader.ui.settings import keys
from zbreader.ui.translation import SYSTEM, language_of, system_languages, translated

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.settings.preferences import Preferences


class WindowDeeds(QObject):
    """Belongs to one window and knows its parts. Dialogs are imported when they are first wanted."""

    written = Signal()  # notes were exported to a file

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._issue_to_open = ""
        self.has_begun = False
        self._was_maximized = False
        window.library.articles_loaded.connect(self._on_articles_loaded)
        window.bridge.changed.connect(self.name_undo)
        window.operations.changed.connect(self.name_undo)
        window.pane.selection_changed.connect(lambda has: window.actions_by_name.set_available("selection", has))

    def connect_actions(self) -> None:
        """Give every action its deed."""
        window = self._window
        window.actions_by_name.connect_all(
            {
                "import_files": window.importing.choose_files,
                "import_folder": window.importing.choose_folder,
                "export": lambda: self.export("", ""),
                "export_article": lambda: self.export("", window.open.id),
                "give_notes": self.give_notes,
                "collect_notes": self.collect_notes,
                "remove_issue": self.remove_open_issue,
                "preferences": self.preferences,
                "quit": window.close,
                **self._editing(),
                **self._viewing(),
                "guide": self.guide,
                "shortcuts": self.shortcuts,
                "sample": self.open_sample,
                "about": self.about,
            }
        )
        self.name_undo()

    def _editing(self) -> dict[str, Callable[..., Any]]:
        window, pane = self._window, self._window.pane
        return {
            "undo": lambda: window.operations.run(window.services.undo.undo),
            "redo": lambda: window.operations.run(window.services.undo.redo),
            "copy": pane.copy,
            "find": window.find_bar.open,
            "find_next": lambda: window.hit_steps.step(1),
            "find_previous": lambda: window.hit_steps.step(-1),
            "search": self.search,
            "highlight": lambda: pane.mark_selection(None, MarkStyle.HIGHLIGHT),
            "underline": lambda: pane.mark_selection(None, MarkStyle.UNDERLINE),
            "wavy": lambda: pane.mark_selection(None, MarkStyle.WAVY),
            "note": pane.note_selection,
            "caret": pane.toggle_caret,
            "next_note": lambda: window.open.step_note(1),
            "previous_note": lambda: window.open.step_note(-1),
        }

    def _viewing(self) -> dict[str, Callable[..., Any]]:
        window, pane = self._window, self._window.pane
        return {
            "previous_article": lambda: self.step_article(-1),
            "next_article": lambda: self.step_article(1),
            "show_library": lambda shown: window.panels.set_shown("library", shown),
            "show_notes": lambda shown: window.panels.set_shown("notes", shown and bool(window.open.id)),
            "next_pane": lambda: self.step_pane(1),
            "previous_pane": lambda: self.step_pane(-1),
            "zoom_in": lambda: pane.step_zoom(1),
            "zoom_out": lambda: pane.step_zoom(-1),
            "zoom_reset": lambda: pane.set_zoom(1.0),
            "full_screen": self.full_screen,
        }

    def name_undo(self, _changes: object = None) -> None:
        """Undo and redo say what they would undo and redo."""
        undo, actions = self._window.services.undo, self._window.actions_by_name
        for name, step, words in (
            ("undo", undo.undo_name, self.tr("撤销{step}")),
            ("redo", undo.redo_name, self.tr("重做{step}")),
        ):
            told = self.tr("：{step}").format(step=translated(step)) if step else ""
            actions[name].setText(words.format(step=told))
            actions[name].setEnabled(step is not None)

    def search(self) -> None:
        """Go to the search field; what is selected on the page becomes the query."""
        self._window.actions_by_name["show_library"].setChecked(True)
        self._window.sidebar.search_for(" ".join(self._window.pane.selected_text().split()))

    def step_article(self, step: int) -> None:
        """Go to the article before or after."""
        neighbour = self._window.library.neighbour(self._window.open.id, step)
        if neighbour:
            self._window.open_article(neighbour)
        else:
            words = self.tr("这是本期的最后一篇。") if step > 0 else self.tr("这是本期的第一篇。")
            self._window.notice.tell(words)

    def step_pane(self, step: int) -> None:
        """Give the keyboard to the next part of the window that can be seen."""
        window = self._window
        beside: dict[str, QWidget] = {"library": window.sidebar.focus_target(), "notes": window.panel}
        beside["results"] = window.search_panel
        panes = {pane: window.panels.order(name) for name, pane in beside.items()}
        panes[window.middle.currentWidget()] = 0
        seen = sorted((pane for pane in panes if pane.isVisible()), key=lambda pane: panes[pane])
        inside = [
            place for place, pane in enumerate(seen) if pane.hasFocus() or pane.isAncestorOf(window.focusWidget())
        ]
        place = (inside[0] + step) % len(seen) if inside else 0
        seen[place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def full_screen(self, on: bool) -> None:
        """The whole screen for reading, without the bars above it; and back to how the window stood."""
        window = self._window
        if on:
            self._was_maximized = window.isMaximized()
            window.showFullScreen()
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()
        window.menuBar().setVisible(not on)
        window.toolbar.setVisible(not on)

    def open_hit(self, hit: Hit) -> None:
        """Show an article at its first hit, with all of them marked."""
        self._window.search.counting.make_way()
        self._window.open_article(hit.article_id, Arrival(hits=hit.ranges, titled=hit.titled))

    def open_note(self, note: NoteHit) -> None:
        """Show an article at one of its notes."""
        self._window.search.counting.make_way()
        self._window.open_article(note.article_id, Arrival(note=note.annotation_id))

    def open_issue(self, issue_id: str) -> None:
        """Unfold an issue and open its first article, as soon as its articles are there."""
        self._issue_to_open = issue_id
        self._window.library.refresh()

    def open_sample(self) -> None:
        """Bring the sample, or the sample that is there already, and open it."""
        self._window.importing.bring_sample()

    def on_imported(self, issue_ids: list[str]) -> None:
        """Show what came; while nothing else is open, its first article."""
        if self._window.open.issue is None:  # an article that is loaded again has no id for a moment
            self.open_issue(issue_ids[0])
        self._window.library.refresh()
        self.mend_index()

    def on_library_loaded(self, issues: list[IssueSummary]) -> None:
        """After the issues were read: unfold what stood open; bring the sample to a library that never had one."""
        window = self._window
        if self._issue_to_open:
            node = window.library.model.find(self._issue_to_open)
            window.tree.unfold(self._issue_to_open)
            if node is not None and node.children:
                self._on_articles_loaded(self._issue_to_open)
        elif not self.has_begun:
            self.has_begun = True
            self.mend_index()
            kept = window.services.settings.get(keys.UNFOLDED, [])
            for issue_id in kept if isinstance(kept, list) else []:
                window.tree.unfold(str(issue_id))
            if not issues and not window.services.settings.get(keys.SAMPLE_OFFERED, False) and window.offers_sample:
                window.importing.bring_sample()

    def mend_index(self) -> None:
        """Bring the full-text index into step when it knows too little; searches are right meanwhile, only slower."""
        window, services = self._window, self._window.services

        def mend(missing: int) -> None:
            if missing:
                window.operations.start(
                    services.searching.repair, self.tr("正在整理搜索索引…"), on_error=self._on_not_mended
                )

        # Named inside the call, so that what searching loads is loaded beside the window.
        window.operations.ask(lambda: services.searching.missing(), on_done=mend, key="missing in the index")

    def remove_open_issue(self) -> None:
        """Remove the issue of the open article."""
        issue = self._window.open.issue
        if issue is not None:
            self.remove_issue(issue.id, issue.title)

    def remove_issue(self, issue_id: str, title: str) -> None:
        """Ask whether an issue is to go, and let it go."""
        window = self._window
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("移除本期"),
            self.tr("把 {title} 从资料库里移除吗？").format(title=title),
            parent=window,
        )
        box.setInformativeText(self.tr("笔记会保留，再次导入这一期就会回到原处。也可以随时撤销。"))
        go = box.addButton(self.tr("移除"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)

        def tell(_value: object) -> None:
            window.notice.tell(
                self.tr("已移除 {title}。").format(title=title),
                action=self.tr("撤销"),
                act=lambda: window.operations.run(window.services.undo.undo),
            )

        go.clicked.connect(
            lambda: window.operations.run(lambda: window.services.importing.remove_issue(issue_id), on_done=tell)
        )
        box.open()

    def export(self, issue_id: str, article_id: str) -> None:
        """Open the export dialog; with an issue or article, for its notes."""
        self.export_chosen(AnnotationFilter(issue_id=issue_id or None, article_id=article_id or None), self._window)

    def export_chosen(self, wanted: AnnotationFilter, parent: QWidget) -> None:
        """Open the export dialog over PARENT for the notes that fit WANTED."""
        from zbreader.ui.exporting.dialog import ExportDialog

        window = self._window
        dialog = ExportDialog(window.services, window.operations, parent)
        dialog.set_place(window.open.article, window.open.issue, wanted)
        dialog.written.connect(self.on_written)
        self._show(dialog)

    def give_notes(self, session: tuple[str, list[str]] | None = None, parent: QWidget | None = None) -> None:
        """Write one's notes to a file for someone else; those on a session's (title, ids of its articles) if given."""
        from zbreader.ui.exchanging.give import GiveDialog

        window = self._window
        dialog = GiveDialog(
            window.services, window.operations, window.open.article, window.open.issue, parent or window
        )
        if session is not None:
            dialog.set_session(*session)
        dialog.written.connect(self._on_given)
        self._show(dialog)

    def collect_notes(self, paths: list[Path] | None = None) -> None:
        """Take in the notes of others, after showing what would come."""
        from zbreader.ui.exchanging.collect import collect_notes

        collect_notes(self._window, paths)

    def preferences(self) -> Preferences:
        """The settings."""
        from zbreader.ui.settings.opening import prepared

        dialog = prepared(self._window)
        self._show(dialog)
        return dialog

    def shortcuts(self) -> None:
        """The sheet of keys."""
        from zbreader.ui.help.shortcuts import ShortcutSheet

        self._show(ShortcutSheet(self._window.look.theme, self._window))

    def guide(self) -> None:
        """The guide, in a window that can stay open beside this one."""
        from zbreader.ui.help.guide import GuideWindow, guide_path

        path = guide_path()
        if path is None:
            self._window.notice.warn(self.tr("没有找到使用手册，程序文件可能不完整。"))
        else:
            chosen = str(self._window.services.settings.get(keys.LANGUAGE, SYSTEM))
            language = language_of(chosen, system_languages(os.environ, sys.platform))
            self._show(GuideWindow(path, language, self._window), modal=False)

    def about(self) -> None:
        """Who we are."""
        from zbreader.ui.help.about import AboutBox

        self._show(AboutBox(self._window.services.directory, self._window.windowIcon(), self._window))

    def _on_not_mended(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._window.operations.failed.emit(error)

    def _on_articles_loaded(self, issue_id: str) -> None:
        if issue_id == self._issue_to_open:
            self._issue_to_open = ""
            node = self._window.library.model.find(issue_id)
            first = next(node.articles(), None) if node is not None else None
            if first is not None:
                self._window.open_article(first.id)

    def on_written(self, path: str) -> None:
        """A file was made: say where, and offer to show it."""
        self.written.emit()
        self.tell_written(path)

    def tell_written(self, path: str) -> None:
        """Say where a file went."""
        self._window.notice.tell(
            self.tr("已导出到 {file}。").format(file=path),
            action=self.tr("打开文件夹"),
            act=lambda: open_folder(Path(path).parent),
        )

    def _on_given(self, path: str, count: int) -> None:
        self._window.notice.tell(
            self.tr("{count} 条笔记存到了 {file}。").format(count=count, file=path),
            action=self.tr("打开文件夹"),
            act=lambda: open_folder(Path(path).parent),
        )

    def _show(self, dialog: QDialog, *, modal: bool = True) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open() if modal else dialog.show()
