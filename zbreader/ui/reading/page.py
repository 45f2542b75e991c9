"""The page: an article beautifully set in the middle of the window, its place kept whatever happens to its size."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from zbreader.model.issue import Article
from zbreader.ui.reading.geometry import block_starts
from zbreader.ui.reading.ornaments import draw_ornament, draw_sign
from zbreader.ui.reading.painting import MarkPainter
from zbreader.ui.reading.place import Held, hold, is_in_view, restore, scroll_to
from zbreader.ui.reading.positions import OffsetMap
from zbreader.ui.reading.scrolling import WheelSteps, scroll_page
from zbreader.ui.reading.typesetting import ORNAMENT_PROPERTY, PageSettings, Typesetter
from zbreader.ui.theme.choices import PageChoices
from zbreader.ui.theme.theme import Theme

_REVEAL_SHARE = 3  # a revealed place stands a third below the top
_PLACE_PAUSE = 120  # milliseconds without scrolling after which the place is told


class Page(QTextEdit):
    """Shows one article. It is never edited: what is drawn over it lies in layers (see MarkPainter)."""

    place_changed = Signal(float)  # 0..1, told when scrolling pauses
    zoom_changed = Signal(float)
    column_changed = Signal()  # the column has another width or place, or another article

    _awaited: QSize | None = None  # the size before, while changes of size wait; there are events before all is built

    def __init__(self, settings: PageSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._typesetter = Typesetter(settings)
        self.article: Article | None = None
        self.issue_label = ""
        self.offsets = OffsetMap("", 0)
        self.marks = MarkPainter(settings)
        self._pending: float | None = None  # a place to go to once the page has a size
        self._held: Held | None = None  # the line to keep until the reader scrolls
        self._keeping = False
        self._foot = 0  # pixels below the last line that belong to others
        self.is_caret_shown = False
        self._wheel = WheelSteps()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)  # the scroll bar's ground belongs to the page
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place_timer = QTimer(self, singleShot=True, interval=_PLACE_PAUSE)
        self._place_timer.timeout.connect(self._tell_place)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._apply_palette()

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def settings(self) -> PageSettings:
        """How the page is set now."""
        return self._settings

    def show_article(self, article: Article, issue_label: str, place: float = 0.0) -> None:
        """Show an article from a place (0..1). Marks and hits of the one before are taken away."""
        self._place_timer.stop()
        self.article, self.issue_label = article, issue_label
        self.marks.active = self.marks.current_hit = None
        self._held = None
        self._set_page(QTextCursor())
        self.set_place(place)

    def clear_article(self) -> None:
        """Show an empty page."""
        self._place_timer.stop()
        self.article, self.issue_label = None, ""
        self.offsets = OffsetMap("", 0)
        self.marks.clear([0])
        self._put(QTextDocument(self))
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in another theme."""
        self._change(replace(self._settings, theme=theme))

    def set_zoom(self, zoom: float, keep_y: float = 0.0) -> None:
        """Set the size of type (1 is 100 %). The line at keep_y pixels below the top stays where it is."""
        zoom = self._settings.typography.clamp_zoom(zoom)
        if zoom != self._settings.zoom:
            self._choose(self._settings.choices.but(zoom=zoom), keep_y)
            self.zoom_changed.emit(zoom)

    def step_zoom(self, step: int, keep_y: float = 0.0) -> None:
        """One step larger (1) or smaller (-1)."""
        self.set_zoom(self._settings.typography.zoom_after(self._settings.zoom, step), keep_y)

    def set_choices(self, choices: PageChoices) -> None:
        """Set the page as a person wants it (within the limits of the typography), without losing the place."""
        self._choose(self._settings.typography.clamp(choices))

    def show_caret(self, shown: bool) -> None:
        """Show or hide the caret: a page that is only read has none."""
        self.is_caret_shown = shown
        self.setCursorWidth(self._settings.typography.caret_width if shown else 0)
        # A caret without a width is still a hair's breadth on screens of 150 %: without the flag there is none.
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if shown:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        if self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)

    def set_foot(self, height: int) -> None:
        """Leave HEIGHT pixels free below the last line (see Foot)."""
        if height != self._foot:
            self._foot = height
            self._set_margins(self.document())

    def await_size(self, waiting: bool) -> None:
        """While WAITING changes of size are passed over: an article is laid out for the last one alone, if at all."""
        before, now = self._awaited, self.viewport().size()
        self._awaited = now if waiting else None
        if not waiting and before is not None and before != now:
            self.viewportEvent(QResizeEvent(now, before))

    # -- the place -----------------------------------------------------------------------------------------------------

    def place(self) -> float:
        """How far the reader is: 0 at the top, 1 when the end is in view, else the first visible character's share."""
        if self.article is None or self._pending is not None:
            return self._pending or 0.0
        if self.is_at_end():
            return 1.0
        if self.verticalScrollBar().value() == 0 or not self.offsets.length:
            return 0.0
        return min(1.0, self.top_offset() / self.offsets.length)

    def shows_foot(self) -> bool:
        """Whether what stands under the last line may be seen."""
        return True

    def is_at_end(self) -> bool:
        """Whether the end of the article is in view, whatever stands under it."""
        return self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() - self._foot

    def is_near_end(self) -> bool:
        """Whether the end is at most one view away."""
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() <= self.viewport().height()

    def top_offset(self) -> int:
        """Offset (code points) of the first character in view."""
        return self.offsets.to_article(self._hold().position)

    def set_place(self, fraction: float) -> None:
        """Go to a place that `place` told. Waits until the page has a size."""
        if not self.isVisible():
            self._pending = fraction
            return
        self._pending = None
        if fraction <= 0:
            self.verticalScrollBar().setValue(0)
        elif fraction >= 1:
            self.go_to_end()
        else:
            self.go_to(self.offsets.to_document(round(fraction * self.offsets.length)))
        self._place_timer.start()

    def go_to(self, position: int, below_top: float = 0.0) -> None:
        """Bring the line of a document position to `below_top` pixels below the top."""
        scroll_to(self, position, below_top)

    def go_to_end(self) -> None:
        """Bring the end into view."""
        self.document().size()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum() - self._foot)

    def turn(self, direction: int) -> None:
        """Go a view on (1) or back (-1)."""
        scroll_page(self, direction, self._settings.line_height)

    def bring_into_view(self, position: int) -> None:
        """Scroll to a document position unless its line is well in view."""
        if not is_in_view(self, position, self._settings.em * 2):
            self.go_to(position, self.viewport().height() / _REVEAL_SHARE)

    def _hold(self, y: float = 0.0) -> Held:
        return hold(self, y)

    def _restore(self, held: Held) -> None:
        restore(self, held)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _choose(self, choices: PageChoices, keep_y: float = 0.0) -> None:
        self._change(replace(self._settings, choices=choices), keep_y)

    def _change(self, settings: PageSettings, keep_y: float = 0.0) -> None:
        if settings == self._settings:
            return
        held = self._hold(keep_y) if keep_y or self._held is None else self._held
        self._settings = settings
        self.marks.set_settings(settings)
        self._typesetter = Typesetter(settings)
        self._apply_palette()
        if self.article is None:
            return
        self._keeping = True
        self._set_page(self.textCursor(), keep_layers=True)
        if self._pending is None:
            self._restore(held)
            self._held = held
        self._keeping = False

    def _set_page(self, cursor: QTextCursor, *, keep_layers: bool = False) -> None:
        """Set the article anew. Positions stay as they were when it is the same article: `cursor` is put back."""
        if self.article is None:
            return
        anchor, position = cursor.anchor(), cursor.position()
        document = QTextDocument(self)
        self.offsets = self._typesetter.set_article(document, self.article, self.issue_label)
        self._set_margins(document)
        self._put(document)
        self.marks.forget()
        self.column_changed.emit()
        self.verticalScrollBar().setSingleStep(round(self._settings.line_height))
        if keep_layers:
            fresh = QTextCursor(document)
            fresh.setPosition(anchor)
            fresh.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(fresh)
        else:
            self.marks.clear(block_starts(self.document()))
            self.setTextCursor(self._cursor_at(self.offsets.body_start))
            self.verticalScrollBar().setValue(0)

    def _put(self, document: QTextDocument) -> None:
        before = self.document()
        is_ours = before.parent() is self  # Qt's own first document goes by itself
        self.setDocument(document)
        self.show_caret(self.is_caret_shown)  # Qt keeps the caret's width with the document
        if is_ours:
            before.deleteLater()

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return cursor

    def _set_margins(self, document: QTextDocument) -> bool:
        """Centre the column: whole characters in a line, or the line would be stretched. Tells of a change."""
        typography, em = self._settings.typography, self._settings.em
        room = float(self.viewport().width())
        column = self._typesetter.column_width()
        least = self._settings.choices.margin * em
        if column + 2 * least > room:
            character = max(QFontMetricsF(self._typesetter.body_font()).horizontalAdvance("国"), 1.0)
            column = max(1, (room - 2 * least) // character) * character + 1.0
        left = float(max(0, int((room - column) / 2)))
        beside = self.side_room()
        if beside and left < beside:  # the column gives way to the left, as far as its own margin lets it
            left = float(max(min(left, int(least)), int(room - column - beside)))
        frame = document.rootFrame()
        form = frame.frameFormat()
        wanted = (left, max(0.0, room - left - column), self._bottom_margin())
        if (form.leftMargin(), form.rightMargin(), form.bottomMargin()) == wanted and form.topMargin():
            return False
        form.setLeftMargin(wanted[0])
        form.setRightMargin(wanted[1])
        form.setTopMargin(typography.margin_top * em)
        form.setBottomMargin(wanted[2])
        frame.setFrameFormat(form)
        return True

    def side_room(self) -> float:
        """Room (pixels) wanted to the right of the column."""
        return 0.0

    def _bottom_margin(self) -> float:
        return self._settings.typography.margin_bottom * self._settings.em + self._foot

    def _apply_palette(self) -> None:
        page = self._settings.theme.page
        palette = self._settings.theme.palette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            palette.setColor(group, QPalette.ColorRole.Base, page.background)
            palette.setColor(group, QPalette.ColorRole.Window, page.background)
            palette.setColor(group, QPalette.ColorRole.Text, page.ink)
            palette.setColor(group, QPalette.ColorRole.Highlight, page.selection)
            palette.setColor(group, QPalette.ColorRole.HighlightedText, page.selection_ink)
        self.setPalette(palette)
        # Under an application's style sheet the viewport keeps a palette of its own and no longer follows.
        self.viewport().setPalette(palette)

    def _tell_place(self) -> None:
        if self.article is not None and self.isVisible():
            self.place_changed.emit(self.place())

    def _on_scrolled(self) -> None:
        if not self._keeping:
            self._held = None
            self._place_timer.start()

    # -- events --------------------------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._awaited is not None:
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.article is None or event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
            return
        if self._held is None and self._pending is None:
            self._held = self._hold()
        self._keeping = True
        self._set_margins(self.document())
        super().resizeEvent(event)
        self.marks.forget()
        self.column_changed.emit()
        if self._pending is None and self._held is not None:
            self._restore(self._held)
        self._keeping = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pending is not None:
            self.set_place(self._pending)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = self._wheel.turn(event.angleDelta().y())
            if notches:
                self.step_zoom(1 if notches > 0 else -1, event.position().y())
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.article is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_under(painter, QRectF(event.rect()))
            painter.end()
        super().paintEvent(event)

    def _draw_under(self, painter: QPainter, area: QRectF) -> None:
        scrolled = self.verticalScrollBar().value()
        edge = self.column_right()
        for block, origin in self.blocks_between(area.top(), area.bottom()):
            place = QPointF(origin.x(), origin.y() - scrolled)
            ornament = block.blockFormat().property(ORNAMENT_PROPERTY)
            if ornament:
                middle = (self.document().rootFrame().frameFormat().leftMargin() + edge) / 2
                draw_ornament(painter, int(ornament), QPointF(middle, place.y()), self._settings)
                continue
            self.marks.draw_block(painter, block, place)
            for box, color, _ in self.marks.signs(block, place):
                draw_sign(painter, box.translated(edge, 0), color, self._settings)

    def column_right(self) -> float:
        """The column's right edge in the view."""
        return self.viewport().width() - self.document().rootFrame().frameFormat().rightMargin()

    def blocks_between(self, top: float, bottom: float) -> list[tuple[QTextBlock, QPointF]]:
        """Blocks that meet the stretch [top, bottom] of the view, each with its layout's origin in the document."""
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        block = self.document().findBlock(
            max(0, layout.hitTest(QPointF(self.viewport().width() / 2, scrolled + top), Qt.HitTestAccuracy.FuzzyHit))
        )
        if block.previous().isValid():
            block = block.previous()  # what is drawn below a last line may reach into the stretch
        result = []
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() - scrolled > bottom:
                break
            result.append((block, box.topLeft()))
            block = block.next()
        return result
