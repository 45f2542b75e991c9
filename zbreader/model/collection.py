"""Collections (摘编本): named lists of notes in an order that a person chose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection. `annotations`: ids in their order, each once."""

    id: str
    name: str
    annotations: tuple[str, ...] = ()
