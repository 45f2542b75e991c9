"""Readers: the bytes of a file in, a SourceDocument out. One file per family of formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from zbreader.importers.readers import txt
from zbreader.model.errors import KnownError
from zbreader.model.source import SourceDocument

SIZE_LIMIT = 20 * 1024 * 1024  # bytes

Reader = Callable[[str, bytes], SourceDocument]

READERS: Mapping[str, Reader] = {
    ".txt": txt.read,
    ".text": txt.read,
    ".md": txt.read,
    ".markdown": txt.read,
}


def read_source(name: str, data: bytes) -> SourceDocument:
    """Read a file by its name's ending; an unknown ending is read as text.

    An empty, too large (SIZE_LIMIT) or binary file raises KnownError.
    """
    if not data:
        raise KnownError("文件“{file}”是空的，没有可以导入的内容。", file=name)
    if len(data) > SIZE_LIMIT:
        raise KnownError(
            "文件“{file}”太大（{size} MB），最多能导入 {limit} MB。请把它拆成几个文件再导入。",
            file=name,
            size=round(len(data) / 1024 / 1024),
            limit=SIZE_LIMIT // 1024 // 1024,
        )
    return READERS.get(PurePath(name).suffix.lower(), txt.read)(name, data)
