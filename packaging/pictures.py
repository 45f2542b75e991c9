"""Lays the guide out for the packages: its text, and its pictures without loss in a third of their size.

Used by zbreader.spec and windows/stage.py. Qt writes WebP without loss at quality 100; the program reads it with the
same plugin.
"""

from __future__ import annotations

import re
from pathlib import Path

PICTURE = re.compile(r"(?<=\]\()screenshots/([\w.-]+)\.png(?=\))")


def lay_guide(guide: Path, out: Path) -> None:
    """Writes GUIDE and the pictures it names to OUT. Raises ValueError for a picture that cannot be read or written."""
    from PySide6.QtGui import QImage

    text = guide.read_text(encoding="utf-8")
    pictures = out / "screenshots"
    pictures.mkdir(parents=True, exist_ok=True)
    for name in sorted(set(PICTURE.findall(text))):
        image = QImage(str(guide.parent / "screenshots" / f"{name}.png"))
        if image.isNull() or not image.save(str(pictures / f"{name}.webp"), "WEBP", 100):
            raise ValueError(name)
    out.joinpath(guide.name).write_text(PICTURE.sub(r"screenshots/\1.webp", text), encoding="utf-8", newline="\n")
