"""Rule: take the marks of Markdown and of conversion off the lines, and part what was glued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zbreader.importers.draft import DraftLine, ImportDraft, Role
from zbreader.model.source import SourceLine
from zbreader.text.punctuation import CLOSING, SENTENCE_ENDS

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_BLANKS = str.maketrans("\t\v\f\u00a0\x1c\x1d\x1e\x1f\x85\u2028\u2029", " " * 11)
_INDENT = re.compile("^(?:[ \u3000\t]*\u3000|[ \t]{2,7})(?=[^ \t\u3000])")
_IMAGE = re.compile(
    r"^[!！]\[[^\]]*\][(（][^)）]*[)）](?:\{[^}]*\})?$|^<(?:img|br|hr|div|/div|p|/p)\b[^>]*>$|^[-*_]{3,}$"
)
_BOLD_LINE = re.compile(r"^\*\*[^*]+\*\*$")
_QUOTED = re.compile(r"^(?:>\s*)+(?=\S)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_BULLET = re.compile(r"^[-*+]\s+(?=\S)")
_BOLD_MARK = re.compile(rf"(?<=[{re.escape(SENTENCE_ENDS + CLOSING)}])\s*\*\*(\S)\*\*$")
_GLUED_LABEL = re.compile(r"^([·•・][^·•・。，\s]{2,10}[·•・])\s*(\S.{3,})$")
_LONG = 45  # characters of a line that is a paragraph, or a good part of one
_RARE = 0.15  # share of the lines that may have a picture's blank lines above them
_INDENTED = 0.4  # share of them that must be indented before an indent says something


def lines_of(source: Iterable[SourceLine]) -> tuple[DraftLine, ...]:
    """Source lines as draft lines: blank ones become gaps."""
    lines: list[DraftLine] = []
    gap = 0
    for line in source:
        text = line.text.translate(_BLANKS)
        if not _INVISIBLE.sub("", text).strip():
            gap += 1
            continue
        indented = _INDENT.match(line.text) is not None
        lines.append(
            DraftLine(
                (line.number,), text, raw=text.strip(), gap=gap, level=line.level, bold=line.bold, indented=indented
            )
        )
        gap = 0
    return tuple(lines)


def normalize(draft: ImportDraft) -> ImportDraft:
    """Takes bold and bullet marks, invisible characters and bold end marks off, and parts a label from its headline."""
    lines = tuple(part for line in draft.lines for part in _clean(line, draft))
    long = [line for line in lines if len(line.text) > _LONG]
    indents = len(long) >= 4 and sum(line.indented for line in long) >= _INDENTED * len(long)
    return replace(draft, lines=lines, indents=indents, picture_gap=_picture_gap(lines))


def _picture_gap(lines: tuple[DraftLine, ...]) -> int:
    """How many blank lines are more than usual: few lines may have so many above them."""
    gap = 2
    while sum(line.gap >= gap for line in lines) > _RARE * len(lines):
        gap += 1
    return gap


def _clean(line: DraftLine, draft: ImportDraft) -> Iterator[DraftLine]:
    text = _INVISIBLE.sub("", line.text).strip()
    if _IMAGE.match(text):
        yield replace(line, text=text, role=Role.ARTIFACT)
        return
    if found := _QUOTED.match(text):
        line, text = replace(line, role=Role.QUOTE), text[found.end() :]
    text = _ESCAPED.sub(r"\1", _BULLET.sub("", text))
    ended = False
    if found := _BOLD_MARK.search(text):
        ended = True
        known = found.group(1) in draft.vocabulary.furniture_end_marks
        text = text[: found.start()] + ("" if known else found.group(1))
    bold = line.bold or _BOLD_LINE.match(text) is not None
    if text.count("**") >= 2 or text.endswith("**"):
        text = re.sub(r"(?<=[\u3400-\u9fff])\*\*(?=[\u3400-\u9fff])", " ", text) if _is_short_pair(text) else text
    label = _GLUED_LABEL.match(text)
    text = text.replace("**", "").strip()
    if label:
        yield replace(line, text=label.group(1), bold=bold)
        rest = label.group(2).replace("**", "").strip()
        if rest:
            yield DraftLine(numbers=line.numbers, text=rest, bold=True, ended=ended)
    elif text:
        yield replace(line, text=text, bold=bold, ended=ended)


def _is_short_pair(text: str) -> bool:
    """Bold marks in the middle of a short line stand where a headline's two halves meet."""
    return len(text) <= 40 and not text.startswith("**")
