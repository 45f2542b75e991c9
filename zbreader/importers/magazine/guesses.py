"""How much a line looks like a subheading, a caption or a box set into the text (evidence; above 0 speaks for it)."""

from __future__ import annotations

from collections.abc import Sequence

from zbreader.importers.draft import ImportDraft
from zbreader.importers.magazine.leads import introduces_person
from zbreader.importers.magazine.shapes import begins_with_date, is_closed, is_dashed, is_numbered, is_spaced, size
from zbreader.text.punctuation import is_balanced

_PICTURE_GAP = 2  # blank lines a removed picture leaves


def heading_score(draft: ImportDraft, lines: Sequence[int], position: int, headed: bool) -> float:
    """Evidence that a line is a subheading; `headed`: the line above is one."""
    line = draft.lines[lines[position]]
    text, length = line.text, size(line.text)
    marked = line.level is not None
    numbered = is_numbered(text)
    score = -0.5
    score += 4.0 if marked else 2.0 if line.bold else 0.0
    score += 4.0 if numbered else 0.0
    if length > 45:
        score -= 1.0 if marked or numbered else 5.0
    elif length > 30:
        score -= 0.0 if marked or numbered else 2.0
    elif length <= 20:
        score += 1.0
    if any(mark in text[:-1] for mark in "。！；;"):
        score -= 4.0
    if any(mark in text for mark in "，,"):
        score -= 0.0 if marked or numbered else 2.5
    if is_spaced(text):
        score += 2.0
    if not is_balanced(text) or text.count('"') % 2:
        score -= 3.0
    if text.endswith(("：", ":", "——")):
        score -= 3.0
    if is_dashed(text):
        score += 2.0 if headed else -1.0
    if text[:1] in "【[" and text[-1:] in "】]":
        score += 3.0
    if headed:
        score -= 0.3
    return score


def caption_score(draft: ImportDraft, lines: Sequence[int], position: int) -> float:
    """Evidence that a line is a picture's caption."""
    line = draft.lines[lines[position]]
    words, text, length = draft.vocabulary, line.text, size(line.text)
    opened = text.startswith(words.furniture_caption_openings)
    score = -4.0
    if line.gap >= _PICTURE_GAP:
        score += 2.0
    if opened:
        score += 4.0
    if text.rstrip("）)】").endswith(words.furniture_caption_closings):
        score += 4.0
    if any(word in text for word in words.furniture_caption_words):
        score += 3.0
    if begins_with_date(text) and not is_closed(text):
        score += 1.5
    if is_closed(text):
        score -= 0.5 if opened else 4.0
    if length > 90:
        score -= 4.0
    if line.level is not None or is_numbered(text):
        score -= 3.0
    return score


def inset_score(draft: ImportDraft, index: int) -> float:
    """Evidence that a whole paragraph is a box set into a cut one: a biography, a piece of information."""
    line = draft.lines[index]
    score = -4.0
    if introduces_person(line.text, draft.vocabulary):
        score += 2.5
    if line.gap >= _PICTURE_GAP:
        score += 1.0
    return score
