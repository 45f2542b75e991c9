"""Notes under a password: scrypt (RFC 7914) makes a key of it, AES-256-GCM hides and guards the file (docs/formats.md).

A sealed file is JSON that says how to make the key, and the hidden bytes in base64. What it says is a stranger's: costs
beyond a few seconds or 256 MB are refused before anything is computed.
"""

from __future__ import annotations

import base64
import binascii
import json
import unicodedata
from collections.abc import Sequence

from zbreader.model.errors import KnownError

VERSION = 2  # of the .zbnotes format: programs that know only 1 say that one should update
SALT, NONCE = 16, 12  # bytes
SHORTEST = 6  # characters of a password
_LONGEST = 1000
_COST, _BLOCK, _PARALLEL = 2**15, 8, 3  # 32 MB, a third of a second; OWASP's recommendation of 2023
_MOST_COST, _MOST_BLOCK, _MOST_PARALLEL = 2**18, 16, 8
_MOST_MEMORY = 256 * 1024 * 1024  # bytes: 128 * cost * block
_MOST_WORK = 2**22  # cost * block * parallel: four times what `seal` asks for
_MOST_PASSWORDS = 8  # tried on one file
_DOMAIN = b"zbreader sealed notes 2"
_MARK = b'"zb:sealed"'
_HEAD = 400  # bytes in which the mark stands


class PasswordNeeded(KnownError):
    """A file is sealed, and no password that was given opens it."""


def is_sealed(data: bytes) -> bool:
    """Whether DATA is a file under a password."""
    return _MARK in data[:_HEAD]


def seal(data: bytes, password: str, *, salt: bytes, nonce: bytes) -> bytes:
    """DATA under PASSWORD; salt, nonce: 16 and 12 random bytes, never the same twice. Raises KnownError."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not SHORTEST <= len(password) <= _LONGEST:
        raise KnownError("密码太短，没有保存。请用至少 {count} 个字符的密码。", count=SHORTEST)
    hidden = AESGCM(_key(password, salt, _COST, _BLOCK, _PARALLEL)).encrypt(nonce, data, _DOMAIN)
    document = {
        "type": "AnnotationCollection",
        "zb:version": VERSION,
        "zb:sealed": {
            "kdf": "scrypt",
            "n": _COST,
            "r": _BLOCK,
            "p": _PARALLEL,
            "salt": _encoded(salt),
            "cipher": "AES-256-GCM",
            "nonce": _encoded(nonce),
            "data": _encoded(hidden),
        },
    }
    return json.dumps(document, indent=1).encode() + b"\n"


def unseal(document: object, passwords: Sequence[str], name: str) -> bytes:
    """The bytes in DOCUMENT, a sealed file's JSON; name: the file's, for the sentences.

    Raises PasswordNeeded when none of PASSWORDS opens it, KnownError when it is no such file.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, hidden, costs = _read(document, name)
    for password in passwords[-_MOST_PASSWORDS:]:
        try:
            return AESGCM(_key(password, salt, *costs)).decrypt(nonce, hidden, _DOMAIN)
        except InvalidTag:
            continue
    if passwords:
        raise PasswordNeeded("密码打不开文件 {file}。请核对密码（分大小写），或请对方重新导出。", file=name)
    raise PasswordNeeded("文件 {file} 加了密码，没有读取。请向制作的人问密码。", file=name)


def _read(document: object, name: str) -> tuple[bytes, bytes, bytes, tuple[int, int, int]]:
    """Salt, nonce, hidden bytes and costs; refuses what would cost too much."""
    told = document.get("zb:sealed") if isinstance(document, dict) and document.get("zb:version") == VERSION else None
    if not isinstance(told, dict):
        raise _damaged(name)
    if (told.get("kdf"), told.get("cipher")) != ("scrypt", "AES-256-GCM"):
        raise KnownError("文件 {file} 的加密方式本程序不认识，没有读取。请升级后再试。", file=name)
    salt, nonce, hidden = (_decoded(told.get(field), name) for field in ("salt", "nonce", "data"))
    n, r, p = (cost if type(cost := told.get(field)) is int else 0 for field in ("n", "r", "p"))
    if len(salt) != SALT or len(nonce) != NONCE:
        raise _damaged(name)
    sound = 2**10 <= n <= _MOST_COST and n & (n - 1) == 0 and 1 <= r <= _MOST_BLOCK and 1 <= p <= _MOST_PARALLEL
    if not sound or 128 * n * r > _MOST_MEMORY or n * r * p > _MOST_WORK:
        raise KnownError("文件 {file} 的加密参数大得不合情理，不可信，没有读取。请让对方重新交一份。", file=name)
    return salt, nonce, hidden, (n, r, p)


def _key(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # One way to write what two keyboards may write in two.
    secret = unicodedata.normalize("NFC", password[:_LONGEST]).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=32, n=n, r=r, p=p).derive(secret)


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decoded(text: object, name: str) -> bytes:
    try:
        return base64.b64decode(text.encode("ascii"), validate=True) if isinstance(text, str) else b""
    except (UnicodeEncodeError, binascii.Error) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> KnownError:
    return KnownError("文件 {file} 已损坏，没有读取。请让对方重新导出。", file=name)
