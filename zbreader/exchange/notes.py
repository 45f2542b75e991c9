"""`.zbnotes`: notes as a W3C AnnotationCollection in JSON, in and out. docs/formats.md tells each field."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zbreader.exchange import sealing, session_plan, signing
from zbreader.exchange.bounded_json import bounded_text, parsed, read_json, storable
from zbreader.exchange.lineage import buried
from zbreader.exchange.own_annotation import from_line, to_line
from zbreader.exchange.web_annotation import (
    JsonObject,
    from_agent,
    from_web_annotation,
    is_annotation,
    is_object,
    text_of,
    to_agent,
    to_web_annotation,
)
from zbreader.model.annotation import Annotation
from zbreader.model.errors import KnownError
from zbreader.model.person import Person, newest, person_key
from zbreader.model.session import SessionPlan

VERSION = 1
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"zb": "urn:zbreader:notes#"}]
_KIND = b"zbnotes"  # what is signed
_ITEMS, _BETWEEN, _END = '"items": [\n', ",\n", "\n]}\n"  # a line for each annotation: read in a third of the time
_NO_SUM = "0" * 64  # stands in the checksum's place while it is made
_SUM = re.compile(rb'"zb:sha256": "([0-9a-f]{64})"')
_HEAD = 2000  # bytes in which the checksum is sought
_MOST_NOTES = 200_000
_MOST_PEOPLE = _MOST_ARTICLES = 20_000
_FINGERPRINT = re.compile("(?:[0-9a-f]{8}){1,64}")
_LONGEST_GROUP = 200  # characters
_MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class NotesFile:
    """What a file says. person: whose library it comes from, None when it does not tell; people: of its notes."""

    annotations: Sequence[Annotation] = ()
    person: Person | None = None
    people: Sequence[Person] = ()
    fingerprints: Mapping[tuple[str, str], str] = field(default_factory=dict)  # of articles, by issue id and its own
    read: Sequence[tuple[str, str]] = ()  # what the person has read to the end: issue id and article id
    sessions: Sequence[SessionPlan] = ()  # that the person hands to the group
    is_intact: bool = True  # False when its bytes are not those of its checksum
    name: str = field(default="", compare=False)  # the file's
    signer: str | None = None  # the public key that signed it; None: it is not signed


def dump(file: NotesFile, *, made: str, generator_version: str, seed: bytes | None = None) -> bytes:
    """The file's bytes: UTF-8, the same for the same annotations in any order.

    `made`: when, ISO 8601; seed: of the key that signs (None: no signature). A deleted note goes without its words, and
    only if it was the person's own (nobody's, when that has neither id nor name). Raises KnownError when there are too
    many notes for one file.
    """
    person = file.person or Person("")
    key = person_key(person.id, person.name)
    chosen = sorted(
        (buried(annotation) if annotation.deleted else annotation for annotation in file.annotations),
        key=lambda a: a.id,
    )
    items = [to_web_annotation(a) for a in chosen if not a.deleted or a.creator_key == key != ""]
    read = sorted(set(file.read))
    document: JsonObject = {
        "@context": _CONTEXT,
        "type": "AnnotationCollection",
        "label": "支部阅读笔记",
        "zb:version": VERSION,
        "zb:sha256": _NO_SUM,
        **({} if seed is None else {"zb:signature": signing.place_for(seed)}),
        "generator": {"type": "Software", "name": "zbreader", "zb:softwareVersion": generator_version},
        "creator": to_agent(person.id, person.name) or {"type": "Person", "name": ""},
        "created": made,
        "zb:people": [_described(one) for one in sorted(newest(file.people).values(), key=lambda one: one.id)],
        "zb:articles": [
            {"zb:issue": issue, "zb:article": article, "zb:fingerprint": print_}
            for (issue, article), print_ in sorted(file.fingerprints.items())
        ],
        **({"zb:read": [{"zb:issue": issue, "zb:article": article} for issue, article in read]} if read else {}),
        **({"zb:sessions": [session_plan.to_json(one) for one in file.sessions]} if file.sessions else {}),
        "total": len(items),
        "items": [],
    }
    data = storable(_written(document, items)).encode()
    if seed is not None:
        data = signing.signed(data, seed, _KIND)
    data = data.replace(_NO_SUM.encode(), hashlib.sha256(data).hexdigest().encode(), 1)
    if len(items) > _MOST_NOTES or len(data) > _MOST_BYTES:
        raise KnownError("一次导出的笔记太多（最多 20 万条、64 MB），请按刊期分几次导出。")
    return data


def _written(document: JsonObject, items: Sequence[JsonObject]) -> str:
    """DOCUMENT, with ITEMS for its last and empty list."""
    head = json.dumps(document, ensure_ascii=False, indent=1).removesuffix("[]\n}")
    return head + _ITEMS.removeprefix('"items": ') + _BETWEEN.join(map(to_line, items)) + _END


def load(data: bytes, name: str, passwords: Sequence[str] = ()) -> NotesFile:
    """What a file's bytes say; `name` is the file's, for the sentences. A note that comes twice comes once.

    passwords: to be tried on a sealed file; without one that fits it raises sealing.PasswordNeeded.

    Takes other programs' W3C annotations too: a collection, a page, a list, or one alone. A deletion counts only when
    the file comes from the one whose note it was (nobody's, when that has no name). Raises KnownError for what is no
    such file, is damaged, beyond all measure, or made by a newer version of this program.
    """
    if sealing.is_sealed(data):
        data = sealing.unseal(read_json(data, name), passwords, name)
    document, lines = _read_document(data, name)
    person = _checked_head(document, name)
    given = _items(document) if lines is None else lines
    if given is None:
        raise KnownError("文件 {file} 不是笔记文件：里面没有 W3C 标注。请选择 .zbnotes 文件。", file=name)
    if len(given) > _MOST_NOTES:
        raise KnownError("文件 {file} 里的笔记超过 20 万条，没有读取。请让对方分几次导出。", file=name)
    owner = person_key(person.id, person.name) if person else ""
    found = _annotations(given, name, owner)
    named = {(annotation.creator_id, annotation.creator) for annotation in found}
    people = newest([*(Person(id_, called) for id_, called in named if id_ and called), *_people(document)])
    told = document.get("zb:signature") if is_object(document) else None
    signer = None if told is None else signing.signer_of(_without_sum(data), told, _KIND, name)
    return NotesFile(
        found,
        person,
        list(people.values()),
        _fingerprints(document),
        _read(document),
        session_plan.from_json(document.get("zb:sessions"), owner) if is_object(document) and owner else [],
        _is_intact(data),
        name,
        signer,
    )


def _read_document(data: bytes, name: str) -> tuple[object, list[Annotation | object] | None]:
    """The file's JSON, and its items apart where they stand one to a line as `dump` writes them: as annotations, those
    of another shape as JSON values.

    A line feed stands in no text of JSON, so what has this look is cut where the items end. Raises KnownError.
    """
    text = bounded_text(data, name)
    first, last = text.find(_ITEMS) + len(_ITEMS), len(text) - len(_END)
    if len(_ITEMS) <= first <= last and text.endswith(_END):
        try:
            document = parsed(f"{text[:first]}]}}")
            rows = text[first:last].split(_BETWEEN)
            return document, [from_line(row) or parsed(row) for row in rows if row or len(rows) > 1]
        except ValueError:
            pass  # damaged, or of another shape that happens to look like it: the whole is read as any JSON is
    return read_json(data, name), None


def _fingerprints(document: object) -> dict[tuple[str, str], str]:
    """The fingerprints a file tells; what is none is passed over."""
    given = document.get("zb:articles") if is_object(document) else None
    found = {}
    for one in given[:_MOST_ARTICLES] if isinstance(given, list) else ():
        if is_object(one):
            issue, article, print_ = (text_of(one.get(f"zb:{name}")) for name in ("issue", "article", "fingerprint"))
            if issue and article and print_ and _FINGERPRINT.fullmatch(print_):
                found[issue[:_LONGEST_GROUP], article[:_LONGEST_GROUP]] = print_
    return found


def _read(document: object) -> list[tuple[str, str]]:
    """The articles a file's person has read to the end, each once; what is none is passed over."""
    given = document.get("zb:read") if is_object(document) else None
    found: dict[tuple[str, str], None] = {}
    for one in given[:_MOST_ARTICLES] if isinstance(given, list) else ():
        if is_object(one):
            issue, article = (text_of(one.get(f"zb:{name}")) for name in ("issue", "article"))
            if issue and article:
                found[issue[:_LONGEST_GROUP], article[:_LONGEST_GROUP]] = None
    return list(found)


def _is_intact(data: bytes) -> bool:
    """Whether the bytes are those that were written; True as well when there is no checksum."""
    found = _SUM.search(data, 0, _HEAD)
    return found is None or hashlib.sha256(_without_sum(data)).hexdigest().encode() == found[1]


def _without_sum(data: bytes) -> bytes:
    """The bytes as they were before the checksum was put in."""
    found = _SUM.search(data, 0, _HEAD)
    return data if found is None else data[: found.start(1)] + _NO_SUM.encode() + data[found.end(1) :]


def _annotations(given: Sequence[object], name: str, owner: str) -> list[Annotation]:
    """What the items (JSON values, or annotations already) say, each once; OWNER (a key): whose deletions count."""
    found: list[Annotation] = []
    seen: dict[str, list[Annotation]] = {}
    for number, item in enumerate(given, 1):
        try:
            annotation = item if isinstance(item, Annotation) else _annotation(item)
        except KnownError as error:
            raise KnownError(
                "文件 {file} 的第 {number} 条无法读取：{reason}。请让对方重新导出。",
                file=name,
                number=number,
                reason=str(error),
            ) from error
        if annotation.deleted:
            if annotation.creator_key != owner or not owner:
                continue
            annotation = buried(annotation)
        same = seen.get(annotation.id)
        if same is None:
            seen[annotation.id] = [annotation]
        elif annotation in same:
            continue
        else:
            same.append(annotation)
        found.append(annotation)
    return found


def _described(person: Person) -> JsonObject:
    made = to_agent(person.id, person.name) or {}
    return made | {"zb:group": person.group, "zb:revision": person.revision}


def _people(document: object) -> list[Person]:
    """The people a file describes; what is none is passed over."""
    given = document.get("zb:people") if is_object(document) else None
    found = []
    for one in given[:_MOST_PEOPLE] if isinstance(given, list) else ():
        if is_object(one):
            id_, name = from_agent(one)
            revision = one.get("zb:revision")
            if id_ and name and isinstance(revision, int) and 0 <= revision < 2**31:
                found.append(Person(id_, name, (text_of(one.get("zb:group")) or "")[:_LONGEST_GROUP], int(revision)))
    return found


def _annotation(item: object) -> Annotation:
    if not is_annotation(item):
        raise KnownError("它不是笔记，文件可能已损坏")
    return from_line(to_line(item)) or from_web_annotation(item)


def _checked_head(document: object, name: str) -> Person | None:
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
    return Person(*from_agent(document["creator"])) if "creator" in document else None


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
