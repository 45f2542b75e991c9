"""What the styles of a Word file say: heading level, type size, bold (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"^(?:heading|标题|標題)\s*([1-9])$")
_TITLES = {"title": 1, "标题": 1, "標題": 1, "subtitle": 2, "副标题": 2, "副標題": 2}
_DEEPEST = 6
_CHAIN = 20  # styles based on one another that are followed


@dataclass(frozen=True, slots=True)
class Style:
    """What holds for text in a style; None where it says nothing."""

    name: str = ""
    level: int | None = None
    size: float | None = None  # points
    bold: bool | None = None
    hidden: bool | None = None
    numbering: tuple[str, int] | None = None  # list and level

    def over(self, below: Style) -> Style:
        """This style, completed by the one that it is based on."""
        return Style(
            self.name,
            self.level or below.level,
            self.size or below.size,
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            self.numbering or below.numbering,
        )


class StyleSheet:
    """The styles of one file by their id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, tuple[Style, str | None]] = {}
        self._resolved: dict[str, Style] = {}
        self._default = Style()
        if root is not None:
            self._load(root)

    def of(self, style_id: str | None) -> Style:
        """A style with all that it inherits; for None the style of paragraphs that name none."""
        key = style_id or ""
        if key not in self._resolved:
            self._resolved[key] = self._resolve(style_id)
        return self._resolved[key]

    def _load(self, root: Element) -> None:
        defaults = root.find("w.docDefaults/w.rPrDefault/w.rPr")
        normal = run_format(defaults) if defaults is not None else Style()
        for style in root.iter("w.style"):
            found = _style(style)
            based = style.find("w.basedOn")
            self._styles[style.get("w.styleId", "")] = found, based.get("w.val") if based is not None else None
            if style.get("w.type") == "paragraph" and style.get("w.default") in ("1", "true", "on"):
                normal = found.over(normal)
        self._default = replace(normal, level=None)

    def _resolve(self, style_id: str | None) -> Style:
        style = Style()
        for _ in range(_CHAIN):
            if style_id is None or style_id not in self._styles:
                break
            own, style_id = self._styles[style_id]
            style = style.over(own)
        return style.over(self._default)


def run_format(properties: Element | None) -> Style:
    """What run properties (w:rPr) say."""
    if properties is None:
        return Style()
    size = number_in(properties.find("w.sz"))
    return Style(
        size=size / 2 if size else None, bold=switch(properties.find("w.b")), hidden=switch(properties.find("w.vanish"))
    )


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties (w:pPr) give, 1 = largest."""
    level = number_in(properties.find("w.outlineLvl")) if properties is not None else None
    return min(level + 1, _DEEPEST) if level is not None and 0 <= level <= 8 else None


def list_place(properties: Element | None) -> tuple[str, int] | None:
    """The list, and the level in it, that paragraph properties (w:pPr) put a paragraph into."""
    numbering = properties.find("w.numPr") if properties is not None else None
    if numbering is None:
        return None
    list_id = numbering.find("w.numId")
    return (list_id.get("w.val", "") if list_id is not None else ""), number_in(numbering.find("w.ilvl")) or 0


def number_in(element: Element | None) -> int | None:
    """The whole number in an element's w:val, where there is one of a size that makes sense."""
    value = element.get("w.val", "") if element is not None else ""
    return int(value) if re.fullmatch(r"-?\d{1,9}", value) else None


def switch(element: Element | None) -> bool | None:
    """What a switch such as w:b says: on, off, or nothing."""
    return None if element is None else element.get("w.val", "1") not in ("0", "false", "off")


def _style(element: Element) -> Style:
    name_element = element.find("w.name")
    name = name_element.get("w.val", "") if name_element is not None else ""
    folded = name.strip().lower()
    heading = _HEADING.match(folded)
    level = min(int(heading.group(1)), _DEEPEST) if heading else _TITLES.get(folded)
    properties = element.find("w.pPr")
    return replace(
        run_format(element.find("w.rPr")),
        name=name,
        level=level or outline_level(properties),
        numbering=list_place(properties),
    )
