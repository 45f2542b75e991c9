"""Sentences for people, kept as template and values so that the living floor can translate them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """A sentence in Simplified Chinese with named `{places}`; the template is the key by which it is translated."""

    template: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template


def message(template: str, /, **values: object) -> Message:
    """Build a Message. The template must be a literal: `tools/i18n.py` collects it for translation."""
    return Message(template, values)
