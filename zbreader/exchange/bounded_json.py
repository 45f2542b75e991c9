"""JSON from a stranger: read only within limits of size, and without the numbers that JSON does not know."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from zbreader.model.errors import KnownError

_MOST_BYTES = 64 * 1024 * 1024
_MOST_CONTAINERS = 3_000_000  # lists and objects: 64 MB of empty ones would fill 2 GB
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def read_json(data: bytes, name: str) -> object:
    """Parse the file's bytes: UTF-8, with or without a byte order mark, at most 64 MB.

    Nesting is bounded by the parser, which refuses what is deeper than Python's stack.
    Raises KnownError naming the file.
    """
    text = bounded_text(data, name)
    try:
        return parsed(text)
    except ValueError as error:
        raise KnownError(
            "文件 {file} 不完整，可能没有传完，也可能不是支部阅读的文件。请让对方重新导出。", file=name
        ) from error


def bounded_text(data: bytes, name: str) -> str:
    """The file's text, if it is not larger than any JSON one would read. Raises KnownError naming the file."""
    if len(data) > _MOST_BYTES:
        raise KnownError("文件 {file} 超过 64 MB，太大了，没有读取。请让对方分几次导出。", file=name)
    try:
        text = data.decode("utf-8-sig")
        if text.count("[") + text.count("{") > _MOST_CONTAINERS:
            raise KnownError("文件 {file} 的结构过于庞大，不是正常的文件，没有读取。请让对方重新导出。", file=name)
    except UnicodeDecodeError as error:
        raise KnownError("文件 {file} 不是 UTF-8 编码的文本，可能已损坏。请让对方重新导出。", file=name) from error
    return text


def parsed(text: str) -> object:
    """What JSON means, without the numbers that JSON does not know. Raises ValueError."""
    try:
        document: object = json.loads(text, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("deep") from error
    return document


def storable(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD, one for one, so that offsets still count."""
    return _UNSTORABLE.sub("\ufffd", text)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
