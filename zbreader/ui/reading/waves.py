"""A wavy line as a small picture that is repeated: stroking thousands of curves at every paint would be felt."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from zbreader.ui.theme.typography import MarkMeasures

_WAVES = 8  # in one picture


class Waves:
    """Pictures of waves by colour, for one size of type."""

    def __init__(self, measures: MarkMeasures, em: float) -> None:
        self._measures, self._em = measures, em
        self._pictures: dict[tuple[str, float], QPixmap] = {}

    @property
    def height(self) -> float:
        """Of the picture, in logical pixels; the wave swings about its middle."""
        return (self._measures.wave_height + 2 * self._measures.wave_width) * self._em

    def draw(self, painter: QPainter, line: QRectF, color: QColor) -> None:
        """Draw waves all over a flat rectangle of our height."""
        ratio = painter.device().devicePixelRatioF()
        picture = self._pictures.get((color.name(), ratio))
        if picture is None:
            picture = self._pictures[color.name(), ratio] = self._picture(color, ratio)
        painter.drawTiledPixmap(line, picture)

    def _picture(self, color: QColor, ratio: float) -> QPixmap:
        length = max(
            3, round(self._measures.wave_length * self._em * ratio)
        )  # device pixels: a whole number or it seams
        height = max(3, round(self.height * ratio))
        picture = QPixmap(length * _WAVES, height)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, self._measures.wave_width * self._em * ratio))
        path = QPainterPath(QPointF(-length, height / 2))
        swing = self._measures.wave_height * self._em * ratio
        for number in range(2 * (_WAVES + 2)):
            x = -length + number * length / 2
            side = swing if number % 2 else -swing
            path.quadTo(x + length / 4, height / 2 + side, x + length / 2, height / 2)
        painter.drawPath(path)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
