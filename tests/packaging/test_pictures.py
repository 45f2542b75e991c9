from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.packaging.scripts import script

pictures = script("pictures.py")
TEXT = "# 手册\n\n![一](screenshots/one.png)\n![别处](https://example.org/two.png) screenshots/one.png\n"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    tmp_path.joinpath("docs", "screenshots").mkdir(parents=True)
    image = QImage(64, 40, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(40):
            image.setPixel(x, y, 0xFF000000 + x * 0x30201 + y)
    assert image.save(str(tmp_path / "docs" / "screenshots" / "one.png"))
    tmp_path.joinpath("docs", "guide.md").write_text(TEXT, encoding="utf-8")
    return tmp_path / "docs" / "guide.md"


def test_a_picture_loses_nothing_and_the_text_names_it(guide: Path, tmp_path: Path) -> None:
    pictures.lay_guide(guide, tmp_path / "out")
    laid = QImage(str(tmp_path / "out" / "screenshots" / "one.webp"))
    assert laid == QImage(str(guide.parent / "screenshots" / "one.png")).convertToFormat(laid.format())
    expected = TEXT.replace("](screenshots/one.png)", "](screenshots/one.webp)")
    assert (tmp_path / "out" / "guide.md").read_text("utf-8") == expected


def test_a_picture_that_is_missing_stops_the_build(guide: Path, tmp_path: Path) -> None:
    guide.parent.joinpath("screenshots", "one.png").unlink()
    with pytest.raises(ValueError, match="one"):
        pictures.lay_guide(guide, tmp_path / "out")
