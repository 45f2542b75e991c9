"""Changes as plain JSON values and back: how the library and files keep them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import Enum
from typing import Any

from zbreader.model.correction import CHANGES, Change, FurnitureKind, Kind, LineKind

_MOST_LINES = 100_000
_LAST_LINE = 100_000_000
_LONGEST = 10_000  # code points of a headline, a name, a mended passage
_MOST_NAMES = 200
_EXACTLY = {"join": 2, "cut": 1, "mend": 1}  # how many lines a change names


def to_fields(change: Change) -> dict[str, object]:
    """The fields of CHANGE without its name, as JSON values."""
    return {field.name: _plain(getattr(change, field.name)) for field in fields(change)}


def from_fields(name: str, given: Mapping[str, object]) -> Change:
    """The change of this name with these fields; further ones are passed over. Raises ValueError for anything else."""
    change = CHANGES.get(name)
    if change is None:
        raise ValueError(name)
    known = [field.name for field in fields(change) if field.name in given]
    values: dict[str, Any] = {field: _READERS[field](change, given[field]) for field in known}
    try:
        made = change(**values)
    except TypeError as error:
        raise ValueError(name) from error
    if len(made.lines) != _EXACTLY.get(name, len(made.lines)):
        raise ValueError(name)
    return made


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _number(_: type[Change], given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given <= _LAST_LINE:
        raise ValueError(given)
    return given


def _start(change: type[Change], given: object) -> int | None:
    return None if given is None and change.name not in ("cut", "mend") else _number(change, given)


def _truth(_: type[Change], given: object) -> bool:
    if not isinstance(given, bool):
        raise ValueError(given)
    return given


def _lines(change: type[Change], given: object) -> tuple[int, ...]:
    if not isinstance(given, list) or not 0 < len(given) <= _MOST_LINES:
        raise ValueError(given)
    return tuple(_number(change, one) for one in given)


def _text(_: type[Change], given: object) -> str:
    if not isinstance(given, str) or len(given) > _LONGEST or "\0" in given:
        raise ValueError(given)
    return given.encode("utf-8", "replace").decode("utf-8")


def _text_or_none(change: type[Change], given: object) -> str | None:
    return None if given is None else _text(change, given)


def _title(change: type[Change], given: object) -> str | None:
    return _text_or_none(change, given) if change.name == "split" else _text(change, given)


def _names(change: type[Change], given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or len(given) > _MOST_NAMES:
        raise ValueError(given)
    return tuple(_text(change, one) for one in given)


def _kind(change: type[Change], given: object) -> Enum:
    return LineKind(given) if change is Kind else FurnitureKind(given)


_READERS: dict[str, Callable[[type[Change], Any], object]] = {
    "lines": _lines,
    "after": _number,
    "start": _start,
    "headed": _truth,
    "end": _number,
    "title": _title,
    "authors": _names,
    "column": _text_or_none,
    "group": _text_or_none,
    "old": _text,
    "new": _text,
    "kind": _kind,
}
