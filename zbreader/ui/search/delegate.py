"""How a result looks: a title with its number of hits (or its place), below it two lines of text, the hits marked."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zbreader.model.search import NoteHit, Snippet
from zbreader.text.offsets import Offsets
from zbreader.ui.reading.positions import display_text
from zbreader.ui.search.model import ROLE_ROW
from zbreader.ui.search.rows import HEADINGS, HitRow, NoteRow, short_title
from zbreader.ui.theme.theme import Theme

SNIPPET_LINES = 2
LEADING = 1.15  # of a snippet's lines
INSET = 0.8  # at the sides, in heights of the font


def note_aside(note: NoteHit) -> str:
    """Whose note it is, and which issue it is in, as short as there is room for."""
    return "　".join(part for part in (note.creator, short_title(note.issue_label)) if part)


class ResultDelegate(QStyledItemDelegate):
    """Paints result rows in the colours of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = option.fontMetrics.height()
        if isinstance(index.data(ROLE_ROW), HitRow | NoteRow):
            return QSize(0, round(height * (2.4 + SNIPPET_LINES * LEADING)))
        return QSize(0, round(height * 2.2))

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        view: Any = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        row, text, view.text = index.data(ROLE_ROW), view.text, ""
        style = view.widget.style() if view.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        painter.save()
        inset = round(view.fontMetrics.height() * INSET)
        rect = view.rect.adjusted(inset, 0, -inset, 0)
        if isinstance(row, HitRow):
            counted = str(row.hit.count) if row.hit.count > 1 else ""
            aside = "　".join(part for part in (row.place, counted) if part)
            self._paint_hit(painter, view, rect, Snippet(row.hit.title, row.hit.titled), aside, row.hit.snippet)
        elif isinstance(row, NoteRow):
            headline = Snippet(row.note.article_title)
            self._paint_hit(painter, view, rect, headline, note_aside(row.note), row.note.snippet)
        else:
            painter.setPen(self.theme.window.muted if isinstance(row, HEADINGS) else self.theme.window.accent)
            line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
        painter.restore()

    def _paint_hit(
        self, painter: QPainter, option: Any, rect: QRect, headline: Snippet, aside: str, snippet: Snippet
    ) -> None:
        colors = self.theme.window
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        height = option.fontMetrics.height()
        top = QRect(rect.left(), rect.top() + height // 2, rect.width(), round(height * 1.2))
        # The title matters more: what stands aside takes at most half of the line.
        aside = option.fontMetrics.elidedText(aside, Qt.TextElideMode.ElideLeft, top.width() // 2)
        painter.setPen(colors.selection_text if selected else colors.muted)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        top.setRight(top.right() - option.fontMetrics.horizontalAdvance(aside + "　"))
        title_font = QFont(option.font)
        title_font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(title_font)
        painter.setPen(colors.selection_text if selected else colors.text)
        title, formats = self._laid_out(title_font, _elided(headline, metrics, top.width()), top.width(), 1)
        title.draw(
            painter, QPointF(top.left(), top.top() + (top.height() - metrics.height()) / 2), formats, QRectF(top)
        )
        painter.setPen(colors.selection_text if selected else colors.muted)
        place = QPointF(rect.left(), top.bottom() + height * 0.25)
        layout, formats = self._laid_out(option.font, snippet, rect.width(), SNIPPET_LINES)
        layout.draw(painter, place, formats, QRectF(rect))

    def _laid_out(
        self, font: QFont, snippet: Snippet, width: int, lines: int
    ) -> tuple[QTextLayout, list[QTextLayout.FormatRange]]:
        """The snippet laid out over at most so many LINES, and its hits as formats (Qt counts UTF-16)."""
        layout = QTextLayout(display_text(snippet.text.replace("\n", " ")), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        shown = 0
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * line.height() * LEADING))
            shown = line.textStart() + line.textLength()
        layout.endLayout()
        offsets = Offsets(snippet.text)
        # A mark behind the last line would be painted at its end, as ground without a letter.
        marks = (offsets.range_to_utf16(*mark) for mark in snippet.marks)
        return layout, [self._mark(start, min(end, shown)) for start, end in marks if start < shown]

    def _mark(self, start: int, end: int) -> Any:
        look = QTextCharFormat()
        look.setBackground(QBrush(self.theme.page.hit))
        look.setForeground(QBrush(self.theme.page.hit_ink))
        mark: Any = QTextLayout.FormatRange()  # Qt's stubs leave its fields out, and those of style options
        mark.start, mark.length = start, end - start
        mark.format = look
        return mark


def _elided(headline: Snippet, metrics: QFontMetrics, width: int) -> Snippet:
    """HEADLINE as far as there is room, with the hits in that part."""
    text = metrics.elidedText(headline.text, Qt.TextElideMode.ElideRight, width)
    shown = len(text) if text == headline.text else len(text) - 1
    return Snippet(text, tuple((start, min(end, shown)) for start, end in headline.marks if start < shown))
