"""What a person typed, made fit to keep: nothing is invented, only what no file can hold or nobody can see goes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def clean_text(text: str) -> str:
    """TEXT without lone surrogates (which UTF-8 cannot hold), with one kind of line end."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return text.encode("utf-8", "replace").decode("utf-8")


def clean_note(text: str | None) -> str | None:
    """A note without white space around it; None when nothing is left."""
    return clean_text(text).strip() or None if text is not None else None


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags in NFC without white space and number signs around them, each once, in the given order."""
    cleaned = (unicodedata.normalize("NFC", clean_text(tag)).strip().strip("#＃").strip() for tag in tags)
    return tuple(dict.fromkeys(" ".join(tag.split()) for tag in cleaned if tag))
