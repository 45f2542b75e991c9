"""The model in every state, as text pictures, under Qt's own tester."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.mark import HighlightColor
from zbreader.model.selector import Anchor, AnchorState
from zbreader.ui.annotations.notes_filter import NotesFilter, is_wanted
from zbreader.ui.annotations.notes_model import ID_ROLE, PLACED_ROLE, NotesModel, spoken, state_words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def picture(model: QAbstractItemModel) -> str:
    rows = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        placed = index.data(PLACED_ROLE)
        note = placed.annotation
        tags = "".join(f" #{tag}" for tag in note.tags)
        state = f" [{state_words(placed)}]" if state_words(placed) else ""
        rows.append(f"{note.color.value} 「{index.data()}」 {note.note or '-'}{tags}{state}")
    return "\n".join(rows)


def test_every_state_of_a_note(qapp, make_note) -> None:
    model = NotesModel()
    QAbstractItemModelTester(model, FATAL, model)
    assert picture(model) == ""
    model.set_notes(
        [
            make_note("d", None, "丢了的话", "还在", state=AnchorState.UNPLACED),
            make_note("b", 30, "两行\n的话", "想一想", ("方法", "领学"), HighlightColor.PINK),
            make_note("a", 5),
            make_note("c", 40, note="看看", state=AnchorState.REPAIRED),
            make_note("e", None, whole=True, note="整篇都好"),
        ]
    )
    assert picture(model) == (
        "yellow 「渡口的茶」 -\n"
        "pink 「两行 的话」 想一想 #方法 #领学\n"
        "yellow 「渡口的茶」 看看 [正文有改动，位置已自动调整]\n"
        "yellow 「丢了的话」 还在 [在现在的正文中找不到这段文字，笔记已保留]\n"
        "yellow 「整篇文章」 整篇都好 [整篇文章]"
    )


def test_one_changed_note_is_one_changed_row(qapp, make_note) -> None:
    model = NotesModel()
    model.set_notes([make_note("a", 1), make_note("b", 2)])
    changed, reset = QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    model.refresh(make_note("b", 2, note="新"))
    model.refresh(make_note("never there", 2))
    assert (changed.count(), reset.count()) == (1, 0)
    assert model.index(1).data(PLACED_ROLE).annotation.note == "新"
    assert model.rowCount() == 2


def test_a_row_in_words(qapp, make_note) -> None:
    placed = make_note("a", 1, note="想", tags=("方法",))
    assert spoken(placed) == "黄色高亮，渡口的茶，想，方法"
    model = NotesModel()
    model.set_notes([placed])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == spoken(placed)


IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@given(st.lists(st.tuples(IDS, st.randoms(use_true_random=False)), min_size=1, max_size=5))
def test_any_change_of_the_notes_ends_in_the_same_rows(qapp, steps) -> None:
    model = NotesModel()
    QAbstractItemModelTester(model, FATAL, model)
    proxy = NotesFilter()
    proxy.setSourceModel(model)
    QAbstractItemModelTester(proxy, FATAL, proxy)
    proxy.set_words("a")
    pool: dict[PlacedAnnotation, PlacedAnnotation] = {}  # what did not change is the same object, as in the window
    for ids, random in steps:
        notes = []
        for identity in ids:
            start = random.choice([None, *range(20)])
            annotation = Annotation(identity, Target("i", "a"), note=random.choice([None, "a", "b"]))
            placed = PlacedAnnotation(annotation, Anchor(AnchorState.EXACT, start, start and start + 1))
            notes.append(pool.setdefault(placed, placed))
        model.set_notes(notes)
        rows = [model.index(row).data(PLACED_ROLE) for row in range(model.rowCount())]
        assert sorted(rows, key=str) == sorted(notes, key=str)
        starts = [placed.anchor.start for placed in rows]
        known = [start for start in starts if start is not None]
        assert starts == sorted(known) + [None] * (len(starts) - len(known))
        shown = {proxy.index(row, 0).data(ID_ROLE) for row in range(proxy.rowCount())}
        assert shown == {placed.annotation.id for placed in notes if placed.annotation.note == "a"}


def test_what_a_filter_wants(make_note) -> None:
    note = make_note(
        "a", 1, quote="渡口的 茶", note="下次讨论ＡＢ", tags=("方法",), color=HighlightColor.BLUE
    ).annotation
    assert is_wanted(note, "", None)
    assert is_wanted(note, "口的茶", None), "stray spaces do not matter"
    assert is_wanted(note, "ab 讨论", HighlightColor.BLUE)
    assert is_wanted(note, "#方", None)
    assert is_wanted(note, "方法", None)
    assert not is_wanted(note, "#讨论", None)
    assert not is_wanted(note, "讨论 没有", None)
    assert not is_wanted(note, "", HighlightColor.PINK)
