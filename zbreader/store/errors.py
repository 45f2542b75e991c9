"""What SQLite complains about, said to a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.model.message import message

# By SQLite's own words, because Python 3.10 does not give the error's code.
_SENTENCES = (
    (
        "file is not a database",
        message(
            "文件 {file} 不是支部阅读的资料库，或已损坏。"
            "请用“zbreader recover”修复，或用“zbreader restore 备份文件”换回备份。"
        ).template,
    ),
    (
        "malformed",
        message("资料库 {file} 已损坏。请用“zbreader recover”修复，或用“zbreader restore 备份文件”换回备份。").template,
    ),
    ("disk is full", message("磁盘已满，资料库 {file} 写不下了，这次没有改动任何内容。请腾出空间后再试。").template),
    ("locked", message("资料库 {file} 正被另一个程序使用，这次没有改动任何内容。请稍候再试。").template),
    ("readonly", message("资料库 {file} 是只读的，不能保存改动。请检查文件和文件夹的写入权限。").template),
    ("unable to open", message("打不开资料库 {file}。请检查它所在的文件夹是否存在、是否有读写权限。").template),
    ("disk I/O", message("读写资料库 {file} 时磁盘出错。请检查磁盘或优盘是否完好、是否已被拔出。").template),
)
_DAMAGE = tuple(sentence for part, sentence in _SENTENCES if part in ("file is not a database", "malformed"))


class DamagedFile(KnownError):
    """The file is no SQLite database, or a broken one: only a backup helps."""


@contextmanager
def said_kindly(path: Path) -> Iterator[None]:
    """Turn those errors of SQLite that are the world's into KnownError about PATH; others (ours) pass."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        sentence = sentence_for(error)
        if sentence is None:
            raise
        kind = DamagedFile if sentence in _DAMAGE else KnownError
        raise kind(sentence, file=path) from error


def sentence_for(error: sqlite3.DatabaseError) -> str | None:
    """The template (with `{file}`) for ERROR, or None when it is not the world's fault."""
    words = str(error)
    return next((sentence for part, sentence in _SENTENCES if part in words), None)
