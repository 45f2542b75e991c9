"""Draws the icons of the packages from resources/icons/zbreader.svg: `python packaging/icons.py OUTDIR`.

Writes zbreader-<side>.png, zbreader.ico and installer.bmp (Windows), zbreader.icns (macOS), always the same bytes. The
containers take PNG images as they are: .ico since Windows Vista, .icns since Mac OS X 10.7. Needs PySide6.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "zbreader.svg"
SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
SIDE_OF_INSTALLER = (164, 314)  # pixels, as NSIS wants it
PAPER = "#f4ecd8"
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
}


def ico(pngs: Mapping[int, bytes]) -> bytes:
    """An .ico file of square PNG images by their side in pixels (at most 256)."""
    offset = 6 + 16 * len(pngs)
    head, images = struct.pack("<HHH", 0, 1, len(pngs)), b""
    for side, png in sorted(pngs.items()):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), offset + len(images))
        images += png
    return head + images


def icns(pngs: Mapping[int, bytes]) -> bytes:
    """An .icns file of square PNG images by their side in pixels; kinds whose side is missing are left out."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pngs[side])) + pngs[side] for kind, side in ICNS_KINDS.items() if side in pngs
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def draw(drawing: Path, side: int) -> bytes:
    """The SVG file DRAWING as a PNG, SIDE pixels wide and high."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise OSError(f"Qt could not write a PNG of {drawing}")
    return buffer.data().data()


def installer_side(drawing: Path) -> bytes:
    """The picture at the left of the Windows installer's first and last page, a BMP."""
    from PySide6.QtCore import QBuffer, QIODevice, QRectF
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    width, height = SIDE_OF_INSTALLER
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(width * 0.2, height * 0.12, width * 0.6, width * 0.6))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "BMP"):
        raise OSError("Qt could not write a BMP")
    return buffer.data().data()


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    pngs = {side: draw(DRAWING, side) for side in SIDES}
    for side, png in pngs.items():
        folder.joinpath(f"zbreader-{side}.png").write_bytes(png)
    folder.joinpath("zbreader.ico").write_bytes(ico({side: pngs[side] for side in ICO_SIDES}))
    folder.joinpath("installer.bmp").write_bytes(installer_side(DRAWING))
    folder.joinpath("zbreader.icns").write_bytes(icns(pngs))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
