"""The text of one paragraph: its runs, what they look like, and what hangs on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from zbreader.importers.readers.word.styles import Style, StyleSheet, run_format

PAGE_BREAK = "\f"

_CHARACTERS = {
    "w.tab": "\t",
    "w.ptab": "\t",
    "w.cr": "\n",
    "w.noBreakHyphen": "-",
    "w.lastRenderedPageBreak": PAGE_BREAK,
}
# Skipping: deleted and moved-away text, field codes, phonetic guides above the text, what older programs would show.
_UNREAD = frozenset(
    {
        "w.del",
        "w.moveFrom",
        "w.instrText",
        "w.delText",
        "w.rt",
        "mc.Fallback",
        "w.pPr",
        "w.rPr",
        "w.sdtPr",
        "w.delInstrText",
    }
)


@dataclass(slots=True)
class Text:
    """What was gathered of a paragraph. Page breaks stand in it as U+000C."""

    parts: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # kind (footnote, endnote) and id
    boxes: list[Element] = field(default_factory=list)  # w:txbxContent
    bold: int = 0  # characters in bold
    sizes: Counter[float] = field(default_factory=Counter)
    length: int = 0

    def add(self, text: str, look: Style) -> None:
        weight = len(text) - text.count(" ") - text.count("\u3000")
        self.parts.append(text)
        self.length += weight
        self.bold += weight if look.bold else 0
        if look.size:
            self.sizes[look.size] += weight

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def is_bold(self) -> bool:
        return 0 < self.length == self.bold

    @property
    def size(self) -> float | None:
        return self.sizes.most_common(1)[0][0] if self.sizes else None


def gather(paragraph: Element, look: Style, sheet: StyleSheet, label_of_note: dict[tuple[str, str], str]) -> Text:
    """The text of a paragraph whose style looks like LOOK. A note's label (1, 2 …) is made where it is first cited."""
    text = Text()
    pending: list[tuple[Element, Style]] = [(child, look) for child in reversed(paragraph)]
    while pending:
        element, current = pending.pop()
        tag = element.tag
        if tag in _UNREAD:
            continue
        if tag == "w.txbxContent":
            text.boxes.append(element)
        elif tag in ("w.t", "m.t"):
            if not current.hidden:
                text.add(element.text or "", current)
        elif tag in _CHARACTERS:
            text.parts.append(_CHARACTERS[tag])
        elif tag == "w.br":
            text.parts.append(PAGE_BREAK if element.get("w.type") == "page" else "\n")
        elif tag in ("w.footnoteReference", "w.endnoteReference"):
            note = (tag[2:-9], element.get("w.id", ""))
            label = label_of_note.setdefault(note, str(len(label_of_note) + 1))
            text.notes.append(note)
            text.parts.append(f"[{label}]")
        else:
            if tag == "w.r":
                current = _run_look(element, current, sheet)
            pending.extend((child, current) for child in reversed(element))
    return text


def _run_look(run: Element, look: Style, sheet: StyleSheet) -> Style:
    properties = run.find("w.rPr")
    if properties is None:
        return look
    named = properties.find("w.rStyle")
    if named is not None:
        look = sheet.of(named.get("w.val")).over(look)
    return run_format(properties).over(look)
