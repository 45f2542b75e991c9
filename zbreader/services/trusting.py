"""Trust between people: one's own key, and whose key signed what before.

A key belongs to a person of this machine and lies in the library's folder, readable by its owner alone; it is made when
somebody first signs. Of others the first key that comes with a person's name is remembered (trust on first use); when
another one comes with the same person later, that is told before anything is taken in.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from zbreader.exchange import issue_pack, signing
from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.model.person import Person, person_key
from zbreader.services.changes import Changes
from zbreader.services.files import read_limited, write_whole
from zbreader.services.moments import Clock, RandomBits, to_iso
from zbreader.services.people import People
from zbreader.services.settings import SIGNERS, Settings
from zbreader.services.source_files import PACK_LIMIT, PACK_SUFFIX, files_among
from zbreader.services.undo import Step, UndoStack

KEY_SUFFIX = ".key"
_HEADER = b"zbreader ed25519 "
_KEY_LIMIT = 4096  # bytes
_LONGEST_NAME = 40  # characters of a stranger's name in a sentence
_MOST_KEYS = 8  # of one person


class Standing(Enum):
    """What a file's signature says to this library."""

    UNSIGNED = "unsigned"  # as most are
    MISSING = "missing"  # not signed, and this person's files were
    OWN = "own"  # by a key of this machine
    KNOWN = "known"  # by the key that was remembered
    NEW = "new"  # the first of this person
    NAMESAKE = "namesake"  # the first of this person, and somebody else of that name signs with another key
    CHANGED = "changed"  # by another key than the one that was remembered


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file comes from. signer: the public key that signed it; before: the one that was remembered."""

    file: str
    person: Person | None
    signer: str | None
    standing: Standing
    before: str | None = None

    @property
    def fingerprint(self) -> str:
        """What people compare of the signer's key; empty without one."""
        return signing.fingerprint(self.signer) if self.signer else ""

    @property
    def said(self) -> Message:
        """The whole in one or two sentences."""
        name = (self.person.name if self.person else "")[:_LONGEST_NAME] or message("未署名的人")
        before = signing.fingerprint(self.before) if self.before else ""
        values: dict[str, object] = {
            "file": self.file,
            "person": name,
            "fingerprint": self.fingerprint,
            "before": before,
        }
        return Message(_SENTENCES[self.standing].template, values)


@dataclass(frozen=True, slots=True)
class Signer:
    """Whose key is remembered. id: the person's, by which it is forgotten; since: the day (ISO 8601), or "".

    keys: all that were accepted of the person, the newest first; somebody may write at two computers.
    """

    id: str
    name: str
    since: str
    keys: tuple[str, ...]

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """What people compare of the keys."""
        return tuple(map(signing.fingerprint, self.keys))


