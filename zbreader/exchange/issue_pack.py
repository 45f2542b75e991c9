"""`.zbissue`: issues to hand to someone else, a zip of their sources with a manifest and checksums (docs/formats.md).

A pack holds what an import was given, never what it made of it: the receiver's own importer reads the source again. It
is read in memory and nothing is ever unpacked to a folder, so names inside lead nowhere; they are checked all the same.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from zbreader import __version__
from zbreader.exchange import signing
from zbreader.exchange.bounded_json import read_json, storable
from zbreader.exchange.corrections_file import from_items, to_items
from zbreader.model.correction import Correction
from zbreader.model.errors import KnownError
from zbreader.model.person import Person

VERSION = 1
_KIND = b"zbissue"  # what is signed
_MANIFEST = "manifest.json"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can tell: the same issues give the same bytes

_MOST_PACKED = 256 * 1024 * 1024
_MOST_UNPACKED = 512 * 1024 * 1024  # all together
_MOST_IN_SOURCE = 64 * 1024 * 1024
_MOST_IN_MANIFEST = 8 * 1024 * 1024
_MOST_ISSUES = 2000
_LONGEST = 200  # characters of a maker's id, name or group
_MOST_RATIO = 200  # text packs 3 to 10 times, blank paper 100 times
_FREE = 1024 * 1024  # bytes below which the ratio does not matter

_SOURCE = re.compile(r"sources/[0-9]{1,6}")
_ENCODING = re.compile(r"[a-z0-9-]{2,20}")
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
_UNPRINTABLE = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# All that zipfile raises for damaged bytes, beyond its own exception.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError, KeyError)


@dataclass(frozen=True, slots=True)
class PackedIssue:
    """One issue in a pack: its id, what a person calls it, and its source as it was imported."""

    id: str
    label: str
    source_name: str  # the file's name, without a folder
    source_bytes: bytes
    sha256: str = ""  # of source_bytes, 64 hexadecimal digits; filled in by `load`, checked by `dump` when given
    corrections: tuple[Correction, ...] = ()  # to this source, in their order
    encoding: str | None = None  # what a person says of its text; None: it is told from the bytes


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds, who made it (None when it does not tell), and the public key that signed it, if one did."""

    issues: Sequence[PackedIssue]
    maker: Person | None = None
    signer: str | None = None


def dump(issues: Iterable[PackedIssue], maker: Person | None = None, seed: bytes | None = None) -> bytes:
    """The pack's bytes, the same for the same issues in any order. seed: of the key that signs (None: no signature).

    Raises KnownError when a source is not what its checksum says, or when there is too much for one pack.
    """
    chosen = sorted(issues, key=lambda issue: issue.id)
    if len(chosen) > _MOST_ISSUES or sum(len(issue.source_bytes) for issue in chosen) > _MOST_UNPACKED:
        raise KnownError("一个期刊包最多装 2000 期、512 MB，请分几个包导出。")
    entries = []
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, issue in enumerate(chosen, 1):
            entries.append(_entry(issue, f"sources/{number}"))
        manifest: dict[str, object] = {"format": "zbissue", "version": VERSION, "program": f"zbreader {__version__}"}
        if maker is not None and maker.name:
            manifest["maker"] = {"id": maker.id, "name": maker.name, "group": maker.group}
        if seed is not None:
            manifest["signature"] = signing.place_for(seed)
        manifest["issues"] = entries
        written = storable(json.dumps(manifest, ensure_ascii=False, indent=1)).encode()
        _write(archive, _MANIFEST, written if seed is None else signing.signed(written, seed, _KIND))
        for number, issue in enumerate(chosen, 1):
            _write(archive, f"sources/{number}", issue.source_bytes)
    return packed.getvalue()


def load(data: bytes, name: str) -> list[PackedIssue]:
    """The issues in a pack's bytes; as `read`."""
    return list(read(data, name).issues)


