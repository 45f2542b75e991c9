"""One annotation as W3C Web Annotation JSON, both ways (https://www.w3.org/TR/annotation-model/; docs/formats.md).

Reading takes what the standard allows and others write: one body or many, plain strings or objects, targets as IRIs,
selectors alone, in lists or nested by `refinedBy`. What has no meaning here is left out; what is of a wrong type
counts as absent. HTML is never interpreted: a note is the text it is written with.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeGuard

from zbreader.exchange.bounded_json import storable
from zbreader.model.annotation import Annotation, Target
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector

JsonObject = dict[str, object]

_MOST_CHARACTERS = 1_000_000  # of one text
_MOST_NUMBER = 2**31 - 1
_MOST_PARTS = 2000  # of one annotation: comments and tags, targets, selectors
_ARTICLE = "urn:zbreader:article:"
_LONGEST_ORIGINAL = 20_000  # characters of another program's annotation that is carried along
_UNDERSTOOD = {"id", "@id", "type", "@type", "motivation", "creator", "created", "modified", "body", "bodyValue"}
_UNDERSTOOD |= {"target", "zb:revision", "zb:deleted", "zb:conflictOf"}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LONGEST_NAME, _LONGEST_IRI = 200, 500  # characters
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def to_web_annotation(annotation: Annotation) -> JsonObject:
    """The annotation as a JSON object; fields without a value are left out.

    What another program made is given back as it came; once it was edited here, with what is not understood here.
    """
    made = _made(annotation)
    if not annotation.original or annotation.deleted:
        return made
    given: JsonObject = json.loads(annotation.original)
    if _essential(from_web_annotation(given)) == _essential(annotation):
        return given
    return {name: value for name, value in given.items() if name not in _UNDERSTOOD} | made


def _essential(annotation: Annotation) -> Annotation:
    return replace(annotation, group="", original="", creator="", creator_id="")


def _made(annotation: Annotation) -> JsonObject:
    target, selectors = annotation.target, annotation.target.selectors
    source: JsonObject = {
        "id": _ARTICLE + target.article_id,
        "zb:issue": target.issue_id,
        "zb:article": target.article_id,
        "zb:issueLabel": target.issue_label,
        "zb:articleTitle": target.article_title,
    }
    body: list[JsonObject] = []
    if annotation.note is not None:
        body.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": annotation.note})
    body += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags]
    resource: JsonObject = {"type": "SpecificResource", "source": source}
    if selectors is not None:
        quote, position = selectors.quote, selectors.position
        resource["selector"] = [
            {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
            {"type": "TextPositionSelector", "start": position.start, "end": position.end},
        ]
    resource["styleClass"] = [annotation.style.value, annotation.color.value]
    made: JsonObject = {
        "id": f"urn:uuid:{annotation.id}",
        "type": "Annotation",
        "motivation": _motivation(annotation),
        "creator": to_agent(annotation.creator_id, annotation.creator),
        "created": annotation.created or None,
        "modified": annotation.modified or None,
        "zb:revision": annotation.revision,
        "zb:deleted": True if annotation.deleted else None,
        "zb:conflictOf": f"urn:uuid:{annotation.conflict_of}" if annotation.conflict_of else None,
        "body": body,
        "target": resource,
    }
    return {name: value for name, value in made.items() if value is not None}


def from_web_annotation(given: JsonObject) -> Annotation:
    """The annotation a JSON object means; offsets are code points. Raises KnownError for texts beyond all measure."""
    annotation = _read(given)
    if "zb:revision" in given and given.keys() <= _UNDERSTOOD:
        return annotation
    return replace(annotation, original=_original(given, annotation))


def _original(given: JsonObject, annotation: Annotation) -> str:
    """What came, if it says more than this program would write, and not too much."""
    kept = {name: value for name, value in given.items() if name != "@context"}
    kept.setdefault("id", f"urn:uuid:{annotation.id}")
    if kept == _made(annotation):
        return ""
    text = json.dumps(kept, ensure_ascii=False)
    return text if len(text) <= _LONGEST_ORIGINAL and storable(text) == text else ""


def _read(given: JsonObject) -> Annotation:
    note, tags = _bodies(given)
    creator_id, creator = from_agent(given.get("creator"))
    styles = [word for word in _strings(_resource(given).get("styleClass")) for word in word.split()]
    return Annotation(
        id=_id(given.get("id")) or _made_up_id(given),
        target=_target(given),
        creator=creator,
        creator_id=creator_id,
        created=_moment(given.get("created")),
        modified=_moment(given.get("modified")),
        revision=_whole(given.get("zb:revision"), least=1) or 1,
        style=next((style for style in MarkStyle if style.value in styles), MarkStyle.HIGHLIGHT),
        color=next((color for color in HighlightColor if color.value in styles), HighlightColor.YELLOW),
        note=note,
        tags=tags,
        deleted=given.get("zb:deleted") is True,
        conflict_of=_id(given.get("zb:conflictOf")),
    )


def to_agent(person_id: str, name: str) -> JsonObject | None:
    """A person as a JSON object; None for nobody in particular."""
    if not person_id and not name:
        return None
    made: JsonObject = {"id": _iri(person_id)} if person_id else {}
    return made | {"type": "Person", "name": name}


def from_agent(given: object) -> tuple[str, str]:
    """Id and name of the first of the agents that a JSON value names; both empty for none.

    A string that is no IRI is a name; an IRI without a name is called itself.
    """
    for agent in _each(given):
        if is_object(agent):
            id_ = text_of(agent.get("id", agent.get("@id"))) or ""
            name = next((text for key in ("name", "nickname") for text in _strings(agent.get(key))), "")
        else:
            id_, name = text_of(agent) or "", ""
        if not _SCHEME.match(id_):
            id_, name = "", name or id_
        if id_ or name:
            is_named = is_object(agent) and "name" in agent
            called = name if is_named or id_.startswith("urn:uuid:") else name or id_
            return _person_id(id_), called[:_LONGEST_NAME]
    return "", ""


def _iri(person_id: str) -> str:
    return person_id if _SCHEME.match(person_id) else f"urn:uuid:{person_id}"


def _person_id(iri: str) -> str:
    try:
        return str(uuid.UUID(iri.removeprefix("urn:uuid:"))) if iri else ""
    except ValueError:
        return iri if len(iri) <= _LONGEST_IRI else str(uuid.uuid5(uuid.NAMESPACE_URL, iri))


def is_annotation(value: object) -> TypeGuard[JsonObject]:
    """Whether a JSON value is an annotation by its type, or at least by having a target."""
    if not is_object(value):
        return False
    kind = value.get("type", value.get("@type"))
    return kind == "Annotation" or (isinstance(kind, list) and "Annotation" in kind) or "target" in value


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Whether a JSON value is an object; its keys are strings because JSON has no others."""
    return isinstance(value, dict)


