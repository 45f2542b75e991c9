"""Icons drawn for this program (resources/icons/*.svg), tinted by the theme; swatches of the highlight colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.resources import resource
from zbreader.ui.theme.theme import Theme

_SIDES = (20, 40, 60)  # pixels: as the bars show them, at 100 % and 200 %, and in 大字模式; screens scale between
_INK = b"currentColor"


class Icons:
    """The icons of one theme, made when first asked for."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[str, QIcon] = {}

    def icon(self, name: str) -> QIcon:
        """The icon resources/icons/<name>.svg in the theme's ink. FileNotFoundError where there is none."""
        if name not in self._made:
            drawing = resource("icons", f"{name}.svg").read_bytes()
            result = QIcon()
            colors = self._theme.window
            inks = {QIcon.State.Off: colors.text}
            if colors.selection_text != colors.text:  # what is switched on stands on the selection's ground
                inks[QIcon.State.On] = colors.selection_text
            for state, ink in inks.items():
                renderer = QSvgRenderer(QByteArray(drawing.replace(_INK, ink.name().encode())))
                for side in _SIDES:
                    result.addPixmap(_drawn(renderer, side), QIcon.Mode.Normal, state)
            self._made[name] = result
        return self._made[name]

    def mark(self, color: HighlightColor, style: MarkStyle = MarkStyle.HIGHLIGHT) -> QIcon:
        """A sample of a mark: a dot for a highlight, a stroke for underline and wave."""
        key = f"{style.value}:{color.value}"
        if key not in self._made:
            result = QIcon()
            for side in _SIDES:
                result.addPixmap(_sample(self._theme, color, style, side))
            self._made[key] = result
        return self._made[key]


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    result = QIcon()
    renderer = QSvgRenderer(str(resource("icons", "zbreader.svg")))
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_drawn(renderer, side))
    return result


def _drawn(renderer: QSvgRenderer, side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def _sample(theme: Theme, color: HighlightColor, style: MarkStyle, side: int) -> QPixmap:
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colors = theme.marks[color]
    thick = side / 12
    if style is MarkStyle.HIGHLIGHT:
        fill = QColor(colors.fill)
        fill.setAlphaF(1.0)
        painter.setBrush(fill)
        painter.setPen(QPen(colors.line, thick / 2))
        painter.drawEllipse(QRectF(side * 0.14, side * 0.14, side * 0.72, side * 0.72))
    else:
        painter.setPen(QPen(colors.line, thick * 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        path = QPainterPath(QPointF(side * 0.1, side * 0.6))
        if style is MarkStyle.UNDERLINE:
            path.lineTo(side * 0.9, side * 0.6)
        else:
            for step in range(4):
                x = side * (0.1 + 0.2 * step)
                path.quadTo(x + side * 0.1, side * (0.35 if step % 2 else 0.85), x + side * 0.2, side * 0.6)
        painter.drawPath(path)
    painter.end()
    return pixmap
