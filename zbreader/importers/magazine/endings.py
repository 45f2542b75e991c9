"""Rule: find the ornaments that end an article (文 ■ ★ …), however they were read."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from zbreader.importers.draft import DraftLine, ImportDraft, Role
from zbreader.importers.magazine.guesses import is_credited
from zbreader.importers.magazine.shapes import is_short
from zbreader.model.message import message
from zbreader.text.punctuation import ends_sentence
from zbreader.text.spacing import is_ideograph


def endings(draft: ImportDraft) -> ImportDraft:
    """Marks lines after whose last sentence an end ornament stands; known ornaments leave the text, others stay."""
    lines = list(draft.lines)
    findings = []
    for index, line in enumerate(lines):
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        if _is_ornament(line.text, draft) and index and ends_sentence(lines[index - 1].text):
            known = line.text in draft.vocabulary.furniture_end_marks
            lines[index] = replace(line, role=Role.END_MARK if known else Role.ARTIFACT)
            lines[index - 1] = replace(lines[index - 1], ended=True)
            continue
        marked = _without_mark(line, below, draft)
        if marked is None:
            continue
        lines[index] = marked
        if marked.text == line.text:
            findings.append(
                draft.finding(
                    "endings",
                    [index],
                    message("句末的“{mark}”可能是篇末标记，没有删去，请核对。", mark=line.text[-1]),
                    0.6,
                )
            )
    return replace(draft, lines=tuple(lines)).with_findings(*findings)


def _is_ornament(text: str, draft: ImportDraft) -> bool:
    return len(text) <= 2 and (text in draft.vocabulary.furniture_end_marks or all(map(_is_symbol, text)))


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sm", "No") or character in "✎☒☑"


def _without_mark(line: DraftLine, below: str, draft: ImportDraft) -> DraftLine | None:
    """The line without its ornament (or with it, flagged, where it is of no known kind); None where there is none."""
    text = line.text
    last = text[-1:]
    if last in draft.vocabulary.furniture_end_marks and is_credited(text[:-1].rstrip(), draft.vocabulary):
        return replace(line, text=text[:-1].rstrip(), ended=True)
    if len(text) < 8 or not ends_sentence(text[:-1]) or ends_sentence(text):
        return None
    if last in draft.vocabulary.furniture_end_marks:
        if is_ideograph(last) and draft.language.goes_on(text, below) > 4.0 and not is_short(below):
            return None  # a paragraph cut after its first character: …。文|化自信
        return replace(line, text=text[:-1].rstrip(), ended=True)
    if _is_symbol(last):
        return replace(line, ended=True)
    if is_ideograph(last) and is_short(below) and line.ended is False and draft.language.goes_on(text, below) < 0.0:
        return replace(line, ended=True)
    return None
