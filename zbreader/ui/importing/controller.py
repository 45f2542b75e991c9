"""Importing from the window: asks which files, starts the work, says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from zbreader.model.errors import Cancelled, KnownError
from zbreader.resources import resource
from zbreader.services.library import Services
from zbreader.services.source_files import PACK_SUFFIX, files_among
from zbreader.ui.notice import NoticeBar
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.settings.folders import last_folder
from zbreader.ui.translation import translated

if TYPE_CHECKING:
    from zbreader.services.encodings import Doubtful
    from zbreader.services.importing import ImportOutcome
    from zbreader.services.jobs import Job
    from zbreader.services.trusting import Origin

SAMPLE = ("sample", "sample-issue.txt")
NOTES_SUFFIX, CORRECTIONS_SUFFIX = ".zbnotes", ".zbfix"


def _holds_notes(path: Path) -> bool:
    """Whether it is a file of notes, or a folder in which such files lie."""
    return path.suffix.lower() == NOTES_SUFFIX or (path.is_dir() and any(path.glob(f"*{NOTES_SUFFIX}")))


class ImportController(QObject):
    """Imports run on the worker's long lane, one after another; the window stays usable."""

    imported = Signal(list)  # ids of the issues that were added or updated
    sample_ready = Signal(str)  # issue id
    corrections_dropped = Signal(list)  # list[Path] of .zbfix files
    notes_dropped = Signal(list)  # list[Path] of .zbnotes files
    preview_wanted = Signal(list, object)  # list[Path], dict[Path, str]: show what they would give, in these encodings
    doubts_found = Signal(str, str, int)  # what came of the import, id of its one issue, how many places are doubtful
    notes_moved = Signal(str, object)  # what came of the import, Followed: notes stand in another text now

    def __init__(self, services: Services, operations: Operations, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._operations = services, operations
        self._notice, self._window = notice, window

    def choose_files(self) -> None:
        """Let the person choose files to import."""
        self.bring(self._ask_files(self.tr("导入期刊")))

    def choose_preview(self) -> None:
        """Let the person choose files, and show what they would give."""
        self.preview(self._ask_files(self.tr("导入前预览")))

    def choose_folder(self) -> None:
        """Let the person choose a folder; everything in it and below it is looked at."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("导入整个文件夹"), self._folder())
        if name:
            self._remember_folder(Path(name))
            self.bring([Path(name)])

    def bring(self, paths: Sequence[Path]) -> None:
        """Import files and folders; notes and corrections among them are handed on."""
        notes = [path for path in paths if _holds_notes(path)]
        corrections = [path for path in paths if path.suffix.lower() == CORRECTIONS_SUFFIX]
        rest = [path for path in paths if path not in (*notes, *corrections)]
        if corrections:
            self.corrections_dropped.emit(corrections)
        if notes:
            self.notes_dropped.emit(notes)
        if rest and self._services.settings.get(keys.PREVIEW_FIRST, False) is True:
            self.preview(rest)
        elif rest:
            self._ask(rest, self.import_now)

    def preview(self, paths: Sequence[Path]) -> None:
        """Show what an import of PATHS would give."""
        if paths:
            self._ask(paths, self.preview_wanted.emit, self.tr("用这种编码预览"))

    def import_now(self, paths: Sequence[Path], encodings: Mapping[Path, str] | None = None) -> None:
        """Import files and folders that were looked at, texts in the encodings that were chosen.

        Of issue packs it is told whose they are, and asked where that is new.
        """

        def begin(origins: Sequence[Origin] = ()) -> None:
            def work(job: Job) -> list[ImportOutcome]:
                outcomes = self._services.importing.import_files(paths, job, encodings=encodings)
                if origins:
                    self._services.trusting.remember(origins)
                return outcomes

            self._operations.start(
                work, self.tr("正在导入…"), on_done=partial(self._on_imported, origins), on_error=self._on_error
            )

        def looked(origins: Sequence[Origin]) -> None:
            from zbreader.ui.importing.packs import ask_about

            ask_about(origins, self._window, lambda: begin(origins))

        if not any(path.suffix.lower() == PACK_SUFFIX or path.is_dir() for path in paths):
            begin()
            return
        self._operations.start(
            lambda _job: self._services.trusting.origins_of_packs(paths),
            self.tr("正在查看…"),
            on_done=looked,
            on_error=self._on_error,
        )

    def bring_carried(self, files: Sequence[Path]) -> None:
        """Import what came with the program and was not brought before."""
        from zbreader.services import carried

        services = self._services
        self._operations.start(
            lambda job: carried.bring(
                files, services.importing, services.exporting.own_templates, services.settings, job
            ),
            self.tr("正在导入随程序带来的期刊…"),
            on_done=lambda outcomes: self._on_imported((), outcomes) if outcomes else None,
            on_error=self._on_error,
        )

    def bring_sample(self) -> None:
        """Import the sample issue and say when it can be opened."""

        def done(outcomes: Sequence[ImportOutcome]) -> None:
            self._operations.run(lambda: self._services.settings.set(keys.SAMPLE_OFFERED, True))
            for outcome in outcomes:
                if outcome.issue_id is not None:
                    self.sample_ready.emit(outcome.issue_id)

        self._operations.start(
            lambda job: self._services.importing.import_files([resource(*SAMPLE)], job),
            self.tr("正在准备示例…"),
            on_done=done,
            on_error=self._on_error,
        )

    def _ask(
        self, paths: Sequence[Path], then: Callable[[list[Path], dict[Path, str]], None], accept: str = ""
    ) -> None:
        """Ask for the encodings that nobody can be sure of, then go on with what is not skipped.

        accept: what the button says; "" for the import's words.
        """

        def looked(found: Sequence[Doubtful]) -> None:
            if not found:
                then(list(paths), {})
                return
            from zbreader.ui.importing.encoding_dialog import EncodingDialog

            dialog = EncodingDialog(found, accept, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(lambda encodings, skipped: chosen(encodings, skipped))
            dialog.open()

        def chosen(encodings: dict[Path, str], skipped: set[Path]) -> None:
            left = [path for path in files_among(paths) if path not in skipped] if skipped else list(paths)
            if left:
                then(left, encodings)

        self._operations.start(
            lambda job: self._services.importing.doubtful_encodings(paths, job),
            self.tr("正在查看…"),
            on_done=looked,
            on_error=self._on_error,
        )

    def _ask_files(self, title: str) -> list[Path]:
        """Files that the person chooses; none when there is no wish."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            title,
            self._folder(),
            self.tr("期刊文件 (*.txt *.md *.docx *.pdf *.epub *.html *.htm *.zbissue);;所有文件 (*)"),
        )
        paths = [Path(name) for name in names]
        if paths:
            self._remember_folder(paths[0].parent)
        return paths

    def _folder(self) -> str:
        return str(last_folder(self._services.settings, keys.IMPORT_FOLDER))

    def _remember_folder(self, folder: Path) -> None:
        self._operations.run(lambda: self._services.settings.set(keys.IMPORT_FOLDER, str(folder)))

    def _on_imported(self, origins: Sequence[Origin], outcomes: Sequence[ImportOutcome]) -> None:
        # Here, because the service's words are no part of the start.
        from zbreader.ui.importing.summary import failures, followed_in_all, fresh_issues, summary

        issues = fresh_issues(outcomes)
        text, failed = summary(outcomes), failures(outcomes)
        if origins:
            from zbreader.ui.importing.packs import words_about

            text += words_about(origins)
        moved = followed_in_all(outcomes)
        if not failed and moved is not None:
            self.notes_moved.emit(text, moved)
        elif not failed and len(outcomes) == len(issues) == 1 and outcomes[0].findings:
            self.doubts_found.emit(text, issues[0], outcomes[0].findings)
        elif not failed:
            self._notice.tell(text)
        elif len(outcomes) == 1:
            self._notice.warn(failed[0])
        else:
            if moved is not None:
                text += self.tr("{count} 条笔记的文字有变动，见“笔记 → 查看笔记变动…”。").format(
                    count=moved.repaired + moved.unplaced
                )
            self._notice.warn(text, action=self.tr("看看是哪些…"), act=lambda: self._show_failures(text, failed))
        if issues:
            self.imported.emit(issues)

    def _show_failures(self, text: str, failed: list[str]) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, self.tr("没有导入的文件"), text, parent=self._window)
        box.setInformativeText("\n\n".join(failed[:8]))
        if len(failed) > 8:
            box.setDetailedText("\n".join(failed))
        box.open()

    def _on_error(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._notice.tell(translated(error))
        elif isinstance(error, KnownError):
            self._notice.warn(translated(error))
        else:
            self._operations.failed.emit(error)
