"""The numbers that Word shows before items and headings and keeps out of their text (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from zbreader.importers.readers.word.styles import number_in

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_GREATEST = 9999  # beyond it a number is written in digits


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


class Numbering:
    """Counts list items as Word does."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        if root is not None:
            self._load(root)

    def next_label(self, list_id: str, level: int) -> str:
        """The label of the next item of a list, such as 一、 or 2.3; "" for bullets and for unknown lists."""
        levels = self._levels.get(list_id)
        if not levels or level not in levels:
            return ""
        counts = self._counts.setdefault(list_id, [levels[i].start - 1 if i in levels else 0 for i in range(_LEVELS)])
        counts[level] += 1
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = levels[deeper].start - 1 if deeper in levels else 0
        own = levels[level]
        if own.form in ("bullet", "none", "picture"):
            return ""

        def shown(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            form = levels[at].form if at in levels else "decimal"
            return _written(max(counts[at], 0), form)

        return _PLACE.sub(shown, own.text)

    def _load(self, root: Element) -> None:
        abstract = {
            found.get("w.abstractNumId", ""): {
                at: _level(level)
                for level in found.findall("w.lvl")
                if (at := _whole(level.get("w.ilvl", ""))) is not None
            }
            for found in root.findall("w.abstractNum")
        }
        for found in root.findall("w.num"):
            reference = found.find("w.abstractNumId")
            levels = dict(abstract.get(reference.get("w.val", "") if reference is not None else "", {}))
            for change in found.findall("w.lvlOverride"):
                at = _whole(change.get("w.ilvl", ""))
                start = number_in(change.find("w.startOverride"))
                if at in levels and start is not None:
                    levels[at] = _Level(start, levels[at].form, levels[at].text)
            self._levels[found.get("w.numId", "")] = levels


def _level(element: Element) -> _Level:
    start, form, text = element.find("w.start"), element.find("w.numFmt"), element.find("w.lvlText")
    first = number_in(start)
    return _Level(
        start=1 if first is None else first,
        form=form.get("w.val", "decimal") if form is not None else "decimal",
        text=text.get("w.val", "") if text is not None else "",
    )


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch("[0-8]", text) else None


def _written(number: int, form: str) -> str:
    write = _FORMS.get(form)
    return write(number) if write is not None and 0 < number <= _GREATEST else str(number)


def _chinese(number: int) -> str:
    """一, 十二, 二十, 一百零五."""
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if zero else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = bool(text)
    return text.removeprefix("一") if text.startswith("一十") else text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _enclosed(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else str(number)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
}
