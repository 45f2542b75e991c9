"""Opens preview, desk, review and provenance for the window; each is imported when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from zbreader.ui.open_article import Arrival
from zbreader.ui.reading.selecting import sentence_bounds
from zbreader.ui.settings import keys

if TYPE_CHECKING:
    from zbreader.services.encodings import Doubtful
    from zbreader.services.importing import ImportOutcome
    from zbreader.services.reviewing import Followed
    from zbreader.ui.correcting.desk import CorrectionDesk
    from zbreader.ui.correcting.desk_deeds import DeskDeeds
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.reviewing.provenance import ProvenancePanel
    from zbreader.ui.reviewing.review import ReviewWindow


class CorrectingController(QObject):
    """Belongs to one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.desk: CorrectionDesk | None = None
        self.deeds: DeskDeeds | None = None
        self.panel: ProvenancePanel | None = None
        self.review_window: ReviewWindow | None = None
        window.actions_by_name.connect_all(
            {
                "preview": window.importing.choose_preview,
                "preview_first": self._set_preview_first,
                "correct": self.correct_open_issue,
                "rebuild": self.rebuild_open_issue,
                "reencode": self.choose_encoding,
                "review": self.review,
                "provenance": self.check_passage,
            }
        )
        first = window.services.settings.get(keys.PREVIEW_FIRST, False) is True
        window.actions_by_name["preview_first"].setChecked(first)
        window.look.theme_changed.connect(self._on_theme_changed)

    def preview(self, paths: Sequence[Path], encodings: Mapping[Path, str] | None = None) -> None:
        """Show what an import of PATHS would give, texts in ENCODINGS."""
        from zbreader.ui.importing.preview import PreviewDialog

        window = self._window
        dialog = PreviewDialog(window.services, window.operations, window.look.theme, paths, window, encodings)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.import_requested.connect(lambda found: window.importing.import_now(found, dialog.encodings))
        dialog.always.toggled.connect(window.actions_by_name["preview_first"].setChecked)
        dialog.open()

    def apply_files(self, paths: Sequence[Path]) -> None:
        """Apply files of corrections, one after another; each can be undone."""
        from zbreader.ui.correcting.handing import FirstLook, applied_words

        window = self._window
        operations, handing = window.operations, window.services.handing_corrections

        def apply(path: Path, trusted: frozenset[str]) -> None:
            operations.run(
                lambda: handing.apply(path, trusted), on_done=lambda applied: window.notice.tell(applied_words(applied))
            )

        for path in paths:
            FirstLook(window.services, operations, path, window, partial(apply, path), operations.failed.emit)

    def correct_open_issue(self) -> None:
        """Put the open article's issue right, from its first line on."""
        issue, article = self._window.open.issue, self._window.open.article
        if issue is not None:
            lines = article.paragraphs[0].lines if article is not None and article.paragraphs else ()
            self.correct(issue.id, lines)

    def correct(self, issue_id: str, lines: tuple[int, ...] = (), *, at_doubt: bool = False) -> None:
        """Open the desk for an issue, at these source lines or at its most doubtful place."""
        from zbreader.ui.correcting.desk import CorrectionDesk
        from zbreader.ui.correcting.desk_deeds import DeskDeeds

        window = self._window
        if self.desk is not None and self.deeds is not None and self.deeds.issue_id == issue_id:
            self.deeds.open(lines, at_doubt=at_doubt)
            self.desk.activateWindow()
            return
        if self.desk is not None:
            self.desk.close()
        desk = CorrectionDesk(window.services.settings, window.look.theme, window)
        desk.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk.closed.connect(self._on_desk_closed)
        self.desk = desk
        self.deeds = DeskDeeds(window.services, window.operations, window.bridge, desk, issue_id)
        self.deeds.open(lines, at_doubt=at_doubt)
        desk.show()
        desk.activateWindow()

    def correct_article(self, article_id: str) -> None:
        """Open the desk at an article's first line."""
        window = self._window

        def go(found: tuple[str, tuple[int, ...]]) -> None:
            self.correct(*found)

        def look() -> tuple[str, tuple[int, ...]]:
            article = window.services.reading.article(article_id)
            lines = article.paragraphs[0].lines if article.paragraphs else ()
            return window.services.reading.issue_of(article_id).id, lines

        window.operations.ask(look, on_done=go, key="desk")

    def rebuild_open_issue(self) -> None:
        """Make the open article's issue anew from its source, as this program reads it today."""
        if self._window.open.issue is not None:
            self._rebuild(self._window.open.issue.id)

    def choose_encoding(self) -> None:
        """Let the person choose in which encoding the open article's issue is read, from now on."""
        window, issue = self._window, self._window.open.issue
        if issue is None:
            return

        def ask(found: Doubtful | None) -> None:
            from zbreader.ui.importing.encoding_dialog import EncodingDialog

            if found is None:
                window.notice.tell(self.tr("这一期的原文不是纯文本，用不着选文字编码。"))
                return
            dialog = EncodingDialog([found], self.tr("用这种编码重新整理"), window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(lambda chosen, _skipped: self._rebuild(issue.id, chosen[found.path]))
            dialog.open()

        window.operations.run(lambda: window.services.importing.readings_of(issue.id), on_done=ask)

    def _rebuild(self, issue_id: str, encoding: str | None = None) -> None:
        window = self._window

        def done(outcomes: Sequence[ImportOutcome]) -> None:
            for outcome in outcomes:
                self.tell_followed(self.tr("重新整理好了。"), outcome.followed)

        window.operations.start(
            lambda job: window.services.importing.rebuild([issue_id], job, encoding=encoding),
            self.tr("正在重新整理…"),
            on_done=done,
            on_error=window.on_failed,
        )

    def tell_followed(self, text: str, followed: Followed) -> None:
        """Say what became of the notes when a text was replaced."""
        moved = followed.repaired + followed.unplaced
        if moved:
            words = self.tr("{text}{count} 条笔记的文字有变动。").format(text=text, count=moved)
            self._window.notice.tell(words, action=self.tr("查看笔记变动…"), act=self.review, stays=True)
        else:
            self._window.notice.tell(text)

    def tell_doubts(self, text: str, issue_id: str, count: int) -> None:
        """Say what came of an import, and offer its doubtful places."""
        self._window.notice.tell(
            text,
            action=self.tr("看看 {count} 处存疑…").format(count=count),
            act=lambda: self.correct(issue_id, at_doubt=True),
        )

    def review(self) -> None:
        """Look through the notes whose text changed."""
        from zbreader.ui.reviewing.review import ReviewWindow

        window = self._window
        if self.review_window is None:
            self.review_window = ReviewWindow(
                window.services, window.operations, window.bridge, window.look.theme, window
            )
            self.review_window.note_requested.connect(
                lambda article_id, note_id: window.open_article(article_id, Arrival(note=note_id))
            )
        _bring(self.review_window)

    def check_passage(self) -> None:
        """Show the source of what is selected, or of the sentence at the caret."""
        from zbreader.ui.reviewing.provenance import ProvenancePanel

        window, article = self._window, self._window.open.article
        if article is None or not article.text:
            return
        found = window.pane.selection_range()
        if found is None:
            place = window.pane.offsets.to_article(window.pane.textCursor().position())
            found = sentence_bounds(article.text, place)
        if self.panel is None:
            self.panel = ProvenancePanel(window.services, window.operations, window.look.theme, window)
            self.panel.desk_requested.connect(self._on_desk_requested)
        self.panel.check(article.id, *found)
        _bring(self.panel)

    def is_preview_first(self) -> bool:
        """Whether imports from the window are shown before they are made."""
        return self._window.actions_by_name["preview_first"].isChecked()

    def _set_preview_first(self, on: bool) -> None:
        settings = self._window.services.settings
        if (settings.get(keys.PREVIEW_FIRST, False) is True) != on:
            self._window.operations.run(lambda: settings.set(keys.PREVIEW_FIRST, on))

    def _on_desk_requested(self, lines: tuple[int, ...]) -> None:
        if self._window.open.issue is not None:
            self.correct(self._window.open.issue.id, lines)

    def _on_desk_closed(self) -> None:
        self.desk = self.deeds = None

    def _on_theme_changed(self, theme: object) -> None:
        if self.desk is not None:
            self.desk.set_theme(self._window.look.theme)
        for made in (self.panel, self.review_window):
            if made is not None:
                made.close()
                made.deleteLater()
        self.panel = self.review_window = None


def _bring(dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()
