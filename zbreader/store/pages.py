"""The rows in the pages of a SQLite file, read without SQLite: for a file that SQLite no longer opens.

After "Database File Format" of the SQLite documentation (sections 1.3, 1.5, 1.6, 2.1 and 4.1). Every page is looked
at by itself, so that a row is found whether or not the pages above it are whole. Everything in the file is doubted: a
length, a pointer or a text that makes no sense costs that row and nothing else.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import SEEK_END, FileIO
from pathlib import Path

Value = int | float | str | bytes | None

_USUAL_PAGE = 4096
_HEADER = 100  # bytes of the file's header, which stands in the first page
_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_MOST_PAYLOAD = 1 << 30
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. rowid: None in a table without rowids (an index page); page: 1 is the first."""

    page: int
    rowid: int | None
    values: tuple[Value, ...]


class Damaged(ValueError):
    """What stands here is no row."""


class Pages:
    """The pages of one file as the last whole transaction left them. `opened` gives one.

    A page is read when it is asked for: the memory that this takes does not grow with the file.
    """

    def __init__(self, content: FileIO, log: FileIO | None) -> None:
        self._content, self._log = content, log
        head, log_head = _bytes_at(content, 0, _HEADER), _bytes_at(log, 0, _WAL_HEADER)
        self.size = _page_size(head, log_head)
        unused = head[20] if len(head) == _HEADER and head[:6] == b"SQLite" else 0
        self._usable = self.size - (unused if unused < 64 else 0)
        self._newer = _committed_frames(log, log_head, self.size)
        self.count = max([content.seek(0, SEEK_END) // self.size, *self._newer])

    def page(self, number: int) -> bytes:
        """The bytes of a page. Raises Damaged when the file has no such page."""
        if number in self._newer:
            page = _bytes_at(self._log, self._newer[number], self.size)
        else:
            page = _bytes_at(self._content, (number - 1) * self.size, self.size) if number > 0 else b""
        if len(page) < self.size:
            raise Damaged(f"page {number}")
        return page

    def rows(self) -> Iterator[Row]:
        """Every row that can be read in every page, in the order of pages."""
        for number in range(1, self.count + 1):
            try:
                page = self.page(number)
            except Damaged:
                continue
            yield from self._rows_of(number, page)

    def owners(self) -> dict[int, str]:
        """By number of a page, the table or index whose root leads to it, as far as the roots can be read."""
        roots: dict[int, str] = {}
        try:
            for row in self._schema_rows():
                kind, name, _table, root, *_sql = row.values
                if kind in ("table", "index") and isinstance(name, str) and isinstance(root, int) and root > 1:
                    roots[root] = name
        except (Damaged, ValueError):
            return {}
        found: dict[int, str] = {}
        for root, name in roots.items():
            for number in self._below(root):
                found.setdefault(number, name)
        return found

    def _schema_rows(self) -> Iterator[Row]:
        for number in self._below(1):
            yield from self._rows_of(number, self.page(number))

    def _below(self, root: int) -> Iterator[int]:
        """ROOT and the pages that it leads to, each once."""
        waiting, seen = [root], {root}
        while waiting:
            number = waiting.pop()
            yield number
            try:
                page = self.page(number)
            except Damaged:
                continue
            start = _HEADER if number == 1 else 0
            if page[start] not in (_TABLE_INTERIOR, _INDEX_INTERIOR):
                continue
            cells, right = struct.unpack_from(">H", page, start + 3)[0], struct.unpack_from(">I", page, start + 8)[0]
            places = range(start + 12, min(start + 12 + 2 * cells, self._usable - 1), 2)
            at = [struct.unpack_from(">H", page, place)[0] for place in places]
            below = {right, *(struct.unpack_from(">I", page, cell)[0] for cell in at if cell <= self._usable - 4)}
            waiting += below - seen
            seen |= below

    def _rows_of(self, number: int, page: bytes) -> Iterator[Row]:
        start = _HEADER if number == 1 else 0
        kind = page[start]
        if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR):
            return
        pointers = start + (12 if kind == _INDEX_INTERIOR else 8)
        (cells,) = struct.unpack_from(">H", page, start + 3)
        for at in range(pointers, min(pointers + 2 * cells, self._usable - 1), 2):
            (cell,) = struct.unpack_from(">H", page, at)
            try:
                yield self._row(number, page, cell, kind)
            except (Damaged, IndexError, struct.error, UnicodeDecodeError):
                continue

    def _row(self, number: int, page: bytes, at: int, kind: int) -> Row:
        if kind == _INDEX_INTERIOR:
            at += 4  # the page below
        size, at = _varint(page, at)
        rowid: int | None = None
        if kind == _TABLE_LEAF:
            rowid, at = _varint(page, at)
            rowid -= (rowid >> 63) << 64
        return Row(number, rowid, _record(self._payload(page, at, size, is_table=kind == _TABLE_LEAF)))

    def _payload(self, page: bytes, at: int, size: int, *, is_table: bool) -> bytes:
        usable = self._usable
        if not 0 < size <= _MOST_PAYLOAD:
            raise Damaged("size")
        most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
        if size <= most:
            payload = page[at : at + size]
        else:
            least = (usable - 12) * 32 // 255 - 23
            here = least + (size - least) % (usable - 4)
            here = here if here <= most else least
            (following,) = struct.unpack_from(">I", page, at + here)
            payload = page[at : at + here] + self._overflow(following, size - here)
        if len(payload) != size:
            raise Damaged("cut off")
        return payload

    def _overflow(self, number: int, size: int) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        while size > 0:
            if number in seen:
                raise Damaged("a ring of pages")
            seen.add(number)
            page = self.page(number)
            part = page[4 : min(self._usable, 4 + size)]
            parts.append(part)
            size -= len(part)
            (number,) = struct.unpack_from(">I", page)
        return b"".join(parts)


@contextmanager
def opened(path: Path) -> Iterator[Pages]:
    """The pages of the file PATH and of the log beside it. Raises OSError."""
    log = path.with_name(path.name + "-wal")
    with ExitStack() as files:
        content = files.enter_context(FileIO(path))
        yield Pages(content, files.enter_context(FileIO(log)) if log.is_file() else None)


def _bytes_at(file: FileIO | None, at: int, count: int) -> bytes:
    """COUNT bytes of FILE from AT on, fewer where it ends."""
    if file is None:
        return b""
    file.seek(at)
    parts = []
    while count > 0 and (part := file.read(count)):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _page_size(head: bytes, log_head: bytes) -> int:
    told = [int.from_bytes(head[16:18], "big"), int.from_bytes(log_head[8:12], "big")]
    sizes = [65536 if size == 1 else size for size in told]
    return next((size for size in sizes if 512 <= size <= 65536 and size & (size - 1) == 0), _USUAL_PAGE)


def _committed_frames(log: FileIO | None, head: bytes, page_size: int) -> dict[int, int]:
    """Where in a write-ahead log the pages of whole transactions stand; a frame with a wrong checksum ends it."""
    if len(head) < _WAL_HEADER or int.from_bytes(head[:4], "big") not in _WAL_MAGIC:
        return {}
    order = ">" if head[3] & 1 else "<"
    sums = _checksum(head[:24], order, (0, 0))
    if sums != struct.unpack_from(">II", head, 24):
        return {}
    pages: dict[int, int] = {}
    waiting: dict[int, int] = {}
    at = _WAL_HEADER
    while len(frame := _bytes_at(log, at, _FRAME_HEADER + page_size)) == _FRAME_HEADER + page_size:
        sums = _checksum(frame[_FRAME_HEADER:], order, _checksum(frame[:8], order, sums))
        if frame[8:16] != head[16:24] or sums != struct.unpack_from(">II", frame, 16):
            break
        number, pages_after = struct.unpack_from(">II", frame)
        waiting[number] = at + _FRAME_HEADER
        if pages_after:  # the last frame of a transaction
            pages.update(waiting)
            waiting.clear()
        at += len(frame)
    return pages


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes at AT, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9


def _record(payload: bytes) -> tuple[Value, ...]:
    """The values of a record. Raises Damaged when its head and its length do not agree."""
    head, at = _varint(payload, 0)
    if not at <= head <= len(payload):
        raise Damaged("head")
    values: list[Value] = []
    body = head
    while at < head:
        kind, at = _varint(payload, at)
        value, body = _value(payload, kind, body)
        values.append(value)
    if at != head or body != len(payload):
        raise Damaged("length")
    return tuple(values)


_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes by serial type


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise Damaged("serial type")
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise Damaged("length")
    return (payload[at:end].decode() if kind & 1 else payload[at:end]), end
