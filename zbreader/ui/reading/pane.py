"""The reading pane: the page, the person's marks on it, and everything that mouse and keys do with them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.citation import CitationStyle, CitedArticle
from zbreader.model.issue import Article, IssueIdentity
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.reading import keys
from zbreader.ui.reading.clicks import Clicks
from zbreader.ui.reading.margin_page import MarginPage
from zbreader.ui.reading.pane_menu import PaneMenu
from zbreader.ui.reading.place import is_in_view, place_caret
from zbreader.ui.reading.quoting import with_source
from zbreader.ui.reading.selecting import Unit
from zbreader.ui.reading.selection_bar import SelectionBar
from zbreader.ui.reading.spans import Span
from zbreader.ui.reading.typesetting import PageSettings
from zbreader.ui.theme.icons import Icons
from zbreader.ui.theme.theme import Theme
from zbreader.ui.theme.typography import load_typography

_BAR_PAUSE = 350  # milliseconds after the last change of a selection by keys
_TIP_LENGTH = 300  # characters of a note in a tool tip


class ReadingPane(MarginPage):
    """Asks, never does: what a person wants goes out as a signal. Offsets are code points in the article's text."""

    highlight_requested = Signal(int, int, object, object)  # start, end, HighlightColor, MarkStyle
    note_requested = Signal(int, int)  # start, end
    look_up_requested = Signal(str)
    escaped = Signal()  # Escape, and there was nothing on the page that it could mean
    selection_changed = Signal(bool)  # whether words of the article are selected
    annotation_activated = Signal(str)  # id
    annotation_note_requested = Signal(str)  # id: edit its note
    annotation_color_requested = Signal(str, object, object)  # id, HighlightColor, MarkStyle
    annotation_delete_requested = Signal(str)  # id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(PageSettings(theme, load_typography()), parent)
        self.identity = IssueIdentity()  # of the issue of what is shown, for citations
        self.citation = CitationStyle.MAGAZINE
        self._is_dragging = False  # whether what is selected may be going out by mouse
        self.current_color = HighlightColor.YELLOW  # the last used; underlines and waves take it
        self._clicks = Clicks()
        self._icons = Icons(theme)
        self._bar: SelectionBar | None = None  # made when something is selected: no part of the start
        self._bar_timer = QTimer(self, singleShot=True, interval=_BAR_PAUSE)
        self._bar_timer.timeout.connect(self._show_bar)
        self.selectionChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._hide_bar)
        self.tapped.connect(lambda place: self._activate(self.spans_at(place)))
        self.touch_selected.connect(self._show_bar)
        self.setAccessibleName(self.tr("正文"))
        self.setAccessibleDescription(self.tr("选中文字后按 1 至 5 高亮，U 下划线，W 波浪线，N 写笔记"))

    # -- what a person asks for with the selection ---------------------------------------------------------------------

    def mark_selection(self, color: HighlightColor | None = None, style: MarkStyle = MarkStyle.HIGHLIGHT) -> None:
        """Ask for a mark over the selection. Without a colour the last used one is taken."""
        found = self.selection_range()
        if found is None:
            return
        self.current_color = color or self.current_color
        self.clear_selection()
        self.highlight_requested.emit(*found, self.current_color, style)

    def note_selection(self) -> None:
        """Ask for a note to the selection."""
        found = self.selection_range()
        if found is not None:
            self.clear_selection()
            self.note_requested.emit(*found)

    def look_up_selection(self) -> None:
        """Ask for the selected words to be looked up in the library."""
        words = self.selected_text().strip()
        if words:
            self.look_up_requested.emit(words)

    def copy_with_source(self, style: CitationStyle | None = None) -> None:
        """Copy the selection and its source, in the form that the person chose for always unless STYLE is given."""
        words = self.selected_text()
        if words and self.article is not None:
            cited = CitedArticle.of(self.article, self.issue_label, self.identity)
            QApplication.clipboard().setText(with_source(words, cited, style or self.citation))
            self._hide_bar()

    def unselect(self) -> None:
        """Unselect and put the caret out of sight."""
        self.clear_selection()
        self.show_caret(False)

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show_article(self, article: Article, issue_label: str, place: float = 0.0) -> None:
        self._hide_bar()
        self.show_caret(False)
        super().show_article(article, issue_label, place)
        self.setAccessibleName(self.tr("正文：{title}").format(title=article.title))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._icons = Icons(theme)
        if self._bar is not None:
            self._bar.set_theme(theme)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _on_selection_changed(self) -> None:
        has = self.selection_range() is not None
        self.selection_changed.emit(has)
        if has and not self.is_touched and not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._bar_timer.start()
        elif not has:
            self._bar_timer.stop()
            self._hide_bar()

    def _selection_bar(self) -> SelectionBar:
        if self._bar is None:
            self._bar = SelectionBar(self.settings.theme, self.settings.typography.bar, self)
            self._bar.mark_chosen.connect(self.mark_selection)
            self._bar.note_chosen.connect(self.note_selection)
            self._bar.copy_chosen.connect(lambda: self.copy_with_source())
            self._bar.look_up_chosen.connect(self.look_up_selection)
        return self._bar

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _show_bar(self) -> None:
        self._bar_timer.stop()
        if self.selection_range() is None or not self.isVisible():
            return
        cursor = self.textCursor()
        ends = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            edge = QTextCursor(cursor)
            edge.setPosition(position)
            ends.append(self.cursorRect(edge))
        # Never over the words themselves: where one stopped selecting, on the far side of them.
        downwards = ends[0].top() != ends[1].top() and cursor.position() > cursor.anchor()
        box = ends[downwards] if ends[0].top() != ends[1].top() else ends[0].united(ends[1])
        area = self.viewport().geometry()
        box = box.translated(area.topLeft())
        if area.intersects(box):
            self._selection_bar().set_for_fingers(self.is_touched)
            self._selection_bar().show_beside(QRect(box), area, below=downwards)

    def _fill_menu(self, menu: PaneMenu, under: Iterable[PlacedAnnotation]) -> None:
        if self.selection_range() is not None:
            menu.add_selection(self.mark_selection)
            menu.add_deed("note", self.tr("写笔记\tN"), self.note_selection)
            menu.addSeparator()
            menu.add_deed("copy", self.tr("复制\tCtrl+C"), self.copy)
            menu.add_quoting(self.copy_with_source, self.citation)
            menu.add_deed("search", self.tr("在书库中查找\tS"), self.look_up_selection)
            menu.addSeparator()
        for placed in under:
            menu.add_mark(
                placed.annotation,
                self.annotation_note_requested.emit,
                self.annotation_color_requested.emit,
                self.annotation_delete_requested.emit,
            )
        menu.addSeparator()
        menu.add_deed(None, self.tr("全选\tCtrl+A"), self.selectAll)

    # -- events --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._press_selection_key(event) or self._press_page_key(event):
            event.accept()
            return
        jump = keys.caret_jump(event)
        if jump is not None and (self.is_caret_shown or jump.unit is not Unit.SENTENCE):
            self._bring_caret()
            self.jump(jump.unit, jump.step, extend=jump.extend)
            return
        if keys.moves_caret(event):
            if not self.is_caret_shown:
                if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
                    self._scroll_lines(1 if event.key() == Qt.Key.Key_Down else -1)
                    return
                self._bring_caret()
            super().keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def _press_selection_key(self, event: QKeyEvent) -> bool:
        if keys.is_copy_with_source(event):
            self.copy_with_source()
            return True
        if self.selection_range() is None:
            return False
        mark = keys.marking(event)
        if mark is not None:
            self.mark_selection(*mark)
            return True
        deed = keys.selection_deed(event)
        deeds = {
            "note": self.note_selection,
            "look_up": self.look_up_selection,
            "copy_with_source": self.copy_with_source,
            "unselect": self.unselect,
        }
        if deed is None:
            return False
        deeds[deed]()
        return True

    def _press_page_key(self, event: QKeyEvent) -> bool:
        step, edge = keys.zoom_step(event), keys.edge(event)
        if step is not None:
            self.step_zoom(step) if step else self.set_zoom(1.0)
        elif keys.mark_step(event):
            self.step_mark(keys.mark_step(event))
        elif keys.page_step(event) and not self.is_caret_shown:
            self.turn(keys.page_step(event))
        elif edge is not None and not self.is_caret_shown:
            self.set_place(edge)
        elif self.is_paged and keys.turn_step(event) and not self.is_caret_shown:
            self.turn(keys.turn_step(event))
        elif event.key() == Qt.Key.Key_Escape and self.is_caret_shown:
            self.show_caret(False)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_caret_shown:
            self._activate(self.marks.marks.at(self.textCursor().position()))
        else:
            return False
        return True

    def toggle_caret(self) -> None:
        """Show the caret, so that the keyboard can select, or put it out of sight."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.show_caret(False) if self.is_caret_shown else self._bring_caret()

    def _bring_caret(self) -> None:
        """Show the caret; when it is out of sight, bring it to the first line that is in view."""
        self.show_caret(True)
        if not self.textCursor().hasSelection() and not is_in_view(self, self.textCursor().position(), 0):
            place_caret(self, max(self.cursorForPosition(QPoint(self.viewport().width() // 2, 2)).position(), 0))

    def _scroll_lines(self, lines: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + lines * bar.singleStep())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.show_caret(False)
        self.is_touched = False
        count = self._clicks.press(event)
        if count >= 3 and self.select_around(event.position(), count):
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        count = self._clicks.double(event)
        super().mouseDoubleClickEvent(event)
        self.select_around(event.position(), count)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self._show_bar()
        elif self._clicks.count == 1 and not self.turn_by_click(event.position()):
            self._activate(self.spans_at(event.position()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied stays as it is; what is dragged out to somewhere else says where it comes from."""
        data = super().createMimeDataFromSelection()
        if self._is_dragging and self.article is not None:
            cited = CitedArticle.of(self.article, self.issue_label, self.identity)
            data.setText(with_source(self.selected_text(), cited, self.citation))
        return data

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._is_dragging = True
        super().mouseMoveEvent(event)
        self._is_dragging = False
        if not event.buttons():
            over = self.sign_at(event.position()) is not None or self.turns_at(event.position())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def _activate(self, spans: list[Span]) -> None:
        """Activate the span nearest to the eye; a further click on the same place goes to the one below it."""
        ids = [span.id for span in spans]
        if not ids:
            self.set_active(None)
            return
        active = self.marks.active
        chosen = ids[(ids.index(active) + 1) % len(ids)] if active in ids else ids[0]
        self.set_active(chosen)
        self.annotation_activated.emit(chosen)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.build_menu(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def build_menu(self, point: QPointF) -> PaneMenu:
        """The context menu for a point of the viewport."""
        menu = PaneMenu(self._icons, self)
        self._fill_menu(menu, [self.placed[span.id] for span in self.spans_at(point)])
        return menu

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip = self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(tip), self) if tip else QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPointF) -> str:
        """The note of the nearest mark under a point of the viewport that has one, cut to a tip's length, and whose."""
        marked = (self.placed[span.id].annotation for span in self.spans_at(point))
        noted = next((annotation for annotation in marked if annotation.note), None)
        if noted is None or not noted.note:
            return ""
        note = noted.note[:_TIP_LENGTH] + ("…" if len(noted.note) > _TIP_LENGTH else "")
        return "\n".join(filter(None, (note, self.signature(noted))))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._hide_bar()


def plain_tip(text: str) -> str:
    """A note's words for a tool tip, which must not read them as mark-up."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<p>{escaped}</p>"