def text_of(value: object) -> str | None:
    """A JSON value as a storable text, None when it is none. Raises KnownError beyond a million characters."""
    if not isinstance(value, str):
        return None
    if len(value) > _MOST_CHARACTERS:
        raise KnownError("它有一段文字超过一百万字，不是正常的笔记")
    return storable(value)


def _motivation(annotation: Annotation) -> str:
    if annotation.note is not None:
        return "commenting"
    return "highlighting" if annotation.target.selectors is not None else "bookmarking"


def _bodies(given: JsonObject) -> tuple[str | None, tuple[str, ...]]:
    """Note and tags. Several comments become one note, a blank line between them."""
    notes: list[str] = []
    tags: list[str] = []
    for body in (*_each(given.get("body")), *_each(given.get("bodyValue"))):
        value = text_of(body.get("value") if is_object(body) else body)
        if value is None:
            continue
        purposes = _strings(body.get("purpose")) if is_object(body) else []
        if "tagging" in purposes:
            tags.append(value)
        else:
            notes.append(value)
    return "\n\n".join(notes) if notes else None, tuple(tags)


def _resource(given: JsonObject) -> JsonObject:
    """The target with most to say: one with selectors, else the first object, else an IRI."""
    targets = [target if is_object(target) else {"source": target} for target in _each(given.get("target"))]
    return next((target for target in targets if target.get("selector")), targets[0] if targets else {})


