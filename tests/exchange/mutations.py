"""Damaged packs: bytes changed, and values of their JSON exchanged for what nobody expects there."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from tests.importers.readers.mutations import mutated
from tests.importers.readers.versions import zipped
from tools.save_schema import LINES, MOMENT, issue, marks, put_right
from zbreader.exchange import corrections_file, issue_pack, notes, sealing
from zbreader.exchange.corrections_file import CorrectionsFile
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.model.annotation import Annotation
from zbreader.model.errors import KnownError
from zbreader.model.person import Person

_WILD: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        0,
        1e308,
        2**70,
        "",
        "\x00",
        "\ud800",
        "甲" * 3000,
        [],
        {},
        [[]],
        {"": {}},
        "../../x",
        "file:///etc",
    ),
    *(
        "urn:uuid:",
        "2031-04-01T08:00:00Z",
        "exact",
        ["a", 1, None],
        {"value": {"value": 1}},
        "=cmd|' /C calc'!A0",
        "\u202e",
    ),
)


_SEED, _PASSWORD = bytes(range(32)), "桥下的水 7"
_SEALED = 0.01  # of the notes: each costs a third of a second to open


@cache
def _notes(seed: bytes | None) -> bytes:
    return notes.dump(notes.NotesFile(tuple(marks())), made=MOMENT, generator_version="1", seed=seed)


@cache
def _sealed() -> bytes:
    return sealing.seal(_notes(_SEED), _PASSWORD, salt=_SEED[:16], nonce=_SEED[:12])


def _notes_of_a_kind(rng: Random) -> bytes:
    return _sealed() if rng.random() < _SEALED else _notes(rng.choice([None, _SEED]))


@cache
def _pack(seed: bytes | None) -> bytes:
    source = "\n".join(LINES).encode()
    packed = PackedIssue(issue().id, "第四期", "第四期.txt", source, corrections=tuple(put_right()))
    return issue_pack.dump([packed], Person("p1", "林溪"), seed)


@cache
def _corrections(seed: bytes | None) -> bytes:
    content = CorrectionsFile("0" * 64, "第四期.txt", "第四期", tuple(put_right()), Person("p1", "林溪"))
    return corrections_file.dump(content, seed)


PACKS: dict[str, tuple[str, Callable[[Random], bytes]]] = {
    "zbnotes": ("甲.zbnotes", _notes_of_a_kind),
    "zbissue": ("甲.zbissue", lambda rng: _pack(rng.choice([None, _SEED]))),
    "zbfix": ("甲.zbfix", lambda rng: _corrections(rng.choice([None, _SEED]))),
}


def hostile_pack(kind: str, base: bytes, rng: Random) -> bytes:
    """One damaged pack of a kind."""
    changes = rng.choice([1, 1, 2, 4, 10])
    if rng.random() < 0.3:
        return mutated(base, rng, changes)
    if kind != "zbissue":
        return _wild(base, rng, changes)
    with zipfile.ZipFile(io.BytesIO(base)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(sorted(members))
    members[name] = _wild(members[name], rng, changes) if name.endswith(".json") else mutated(members[name], rng, 1)
    if rng.random() < 0.1:
        members[rng.choice(("../x", "/etc/x", "sources/9999999", "manifest.json/", "甲"))] = b"x"
    return zipped(members)


def reading_of_pack(name: str, data: bytes) -> object:
    """What a pack's reader makes of a file: its content, whose texts can be kept, or a refusal; else it is raised."""
    try:
        if name.endswith(".zbnotes"):
            read: Any = notes.load(data, name, [_PASSWORD])
            assert all(isinstance(one, Annotation) for one in read.annotations)
        elif name.endswith(".zbissue"):
            read = issue_pack.read(data, name)
        else:
            read = corrections_file.load(data, name)
    except KnownError as error:
        assert "{" not in str(error) or "{" in name, error
        return error
    repr(read).encode("utf-8")
    return read


def _wild(data: bytes, rng: Random, changes: int) -> bytes:
    document = json.loads(data)
    doubled = False  # once: again and again it would grow without end
    for _ in range(changes):
        places = list(_places(document))
        if not places:
            break
        holder, key = rng.choice(places)
        way = rng.random()
        if way < 0.15 and isinstance(holder, dict):
            del holder[key]
        elif way < 0.25 and not doubled:
            holder[key], doubled = [holder[key]] * rng.choice((1, 2, 50)), True
        elif way < 0.3:
            return json.dumps(document, ensure_ascii=True)[:-1].encode() + b', "x": ' + b"[" * 5000 + b"]" * 5000 + b"}"
        else:
            holder[key] = deepcopy(rng.choice(_WILD))
    return json.dumps(document, ensure_ascii=True).encode()


def _places(value: Any) -> Any:
    """Every (container, key) in a JSON value."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        items = list(one.items()) if isinstance(one, dict) else list(enumerate(one)) if isinstance(one, list) else []
        for key, inner in items:
            yield one, key
            waiting.append(inner)
