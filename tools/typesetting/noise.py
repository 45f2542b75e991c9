"""What printing and conversion do to a line: widths, quotes, stray spaces. Seeded: it can happen again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random

_TO_HALF = str.maketrans("，；：？！（）", ",;:?!()")
_TO_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_CORNER = str.maketrans("“”‘’", "『』「」")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_HAN_THEN_LATIN = re.compile(rf"(?<={_HAN})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?={_HAN})")
_BETWEEN_HAN = re.compile(rf"(?<={_HAN})(?={_HAN})")


@dataclass(frozen=True)
class Style:
    """How a page is printed.

    width: full or half (marks) · quotes: curly, corner or straight · digits: plain or spaced · stray: probability of a
    stray space between two characters · printed: a space at each printed line end of so many characters (0: none) ·
    title, heading: Markdown markers written before headlines and subheadings (none: no marker) ·
    gap: blank lines after a line · indent: full-width spaces before a paragraph (not before the rest of a cut one).
    """

    width: str = "full"
    quotes: str = "curly"
    digits: str = "plain"
    stray: float = 0.0
    printed: int = 0
    title: str = "none"
    heading: str = "none"
    gap: int = 1
    indent: int = 0

    def changed(self, words: str) -> Style:
        """This style with `key=value` words applied."""
        changes: dict[str, object] = {}
        for word in words.split():
            key, _, value = word.partition("=")
            kind = type(getattr(self, key))
            changes[key] = kind(value)
        return replace(self, **changes)  # type: ignore[arg-type]


def print_line(text: str, style: Style, rng: Random, *, body: bool) -> tuple[str, list[str]]:
    """Return the line as printed, and which kinds of artifact it now holds. Only body lines get stray spaces."""
    artifacts: list[str] = []
    if style.width == "half":
        text = text.translate(_TO_HALF)
    if style.quotes != "curly":
        text = text.translate(_CORNER if style.quotes == "corner" else _STRAIGHT)
    if style.digits == "spaced" and body:
        text, count = _HAN_THEN_LATIN.subn(" ", text)
        artifacts += ["spaces around numbers"] * bool(count)
    if style.stray and body:
        marked = with_stray_spaces(text, style.stray, rng)
        artifacts += ["stray_space"] * (marked != text)
        text = marked
    if style.printed and body and len(text) > style.printed:
        text = _printed_ends(text, style.printed, rng)
        artifacts.append("stray_space (printed line end)")
    return text, artifacts


def to_half(text: str) -> str:
    """Full-width marks made half-width (the full stop and 、 have no half-width form in print)."""
    return text.translate(_TO_HALF)


def to_full(text: str) -> str:
    """Half-width marks made full-width where no Latin letter or digit stands on either side."""
    return re.sub(r"(?<![0-9A-Za-z/:])[,;:?!()](?![0-9A-Za-z/])", lambda mark: mark[0].translate(_TO_FULL), text)


def with_swapped_quotes(text: str) -> str:
    """Curly quotes made corner quotes and the other way round."""
    return text.translate(str.maketrans("“”‘’『』「」", "『』「」“”‘’"))


def with_stray_spaces(text: str, probability: float, rng: Random) -> str:
    """A space between two characters, each with this probability."""
    return _BETWEEN_HAN.sub(lambda _: " " if rng.random() < probability else "", text)


def _printed_ends(text: str, width: int, rng: Random) -> str:
    pieces, at = [], 0
    while len(text) - at > width:
        step = width + rng.randint(-2, 2)
        pieces.append(text[at : at + step])
        at += step
    pieces.append(text[at:])
    return " ".join(piece.strip() for piece in pieces if piece.strip())
