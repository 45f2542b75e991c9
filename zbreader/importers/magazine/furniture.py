"""Rule: find page numbers, running heads, section labels and QR codes' captions."""

from __future__ import annotations

import re
from collections import Counter

from zbreader.importers.draft import ImportDraft, Role
from zbreader.importers.magazine.authorship import is_byline
from zbreader.importers.magazine.shapes import folded_title, is_closed, label_of, size

_FOLIO = re.compile(r"^(?:[-—–·•\[(（|]*\s*)?(?:第\s*)?(?:[Pp]\.?\s*)?\d{1,3}\s*(?:页|版)?\s*(?:[-—–·•\])）|]*)$")
_PAGED = re.compile(r"^(?:\d{1,3}\s*[|｜/·•\-—]\s*\D{2,24}|\D{2,24}\s*[|｜/·•\-—]\s*\d{1,3})$")
_BARRED = re.compile(r"^(?:\d{1,3}\s*[|｜丨]\s*\D{2,20}|\D{2,20}\s*[|｜丨]\s*\d{1,3})$")
_ISSUE_HEAD = re.compile(r"\d{4}\s*[年.．/·-]\s*(?:第?\s*\d{1,2}\s*(?:期|月)?|\d{1,2})")
_GAPS = re.compile(r"[ \u3000\t]{3,}")
_PAGE_PART = re.compile(r"^(?:第?\s*\d{1,4}\s*[期页版年卷]?|\d{4}\s*年\s*(?:第\s*\d{1,3}\s*期)?|·?\s*\d{1,3}\s*·?)$")
_NEWSPAPER_HEAD = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.*(?:第\s*[A-Z]?\d{1,2}\s*版|[A-Z]?\d{1,2}\s*版)|^第?\s*[A-Z]?\d{1,2}\s*版\b"
)
_TURNED = re.compile(
    r"^[（(【]?\s*(?:下转|上接|转第|接第|紧接)\s*(?:第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*[版页]|封\S{1,2})?.{0,4}[）)】]?$"
)
_DATED_HEAD = re.compile(r"^(\D{2,12}?)[ \u3000·|｜]*\d{4}\s*[年.．/·\-]\s*(?:第\s*)?\d{1,3}(?!\d)")
_BOXES = frozenset("囗口□")
_STROKES = frozenset("丨一lI1|口囗")
_ELLIPSES = ("…", "..", "——", "·····")
_ALWAYS = 8  # … and never be a headline
_ALONE = 4  # lines around a barred page head without another, or it stands in a list: the contents page
_OFTEN = 3  # as often a line must come back to be a running head


def furniture(draft: ImportDraft) -> ImportDraft:
    """Sets page numbers, lines that come back on page after page, and QR labels apart from the text."""
    keys = [_key(line.text) if size(line.text) <= 30 and label_of(line.text) is None else "" for line in draft.lines]
    counts = Counter(keys)
    often = {key for key, count in counts.items() if key and count >= _OFTEN}
    forms = Counter((key, line.text[:1]) for key, line in zip(keys, draft.lines, strict=True))
    seen: Counter[str] = Counter()
    roles: dict[int, Role] = {}
    names = _names_in_heads(draft)
    barred = {index for index, line in enumerate(draft.lines) if _BARRED.match(line.text)}
    for index, line in enumerate(draft.lines):
        if line.role is Role.TEXT and size(line.text) <= 60 and _is_page_head(line.text):
            roles[index] = Role.RUNNING_HEAD
        if (
            line.role is Role.TEXT
            and size(line.text) <= 30
            and (found := _DATED_HEAD.match(line.text))
            and found.group(1) in names
        ):
            roles[index] = Role.RUNNING_HEAD
        if line.role is not Role.TEXT or size(line.text) > 30:
            continue
        if is_noise(line.text) and not is_byline(line.text, draft.vocabulary):
            roles[index] = Role.ARTIFACT
        elif is_closed(line.text):
            continue
        elif _FOLIO.match(line.text) or _is_paged_head(line.text, often) or _is_alone(index, barred):
            roles[index] = Role.RUNNING_HEAD
        elif is_qr_label(line.text, draft):
            roles[index] = Role.CAPTION
        elif line.text[:1] in draft.vocabulary.contents_marks and forms[keys[index], line.text[:1]] < _OFTEN:
            continue  # ■ 党课 on the contents page, and 党课 | 12 on the pages of that column
        elif keys[index] in often and _is_head_like(line.text, draft):
            seen[keys[index]] += 1
            # A headline may come back as its article's running head: contents page and article keep theirs.
            if seen[keys[index]] > 2 or any(c.isdigit() for c in line.text) or counts[keys[index]] >= _ALWAYS:
                roles[index] = Role.RUNNING_HEAD
    return draft.with_roles(roles)


def _is_alone(index: int, barred: set[int]) -> bool:
    """Whether a line is a word, a bar and a number (本期聚焦 | 12) and none of a list of such lines."""
    return index in barred and barred.isdisjoint(index + step for step in range(-_ALONE, _ALONE + 1) if step)


def _is_page_head(text: str) -> bool:
    """A page's head: parts far apart of which one is a page number; a newspaper's date and page; 下转第3版."""
    parts = [part for part in _GAPS.split(text) if part]
    if len(parts) > 1 and any(_PAGE_PART.match(part) for part in (parts[0], parts[-1])):
        return True
    return _NEWSPAPER_HEAD.search(text) is not None or _TURNED.match(text) is not None


def _names_in_heads(draft: ImportDraft) -> set[str]:
    """Names that stand again and again before a year and a number: 苇叶 2020·3 …."""
    heads = Counter(
        found.group(1) for line in draft.lines if size(line.text) <= 30 and (found := _DATED_HEAD.match(line.text))
    )
    return {name for name, count in heads.items() if count >= _OFTEN}


def is_noise(text: str) -> bool:
    """Whether a short line holds nothing that could be read: marks, boxes, single letters far apart."""
    if text.startswith("(cid:") or (len(text) == 1 and not text.isalnum()):
        return True
    parts = text.split()
    telling = sum(c.isalnum() and c not in _BOXES for c in text)
    if telling == 0:
        return not text.startswith(_ELLIPSES)
    return (
        len(parts) >= 3
        and all(len(part) == 1 for part in parts)
        and any(p in _STROKES or not p.isalnum() for p in parts)
    )


def is_qr_label(text: str, draft: ImportDraft) -> bool:
    """Whether a short line only tells what a QR code beside it leads to."""
    return (
        size(text) <= 24
        and not is_closed(text)
        and any(text.startswith(word) or text.endswith(word) for word in draft.vocabulary.furniture_qr_words)
    )


def _key(text: str) -> str:
    """A line without its digits: running heads differ only in the page number."""
    return re.sub(r"\d+", "", folded_title(text))


def _is_paged_head(text: str, often: set[str]) -> bool:
    return _PAGED.match(text) is not None and (_key(text) in often or _ISSUE_HEAD.search(text) is not None)


def _is_head_like(text: str, draft: ImportDraft) -> bool:
    """Not an ornament, not a byline that comes back (本刊记者), not a label of a digest."""
    return size(text) >= 3 and not text.startswith(draft.vocabulary.bylines_roles)
