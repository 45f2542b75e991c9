"""Very many notes: a hundred thousand in the library, five thousand on one article. What the window does with them.

Told is the longest that the thread which draws worked without looking at its events, in its own processor time; nothing
is to keep it for longer than a person notices. Adding a mark is told from the key to the painted page.
"""

from __future__ import annotations

import gc
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from benchmarks.invented_text import invented_text
from benchmarks.measure import Row, absolute
from benchmarks.pauses import FELT, Heartbeat, report, wait
from benchmarks.shelf import library
from zbreader.anchoring import describe
from zbreader.model.annotation import Annotation, Target
from zbreader.model.ids import annotation_id
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.services.library import Services
from zbreader.store import annotations, issues
from zbreader.store.sources import Source

EVERY, ON_ONE, MARKS = 100_000, 5_000, 1_000
LENGTH = 75_000  # characters of an article: a whole issue in one
ARTICLES = 60  # that the others lie on
KEY_GOAL = 16.0  # milliseconds from the key to the paint
ISSUE = "0123456789ab"
CROWDED, MARKED = f"{ISSUE}-000001", f"{ISSUE}-000002"
MADE = "2024-07-01T00:00:00.000Z"
FEW_SAY = "再问一问老渡工。"  # what every tenth note says
SETTLED = 1.0  # seconds in which everything that follows a deed has happened


def fill(services: Services) -> None:
    """An issue of articles with the notes on them."""
    chance = random.Random(7)
    text = invented_text(chance, LENGTH)
    whole = tuple(Paragraph(ParagraphKind.BODY, line, (number,)) for number, line in enumerate(text.split("\n"), 1))
    names = [f"{ISSUE}-{number:06d}" for number in range(1, ARTICLES + 3)]
    made = [Article(name, "题", paragraphs=whole if name in (CROWDED, MARKED) else whole[:30]) for name in names]
    short = made[-1].text
    places = [describe(short, start, start + 20) for start in range(0, len(short) - 20, 7)]
    rows = []
    for number in range(EVERY):
        crowd = CROWDED if number < ON_ONE else MARKED if number < ON_ONE + MARKS else ""
        start = chance.randrange(len(made[0].text) - 60)
        where = describe(made[0].text, start, start + 30) if crowd else places[number % len(places)]
        target = Target(ISSUE, crowd or names[2 + number % ARTICLES], "期", "题", where)
        name = annotation_id(1_700_000_000_000 + number, chance.getrandbits(74))
        color, style = list(HighlightColor)[number % 5], list(MarkStyle)[number % 3]
        note = "记下了这一处，回头在会上念一念。" * (1 + number % 4) + FEW_SAY * (number % 10 == 0)
        rows.append(Annotation(name, target, "成员", MADE, MADE, style=style, color=color, note=note, tags=("学习",)))
    with services.database.write() as connection:
        issue = Issue(ISSUE, IssueIdentity(), tuple(made))
        issues.insert(connection, issue, Source("期.txt", b"", "0" * 64), title="期", imported=MADE)
        annotations.put(connection, rows)
    services.settings.set("sample.offered", True)


def rows() -> Iterable[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    import zbreader.ui.all_notes.deeds  # noqa: F401  what is loaded once is no matter of the notes
    from zbreader.ui.cycles import CycleSearch
    from zbreader.ui.main_window import MainWindow

    application = QApplication.instance() or QApplication(["zbreader"])
    heart = Heartbeat(time.thread_time)

    def longest(name: str, deed: Callable[[], object], until: Callable[[], object] = lambda: True) -> Row:
        heart.start()
        deed()
        wait(application, until)
        end = time.monotonic() + SETTLED
        wait(application, lambda: time.monotonic() > end)
        return Row(name, heart.longest * 1000, None, FELT, "ms", 0.0, "the window's thread, longest piece of work")

    with tempfile.TemporaryDirectory(prefix="zbreader-notes-") as folder, closing(library(Path(folder))) as services:
        fill(services)
        window = MainWindow(services, report, offers_sample=False)
        window.show()
        wait(application, lambda: window.is_furnished and window.deeds.has_begun)
        gc.disable()  # as in the program, which searches for cycles itself
        cycles = CycleSearch()
        cycles.start()
        yield from everything(window, longest)
        yield from crowded(window, longest)
        yield from key_to_paint(window, application)
        cycles.stop()
        gc.enable()
        window.close()


def everything(window, longest) -> Iterable[Row]:
    """All notes of the library."""
    yield longest(f"all notes, {EVERY:,}: open", window.all_notes.open, lambda: shown(window) == EVERY)
    notes = window.all_notes.notes
    yield longest("… choose all", notes.list.selectAll)
    yield longest("… whose they are (ids)", notes.chosen)
    by_color = notes.model.rowCount() + len(HighlightColor)
    yield longest("… by colour", lambda: sort(notes, "reading", "color"), lambda: notes.model.rowCount() == by_color)
    yield longest("… find words in them", lambda: notes.filters.words.setText(FEW_SAY), lambda: shown(window) < EVERY)
    yield longest("… all of them again", notes.filters.words.clear, lambda: shown(window) == EVERY)
    notes.close()


def shown(window) -> int:
    """How many notes are listed."""
    return window.all_notes.notes.model.note_count()


def sort(notes, order: str, grouping: str) -> None:
    """Choose an order and a grouping as a person does."""
    notes.filters.set_sorting(order, grouping)
    notes.filters.changed.emit()


def crowded(window, longest) -> Iterable[Row]:
    """Notes on one article, in the panel and in the margin."""

    def mark(start: int) -> None:
        window.pane.select_range(start, start + 20)
        window.pane.mark_selection()

    yield longest(
        f"{ON_ONE:,} notes on an article: open it", lambda: window.open_article(CROWDED), lambda: window.open.id
    )
    yield longest("… one more, in the panel", lambda: mark(100), lambda: len(window.open.notes) == ON_ONE + 1)
    yield longest("… one in the middle chosen", lambda: window.panel.edit(window.open.notes[ON_ONE // 2].annotation.id))
    yield longest("… another theme", lambda: window.look.set_theme("sepia"))
    yield longest("… on cards in the margin", window.actions_by_name["margin_notes"].trigger)
    yield longest("… one more, in the margin", lambda: mark(300), lambda: len(window.open.notes) == ON_ONE + 2)
    window.actions_by_name["margin_notes"].trigger()


def key_to_paint(window, application) -> Iterable[Row]:
    """A mark by key among a thousand others."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window.open_article(MARKED)
    wait(application, lambda: window.open.id == MARKED)

    def sample() -> float:
        before = len(window.open.notes)
        window.pane.select_range(40, 60)
        window.pane.viewport().repaint()
        begin = time.thread_time()
        QTest.keyClick(window.pane, Qt.Key.Key_2)
        window.pane.viewport().repaint()
        taken = time.thread_time() - begin
        wait(application, lambda: len(window.open.notes) > before)
        return taken

    name = f"a mark by key among {MARKS:,}: to the paint"
    yield absolute(name, sample, KEY_GOAL, rounds=15, note="75,000 characters, the whole window")
