"""The page: how soon an article is to be seen, and what a thousand marks on it cost.

The floor of a first paint is a bare QTextEdit, its document filled by QTextCursor with the same font, indent and line
height and nothing else: no front, no squeezed punctuation, no column, no marks. The floor of marks is such an edit that
fills rectangles under its text (`bare_marks.py`): the cheapest way that is right where marks overlap.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

from benchmarks.bare_marks import BareMarks
from benchmarks.invented_text import invented_text
from benchmarks.measure import Row, Sampler, absolute, compare
from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Anchor, AnchorState, Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.theme.choices import SERIF
from zbreader.ui.theme.fonts import font
from zbreader.ui.theme.theme import load_theme
from zbreader.ui.theme.typography import load_typography

SEED = 7
SIZE = (1000, 900)  # pixels of the view
LENGTHS = (3_000, 30_000, 75_000)  # characters: an article, the longest one, a whole issue in one
PAINT_GOAL = 1.3
MARKS, AS_FLOOR = 1_000, 1.5
MARKS_GOAL, SCROLL_GOAL, ADD_GOAL = 10.0, 8.0, 16.0  # milliseconds

_application: QApplication | None = None


def rows() -> Iterator[Row]:
    global _application
    _application = QApplication.instance() or QApplication([])  # type: ignore[assignment]
    for length in LENGTHS:
        article = article_of(length)
        name = f"first paint of {length:,} characters"
        yield compare(name, first_paint(article), bare_paint(article), PAINT_GOAL, rounds=15)
    yield from marks(article_of(LENGTHS[-1]))
    yield from changes(article_of(LENGTHS[-1]))


def article_of(length: int) -> Article:
    """An invented article."""
    text = invented_text(random.Random(SEED), length)
    made = tuple(Paragraph(ParagraphKind.BODY, line) for line in text.split("\n"))
    return Article("a", "渡口", "乡间", authors=("江平",), paragraphs=made)


def first_paint(article: Article) -> Sampler:
    """Seconds from `show_article` to the page being drawn."""
    pane = ReadingPane(load_theme("paper"))
    pane.resize(*SIZE)
    pane.show()
    QApplication.processEvents()

    def sample() -> float:
        begin = time.perf_counter()
        pane.show_article(article, "《乡间》2023年第4期")
        pane.viewport().repaint()
        taken = time.perf_counter() - begin
        pane.clear_article()
        QApplication.processEvents()
        return taken

    return sample


def bare_paint(article: Article) -> Sampler:
    """Seconds from the text to its being drawn, by the shortest way."""
    edit = QTextEdit()
    edit.resize(*SIZE)
    edit.show()
    QApplication.processEvents()

    def sample() -> float:
        begin = time.perf_counter()
        document = bare_document(article, edit)
        edit.setDocument(document)
        edit.viewport().repaint()
        taken = time.perf_counter() - begin
        edit.setDocument(QTextDocument(edit))
        document.deleteLater()
        QApplication.processEvents()
        return taken

    return sample


def bare_document(article: Article, parent: QTextEdit) -> QTextDocument:
    """The article's paragraphs with the page's font, indent and line height."""
    typography = load_typography()
    block = QTextBlockFormat()
    block.setTextIndent(2 * typography.size)
    height = round(typography.size * typography.styles["body"].line / 100)
    block.setLineHeight(height, int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font(SERIF, typography.size))
    cursor = QTextCursor(document)
    characters = QTextCharFormat()
    cursor.beginEditBlock()
    for paragraph in article.paragraphs:
        cursor.insertBlock(block, characters)
        cursor.insertText(paragraph.text, characters)
    cursor.endEditBlock()
    return document


def marks(article: Article) -> Iterator[Row]:
    """A thousand marks that lie over each other, on a whole issue's text."""
    pane, placed = shown(article), overlapping(article)
    bare = bare_edit(article)
    ranges = [(one.anchor.start, one.anchor.end) for one in placed]  # all characters of the text lie in the BMP

    def apply() -> float:
        pane.set_marks([])
        pane.viewport().repaint()
        return seconds(lambda: (pane.set_marks(placed), pane.viewport().repaint()))

    def apply_bare() -> float:
        bare.set_marks([])
        bare.viewport().repaint()
        return seconds(lambda: (bare.set_marks(ranges), bare.viewport().repaint()))

    name = f"{MARKS:,} overlapping marks"
    yield from both(f"{name}: set and paint", apply, apply_bare, MARKS_GOAL, rounds=15)
    pane.set_marks(placed)
    bare.set_marks(ranges)
    yield from both(f"{name}: scroll a page", scrolling(pane), scrolling(bare), SCROLL_GOAL, rounds=41)
    fresh = mark("fresh", article, 300, 340, 0)

    def add() -> float:
        pane.remove_mark("fresh")
        pane.verticalScrollBar().setValue(0)
        pane.viewport().repaint()
        return seconds(lambda: (pane.add_mark(fresh), pane.viewport().repaint()))

    def add_bare() -> float:
        bare.set_marks(ranges)
        bare.verticalScrollBar().setValue(0)
        bare.viewport().repaint()
        return seconds(lambda: (bare.add_mark(300, 340), bare.viewport().repaint()))

    yield from both(f"{name}: add one", add, add_bare, ADD_GOAL, rounds=15)
    middle = QPoint(SIZE[0] // 2, SIZE[1] // 2).toPointF()
    yield absolute("find the marks under the pointer", lambda: seconds(lambda: pane.spans_at(middle)), None)


def both(name: str, ours: Sampler, floor: Sampler, goal_ms: float, *, rounds: int) -> Iterator[Row]:
    """Against the cheapest right way, and against what a person would feel."""
    compared = compare(name, ours, floor, AS_FLOOR, rounds=rounds)
    yield compared
    yield Row("… as it is felt", compared.ours, None, goal_ms, "ms", compared.spread)


def scrolling(edit: QTextEdit) -> Sampler:
    """Seconds that going to the next page takes, from the first to the last and again."""
    bar, page = edit.verticalScrollBar(), count()

    def sample() -> float:
        height = edit.viewport().height()
        step = next(page) % max(1, bar.maximum() // height)
        return seconds(lambda: (bar.setValue(step * height), edit.viewport().repaint()))

    return sample


def bare_edit(article: Article) -> BareMarks:
    """The floor with the article in it, laid out to its end and drawn once."""
    edit = BareMarks()
    edit.resize(*SIZE)
    edit.show()
    edit.setDocument(bare_document(article, edit))
    edit.document().size()
    QApplication.processEvents()
    return edit


def changes(article: Article) -> Iterator[Row]:
    """What happens to a page while it is read, in the middle of a whole issue's text."""
    pane = shown(article)
    pane.set_place(0.5)
    zooms = iter([1.1, 1.0] * 1000)

    def zoom() -> float:
        size = next(zooms)
        return seconds(lambda: (pane.set_zoom(size), pane.viewport().repaint()))

    yield absolute("another size of type, 75,000 characters", zoom, None)
    widths = iter([980, 1000] * 1000)

    def resize() -> float:
        width = next(widths)
        return seconds(lambda: (pane.resize(width, SIZE[1]), pane.viewport().repaint()))

    yield absolute("another width of the window, 75,000 characters", resize, None)
    pane.set_choices(pane.settings.choices.but(paged=True))
    turns = iter([1, -1] * 1000)

    def turn() -> float:
        step = next(turns)
        return seconds(lambda: (pane.turn(step), pane.viewport().repaint()))

    yield absolute("page mode: turn a page, 75,000 characters", turn, SCROLL_GOAL)


def shown(article: Article) -> ReadingPane:
    """A pane that shows the article, drawn once."""
    pane = ReadingPane(load_theme("paper"))
    pane.resize(*SIZE)
    pane.show()
    pane.show_article(article, "《乡间》2023年第4期")
    pane.document().size()
    QApplication.processEvents()
    return pane


def overlapping(article: Article) -> list[PlacedAnnotation]:
    """Marks of all colours and styles, each reaching into the next ones."""
    step = len(article.text) // MARKS
    return [mark(str(number), article, number * step, (number + 3) * step, number) for number in range(MARKS)]


def mark(identity: str, article: Article, start: int, end: int, number: int) -> PlacedAnnotation:
    """One mark; its number chooses colour and style."""
    end = min(end, len(article.text))
    selectors = Selectors(TextQuoteSelector(article.text[start:end]), TextPositionSelector(start, end))
    color = list(HighlightColor)[number % 5]
    style = list(MarkStyle)[number % 3]
    note = "想一想" if number % 2 else None
    annotation = Annotation(identity, Target("i", "a", selectors=selectors), style=style, color=color, note=note)
    return PlacedAnnotation(annotation, Anchor(AnchorState.EXACT, start, end, 1.0))


def seconds(work) -> float:
    """Processor time of a piece of work: its goal is in milliseconds, and the machine may be busy with other things."""
    begin = time.process_time()
    work()
    return time.process_time() - begin