def _target(given: JsonObject) -> Target:
    resource = _resource(given)
    source = resource.get("source", resource.get("id"))
    about: JsonObject = source if is_object(source) else {"id": source}
    iri = text_of(about.get("id")) or ""
    article = text_of(about.get("zb:article"))
    if article is None and iri.startswith(_ARTICLE):
        article = iri[len(_ARTICLE) :]
    titles = [text for key in ("zb:articleTitle", "title", "label", "name") for text in _strings(about.get(key))]
    return Target(
        issue_id=text_of(about.get("zb:issue")) or "",
        article_id=article or "",
        issue_label=text_of(about.get("zb:issueLabel")) or "",
        article_title=titles[0] if titles else "" if article else iri,
        selectors=_selectors(resource),
    )


def _selectors(resource: JsonObject) -> Selectors | None:
    """None without any: the whole article. A quote without a position gets 0..0, which no mark can have."""
    quote: TextQuoteSelector | None = None
    position: TextPositionSelector | None = None
    for selector in _nested(resource.get("selector")):
        kinds = _strings(selector.get("type", selector.get("@type")))
        if "TextQuoteSelector" in kinds and quote is None:
            exact = text_of(selector.get("exact"))
            if exact is not None:
                prefix, suffix = text_of(selector.get("prefix")) or "", text_of(selector.get("suffix")) or ""
                quote = TextQuoteSelector(exact, prefix, suffix)
        elif "TextPositionSelector" in kinds and position is None:
            start, end = _whole(selector.get("start")), _whole(selector.get("end"))
            if start is not None and end is not None and start <= end:
                position = TextPositionSelector(start, end)
    if quote is None and position is None:
        return None
    return Selectors(quote or TextQuoteSelector(""), position or TextPositionSelector(0, 0))


def _nested(value: object) -> Iterator[JsonObject]:
    """Selectors and those that refine them, breadth first."""
    waiting = deque(_each(value))
    while waiting:
        selector = waiting.popleft()
        if is_object(selector):
            yield selector
            waiting += _each(selector.get("refinedBy"))


def _each(value: object) -> list[object]:
    """One value or many, as JSON-LD allows both. Raises KnownError beyond two thousand."""
    if value is None:
        return []
    values = list(value) if isinstance(value, list) else [value]
    if len(values) > _MOST_PARTS:
        raise KnownError("它有两千个以上的部分，不是正常的笔记")
    return values


def _strings(value: object) -> list[str]:
    return [text for text in map(text_of, _each(value)) if text is not None]


def _moment(value: object) -> str:
    """A time in ISO 8601 as it stands, or nothing."""
    return value if isinstance(value, str) and _MOMENT.fullmatch(value) else ""


def _whole(value: object, least: int = 0) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= _MOST_NUMBER:
        return value
    return None


def _id(value: object) -> str | None:
    """An annotation's id: the UUID itself, or one made from another IRI, the same each time."""
    iri = text_of(value)
    if not iri:
        return None
    try:
        return str(uuid.UUID(iri.removeprefix("urn:uuid:")))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, iri))


def _made_up_id(given: JsonObject) -> str:
    """For an annotation without an id: one made from all it says, so that reading it twice gives one note."""
    said = json.dumps(given, sort_keys=True).encode()
    return str(uuid.UUID(bytes=hashlib.sha256(said).digest()[:16], version=5))
