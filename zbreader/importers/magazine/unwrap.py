"""Rule: put lines together that a converter wrapped at a fixed width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from zbreader.importers.draft import DraftLine, ImportDraft
from zbreader.text.spacing import join_lines

_NARROWEST, _WIDEST = 10, 90  # characters of a wrapped line
_SHARE = 0.3  # of all adjoining lines must have the full width


def unwrap(draft: ImportDraft) -> ImportDraft:
    """Joins each line of the full width with the line right below it, where a file was wrapped at one width."""
    width = wrap_width(draft.lines)
    if width is None:
        return draft
    lines: list[DraftLine] = []
    fits = False  # the line above was filled to its end
    for index, line in enumerate(draft.lines):
        if fits and line.gap == 0 and line.level is None and not line.bold:
            above = lines[-1]
            lines[-1] = replace(
                above, text=join_lines(above.text, line.text), numbers=above.numbers + line.numbers, ended=line.ended
            )
        else:
            lines.append(line)
        fits = _is_full(line.text, _following(draft.lines, index), width)
    return replace(draft, lines=tuple(lines))


def wrap_width(lines: Sequence[DraftLine]) -> int | None:
    """The width in characters at which a file was wrapped, or None where it was not."""
    adjoining = [line for line, below in zip(lines, lines[1:]) if below.gap == 0]
    if len(adjoining) < 12 or len(adjoining) < 0.2 * len(lines):
        return None
    lengths = Counter(len(line.text) for line in adjoining)
    longest = max(lengths)
    if not _NARROWEST <= longest <= _WIDEST or any(len(line.text) > longest + 1 for line in lines):
        return None
    full = sum(count for length, count in lengths.items() if length >= longest - 1)
    return longest if full >= _SHARE * len(adjoining) else None


def _following(lines: Sequence[DraftLine], index: int) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


def _is_full(text: str, below: str, width: int) -> bool:
    """Full to the last character, or broken early only because the next word did not fit any more."""
    if len(text) >= width - 1:
        return True
    word = below.split(" ", 1)[0]
    return len(word) < len(below) and len(text) + 1 + len(word) > width and len(word) < width
