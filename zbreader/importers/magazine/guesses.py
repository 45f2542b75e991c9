"""How much a line looks like a subheading, a caption or a box set into the text (evidence; above 0 speaks for it)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from zbreader.importers.draft import ImportDraft, Role
from zbreader.importers.magazine.leads import introduces_person
from zbreader.importers.magazine.shapes import (
    begins_with_date,
    has_comma,
    is_apparatus,
    is_closed,
    is_dashed,
    is_even,
    is_hanging,
    is_numbered,
    is_short,
    is_spaced,
    shape_of,
    size,
)
from zbreader.importers.vocabulary import Vocabulary
from zbreader.text.punctuation import is_balanced

_ASKED = re.compile(r"^[^：:]{1,6}[：:].*[？！?!]$")


def heading_score(draft: ImportDraft, index: int, siblings: int) -> float:
    """Evidence that a line is a subheading; `siblings`: lines of the same shape in its article."""
    line = draft.lines[index]
    text = line.text
    marked, numbered = line.level is not None, is_numbered(text)
    score = 1.0 + (4.0 if marked else 2.0 if line.bold else 0.0) + (6.0 if numbered else 0.0)
    score += _length_evidence(size(text), marked or numbered)
    score += _mark_evidence(text, marked or numbered or is_even(text) or (siblings > 0 and is_telling(text)))
    if siblings > 0 and (is_telling(text) or not has_comma(text)):
        score += 3.0 if is_telling(text) else 1.0
    if is_spaced(text) or is_even(text):
        score += 2.0
    if text[:1] in "【[" and text[-1:] in "】]":
        score += 3.0
    return score


def is_set_off(draft: ImportDraft, index: int) -> bool:
    """Whether a short line shows by itself that it is a subheading: marked up, numbered, parted by a space."""
    line = draft.lines[index]
    return line.level is not None or line.bold or is_numbered(line.text) or is_spaced(line.text) or is_even(line.text)


def second_heading_score(text: str, headed: bool) -> float:
    """Evidence for a subheading from the line above: whether that is one, too (`headed`)."""
    if is_dashed(text):
        return 1.7 if headed else -2.5
    return -0.3 if headed else 0.0


def _length_evidence(length: int, certain: bool) -> float:
    """Subheadings are short; `certain`: a number or the markup says that it is one."""
    if length > 45:
        return -1.0 if certain else -5.0
    if length > 30:
        return 0.0 if certain else -2.0
    return 1.0 if length <= 20 else 0.0


def _mark_evidence(text: str, certain: bool) -> float:
    """Subheadings are no sentences: what stops, commas and open quotations inside a line say against its being one."""
    score = 0.0
    if "。" in text[:-1]:
        score -= 8.0
    elif any(mark in text[:-1] for mark in "！；;"):
        score -= 4.0
    if has_comma(text) and not certain:
        score -= 9.0
    if not is_balanced(text) or text.count('"') % 2:
        score -= 3.0
    if is_apparatus(text):
        score -= 6.0
    if is_hanging(text):
        score -= 6.0
    if _ASKED.match(text):
        score -= 6.0
    if text.endswith(("：", ":", "——")):
        score -= 3.0
    return score


def siblings_of(draft: ImportDraft, lines: Sequence[int]) -> dict[int, int]:
    """For each short line without a sentence end, how many others of its article have its marks and its length."""
    short = [i for i in lines if draft.lines[i].role is Role.TEXT and is_short(draft.lines[i].text)]
    shapes = [(shape_of(draft.lines[i].text), size(draft.lines[i].text)) for i in short]
    seen = Counter(shapes)
    return {
        i: sum(seen[shape, length + step] for step in range(-2, 3)) - 1
        for i, (shape, length) in zip(short, shapes, strict=True)
    }


def is_telling(text: str) -> bool:
    """Whether a line's marks are those of a headline: a colon or a space parts it."""
    shape = shape_of(text)
    return any(mark in shape for mark in "：: \u3000")


def is_credited(text: str, words: Vocabulary) -> bool:
    """Whether a line ends with whoever took the picture: 某某 摄, （某馆供图）."""
    return text.rstrip("）)】").endswith(words.furniture_caption_closings)


def caption_score(draft: ImportDraft, index: int) -> float:
    """Evidence that a line is a picture's caption."""
    line = draft.lines[index]
    words, text, length = draft.vocabulary, line.text, size(line.text)
    opened = text.startswith(words.furniture_caption_openings)
    said = 4.0 if opened else 0.0
    if is_credited(text, words):
        said += 8.0
    if any(word in text for word in words.furniture_caption_words):
        said += 3.0
    if begins_with_date(text) and not is_closed(text):
        said += 1.5
    score = said - 4.0 + (2.0 if line.gap >= draft.picture_gap else 0.0)
    if not said:  # nothing but its place speaks for it
        score -= 5.0 if length > 40 else 4.0 if has_comma(text) else 0.0
    if is_closed(text):
        score -= 0.5 if opened else 4.0
    elif not is_balanced(text):
        score -= 3.0
    if length > 90:
        score -= 4.0
    if line.level is not None or is_numbered(text):
        score -= 3.0
    return score


def source_score(draft: ImportDraft, index: int, digest: bool) -> float:
    """Evidence that a dashed line names the source of the quotation above it; `digest`: small items are quoted here."""
    text = draft.lines[index].text
    if not is_dashed(text):
        return -20.0
    return 3.0 if digest or (not is_closed(text) and 8 < size(text) <= 60) else -3.0


def inset_score(draft: ImportDraft, index: int) -> float:
    """Evidence that a whole paragraph is a box set into a cut one: a biography, a piece of information."""
    line = draft.lines[index]
    score = -8.0
    if introduces_person(line.text, draft.vocabulary):
        score += 8.0
    if line.gap >= draft.picture_gap:
        score += 2.0
    return score
