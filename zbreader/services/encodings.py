"""Texts whose encoding a person should choose, and what each choice would read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.model.errors import KnownError
from zbreader.services import source_files
from zbreader.services.files import read_limited

if TYPE_CHECKING:
    from zbreader.importers import Reading


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A text that could be read in several encodings, the likeliest first; sha256: of its bytes."""

    path: Path
    sha256: str
    readings: tuple[Reading, ...]


def doubtful_in(path: Path) -> Doubtful | None:
    """The text in PATH if nobody could be sure of its encoding; None for all else, also for what cannot be read."""
    from zbreader import importers

    if path.suffix.lower() == source_files.PACK_SUFFIX:
        return None
    try:
        data = read_limited(path, source_files.SIZE_LIMIT)
        if not data or importers.kind_of(path.name, data).is_foreign or _is_plain(data):
            return None
        if importers.read_source(path.name, data).is_sure:
            return None
    except KnownError:
        return None  # told when it is imported
    return readings_of(path, data)


def readings_in(path: Path) -> Doubtful | None:
    """What each encoding makes of the file PATH; None for a format that knows its own, and for what cannot be read."""
    if path.suffix.lower() == source_files.PACK_SUFFIX:
        return None
    try:
        return readings_of(path, read_limited(path, source_files.SIZE_LIMIT))
    except KnownError:
        return None


def readings_of(path: Path, data: bytes) -> Doubtful | None:
    """What each encoding makes of the bytes of PATH; None for a format that knows its own."""
    from zbreader import importers

    if importers.kind_of(path.name, data).is_foreign:
        return None
    return Doubtful(path, hashlib.sha256(data).hexdigest(), tuple(importers.readings(data)))


def is_same(first: str | None, second: str | None) -> bool:
    """Whether two names mean one encoding (GBK, gb18030)."""
    from zbreader.importers.readers.encoding import named

    return first == second or (first is not None and second is not None and named(first) == named(second))


def _is_plain(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data
