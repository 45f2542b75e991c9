"""Annotations in exactly the shape that `web_annotation` writes, read without its detours.

A leader gathers a hundred thousand of them; nearly all have this shape, and reading it straight takes a sixth of the
time. Whatever is not of this shape, in any way, is left to `web_annotation.from_web_annotation`, which reads the same.
"""

from __future__ import annotations

import re

from zbreader.model.annotation import Annotation, HighlightColor, MarkStyle, Target
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector

_MOST_CHARACTERS = 200  # of a name, a label, a tag: what is longer goes the long way, which knows the limits
_LONG = 100_000  # of a note or a quotation
_MOST_NUMBER = 2**31 - 1
_URN = re.compile(r"urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z", re.ASCII)
_STYLES = {style.value: style for style in MarkStyle}
_COLORS = {color.value: color for color in HighlightColor}
_NAMES = {"id", "type", "motivation", "creator", "created", "modified", "body", "target"}
_NAMES |= {"zb:revision", "zb:deleted", "zb:conflictOf"}


class OtherShape(Exception):
    """Not what this program writes: to be read the long way."""


def from_own(given: object) -> Annotation:
    """The annotation; its texts as they stand, so the file must hold no NUL and no lone surrogate.

    Raises OtherShape.
    """
    try:
        return _annotation(given)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise OtherShape from error


def _annotation(given: object) -> Annotation:
    if type(given) is not dict or not given.keys() <= _NAMES or given["type"] != "Annotation":
        raise OtherShape
    id_, revision = _URN.fullmatch(given["id"]), given["zb:revision"]
    if id_ is None or type(revision) is not int or not 0 < revision <= _MOST_NUMBER:
        raise OtherShape
    deleted, target = given.get("zb:deleted", False), given["target"]
    style, color = target["styleClass"]
    if type(deleted) is not bool:
        raise OtherShape
    creator_id, creator = _agent(given["creator"]) if "creator" in given else ("", "")
    note, tags = _bodies(given["body"])
    return Annotation(
        id=id_[1],
        target=_target(target),
        creator=creator,
        created=_moment(given, "created"),
        modified=_moment(given, "modified"),
        revision=revision,
        style=_STYLES[style],
        color=_COLORS[color],
        note=note,
        tags=tags,
        deleted=deleted,
        conflict_of=_urn(given["zb:conflictOf"]) if "zb:conflictOf" in given else None,
        creator_id=creator_id,
    )


def _agent(agent: dict[str, object]) -> tuple[str, str]:
    if len(agent) == 3:
        return _urn(agent["id"]), _short(agent["name"])
    if len(agent) != 2 or not agent["name"]:
        raise OtherShape
    return "", _short(agent["name"])


def _bodies(bodies: object) -> tuple[str | None, tuple[str, ...]]:
    if type(bodies) is not list or len(bodies) > _MOST_CHARACTERS:
        raise OtherShape
    note: str | None = None
    tags: list[str] = []
    for body in bodies:
        value = body["value"]
        if body["purpose"] == "tagging":
            tags.append(_short(value))
        elif note is not None or body["purpose"] != "commenting" or type(value) is not str or len(value) > _LONG:
            raise OtherShape
        else:
            note = value
    return note, tuple(tags)


def _target(target: dict[str, object]) -> Target:
    source = target["source"]
    if type(source) is not dict or len(source) != 5:
        raise OtherShape
    selectors = None
    if "selector" in target:
        both = target["selector"]
        if type(both) is not list or len(both) != 2:
            raise OtherShape
        selectors = _selectors(*both)
    return Target(
        _short(source["zb:issue"]),
        _short(source["zb:article"]),
        _short(source["zb:issueLabel"]),
        _short(source["zb:articleTitle"]),
        selectors,
    )


def _selectors(quote: dict[str, object], position: dict[str, object]) -> Selectors:
    exact, start, end = quote["exact"], position["start"], position["end"]
    if quote["type"] != "TextQuoteSelector" or position["type"] != "TextPositionSelector":
        raise OtherShape
    if type(exact) is not str or len(exact) > _LONG or type(start) is not int or type(end) is not int:
        raise OtherShape
    if not 0 <= start <= end <= _MOST_NUMBER or len(quote) != 4 or len(position) != 3:
        raise OtherShape
    return Selectors(
        TextQuoteSelector(exact, _short(quote["prefix"]), _short(quote["suffix"])), TextPositionSelector(start, end)
    )


def _short(text: object) -> str:
    if type(text) is not str or len(text) > _MOST_CHARACTERS:
        raise OtherShape
    return text


def _urn(iri: object) -> str:
    found = _URN.fullmatch(iri)  # type: ignore[call-overload]
    if found is None:
        raise OtherShape
    return str(found[1])


def _moment(given: dict[str, object], name: str) -> str:
    moment = given.get(name, "")
    if type(moment) is not str or (moment and not _MOMENT.fullmatch(moment)):
        raise OtherShape
    return moment
