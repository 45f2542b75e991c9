"""领学: one article on the whole screen in large type, for a room to read together. Nothing but the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from zbreader.model.issue import Article
from zbreader.ui.reading import keys
from zbreader.ui.reading.marked_page import MarkedPage
from zbreader.ui.reading.room_marks import RoomMarks, Shown
from zbreader.ui.reading.typesetting import PageSettings
from zbreader.ui.widgets.choice_menu import fill_choices

_HINT = 6000  # milliseconds that the keys are named
_SAID = 2000  # milliseconds that it is told which marks are shown
_IDLE = 2500  # milliseconds after which a pointer that rests is out of sight
_ABOVE = 0.16  # of the view's height that stays above the paragraph one stepped to
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backspace: -1,
}
_TURNS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ProjectedPage(MarkedPage):
    """A page with one paragraph pointed at."""

    def __init__(self, settings: PageSettings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.paragraph = -1  # which one is pointed at; none before the first
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the window has one
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def step_paragraph(self, step: int) -> None:
        """Point at the next paragraph (1) or the one before (-1) and bring it up."""
        starts = self._starts()
        if not starts:
            return
        if self.paragraph < 0:
            self.document().size()  # lays all out: a page that was not painted yet knows no places
            top = self.top_offset() if self.verticalScrollBar().value() else 0
            wanted = next((number for number, start in enumerate(starts) if start >= top), 0)
        else:
            wanted = self.paragraph + step
        self.paragraph = min(max(wanted, 0), len(starts) - 1)
        self.go_to(self.offsets.to_document(starts[self.paragraph]), self.viewport().height() * _ABOVE)
        self.viewport().update()

    def forget_paragraph(self) -> None:
        """Point at nothing."""
        self.paragraph = -1
        self.viewport().update()

    def _starts(self) -> list[int]:
        """Where the paragraphs begin in the article's text (code points)."""
        starts, place = [], 0
        for paragraph in self.article.paragraphs if self.article else ():
            starts.append(place)
            place += len(paragraph.text) + 1
        return starts

    def _draw_under(self, painter: QPainter, area: QRectF) -> None:
        super()._draw_under(painter, area)
        if self.paragraph < 0:
            return
        block = self.document().findBlock(self.offsets.to_document(self._starts()[self.paragraph]))
        box = self.document().documentLayout().blockBoundingRect(block)
        scrolled = self.verticalScrollBar().value()
        measures, em = self.settings.typography.projector, self.settings.em
        left = self.document().rootFrame().frameFormat().leftMargin() - measures.pointer_gap * em
        bar = QRectF(left, box.top() - scrolled, measures.pointer_width * em, box.height())
        painter.fillRect(bar, self.settings.theme.page.accent)


class Projector(QWidget):
    """A window of its own: on the other screen where there are two, so that one's own window stays at hand."""

    left = Signal(int)  # offset (code points) of the first character that was in view
    zoom_changed = Signal(float)
    shown_changed = Signal(object)  # Shown: which marks the leader chose

    def __init__(self, settings: PageSettings, shown: Shown = Shown.ALL, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("领学"))
        self.page = ProjectedPage(settings, self)
        self.page.zoom_changed.connect(self.zoom_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self._marks: RoomMarks | None = None
        self._shown = shown
        self._hint = QLabel(self)
        self._keys = self.tr("空格 翻页　↓ 下一段　M 换标记　＋ － 字号　Esc 退出")
        self._hint.setObjectName("hint")
        self._hint_timer = QTimer(self, singleShot=True)
        self._hint_timer.timeout.connect(self._hint.hide)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(lambda: self.page.viewport().setCursor(Qt.CursorShape.BlankCursor))
        self.page.viewport().setMouseTracking(True)
        self.page.viewport().installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_article(self, article: Article, issue_label: str, marks: RoomMarks, offset: int = 0) -> None:
        """Show an article from an offset (code points) on, with those of its marks that the leader chose."""
        self.page.show_article(article, issue_label)
        self._marks = marks
        if self._shown not in marks.choices():
            self._shown = Shown.ALL
        self.page.set_marks(marks.of(self._shown))
        if offset:
            self.page.set_place(offset / max(1, self.page.offsets.length))
        name = self.tr("领学：{title}").format(title=article.title)
        self.setAccessibleName(name)
        self.page.setAccessibleName(name)

    def show_on(self, screen: QScreen) -> None:
        """Fill a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(self._keys, _HINT)

    @property
    def shown(self) -> Shown:
        """Which marks are shown."""
        return self._shown

    def show_marks(self, shown: Shown) -> None:
        """Show other marks, and tell which."""
        if self._marks is not None:
            self._shown = shown
            self.page.set_marks(self._marks.of(shown))
            self._tell(self._labels()[shown.value], _SAID)
            self.shown_changed.emit(shown)

    def menu(self) -> QMenu:
        """The choice of marks, for whoever has a mouse in the hand."""
        menu = QMenu(self)
        fill_choices(menu, self._labels(), self._shown.value, lambda chosen: self.show_marks(Shown(chosen)))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, page = event.key(), self.page
        zoom = keys.zoom_step(event)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif key in _STEPS:
            page.step_paragraph(_STEPS[key])
        elif keys.page_step(event) or key in _TURNS:
            page.forget_paragraph()
            page.turn(keys.page_step(event) or _TURNS[key])
        elif key == Qt.Key.Key_M:
            self._show_next_marks()
        elif zoom is not None or key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            page.step_zoom(zoom if zoom is not None else (-1 if key == Qt.Key.Key_Minus else 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            page.forget_paragraph()
            page.set_place(0.0 if key == Qt.Key.Key_Home else 1.0)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self.page.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self._idle.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit(self.page.top_offset())
        super().closeEvent(event)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _labels(self) -> dict[str, str]:
        words = {
            Shown.ALL: self.tr("全部标记"),
            Shown.MINE: self.tr("只看我的标记"),
            Shown.AGREED: self.tr("大家的共识：两人以上标记的句子"),
            Shown.NONE: self.tr("不显示标记"),
        }
        return {one.value: words[one] for one in (self._marks.choices() if self._marks is not None else ())}

    def _show_next_marks(self) -> None:
        choices = self._marks.choices() if self._marks is not None else []
        if choices:
            self.show_marks(choices[(choices.index(self._shown) + 1) % len(choices)])

    def _tell(self, words: str, milliseconds: int) -> None:
        """Say something at the foot of the page for a while."""
        self._hint.setText(words)
        self._hint.setAccessibleName(words)
        self._hint.show()
        self._place_hint()
        self._hint_timer.start(milliseconds)

    def _place_hint(self) -> None:
        self._hint.adjustSize()
        gap = self._hint.height()
        self._hint.move((self.width() - self._hint.width()) // 2, self.height() - self._hint.height() - gap)


def other_screen(window: QWidget) -> QScreen:
    """The screen that WINDOW does not stand on; its own where there is no other."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen is not window.screen()), window.screen())
