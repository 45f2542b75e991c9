"""zbreader sessions."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from zbreader.cli import run
from zbreader.services.library import open_library

Command = Callable[..., Any]


@pytest.fixture
def planned(zb: Command, library: Path, sample: Path) -> str:
    """Id of a session about the sample's first article."""
    assert zb("import", sample).status == 0
    services = open_library(
        library, clock=lambda: datetime(2031, 6, 1, tzinfo=timezone.utc), random_bits=secrets.randbits
    )
    article = services.reading.articles(services.reading.issues()[0].id)[0]
    session = services.studying.plan([article.id], theme="把灯点亮", day="2031-06-20")
    services.close()
    return session.id


def test_sessions_are_listed(zb: Command, planned: str) -> None:
    listed = zb("sessions")
    assert "2031-06-20  把灯点亮" in listed.out and planned in listed.out
    (session,) = zb("sessions", "--json").json
    assert (session["id"], session["theme"]) == (planned, "把灯点亮")
    assert session["articles"][0]["title"] in listed.out


def test_a_sheet_is_written(zb: Command, planned: str, tmp_path: Path) -> None:
    path = tmp_path / "计划.csv"
    assert zb("sessions", planned, "-o", path, "--template", "学习计划表").status == 0
    assert "把灯点亮" in path.read_text(encoding="utf-8-sig")
    assert zb("sessions", "-o", tmp_path / "记录.docx").status == 0
    assert (tmp_path / "记录.docx").read_bytes().startswith(b"PK")


def test_a_pdf_is_drawn_by_whoever_can(zb: Command, library: Path, planned: str, tmp_path: Path) -> None:
    path = tmp_path / "记录.pdf"
    drawn: list[str] = []

    def draw(page: str) -> bytes:
        drawn.append(page)
        return b"%PDF"

    def cannot(page: str) -> bytes:
        raise ImportError

    words = ["--library", str(library), "sessions", planned, "-o", str(path)]
    without = zb("sessions", planned, "-o", path)
    assert (without.status, "不能直接导出 PDF" in without.err, path.exists()) == (1, True, False)
    assert (run(words, draw_pdf=cannot), path.exists()) == (1, False)
    assert run(words, draw_pdf=draw) == 0
    assert path.read_bytes() == b"%PDF" and "把灯点亮" in drawn[0]


def test_a_plan_is_handed_out_and_taken_in(zb: Command, planned: str, sample: Path, tmp_path: Path) -> None:
    path, other = tmp_path / "送学.zbnotes", tmp_path / "other"
    nameless = zb("sessions", planned, "-o", path)
    assert (nameless.status, "我是谁" in nameless.err, path.exists()) == (1, True, False)
    (tmp_path / "library" / "settings.json").write_text('{"person": "江一苇"}', encoding="utf-8")
    assert zb("sessions", planned, "-o", path, "--with-notes").status == 0
    took = zb("--library", other, "merge-notes", path, "--json").json
    assert (took["sessions"], took["added"]) == (1, 0)
    (session,) = zb("--library", other, "sessions", "--json").json
    assert (session["theme"], session["day"]) == ("把灯点亮", "2031-06-20")
    assert "学习会" not in zb("--library", other, "merge-notes", path).out


def test_what_is_not_there_is_told(zb: Command, library: Path, planned: str, tmp_path: Path) -> None:
    unknown = zb("sessions", "x")
    assert (unknown.status, unknown.out) == (1, "") and "没有编号为 x 的学习会" in unknown.err
    wrong = zb("sessions", "-o", tmp_path / "a.docx", "--template", "没有的")
    assert wrong.status == 1 and "没有名为“没有的”的模板" in wrong.err
    assert not (tmp_path / "a.docx").exists()


def test_a_library_without_sessions(zb: Command, tmp_path: Path) -> None:
    assert zb("sessions").status == 0
    assert zb("sessions", "-o", tmp_path / "a.docx").status == 1
