"""Sentences for people, kept as template and values so that the living floor can translate them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath

# What reorders or hides text around it: bidirectional controls, escapes for terminals, other controls but line breaks.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Message:
    """A sentence in Simplified Chinese with named `{places}`; the template is the key by which it is translated."""

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return filled(self.template, self.values)


def filled(template: str, values: dict[str, object]) -> str:
    """TEMPLATE with VALUES in its places; nothing in them can turn the sentence around or hide a part of it.

    A file called “报告<U+202E>txt.exe” would else be shown as one that ends in “exe.txt”.
    """
    safe = {name: _plain(str(value)) if isinstance(value, str | PurePath) else value for name, value in values.items()}
    return template.format(**safe) if safe else template


def _plain(text: str) -> str:
    return _TURNING.sub("\ufffd", text)


def message(template: str, /, **values: object) -> Message:
    """Build a Message. The template must be a literal: `tools/i18n.py` collects it for translation."""
    return Message(template, values)
