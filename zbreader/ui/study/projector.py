"""The session on the wall: large quiet slides, forward and back by key or click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QWidget

from zbreader.services.session_slides import Slide
from zbreader.ui.theme.choices import SERIF
from zbreader.ui.theme.fonts import font
from zbreader.ui.theme.theme import Theme

FORWARD = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
SHARES = {"title": 0.10, "article": 0.085, "passage": 0.062, "question": 0.07, "decision": 0.07}  # of the height
SMALLEST = 14  # logical pixels
MARGIN = 0.11  # of the width
FOOT = 0.034  # of the height: size of what stands below
SHRINK = 0.92  # until a long passage fits


class Projector(QWidget):
    """Escape ends it; plus and minus change the size."""

    def __init__(self, theme: Theme, slides: Sequence[Slide]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("投影"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme, self.slides = theme, list(slides)
        self.place, self._scale = 0, 1.0
        self._tell()

    def step(self, by: int) -> None:
        """Go on, or back; the ends stay where they are."""
        self.place = min(max(self.place + by, 0), len(self.slides) - 1)
        self._tell()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in FORWARD:
            self.step(1)
        elif key in BACK:
            self.step(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(-len(self.slides) if key == Qt.Key.Key_Home else len(self.slides))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._scale = min(max(self._scale * (1 / SHRINK if key != Qt.Key.Key_Minus else SHRINK), 0.5), 2.0)
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.step(-1 if event.button() == Qt.MouseButton.RightButton else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, page = QPainter(self), self._theme.page
        painter.fillRect(self.rect(), page.background)
        slide = self.slides[self.place]
        width, height = self.width(), self.height()
        area = QRectF(width * MARGIN, height * 0.1, width * (1 - 2 * MARGIN), height * 0.68)
        option = QTextOption(Qt.AlignmentFlag.AlignVCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        is_short = slide.kind in ("title", "article")
        centre = Qt.AlignmentFlag.AlignHCenter if is_short else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(centre | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font(SERIF, self._fitting(slide, area)))
        painter.setPen(page.accent if slide.kind == "title" else page.ink)
        painter.drawText(area, slide.text, option)
        painter.setFont(font(SERIF, max(SMALLEST, round(height * FOOT))))
        painter.setPen(page.muted)
        foot = QRectF(area.left(), height * 0.8, area.width(), height * 0.12)
        option.setAlignment((centre if is_short else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignTop)
        painter.drawText(foot, slide.foot, option)
        painter.setPen(page.faint)
        painter.setFont(font(SERIF, max(SMALLEST, round(height * FOOT * 0.7))))
        number = f"{self.place + 1} / {len(self.slides)}"
        corner = QRectF(0, height * 0.93, width * 0.97, height * 0.05)
        painter.drawText(corner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number)
        painter.end()

    def _fitting(self, slide: Slide, area: QRectF) -> int:
        """The size in which the words stand in AREA."""
        size = max(SMALLEST, round(self.height() * SHARES[slide.kind] * self._scale))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        while size > SMALLEST:
            if QFontMetricsF(font(SERIF, size)).boundingRect(area, flags, slide.text).height() <= area.height():
                break
            size = max(SMALLEST, int(size * SHRINK))
        return size

    def _tell(self) -> None:
        slide = self.slides[self.place]
        self.setAccessibleName(f"{slide.text}　{slide.foot}")
