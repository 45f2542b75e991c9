"""Sessions as plain values, for a cell of the database; what is not as it should be is left out, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from zbreader.model.session import Absence, Decision, Remark, Session, SessionArticle

_PARTS: dict[str, Callable[..., Any]] = {
    "articles": SessionArticle,
    "absences": Absence,
    "remarks": Remark,
    "decisions": Decision,
}
_NAMES = ("questions", "expected")

_T = TypeVar("_T")


def to_values(session: Session) -> dict[str, object]:
    """SESSION as values that JSON knows, without its id and without what is empty."""
    values = asdict(session)
    values["extra"] = dict(session.extra)
    return {name: value for name, value in values.items() if value and name != "id"}


def from_values(session_id: str, values: Mapping[str, Any]) -> Session:
    """The inverse of `to_values`."""
    extra = values.get("extra")
    given: dict[str, Any] = {
        "extra": tuple(_texts(extra).items()) if isinstance(extra, Mapping) else (),
        "held": values.get("held") is True,
        **{name: _strings(values.get(name)) for name in _NAMES},
        **{name: _parts(kind, values.get(name)) for name, kind in _PARTS.items()},
    }
    words = {one.name: values[one.name] for one in fields(Session) if isinstance(values.get(one.name), str)}
    return Session(**{**words, **given, "id": session_id})


def _strings(given: Any) -> tuple[str, ...]:
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, (list, tuple)) else ()


def _parts(kind: Callable[..., _T], given: Any) -> tuple[_T, ...]:
    names = [one.name for one in fields(kind)]  # type: ignore[arg-type]
    rows = [_texts(row) for row in given if isinstance(row, Mapping)] if isinstance(given, (list, tuple)) else []
    return tuple(kind(**{names[0]: "", **{name: row[name] for name in names if name in row}}) for row in rows)


def _texts(row: Mapping[Any, Any]) -> dict[str, str]:
    return {name: value for name, value in row.items() if isinstance(name, str) and isinstance(value, str)}
