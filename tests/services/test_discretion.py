"""What is written down about a mistake tells where it happened and nothing that a person wrote."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.errors import KnownError
from zbreader.services.discretion import discreet, report_of
from zbreader.services.logbook import FILE, close_log, open_log

SECRET = "林溪的悄悄话"


def failing(text: str) -> None:
    raise KeyError(text)


def raised(text: str) -> BaseException:
    try:
        try:
            failing(text)
        except KeyError as error:
            raise ValueError(f"no place for {text!r} in '/media/lin xi/notes.txt'") from error
    except ValueError as error:
        return error
    raise AssertionError


def test_kinds_and_places_are_told_and_no_words() -> None:
    said = report_of(raised(SECRET))
    assert "builtins.ValueError: no place for '…' in '….txt'" in said
    assert "caused by" in said and "builtins.KeyError" in said
    assert "tests/services/test_discretion.py:" in said and " failing" in said
    assert "林" not in said and "lin xi" not in said and "media" not in said


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[Errno 2] No such file or directory: '/srv/lin/笔记.txt'", "[Errno 2] No such file or directory: '….txt'"),
        (r"cannot open D:\papers\lin\a.db", "cannot open ….db"),
        ("no such column: creator_id", "no such column: creator_id"),
        ('File "/opt/app/zbreader/search/query.py", line 3', 'File "zbreader/search/query.py", line 3'),
        ("division by zero", "division by zero"),
        ("把“甲”看成", "…"),
        ("'it\\'s mine' and \"hers\"", "'…' and \"…\""),
    ],
)
def test_what_is_left_of_a_message(text: str, kept: str) -> None:
    assert discreet(text) == kept


@given(st.text(st.characters(min_codepoint=0x3000, max_codepoint=0x9FFF), min_size=1), st.text(max_size=40))
def test_nothing_but_ascii_is_left(chinese: str, around: str) -> None:
    said = discreet(f"{around}{chinese}{around}")
    assert all(character == "…" or character.isascii() for character in said)


def test_a_message_without_end_is_cut() -> None:
    assert len(discreet("word " * 1000)) <= 301


def test_the_log_holds_no_persons_words(tmp_path: Path) -> None:
    log = logging.getLogger("zbreader.services.importing")
    handler = open_log(tmp_path)
    try:
        log.error("reading of %s took more than %s seconds", f"/media/{SECRET}.pdf", 60)
        log.warning("no backup before %s: %s", "import", KnownError("磁盘已满，文件 {file} 没有写成。", file=SECRET))
        try:
            failing(SECRET)
        except KeyError:
            log.exception("import of %s failed", SECRET)
        log.error("unexpected: %s", raised(SECRET), exc_info=raised(SECRET))
    finally:
        close_log(handler)
    written = (tmp_path / FILE).read_text(encoding="utf-8")
    assert SECRET not in written and "悄悄" not in written and "media" not in written
    assert "reading of ….pdf took more than 60 seconds" in written
    assert "no backup before import: 磁盘已满，文件 {file} 没有写成。" in written
    assert "KeyError" in written and "test_discretion.py:" in written
