"""`.zbfix`: the corrections to one source, to hand to someone who has the same file (docs/formats.md)."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from zbreader import __version__
from zbreader.exchange import signing
from zbreader.exchange.bounded_json import read_json, storable
from zbreader.model.correction import CHANGES, Correction
from zbreader.model.correction_fields import from_fields, to_fields
from zbreader.model.errors import KnownError
from zbreader.model.person import Person

VERSION = 1
_MOST_BYTES = 16 * 1024 * 1024
_MOST = 100_000  # corrections to one source
_LONGEST = 1000  # code points of a name or label
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9T:.Z+-]{0,40}")
_KIND = b"zbfix"  # what is signed
_LONGEST_NAME = 200  # characters of a maker's id, name or group


@dataclass(frozen=True, slots=True)
class CorrectionsFile:
    """Corrections, and the source they belong to: its SHA-256, its file's name, and what a person calls its issue.

    maker: who handed them on, None when it does not tell; signer: the public key that signed it, if one did.
    """

    source_sha256: str
    source_name: str
    label: str
    corrections: tuple[Correction, ...]
    maker: Person | None = None
    signer: str | None = None


def dump(content: CorrectionsFile, seed: bytes | None = None) -> bytes:
    """The file's bytes, the same for the same corrections. seed: of the key that signs (None: no signature)."""
    document: dict[str, object] = {"format": "zbfix", "version": VERSION, "program": f"zbreader {__version__}"}
    if content.maker is not None and content.maker.name:
        document["maker"] = {"id": content.maker.id, "name": content.maker.name, "group": content.maker.group}
    if seed is not None:
        document["signature"] = signing.place_for(seed)
    document |= {
        "issue": content.label,
        "source": {"name": content.source_name, "sha256": content.source_sha256},
        "corrections": to_items(content.corrections),
    }
    data = storable(json.dumps(document, ensure_ascii=False, indent=1)).encode()
    return data if seed is None else signing.signed(data, seed, _KIND)


def load(data: bytes, name: str) -> CorrectionsFile:
    """The content of a file's bytes; `name` is the file's, for the sentences.

    Raises KnownError for what is no such file, is damaged, too large, comes from a newer version, or was changed after
    it was signed.
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
    told = document.get("signature")
    signer = None if told is None else signing.signer_of(data, told, _KIND, name)
    label, given = _short(document.get("issue")), _short(source.get("name"))
    return CorrectionsFile(checksum, given, label, corrections, _maker(document.get("maker")), signer)


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


def _maker(told: object) -> Person | None:
    texts = [told.get(field) for field in ("id", "name", "group")] if isinstance(told, dict) else []
    id_, maker, group = (_short(text)[:_LONGEST_NAME] for text in texts or [""] * 3)
    return Person(id_, maker, group) if maker else None


def _damaged(name: str) -> KnownError:
    return KnownError("校订文件 {file} 已损坏，没有套用。请让对方重新保存。", file=name)
