"""Notes after their text was replaced: listed, confirmed, gone to; one undo takes a confirmation back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.model.annotation import Annotation, AnnotationFilter, Target
from zbreader.model.correction import Mend
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.search import Snippet
from zbreader.model.selector import AnchorState
from zbreader.resources import resource
from zbreader.services.reviewing import Review
from zbreader.ui.reviewing.marked_text import differences
from zbreader.ui.reviewing.review import ReviewWindow
from zbreader.ui.reviewing.review_model import ReviewModel
from zbreader.ui.theme.theme import load_theme


def review(identity: str, state: AnchorState, score: float = 1.0) -> Review:
    after = None if state is AnchorState.UNPLACED else Snippet("渡口的好茶", ((3, 5),))
    annotation = Annotation(identity, Target("i", "a", article_title="渡口"))
    return Review(annotation, "a", Snippet("渡口的茶", ((3, 4),)), after, state, score)


@pytest.fixture
def model(qapp: object) -> Iterator[ReviewModel]:
    model = ReviewModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def test_states_in_words(model: ReviewModel) -> None:
    model.set_reviews(
        [review("a", AnchorState.UNPLACED, 0), review("b", AnchorState.REPAIRED, 0.914), review("c", AnchorState.EXACT)]
    )
    assert [model.index(row).data() for row in range(3)] == [
        "没有找到位置，笔记仍然保留",
        "文字有改动，相似 91%",
        "文字没有变",
    ]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "没有找到位置，笔记仍然保留。原来：渡口的茶。现在：没有找到位置"


def test_what_was_confirmed_goes_and_the_rest_stays(model: ReviewModel) -> None:
    all_ = [review(name, AnchorState.REPAIRED, 0.8) for name in "abc"]
    model.set_reviews(all_)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_reviews([all_[0], all_[2]])
    assert [one.annotation.id for one in model.reviews] == ["a", "c"] and resets == []
    model.set_reviews([])
    assert model.rowCount() == 0


@given(st.text("渡口茶𠮷", max_size=8), st.text("渡口茶𠮷", max_size=8))
def test_differences_are_what_the_other_does_not_have(before: str, after: str) -> None:
    gone, new = differences(before, after)
    left = [c for at, c in enumerate(before) if not any(start <= at < end for start, end in gone)]
    same = [c for at, c in enumerate(after) if not any(start <= at < end for start, end in new)]
    assert left == same


def test_look_confirm_and_undo(qtbot: QtBot, driven: Driven) -> None:
    services = driven.services
    issue_id = services.importing.import_files([resource("sample", "sample-issue.txt")])[0].issue_id
    assert issue_id is not None
    article = next(one for one in services.reading.issue(issue_id).articles if "从念稿子" in one.title)
    start = article.text.index("三是留个话头")
    note = services.annotating.add_highlight(
        article.id, start, start + 12, color=HighlightColor.YELLOW, style=MarkStyle.HIGHLIGHT, note=None, tags=()
    ).annotation
    line = next(line for line in services.reading.source(issue_id).lines if "三是留个话头" in line.text)
    at = line.text.index("话头")
    services.correcting.add(issue_id, Mend((line.number,), at, at + 2, "话头", "话把儿"))

    window = ReviewWindow(services, driven.operations, driven.bridge, load_theme("paper"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.model.rowCount() == 1, timeout=LONG)
    assert window.confirm.isEnabled() and window.jump.isEnabled()
    asked: list[tuple[str, str]] = []
    window.note_requested.connect(lambda *ids: asked.append(ids))
    window.jump.click()
    assert asked == [(article.id, note.id)]
    assert not window.grab().isNull()
    window.confirm_all.click()
    qtbot.waitUntil(lambda: window.model.rowCount() == 0, timeout=LONG)
    placed = services.annotating.notes(AnnotationFilter())[0]
    assert placed.annotation.target.selectors is not None
    assert "话把儿" in placed.annotation.target.selectors.quote.exact
    services.undo.undo()
    placed = services.annotating.notes(AnnotationFilter())[0]
    assert placed.annotation.target.selectors is not None
    assert "话头" in placed.annotation.target.selectors.quote.exact
