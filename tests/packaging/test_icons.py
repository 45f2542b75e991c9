from __future__ import annotations

import struct

from PySide6.QtGui import QImage

from tests.packaging.scripts import script

icons = script("icons.py")


def test_the_drawing_becomes_a_picture_with_a_transparent_corner(qapp: object) -> None:
    png = icons.draw(icons.DRAWING, 32)
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (32, 32)
    assert image.pixelColor(0, 0).alpha() == 0 and image.pixelColor(16, 5).alpha() == 255
    assert icons.draw(icons.DRAWING, 32) == png


def test_a_windows_icon_points_at_each_of_its_pictures() -> None:
    data = icons.ico({16: b"small", 256: b"large!"})
    assert struct.unpack_from("<HHH", data) == (0, 1, 2)
    for number, (side, png) in enumerate(((16, b"small"), (0, b"large!"))):
        width, _, _, _, _, _, size, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert width == side and data[offset : offset + size] == png


def test_a_mac_icon_tells_its_length() -> None:
    data = icons.icns({16: b"small", 512: b"large!"})
    assert data[:4] == b"icns" and struct.unpack_from(">I", data, 4) == (len(data),)
    assert data[8:12] == b"icp4" and b"ic09" in data and b"ic08" not in data
