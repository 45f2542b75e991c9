"""What a person chose about the page. Plain data: read at the start, before anything of the page is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

SERIF = "serif"
SANS = "sans"
KAI = "kai"
AUTO = "auto"  # Latin letters as they come with the Chinese face


@dataclass(frozen=True, slots=True)
class PageChoices:
    """Lengths in em of the body unless said otherwise. What is out of bounds is brought back by the typography."""

    zoom: float = 1.0  # 1 is 100 %
    face: str = SERIF  # of Chinese: serif, sans, kai, or the name of a family
    latin: str = AUTO  # of Latin letters and digits: auto, serif, sans, or the name of a family
    line_length: int = 36  # characters
    line_height: int = 178  # from line to line of body text, in per cent of its size
    paragraph_gap: float = 0.22  # between two paragraphs of body text
    margin: float = 1.7  # the least between text and edge
    indent: bool = True  # two characters at the beginning of a paragraph
    paged: bool = False  # a page at a time instead of scrolling

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> PageChoices:
        """The choices in VALUES, by name of field; what has another type than ours is left as usual."""
        usual = asdict(cls())
        return cls(**{name: values[name] for name in usual if _fits(usual[name], values.get(name))})

    def differing(self, other: PageChoices) -> dict[str, Any]:
        """The fields in which OTHER differs from this, with its values."""
        mine = asdict(self)
        return {name: value for name, value in asdict(other).items() if value != mine[name]}

    def but(self, **changes: Any) -> PageChoices:
        """These choices with some changed."""
        return replace(self, **changes)


def _fits(usual: object, value: object) -> bool:
    if isinstance(usual, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(usual)
