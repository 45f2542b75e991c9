"""Files: read with a limit, written whole or not at all, and every fault said kindly."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.services.files import read_limited, write_whole


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "新" / "a.txt"
    assert write_whole(path, b"1") == 1
    path.chmod(0o600)
    write_whole(path, b"22")
    assert read_limited(path, 2) == b"22"
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EACCES, "没有权限写入"),
        (errno.EROFS, "没有权限写入"),
        (errno.EIO, "没有写成"),
    ],
)
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError, match=sentence):
        write_whole(path, b"new")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="是文件夹，这里需要一个文件"):
        read_limited(tmp_path, 10)
    with pytest.raises(KnownError, match=r"是文件夹|没有写成|没有权限"):
        write_whole(tmp_path, b"")


@pytest.mark.parametrize("name", ["没有.txt", "a\0b", "x" * 300])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match=r"找不到文件|读不出文件"):
        read_limited(tmp_path / name, 10)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1_048_577)
    with pytest.raises(KnownError, match="超过 1 兆字节"):
        read_limited(path, 1_048_576)
