"""Prompts: lines to fill in that a note can begin with (是什么 / 为什么 / 怎么做). Optional, each editable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zbreader.model.message import message
from zbreader.services.changes import Changes
from zbreader.services.given import clean_text
from zbreader.services.settings import Settings
from zbreader.services.undo import Step, UndoStack

PROMPTS = "notes.prompts"  # setting: list of {name, lines}; without it the program's own are offered
_MOST, _MOST_LINES, _LONGEST = 50, 50, 200  # prompts, lines of one, code points of a line


@dataclass(frozen=True, slots=True)
class Prompt:
    """One set of lines under a name."""

    name: str
    lines: tuple[str, ...]


# From the magazines' own way of studying; the words are content, not the program's language.
USUAL = (
    Prompt("三问", ("是什么：", "为什么：", "怎么做：")),
    Prompt("三个摆进去", ("把自己摆进去：", "把职责摆进去：", "把工作摆进去：")),
    Prompt("解读", ("【解读】",)),
    Prompt("思路招法", ("思路招法：",)),
    Prompt("存疑与研讨问题", ("存疑：", "研讨问题：")),
)


class Prompting:
    """The prompts of one library. A change is one undo step."""

    def __init__(self, settings: Settings, undo: UndoStack) -> None:
        self._settings = settings
        self._undo = undo

    def all(self) -> list[Prompt]:
        """The prompts to offer; what in the settings is none is passed over."""
        kept = self._settings.get(PROMPTS)
        return list(USUAL) if not isinstance(kept, list) else _clean(map(_read, kept))

    def set_all(self, prompts: Iterable[Prompt]) -> None:
        """Offer these from now on; the program's own come back when there are none."""
        before, after = self._settings.get(PROMPTS), _clean(prompts)
        wanted = [{"name": one.name, "lines": list(one.lines)} for one in after] if after else None
        if wanted != before:
            self._write(wanted)
            step = Step(message("修改笔记提示"), lambda: self._write(before), lambda: self._write(wanted))
            self._undo.push(step)

    def _write(self, value: Any) -> Changes:
        self._settings.set(PROMPTS, value)
        return Changes()


def as_text(prompts: Iterable[Prompt]) -> str:
    """PROMPTS as a person edits them: a name on a line, its lines below it, an empty line between two."""
    return "\n\n".join("\n".join((one.name, *one.lines)) for one in prompts)


def from_text(text: str) -> list[Prompt]:
    """The inverse of `as_text`; a name without lines stands for itself."""
    found, block = [], list[str]()
    for line in (*clean_text(text).split("\n"), ""):
        if line.strip():
            block.append(line.strip())
        elif block:
            found.append(Prompt(block[0], tuple(block[1:] or block)))
            block = []
    return _clean(found)


def _read(value: Any) -> Prompt:
    if not isinstance(value, dict) or not isinstance(value.get("lines"), list):
        return Prompt("", ())
    return Prompt(str(value.get("name", "")), tuple(map(str, value["lines"])))


def _clean(prompts: Iterable[Prompt]) -> list[Prompt]:
    """PROMPTS that have a name and lines, each within reason."""
    cleaned = (Prompt(_line(one.name), tuple(filter(None, map(_line, one.lines)))[:_MOST_LINES]) for one in prompts)
    return [one for one in cleaned if one.name and one.lines][:_MOST]


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())[:_LONGEST]
