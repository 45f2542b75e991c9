"""The first hour with the program: from the empty library to a Word document; and the next morning."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.e2e.driver import in_time, run_program
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.resources import resource
from zbreader.ui.exporting.dialog import ExportDialog
from zbreader.ui.main_window import MainWindow

Steps = Generator[Callable[[], object], None, None]

NOTE = "边读边想：这一段可以在周五的会上念。𠮷"


@in_time
def test_the_first_hour(tmp_path: Path, qapp: QApplication) -> None:
    library, paper = tmp_path / "library", tmp_path / "笔记.docx"
    kept: dict[str, object] = {}

    def first_hour(window: MainWindow) -> Steps:
        # The empty library gets the sample, and its first article lies open.
        yield lambda: window.open.article is not None
        article = window.open.article
        assert article is not None
        assert window.library.model.rowCount() == 1

        # A mark by the keyboard, and a note on another passage.
        window.pane.select_range(2, 12)
        QTest.keyClick(window.pane, Qt.Key.Key_2)
        yield lambda: len(window.open.notes) == 1
        assert window.open.notes[0].annotation.color is HighlightColor.GREEN
        window.pane.select_range(20, 30)
        window.actions_by_name["note"].trigger()
        yield lambda: len(window.open.notes) == 2
        second = next(note for note in window.open.notes if note.anchor.start == 20)
        window.panel.note_edited.emit(second.annotation.id, NOTE)
        yield lambda: any(note.annotation.note == NOTE for note in window.open.notes)

        # Undo and redo by name.
        assert "修改笔记" in window.actions_by_name["undo"].text()
        window.actions_by_name["undo"].trigger()
        yield lambda: all(note.annotation.note != NOTE for note in window.open.notes)
        window.actions_by_name["redo"].trigger()
        yield lambda: any(note.annotation.note == NOTE for note in window.open.notes)

        # Search as one types; the hit opens with its places marked.
        words = article.text[40:44]
        window.sidebar.field.insert(words)
        yield lambda: window.search.model.rowCount() >= 2
        window.results.choose_first()
        QTest.keyClick(window.results, Qt.Key.Key_Return)
        yield lambda: bool(window.find_bar.ranges)
        QTest.keyClick(window.sidebar.field, Qt.Key.Key_Escape)
        if window.sidebar.is_searching():  # on a slow machine suggestions came meanwhile: the first Escape was for them
            QTest.keyClick(window.sidebar.field, Qt.Key.Key_Escape)
        assert not window.sidebar.is_searching()

        # The notes as a Word document.
        window.actions_by_name["export"].trigger()
        dialog = window.findChild(ExportDialog)
        yield lambda: NOTE[:6] in dialog.preview.toPlainText()
        dialog.save_to(paper)
        yield paper.exists
        yield lambda: "笔记.docx" in window.notice.text

        # Left at the next article, in another light.
        window.look.set_theme("sepia")
        window.actions_by_name["show_library"].setChecked(False)
        window.actions_by_name["next_article"].trigger()
        yield lambda: window.open.id != article.id
        kept.update(article=window.open.id, first=article.id)

    assert run_program(library, first_hour) == 0
    with zipfile.ZipFile(paper) as parts:
        assert NOTE in parts.read("word/document.xml").decode()

    def next_morning(window: MainWindow) -> Steps:
        yield lambda: window.open.article is not None
        assert window.open.id == kept["article"]
        yield lambda: window.library.model.node(window.tree.currentIndex()).id == window.open.id
        assert window.look.theme.name == "sepia"
        assert not window.sidebar.isVisible()
        assert not window.actions_by_name["undo"].isEnabled()
        window.open_article(str(kept["first"]))
        yield lambda: window.open.id == kept["first"]
        found = {(n.annotation.color, n.annotation.style, n.annotation.note) for n in window.open.notes}
        assert found == {
            (HighlightColor.GREEN, MarkStyle.HIGHLIGHT, None),
            (HighlightColor.GREEN, MarkStyle.HIGHLIGHT, NOTE),
        }
        assert len(window.services.annotating.notes(AnnotationFilter())) == 2

    assert run_program(library, next_morning) == 0


@in_time
def test_files_on_the_command_line_are_imported_and_a_removed_sample_stays_away(
    tmp_path: Path, qapp: QApplication
) -> None:
    library, issue = tmp_path / "library", tmp_path / "一期.txt"
    issue.write_bytes(resource("sample", "sample-issue.txt").read_bytes())

    def bring(window: MainWindow) -> Steps:
        yield lambda: window.open.article is not None
        yield lambda: not window.operations.tasks
        assert window.library.model.rowCount() == 1
        window.services.importing.remove_issue(window.library.model.root.children[0].id)
        yield lambda: window.library.model.rowCount() == 0
        yield lambda: window.open.article is None

    def again(window: MainWindow) -> Steps:
        yield lambda: window.middle.currentWidget() is window.welcome
        for _ in range(40):  # long enough for a sample to come, were it to come
            yield lambda: True
        assert window.library.model.rowCount() == 0

    assert run_program(library, bring, issue) == 0
    assert run_program(library, again) == 0


@in_time
def test_a_file_that_is_no_issue_is_told_in_one_sentence(tmp_path: Path, qapp: QApplication) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")

    def bring(window: MainWindow) -> Steps:
        yield lambda: window.notice.text
        assert "空.txt" in window.notice.text
        yield lambda: not window.operations.tasks

    assert run_program(tmp_path / "library", bring, empty) == 0
