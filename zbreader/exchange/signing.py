"""Signatures on packs: Ed25519 (RFC 8032) over a file's bytes, written into the file itself (docs/formats.md).

A signature tells that a file is as somebody who holds a key made it; whose key it is, the person who reads has to know.
The place of the signature's value is filled with `_BLANK` while the bytes are signed, so that a signed file is the same
JSON as before with one field more, which older programs ignore.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from zbreader.model.errors import KnownError

SEED = 32  # bytes that make a key
ALGORITHM = "Ed25519"
_HEAD = 4000  # bytes in which a signature is sought
_BLANK = "A" * 86  # stands in the value's place while it is made: 64 bytes in base64url
_DOMAIN = b"zbreader signature 1\n"
_PLACE = re.compile(rb'\{\s*"algorithm": "Ed25519",\s*"key": "([\w-]{43})",\s*"value": "([\w-]{86})"\s*\}')
_GROUPS = 6  # of five digits each: a hundred bits, and they can be read out on the telephone


class BrokenSignature(KnownError):
    """What stands in a file as its signature does not fit it: it was changed since, or never was signed so."""


def place_for(seed: bytes) -> dict[str, str]:
    """The field for a signature with the key made of SEED, its value blank; it has to stand in the file's head."""
    return {"algorithm": ALGORITHM, "key": public_key(seed), "value": _BLANK}


def signed(data: bytes, seed: bytes, kind: bytes) -> bytes:
    """DATA, which holds `place_for(seed)` written as JSON, with the signature in it; kind: of file."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    place = _place_in(data)
    if place is None or place[2].decode() != _BLANK:
        raise ValueError("no place for a signature")
    value = _encoded(Ed25519PrivateKey.from_private_bytes(seed).sign(_DOMAIN + kind + b"\n" + data))
    return data[: place.start(2)] + value.encode() + data[place.end(2) :]


def signer_of(data: bytes, told: object, kind: bytes, name: str) -> str:
    """The public key (43 characters) that signed DATA; told: the field as it was read; name: the file's.

    Raises BrokenSignature when it is not sound, KnownError when it is of a kind that a later program made.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if isinstance(told, dict) and isinstance(said := told.get("algorithm"), str) and said != ALGORITHM:
        raise KnownError("文件 {file} 的签名方式本程序不认识，没有读取。请升级后再试。", file=name)
    place = _place_in(data)
    if place is not None and told == {
        "algorithm": ALGORITHM,
        "key": place[1].decode(),
        "value": place[2].decode(),
    }:
        blank = data[: place.start(2)] + _BLANK.encode() + data[place.end(2) :]
        try:
            key = Ed25519PublicKey.from_public_bytes(_decoded(place[1]))
            key.verify(_decoded(place[2]), _DOMAIN + kind + b"\n" + blank)
        except (InvalidSignature, ValueError):
            pass
        else:
            return place[1].decode()
    raise BrokenSignature("文件 {file} 签名之后被改动过，不可信，没有读取。请向制作的人重新要一份。", file=name)


def public_key(seed: bytes) -> str:
    """The public half of the key made of SEED (32 random bytes), 43 characters of base64url."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return _encoded(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def fingerprint(key: str) -> str:
    """What people compare of a public key: 30 digits of its SHA-256, in groups of five."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest(), "big") % 10 ** (5 * _GROUPS)
    digits = f"{number:0{5 * _GROUPS}d}"
    return " ".join(digits[at : at + 5] for at in range(0, len(digits), 5))


def _place_in(data: bytes) -> re.Match[bytes] | None:
    """Where the signature stands, None when it stands nowhere or in two places."""
    found = list(_PLACE.finditer(data, 0, _HEAD))
    return found[0] if len(found) == 1 else None


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _decoded(text: bytes) -> bytes:
    """Raises ValueError when TEXT is not the one way to write its bytes: a changed last character must be noticed."""
    try:
        data = base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
    except binascii.Error as error:
        raise ValueError("base64") from error
    if _encoded(data).encode() != text:
        raise ValueError("base64")
    return data
