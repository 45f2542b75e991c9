"""The group beside the text: a bar at each sentence, the stronger the more people marked it; names when hovered.

It stands in the left margin and never touches the page itself; a strip at the right edge shows the whole article.
Hovering a sentence names the people too. A menu (right click) leaves out or brings back people.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from zbreader.model.annotation import PlacedAnnotation
from zbreader.services.group_view import Heat, heat
from zbreader.ui.reading.pane import plain_tip
from zbreader.ui.study.board_delegate import heat_color
from zbreader.ui.study.heat_strip import HeatStrip

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow

WIDTH = 1.4  # in heights of the font: of the sensitive strip
BAR = 0.42  # of WIDTH, for the most people
GAP = 0.8  # heights of the font between the column and the strip


class HeatMargin(QWidget):
    """One for a window. It follows what lies open, what is scrolled, and what is marked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.pane.viewport())
        self._window, self._pane = window, window.pane
        self._placed: list[PlacedAnnotation] = []
        self._names: dict[str, str] = {}
        self._left_out: set[str] = set()
        self._heat: list[Heat] = []
        self._ends: list[int] = []
        self._at = -1  # the sentence that the keys stand on
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("多少人标记了每一句"))
        self.hide()
        self.strip = HeatStrip(window.pane.viewport(), self._told)
        self.strip.sentence_requested.connect(self._go)
        self._pane.verticalScrollBar().valueChanged.connect(lambda _value: self.update())
        self._pane.column_changed.connect(self._place_self)
        self._pane.viewport().installEventFilter(self)
        window.open.opened.connect(lambda *_: self.refresh())
        window.open.closed.connect(self.hide)
        window.open.closed.connect(self.strip.hide)
        window.bridge.annotations_changed.connect(lambda _ids: self.refresh())
        self._is_on = False

    def set_on(self, on: bool) -> None:
        """Show it, or not."""
        self._is_on = on
        self.refresh()

    def refresh(self) -> None:
        """Ask what people marked in the open article."""
        services, article_id = self._window.services, self._window.open.id
        self.setVisible(self._is_on and bool(article_id))
        self.strip.setVisible(self._is_on and bool(article_id))
        if not self._is_on or not article_id:
            return

        def show(found: tuple[list[PlacedAnnotation], dict[str, str]]) -> None:
            self._placed, self._names = found
            self._names = {one.annotation.creator_key: one.annotation.creator for one in self._placed} | self._names
            self._count()

        self._window.operations.ask(
            lambda: (services.annotating.in_article(article_id), services.people.names()), on_done=show, key="heat"
        )

    def show_theme(self) -> None:
        """Paint in the theme of now."""
        self._count()

    @property
    def heat(self) -> Sequence[Heat]:
        """What is shown."""
        return self._heat

    def leave_out(self, person: str, out: bool) -> None:
        """Count without a person, or with them again."""
        self._left_out.add(person) if out else self._left_out.discard(person)
        self._count()

    def people_at(self, y: float) -> list[str]:
        """The names of those who marked the sentence at height Y of the strip."""
        one = self._sentence_at(y)
        return self._called(one) if one else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_self()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.isVisible():
            return self._name_people(event)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            one = self._sentence_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._told(one) if one else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        most = max((len(one.people) for one in self._heat), default=0)
        theme = self._window.look.theme
        for one, top, bottom in self._shown():
            painter.setBrush(heat_color(theme, len(one.people), most))
            width = self.width() * BAR * (0.4 + 0.6 * len(one.people) / most)
            painter.drawRoundedRect(QRectF(self.width() - width, top + 2, width, max(3.0, bottom - top - 4)), 2, 2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from sentence to sentence and tell the names; the menu key asks whom to count."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._heat:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), len(self._heat) - 1)
        one = self._heat[self._at]
        self._go(one.start)
        words = "、".join(self._called(one))
        self.setAccessibleDescription(words)
        place = QPoint(self.width(), round(self._y(one.start, upper=True)))
        QToolTip.showText(self.mapToGlobal(place), words, self)
        self.update()

    def _sentence_at(self, y: float) -> Heat | None:
        return next((one for one, top, bottom in self._shown() if top <= y <= bottom), None)

    def _name_people(self, event: QHelpEvent) -> bool:
        """Name those who marked the sentence under the mouse, and what the nearest of them noted; False: nobody did."""
        offset = self._pane.offset_at(QPointF(event.pos()))
        place = len(self._heat) if offset is None else bisect_right(self._ends, offset)
        if offset is None or place == len(self._heat) or self._heat[place].start > offset:
            return False
        words = [self._told(self._heat[place]), self._pane.tip_at(QPointF(event.pos()))]
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(filter(None, words))), self._pane)
        return True

    def _go(self, start: int) -> None:
        self._pane.bring_into_view(self._pane.offsets.to_document(start))

    def _told(self, one: Heat) -> str:
        return self.tr("{count} 人：{names}").format(count=len(one.people), names="、".join(self._called(one)))

    def _called(self, one: Heat) -> list[str]:
        return [self._names.get(key, "") or self.tr("未署名") for key in one.people]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Whom to count."""
        menu = QMenu(self)
        people = sorted({one.annotation.creator_key for one in self._placed}, key=lambda key: self._names.get(key, ""))
        for key in people:
            action = menu.addAction((self._names.get(key, "") or self.tr("未署名")).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key not in self._left_out)
            action.toggled.connect(lambda on, key=key: self.leave_out(key, not on))
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click tells the names at once, for hands that cannot hover."""
        names = self.people_at(event.position().y())
        if names:
            QToolTip.showText(event.globalPosition().toPoint(), "、".join(names), self)

    def _count(self) -> None:
        article = self._window.open.article
        everyone = {one.annotation.creator_key for one in self._placed}
        only = frozenset(everyone - self._left_out) if self._left_out else None
        self._at = -1
        self._heat = heat(article.text, self._placed, only) if article is not None else []
        self._ends = [one.end for one in self._heat]
        length = len(article.text) if article is not None else 0
        self.strip.show_heat(self._heat, length, self._window.look.theme)
        self._place_self()
        self.update()

    def _shown(self) -> list[tuple[Heat, float, float]]:
        """The sentences in view with top and bottom in this widget; only these are measured."""
        pane = self._pane
        shown: list[tuple[Heat, float, float]] = []
        for place in range(bisect_left(self._ends, pane.top_offset()), len(self._heat)):
            one = self._heat[place]
            top = self._y(one.start, upper=True)
            if top > self.height():
                break
            shown.append((one, top, self._y(one.end - 1, upper=False)))
        return shown

    def _y(self, offset: int, *, upper: bool) -> float:
        cursor = QTextCursor(self._pane.document())
        cursor.setPosition(self._pane.offsets.to_document(offset))
        box = self._pane.cursorRect(cursor)
        return float(box.top() if upper else box.bottom())

    def _place_self(self) -> None:
        height = self.fontMetrics().height()
        view = self._pane.viewport()
        margin = view.width() - self._pane.column_right()  # the column stands in the middle
        left = max(0.0, margin - (GAP + WIDTH) * height)
        self.setGeometry(round(left), 0, round(WIDTH * height), view.height())
        self.strip.place()
