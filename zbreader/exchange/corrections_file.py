"""`.zbfix`: the corrections to one source, to hand to someone who has the same file (docs/formats.md)."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from zbreader import __version__
from zbreader.exchange.bounded_json import read_json, storable
from zbreader.model.correction import CHANGES, Correction
from zbreader.model.correction_fields import from_fields, to_fields
from zbreader.model.errors import KnownError

VERSION = 1
_MOST_BYTES = 16 * 1024 * 1024
_MOST = 100_000  # corrections to one source
_LONGEST = 1000  # code points of a name or label
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9T:.Z+-]{0,40}")


@dataclass(frozen=True, slots=True)
class CorrectionsFile:
    """Corrections, and the source they belong to: its SHA-256, its file's name, and what a person calls its issue."""

    source_sha256: str
    source_name: str
    label: str
    corrections: tuple[Correction, ...]


def dump(content: CorrectionsFile) -> bytes:
    """The file's bytes, the same for the same corrections."""
    document = {
        "format": "zbfix",
        "version": VERSION,
        "program": f"zbreader {__version__}",
        "issue": content.label,
        "source": {"name": content.source_name, "sha256": content.source_sha256},
        "corrections": to_items(content.corrections),
    }
    return storable(json.dumps(document, ensure_ascii=False, indent=1)).encode()


def load(data: bytes, name: str) -> CorrectionsFile:
    """The content of a file's bytes; `name` is the file's, for the sentences.

    Raises KnownError for what is no such file, is damaged, too large, or comes from a newer version.
    """
    if len(data) > _MOST_BYTES:
        raise KnownError("校订文件 {file} 超过 16 MB，太大了，没有读取。请确认选对了文件。", file=name)
    document = read_json(data, name)
    if not isinstance(document, dict) or document.get("format") != "zbfix":
        raise KnownError("文件 {file} 不是校订文件。请选择 .zbfix 文件。", file=name)
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise KnownError(
            "校订文件 {file} 由较新版本的支部阅读制作（格式 {version}），本程序只能读到格式 {known}。请升级后再套用。",
            file=name,
            version=version,
            known=VERSION,
        )
    source = document.get("source")
    if version is True or version != VERSION or not isinstance(source, dict):
        raise _damaged(name)
    checksum = source.get("sha256")
    if not isinstance(checksum, str) or not _SHA256.fullmatch(checksum):
        raise _damaged(name)
    try:
        corrections = from_items(document.get("corrections"))
    except ValueError as error:
        raise _damaged(name) from error
    return CorrectionsFile(checksum, _short(source.get("name")), _short(document.get("issue")), corrections)


def to_items(corrections: Iterable[Correction]) -> list[dict[str, object]]:
    """Corrections as JSON values, in their order."""
    return [
        {
            "id": one.id,
            "change": one.change.name,
            **to_fields(one.change),
            "creator": one.creator,
            "created": one.created,
        }
        for one in corrections
    ]


def from_items(given: object) -> tuple[Correction, ...]:
    """The inverse of `to_items`; what a newer program knows to correct is passed over. Raises ValueError."""
    if not isinstance(given, list) or len(given) > _MOST:
        raise ValueError("corrections")
    read = [_correction(item) for item in given]
    return tuple({one.id: one for one in read if one is not None}.values())


def _correction(given: object) -> Correction | None:
    if not isinstance(given, dict) or not isinstance(given.get("change"), str):
        raise ValueError("correction")
    name, id_, created = given["change"], given.get("id"), given.get("created")
    if name not in CHANGES:
        return None
    if not isinstance(id_, str) or not isinstance(created, str) or not _MOMENT.fullmatch(created):
        raise ValueError(name)
    return Correction(str(uuid.UUID(id_)), from_fields(name, given), _short(given.get("creator")), created)


def _short(given: object) -> str:
    return storable(given[:_LONGEST]) if isinstance(given, str) else ""


def _damaged(name: str) -> KnownError:
    return KnownError("校订文件 {file} 已损坏，没有套用。请让对方重新保存。", file=name)
