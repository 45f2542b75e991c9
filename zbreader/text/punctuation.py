"""Chinese punctuation: what ends a sentence, what opens and closes, and quotes in one style."""

from __future__ import annotations

SENTENCE_ENDS = "。！？!?…"
PAUSES = "，、；：,;:"
OPENING = "“‘「『（《〈【〔［｛([{"
CLOSING = "”’」』）》〉】〕］｝)]}"
QUOTES = "“”‘’「」『』\"'＂＇〝〞"

_CURLY = "“”‘’"
_NO_LINE_BEGINS = CLOSING + PAUSES + SENTENCE_ENDS
_CLOSER = dict(zip(OPENING, CLOSING, strict=True))
_STRAIGHT = {ord(mark): ord("'" if mark in "‘’『』'＇" else '"') for mark in QUOTES}


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a sentence end, closing quotes and brackets after it allowed: `他说：“好。”`."""
    body = text.rstrip().rstrip(CLOSING + "\"'")
    return bool(body) and body[-1] in SENTENCE_ENDS


def unclosed(text: str) -> str:
    """The opening marks that are still open at the text's end, in the order in which they were opened.

    A closing mark closes the nearest mark of its kind and all that was opened inside it; one without a partner is
    ignored, because an apostrophe and a damaged line look just like it.
    """
    open_marks: list[str] = []
    for character in text:
        if character in _CLOSER:
            open_marks.append(character)
        elif character in CLOSING:
            for depth in range(len(open_marks) - 1, -1, -1):
                if _CLOSER[open_marks[depth]] == character:
                    del open_marks[depth:]
                    break
    return "".join(open_marks)


def is_balanced(text: str) -> bool:
    """Whether nothing that was opened in the text is still open at its end."""
    return not unclosed(text)


def unbroken(text: str) -> int:
    """How many characters at the beginning of a text stay on one line: `“好”的` -> 4, `量“身高”` -> 3, `山水` -> 1.

    Unicode's line breaking (UAX #14, rules 13, 14 and 19): not before what closes, pauses or ends a sentence, not
    after what opens, on neither side of a curly quotation mark, which looks the same in Latin text.
    """
    at = 1
    while at < len(text) and (
        text[at] in _NO_LINE_BEGINS or text[at - 1] in OPENING or text[at] in _CURLY or text[at - 1] in _CURLY
    ):
        at += 1
    return min(at, len(text))


def straighten_quotes(text: str) -> str:
    """Quotes of any style as straight ones, one code point for one: `“好”` and `「好」` -> `"好"`."""
    return text.translate(_STRAIGHT)
