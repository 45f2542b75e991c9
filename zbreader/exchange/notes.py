"""`.zbnotes`: notes as a W3C AnnotationCollection in JSON, in and out. docs/formats.md tells each field."""

from __future__ import annotations

import json
from collections.abc import Iterable

from zbreader.exchange.bounded_json import read_json, storable
from zbreader.exchange.lineage import buried
from zbreader.exchange.web_annotation import (
    JsonObject,
    from_web_annotation,
    is_annotation,
    is_object,
    to_web_annotation,
)
from zbreader.model.annotation import Annotation
from zbreader.model.errors import KnownError

VERSION = 1
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"zb": "urn:zbreader:notes#"}]
_MOST_NOTES = 200_000
_MOST_BYTES = 64 * 1024 * 1024


def dump(annotations: Iterable[Annotation], *, made: str, generator_version: str, person: str) -> bytes:
    """The file's bytes: UTF-8, the same for the same annotations in any order.

    `made`: when, ISO 8601; `person`: whose library it comes from, may be empty. A deleted note goes without its words,
    and only if it was the (named) person's own. Raises KnownError when there are too many notes for one file.
    """
    chosen = sorted(
        (buried(annotation) if annotation.deleted else annotation for annotation in annotations), key=lambda a: a.id
    )
    items = [to_web_annotation(a) for a in chosen if not a.deleted or a.creator == person != ""]
    document: JsonObject = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": "支部阅读笔记",
        "zb:version": VERSION,
        "generator": {"type": "Software", "name": "zbreader", "zb:softwareVersion": generator_version},
        "creator": {"type": "Person", "name": person},
        "created": made,
        "total": len(items),
        "items": items,
    }
    data = storable(json.dumps(document, ensure_ascii=False, indent=1)).encode() + b"\n"
    if len(items) > _MOST_NOTES or len(data) > _MOST_BYTES:
        raise KnownError("一次导出的笔记太多（最多 20 万条、64 MB），请按刊期分几次导出。")
    return data


def load(data: bytes, name: str) -> list[Annotation]:
    """The annotations in a file's bytes; `name` is the file's, for the sentences. One that comes twice comes once.

    Takes other programs' W3C annotations too: a collection, a page, a list, or one alone. A deletion counts only when
    the file comes from the one whose note it was (nobody's, when that has no name). Raises KnownError for what is no
    such file, is damaged, beyond all measure, or made by a newer version of this program.
    """
    document = read_json(data, name)
    person = _checked_head(document, name)
    given = _items(document)
    if given is None:
        raise KnownError("文件 {file} 不是笔记文件：里面没有 W3C 标注。请选择 .zbnotes 文件。", file=name)
    if len(given) > _MOST_NOTES:
        raise KnownError("文件 {file} 里的笔记超过 20 万条，没有读取。请让对方分几次导出。", file=name)
    found: dict[Annotation, None] = {}
    for number, item in enumerate(given, 1):
        try:
            annotation = _annotation(item)
        except KnownError as error:
            raise KnownError(
                "文件 {file} 的第 {number} 条无法读取：{reason}。", file=name, number=number, reason=str(error)
            ) from error
        if not annotation.deleted:
            found[annotation] = None
        elif annotation.creator == person != "":
            found[buried(annotation)] = None
    return list(found)


def _annotation(item: object) -> Annotation:
    if not is_annotation(item):
        raise KnownError("它不是笔记，文件可能已损坏")
    return from_web_annotation(item)


def _checked_head(document: object, name: str) -> str | None:
    """Whose file it is, None when it does not say; refuses what a newer program wrote."""
    if not is_object(document):
        return None
    version = document.get("zb:version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise KnownError("文件 {file} 的版本号无法识别，可能已损坏。请让对方重新导出。", file=name)
    if version > VERSION:
        raise KnownError(
            "文件 {file} 由较新版本的支部阅读制作（格式 {version}），本程序只能读到格式 {known}。请升级后再合并。",
            file=name,
            version=version,
            known=VERSION,
        )
    creator = document.get("creator")
    person = creator.get("name") if is_object(creator) else None
    return storable(person) if isinstance(person, str) else None


def _items(document: object) -> list[object] | None:
    """The annotations of a collection (its own or its embedded first page's), a page, a list, or a single one."""
    if isinstance(document, list):
        return document if all(map(is_annotation, document[:10])) else None
    if not is_object(document):
        return None
    for holder in (document, document.get("first")):
        if is_object(holder) and isinstance(items := holder.get("items"), list):
            return items
    if is_annotation(document):
        return [document]
    return [] if document.get("type") == "AnnotationCollection" and document.get("total") == 0 else None
