"""Identifiers: the same issue gets the same id in every library; annotations get a UUIDv7."""

from __future__ import annotations

import hashlib
import unicodedata
import uuid
from collections.abc import Iterable

from zbreader.model.issue import IssueIdentity


def issue_id(identity: IssueIdentity, source_sha256: str) -> str:
    """Id of an issue: from what its masthead prints, so that two conversions of it agree; else from its source.

    12 hexadecimal digits. An identity is enough when it names the magazine, the year and the number.
    """
    if identity.magazine and identity.year and identity.number:
        key = "\n".join(
            _folded(part) for part in (identity.magazine, str(identity.year), str(identity.number), identity.half or "")
        )
    else:
        key = source_sha256
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def article_ids(issue: str, titles: Iterable[str]) -> list[str]:
    """Ids of an issue's articles, from their headlines: stable over a re-import that finds the same headline.

    `<issue id>-<6 hexadecimal digits>`; the second article with one headline gets another id than the first.
    """
    ids: list[str] = []
    for title in titles:
        folded, count = _folded(title), 1
        while (candidate := _article_id(issue, folded, count)) in ids:
            count += 1
        ids.append(candidate)
    return ids


def _article_id(issue: str, folded_title: str, count: int) -> str:
    key = f"{folded_title}\n{count}"
    return f"{issue}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def annotation_id(milliseconds: int, random_bits: int) -> str:
    """A UUIDv7 (RFC 9562, 5.7) from a time in milliseconds since 1970 and 74 random bits."""
    value = (milliseconds & 0xFFFFFFFFFFFF) << 80
    value |= 0x7 << 76 | (random_bits >> 62 & 0xFFF) << 64
    value |= 0x2 << 62 | random_bits & 0x3FFFFFFFFFFFFFFF
    return str(uuid.UUID(int=value))


def _folded(text: str) -> str:
    """Letters and digits only, in one width: quotes, spaces and marks differ between conversions."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