class Trusting:
    """Keys of one's own and of others. Calls may raise KnownError."""

    def __init__(
        self,
        settings: Settings,
        people: People,
        undo: UndoStack,
        folder: Path,
        *,
        clock: Clock,
        random_bits: RandomBits,
    ) -> None:
        self._settings = settings
        self._people = people
        self._undo = undo
        self._folder = folder
        self._clock = clock
        self._random_bits = random_bits

    def own_seed(self) -> bytes:
        """What the current person's key is made of; the key is made if there is none."""
        path = self._path(self._people.writer().id)
        if not path.exists():
            seed = self._random_bits(8 * signing.SEED).to_bytes(signing.SEED, "big")
            write_whole(path, _HEADER + base64.b64encode(seed) + b"\n", private=True)
        return _seed_in(path)

    def own_fingerprint(self) -> str | None:
        """What others can compare of the current person's key; None when there is no key yet."""
        person = self._people.current()
        path = self._path(person.id)
        if not person.id or not path.exists():
            return None
        return signing.fingerprint(signing.public_key(_seed_in(path)))

    def origin(self, file: str, person: Person | None, signer: str | None) -> Origin:
        """Where the file called FILE comes from, which PERSON is said to have made and the key SIGNER signed."""
        remembered = self._remembered()
        known = remembered.get(_key_of(person, signer))
        if signer is None:
            standing = Standing.UNSIGNED if known is None else Standing.MISSING
        elif signer in self._own():
            standing = Standing.OWN
        elif known is not None:
            standing = Standing.KNOWN if signer in known.keys else Standing.CHANGED
        else:
            is_namesake = any(
                person and one.name == person.name and signer not in one.keys for one in remembered.values()
            )
            standing = Standing.NAMESAKE if is_namesake else Standing.NEW
        return Origin(file, person, signer, standing, known.keys[0] if known is not None else None)

    def origins_of_packs(self, paths: Iterable[Path]) -> list[Origin]:
        """Where the issue packs among PATHS come from; one that cannot be read is told by its import."""
        origins = []
        for path in files_among(path for path in paths if path.is_dir() or path.suffix.lower() == PACK_SUFFIX):
            if path.suffix.lower() == PACK_SUFFIX:
                with suppress(KnownError):
                    pack = issue_pack.read(read_limited(path, PACK_LIMIT), path.name)
                    origins.append(self.origin(path.name, pack.maker, pack.signer))
        return origins

    def refuse_changed(self, origins: Iterable[Origin], trusted: Collection[str] = ()) -> None:
        """Raise KnownError when a person's key is another than it was and the person at the desk did not accept it."""
        for origin in origins:
            if origin.standing is Standing.CHANGED and origin.signer not in trusted:
                raise KnownError(
                    "{file} 的签名与以前记住的{person}的签名不同，没有收下。请向本人核对指纹 {fingerprint} 再收。",
                    file=origin.file,
                    person=origin.person.name[:_LONGEST_NAME] if origin.person else "",
                    fingerprint=origin.fingerprint,
                )

    def remember(self, origins: Iterable[Origin]) -> None:
        """Keep whose keys these are, for the next time; a key that was accepted stands beside those known before."""
        kept, known = {}, self._remembered()
        for origin in origins:
            if origin.signer and origin.standing in (Standing.NEW, Standing.NAMESAKE, Standing.CHANGED):
                id_ = _key_of(origin.person, origin.signer)
                before = known[id_].keys if id_ in known else ()
                kept[id_] = {
                    "key": origin.signer,
                    "also": [key for key in before if key != origin.signer][: _MOST_KEYS - 1],
                    "name": origin.person.name[:_LONGEST_NAME] if origin.person else "",
                    "since": to_iso(self._clock()),
                }
        if kept:
            self._settings.set(SIGNERS, self._told() | kept)

    def signers(self) -> list[Signer]:
        """Whose keys are remembered, by name."""
        return sorted(self._remembered().values(), key=lambda one: (one.name, one.id))

    def forget(self, ids: Collection[str]) -> None:
        """Remember these signers no longer: the next key that comes in their names is the first again. Undoable."""
        before = self._told()
        gone = {id_: told for id_, told in before.items() if id_ in ids}
        if not gone:
            return

        def to(known: dict[str, Any]) -> Changes:
            others = {id_: told for id_, told in self._told().items() if id_ not in gone}
            self._settings.set(SIGNERS, (others | known) or None)
            return Changes()

        name = message("忘记 {count} 个签名", count=len(gone))
        self._undo.do(Step(name, lambda: to(gone), lambda: to({})))

    def _path(self, person_id: str) -> Path:
        return self._folder / f"{hashlib.sha256(person_id.encode()).hexdigest()[:16]}{KEY_SUFFIX}"

    def _own(self) -> set[str]:
        return {signing.public_key(_seed_in(path)) for path in self._folder.glob(f"*{KEY_SUFFIX}")}

    def _told(self) -> dict[str, Any]:
        known = self._settings.get(SIGNERS, {})
        return known if isinstance(known, dict) else {}

    def _remembered(self) -> dict[str, Signer]:
        """Those who signed before, by the person's key."""
        found = {}
        for id_, told in self._told().items():
            if isinstance(told, dict) and isinstance(told.get("key"), str):
                also = told.get("also")
                more = [key for key in also if isinstance(key, str)] if isinstance(also, list) else []
                name, since = (str(told.get(field) or "") for field in ("name", "since"))
                found[id_] = Signer(id_, name, since, (told["key"], *more))
        return found


def _key_of(person: Person | None, signer: str | None) -> str:
    """Who PERSON is; for a file of nobody's the key that signed it is the person."""
    return (person_key(person.id, person.name) if person else "") or f"key:{signer or ''}"


def _seed_in(path: Path) -> bytes:
    data = read_limited(path, _KEY_LIMIT)
    try:
        seed = base64.b64decode(data.removeprefix(_HEADER).strip(), validate=True)
    except binascii.Error:
        seed = b""
    if not data.startswith(_HEADER) or len(seed) != signing.SEED:
        raise KnownError("签名用的钥匙 {file} 已损坏。请把它移到别处，下次签名时会做一把新的。", file=path)
    return seed


_SENTENCES = {
    Standing.UNSIGNED: message("{file}：{person}制作，没有签名。"),
    Standing.MISSING: message("{file}：{person}制作，没有签名（以前的有签名）。"),
    Standing.OWN: message("{file}：{person}制作，由这台电脑签名，签名之后没有改动。"),
    Standing.KNOWN: message("{file}：{person}制作并签名，签名与以前的相同，签名之后没有改动。"),
    Standing.NEW: message(
        "{file}：{person}制作并签名，签名之后没有改动。第一次见到这个签名，收下后会记住。指纹：{fingerprint}"
    ),
    Standing.NAMESAKE: message(
        "{file}：{person}制作并签名，签名之后没有改动。以前还有一位同名的人，签名不同，请核对是哪一位。指纹：{fingerprint}"
    ),
    Standing.CHANGED: message(
        "请注意：{file} 说是{person}制作的，签名却与以前记住的不是同一个。请先当面或打电话核对，"
        "确认对方换了电脑或重做了签名，再收下。这一份的指纹：{fingerprint}；以前的：{before}"
    ),
}
