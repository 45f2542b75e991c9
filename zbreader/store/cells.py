"""How tuples stand in one cell (line numbers as "12 13 14", names as a JSON array) and lists in one statement."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

MANY = 500  # parameters in one statement; SQLite before 3.32 allows 999

_T = TypeVar("_T")


def lines_to_cell(lines: Iterable[int]) -> str:
    """Line numbers, separated by spaces."""
    return " ".join(map(str, lines))


def lines_from_cell(cell: str) -> tuple[int, ...]:
    """The inverse of `lines_to_cell`."""
    return tuple(map(int, cell.split()))


def json_to_cell(value: object) -> str:
    """VALUE as compact JSON; what JSON does not know is written as its str."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)


@lru_cache(maxsize=1024)  # most cells say that nobody signed, and who signs does so often
def names_from_cell(cell: str) -> tuple[str, ...]:
    """The names of a JSON array."""
    return tuple(json.loads(cell))


def portions(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """VALUES in portions of MANY."""
    return (values[at : at + MANY] for at in range(0, len(values), MANY))


def marks(values: Collection[object]) -> str:
    """As many question marks as there are VALUES, for `IN (…)`."""
    return ",".join("?" * len(values))