def read(data: bytes, name: str) -> Pack:
    """What a pack's bytes hold, every checksum and the signature verified; `name`: the file's, for the sentences.

    Raises KnownError for what is no pack, is damaged, was made to do harm, or comes from a newer version.
    """
    if len(data) > _MOST_PACKED or data.count(b"PK\x01\x02") > 2 * _MOST_ISSUES:
        raise KnownError("期刊包 {file} 太大了（最多 256 MB、2000 期），没有读取。请让对方分几个包。", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _checked_members(archive, name)
            manifest = _read(archive, members, _MANIFEST, _MOST_IN_MANIFEST, name)
            document, entries = _entries(manifest, name)
            told = document.get("signature")
            signer = None if told is None else signing.signer_of(manifest, told, _KIND, name)
            if {path for path, _ in entries} != members.keys() - {_MANIFEST}:
                raise KnownError("期刊包 {file} 的目录与内容不一致，可能已损坏。请让对方重新打包。", file=name)
            issues = [
                _verified(issue, _read(archive, members, path, _MOST_IN_SOURCE, name), name) for path, issue in entries
            ]
            return Pack(issues, _maker(document.get("maker")), signer)
    except _DAMAGE as error:
        raise KnownError("期刊包 {file} 打不开，可能没有传完或已损坏。请让对方重新打包。", file=name) from error


def _entry(issue: PackedIssue, path: str) -> dict[str, object]:
    checksum = hashlib.sha256(issue.source_bytes).hexdigest()
    if issue.sha256 not in ("", checksum):
        raise KnownError("{label} 的原文与校验和不符，没有打包。请重新导入这一期。", label=issue.label)
    if len(issue.source_bytes) > _MOST_IN_SOURCE:
        raise KnownError("{label} 的原文超过 64 MB，装不进期刊包。请把原来的文件直接交给对方导入。", label=issue.label)
    return {
        "id": issue.id,
        "label": issue.label,
        "source": {
            "path": path,
            "name": _base_name(issue.source_name),
            "size": len(issue.source_bytes),
            "sha256": checksum,
            **({"encoding": issue.encoding} if issue.encoding else {}),
        },
        "corrections": to_items(issue.corrections),
    }


def _write(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    info = zipfile.ZipInfo(path, _LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # the same on every system
    info.external_attr = 0o644 << 16
    archive.writestr(info, data, compresslevel=9)


def _checked_members(archive: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    """What lies in the zip, by name: nothing but a manifest and plain source files of a believable size."""
    members: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        plain = info.filename == _MANIFEST or _SOURCE.fullmatch(info.filename)
        if not plain or info.filename in members or stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
            raise KnownError("期刊包 {file} 里有不该有的内容，不可信，没有读取。请向可靠的人重新要一份。", file=name)
        if info.flag_bits & 1:
            raise KnownError("期刊包 {file} 加了密码，无法读取。请让对方重新打包。", file=name)
        if info.file_size > _FREE and info.file_size > _MOST_RATIO * info.compress_size:
            raise KnownError("期刊包 {file} 展开后大得不合情理，不可信，没有读取。请向可靠的人重新要一份。", file=name)
        members[info.filename] = info
    if sum(info.file_size for info in members.values()) > _MOST_UNPACKED:
        raise KnownError("期刊包 {file} 展开后超过 512 MB，没有读取。请让对方分几个包。", file=name)
    if _MANIFEST not in members:
        raise KnownError("文件 {file} 不是期刊包：里面没有目录。请选择 .zbissue 文件。", file=name)
    return members


def _read(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], path: str, most: int, name: str) -> bytes:
    """One file's bytes, at most as many as its header says, whatever its compressed bytes would give."""
    info = members[path]
    if info.file_size > most:
        raise KnownError("期刊包 {file} 里有一个文件太大，没有读取。请让对方重新打包。", file=name)
    with archive.open(info) as member:
        return member.read(most)


def _maker(told: object) -> Person | None:
    texts = [told.get(field) for field in ("id", "name", "group")] if isinstance(told, dict) else []
    id_, maker, group = (storable(text)[:_LONGEST] if isinstance(text, str) else "" for text in texts or [""] * 3)
    return Person(id_, maker, group) if maker else None


def _entries(manifest: bytes, name: str) -> tuple[dict[str, object], list[tuple[str, PackedIssue]]]:
    """The manifest, and the paths and issues (still without bytes) that it names."""
    document = read_json(manifest, name)
    if not isinstance(document, dict) or document.get("format") != "zbissue":
        raise KnownError("文件 {file} 不是期刊包：目录不合格式。请选择 .zbissue 文件。", file=name)
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise KnownError(
            "期刊包 {file} 由较新版本的支部阅读制作（格式 {version}），本程序只能读到格式 {known}。请升级后再导入。",
            file=name,
            version=version,
            known=VERSION,
        )
    issues = document.get("issues")
    if version is True or version != VERSION or not isinstance(issues, list) or len(issues) > _MOST_ISSUES:
        raise KnownError("期刊包 {file} 的目录已损坏，没有读取。请让对方重新打包。", file=name)
    entries = [_named(issue, name) for issue in issues]
    if len({path for path, _ in entries}) < len(entries) or len({issue.id for _, issue in entries}) < len(entries):
        raise KnownError("期刊包 {file} 的目录里有重复的期，没有读取。请让对方重新打包。", file=name)
    return document, entries


def _named(given: object, name: str) -> tuple[str, PackedIssue]:
    source = given.get("source") if isinstance(given, dict) else None
    if isinstance(given, dict) and isinstance(source, dict):
        texts = [given.get("id"), given.get("label"), source.get("path"), source.get("name"), source.get("sha256")]
        strings = [storable(text) for text in texts if isinstance(text, str) and len(text) <= 1000]
        if len(strings) == len(texts) and _ID.fullmatch(strings[0]):
            issue_id, label, path, file_name, checksum = strings
            with suppress(ValueError):
                corrections = from_items(given.get("corrections", []))
                encoding = (
                    said if isinstance(said := source.get("encoding"), str) and _ENCODING.fullmatch(said) else None
                )
                return path, PackedIssue(issue_id, label, _base_name(file_name), b"", checksum, corrections, encoding)
    raise KnownError("期刊包 {file} 的目录已损坏，没有读取。请让对方重新打包。", file=name)


def _verified(issue: PackedIssue, source: bytes, name: str) -> PackedIssue:
    if hashlib.sha256(source).hexdigest() != issue.sha256:
        raise KnownError(
            "期刊包 {file} 里《{label}》的校验和不符，文件已损坏。请让对方重新打包。", file=name, label=issue.label
        )
    return replace(issue, source_bytes=source)


def _base_name(file_name: str) -> str:
    """A file's name without folders, control and bidirectional characters; never empty."""
    return _UNPRINTABLE.sub("", re.split(r"[\\/]", file_name)[-1]).strip(" .")[:255] or "source"
