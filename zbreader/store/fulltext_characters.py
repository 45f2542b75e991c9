"""Which articles hold a character: a bit for each article.

A character stands in thousands of articles, and only the first twenty of them are ever shown. As bits they can be
counted, and any one of them looked up, without being listed. A number holds the bits of as many rows as SQLite's
integers have room for in whole bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import compress, count

from zbreader.store.fulltext_values import LateRows

TABLE = (
    "CREATE TABLE characters (character TEXT NOT NULL, block INTEGER NOT NULL, bits INTEGER NOT NULL,"
    " PRIMARY KEY (character, block)) WITHOUT ROWID"
)
_BYTES = 7  # of a block's bits
_ROWS = 8 * _BYTES
# In a damaged file they may be anything; what is no number becomes one that cannot be.
_BLOCKS = (
    "SELECT ifnull(CAST(block AS INTEGER), -1), ifnull(CAST(bits AS INTEGER), -1) FROM characters WHERE character = ?"
)


class Rows(LateRows):
    """Rows kept as bits: any of them can be looked up without listing them."""

    def __init__(self, bits: int, size: int) -> None:
        """bits: row 0 is the lowest. size: the largest row there could be, and one."""
        self._bits = bits.to_bytes(size // 8 + 1, "little")
        self._count = bin(bits).count("1")  # int.bit_count is quicker, and younger than our oldest Python
        self._size = size

    def __len__(self) -> int:
        return self._count

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and 0 <= row < self._size and bool(self._bits[row >> 3] >> (row & 7) & 1)

    @cached_property
    def flags(self) -> bytes:
        """A byte for each row that could be, 0 for those that are not here: the quickest way to ask for thousands."""
        digits = format(int.from_bytes(self._bits, "little"), f"0{self._size}b")
        return digits[::-1].encode().replace(b"0", b"\0")

    def _list(self) -> list[int]:
        return list(compress(count(), self.flags))


def add(connection: sqlite3.Connection, articles: Mapping[int, Collection[str]]) -> None:
    """Note the characters of ARTICLES, which are given by their rows."""
    blocks: dict[int, dict[str, int]] = {}
    for row, characters in articles.items():
        block, place = divmod(row, _ROWS)
        bits = blocks.setdefault(block, {})
        for character in characters:
            bits[character] = bits.get(character, 0) | 1 << place
    connection.executemany(
        "INSERT INTO characters VALUES (?, ?, ?)"
        " ON CONFLICT (character, block) DO UPDATE SET bits = bits | excluded.bits",
        # In the table's order, so that its pages change one after the other.
        sorted((character, block, some) for block, bits in blocks.items() for character, some in bits.items()),
    )


def holding(connection: sqlite3.Connection, sought: Sequence[str], rows: int) -> Rows:
    """Which of the first ROWS rows hold, of each of SOUGHT, at least one character.

    Raises sqlite3.DatabaseError when the table cannot be what `add` made.
    """
    found = (1 << rows + 1) - 2  # there is no row 0
    for characters in sought:
        found &= _bits_of(connection, characters, rows)
    return Rows(found, rows + 1)


def _bits_of(connection: sqlite3.Connection, characters: str, rows: int) -> int:
    """The bits of the rows that hold at least one of CHARACTERS."""
    found = 0
    for character in characters:
        bits = bytearray((rows // _ROWS + 1) * _BYTES)
        for block, some in connection.execute(_BLOCKS, (character,)):
            if not 0 <= block * _ROWS <= rows or some >> _ROWS:
                raise sqlite3.DatabaseError("characters of unknown articles")
            bits[block * _BYTES : (block + 1) * _BYTES] = some.to_bytes(_BYTES, "little")
        found |= int.from_bytes(bits, "little")
    return found
