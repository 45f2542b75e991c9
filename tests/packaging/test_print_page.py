from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from tests.packaging.scripts import script

print_page = script("print_page.py")
MOMENT = 1_767_225_600  # 2026-01-01


@pytest.fixture
def printed(tmp_path: Path, qapp: object) -> bytes:
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.drawLine(0, 0, 90, 90)
    painter.end()
    return (tmp_path / "page.pdf").read_bytes()


def test_time_and_number_depend_on_the_moment_alone(printed: bytes) -> None:
    settled = print_page.settled(printed, MOMENT)
    assert len(settled) == len(printed)
    assert set(re.findall(rb"\(D:(\d+)", settled)) == {b"20260101000000"}
    assert set(re.findall(rb'Date="([^"+Z]{19})', settled)) == {b"2026-01-01T00:00:00"}
    other = re.sub(rb"(?<=uuid:)[\da-f]{8}", b"01234567", printed).replace(b"(D:20", b"(D:19")
    other = re.sub(rb"(?<=/ID \[ <)[\da-f]{8}", b"01234567", other)
    assert other != printed
    assert print_page.settled(other, MOMENT) == settled
    assert print_page.settled(printed, MOMENT + 1) != settled


def test_nothing_else_is_touched(printed: bytes) -> None:
    settled = print_page.settled(printed, MOMENT)
    differing = [place for place in range(len(printed)) if printed[place] != settled[place]]
    assert 0 < len(differing) < 400
    assert (
        settled[settled.index(b"xref") : settled.index(b"/ID")]
        == printed[printed.index(b"xref") : printed.index(b"/ID")]
    )
