"""A zip archive that is not trusted: nothing is written to disk, and nothing unpacks beyond its limits."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO

from zbreader.importers.readers import limits
from zbreader.model.errors import KnownError

_END = struct.Struct("<4s4H2LH")  # end of central directory (PKWARE APPNOTE 4.3.16)
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error)


class Archive:
    """The files of a zip archive by name. Every fault is a KnownError that names the archive."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._left = limits.UNPACKED_SIZE
        self._check_directory(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist() if not info.filename.endswith("/")}
        except _FAULTS as error:
            raise damaged(name) from error
        if len(self._members) > limits.MEMBERS:
            raise self._too_large()

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def names(self) -> list[str]:
        """Names of all files in the order of the archive."""
        return list(self._members)

    def find(self, member: str) -> str | None:
        """The name under which a file is kept whose name may differ in case; None where there is none."""
        if member in self._members:
            return member
        folded = member.casefold()
        return next((name for name in self._members if name.casefold() == folded), None)

    def read(self, member: str) -> bytes:
        """The bytes of a file. Raises KnownError where it is missing, encrypted, damaged or grows without measure."""
        info = self._members.get(member)
        if info is None:
            raise damaged(self.name)
        if info.flag_bits & 0x1:
            raise KnownError("文件“{file}”设有密码，无法导入。请去掉密码后再导入。", file=self.name)
        growth = info.file_size / max(1, info.compress_size)
        if info.file_size > min(limits.MEMBER_SIZE, self._left):
            raise self._too_large()
        if info.file_size > limits.RATIO_FREE and growth > limits.RATIO:
            raise self._too_large()
        try:
            with self._zip.open(info) as stream:
                content = stream.read(info.file_size + 1)
        except _FAULTS as error:
            raise damaged(self.name) from error
        self._left -= len(content)
        return content

    def _check_directory(self, data: bytes) -> None:
        """Refuse a table of contents so long that listing it would be work; the library reads it whole."""
        at = data.rfind(b"PK\x05\x06", -_END.size - 0xFFFF)
        if at < 0 or len(data) < at + _END.size:
            raise damaged(self.name)
        _, _, _, _, count, size, _, _ = _END.unpack_from(data, at)
        if count > limits.MEMBERS or size > limits.DIRECTORY_SIZE:
            raise self._too_large()

    def _too_large(self) -> KnownError:
        return KnownError(
            "文件“{file}”解开后过大，可能已损坏或不安全，没有导入。请换用可靠来源的文件。", file=self.name
        )


def damaged(name: str) -> KnownError:
    """The sentence for an archive that is not whole."""
    return KnownError("文件“{file}”已损坏或不完整，无法导入。请重新复制或下载这个文件后再试。", file=name)


def resolved(folder: str, reference: str) -> str:
    """The name in the archive to which a relative reference from a folder leads; never above its root."""
    path = reference if reference.startswith("/") else posixpath.join(folder, reference)
    return posixpath.normpath("/" + path.lstrip("/")).lstrip("/")
