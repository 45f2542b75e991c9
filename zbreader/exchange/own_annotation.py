"""Annotations in exactly the line that `web_annotation` and `notes` write, read in one step.

A leader gathers a hundred thousand of them; nearly all have this shape, and one look at the line checks every part of
it and picks its values out, in a third of the time that JSON and its objects would take. Whatever is not of this shape,
in any way, is left to `web_annotation.from_web_annotation`, which reads the same.
"""

from __future__ import annotations

import json
import re
from sys import intern

from zbreader.model.annotation import Annotation, Target
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector

# What is longer goes the long way, which knows the limits.
_MOST_CHARACTERS = 200_000  # of a line
_LONGEST_NAME = 200  # characters of a creator's
_MOST_NUMBER = 2**31 - 1
_MOST_TAGS = 200

_decode = json.JSONDecoder().raw_decode
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_line(value: object) -> str:
    """A JSON value as it stands in a file of notes: on one line, without spaces, letters as they are."""
    return _encode(value)


def from_line(line: str) -> Annotation | None:
    """The annotation of a line as `to_line` makes it of `to_web_annotation`; None: it is to be read the long way.

    What cannot be stored as it stands, NUL and lone surrogates, has no place in such a line.
    """
    found = _LINE.fullmatch(line) if len(line) <= _MOST_CHARACTERS else None
    if found is None:
        return None
    id_, person, creator, name_alone, created, modified, revision, deleted, conflict_of, *said = found.groups()
    note, tags, issue, article, label, title, exact, prefix, suffix, start, end, style, color = said
    selectors = None
    if exact is not None:
        first, last = int(start), int(end)
        if not first <= last <= _MOST_NUMBER:
            return None
        selectors = Selectors(
            TextQuoteSelector(_plain(exact), _plain(prefix), _plain(suffix)), TextPositionSelector(first, last)
        )
    if int(revision) > _MOST_NUMBER:
        return None
    return Annotation(
        id=id_,
        target=Target(_shared(issue), _shared(article), _shared(label), _shared(title), selectors),
        creator=_shared(creator or name_alone or ""),
        created=created or "",
        modified=modified or "",
        revision=int(revision),
        style=_STYLES[style],
        color=_COLORS[color],
        note=None if note is None else _plain(note),
        tags=tuple(map(_plain, _TAG.findall(tags))) if tags else (),
        deleted=deleted is not None,
        conflict_of=conflict_of,
        creator_id=person or "",
    )


def _plain(text: str) -> str:
    """A text as JSON means it."""
    return str(_decode(f'"{text}"')[0]) if "\\" in text else text


def _shared(text: str) -> str:
    """The same, once in memory for all the notes of an article or a person."""
    return intern(_plain(text))


_STYLES = {style.value: style for style in MarkStyle}
_COLORS = {color.value: color for color in HighlightColor}
_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z"
_NUMBER = r"0|[1-9]\d{0,9}"
_LETTER = r'[^"\\\0-\x1f\ud800-\udfff]'
# Letters, and what stands behind a backslash, but no \u: that could be half a surrogate or a NUL.
_TEXT = rf'{_LETTER}*(?:\\["\\/bfnrt]{_LETTER}*)*'
_TAG = re.compile(f'{{"type":"TextualBody","purpose":"tagging","value":"({_TEXT})"}}')
_TAG_ALONE = f'{{"type":"TextualBody","purpose":"tagging","value":"{_TEXT}"}}'
_LINE = re.compile(
    f'{{"id":"urn:uuid:({_UUID})","type":"Annotation","motivation":"[a-z]+"'
    f'(?:,"creator":{{(?:"id":"urn:uuid:({_UUID})","type":"Person","name":"({_LETTER}{{0,{_LONGEST_NAME}}})"'
    f'|"type":"Person","name":"({_LETTER}{{1,{_LONGEST_NAME}}})")}})?'
    f'(?:,"created":"({_MOMENT})")?(?:,"modified":"({_MOMENT})")?'
    rf',"zb:revision":([1-9]\d{{0,9}})(?:,"zb:deleted":(true))?(?:,"zb:conflictOf":"urn:uuid:({_UUID})")?'
    f',"body":\\[(?:{{"type":"TextualBody","purpose":"commenting","format":"text/plain","value":"({_TEXT})"}})?'
    rf"((?:(?:(?<=\[)|(?<=}}),){_TAG_ALONE}){{0,{_MOST_TAGS}}})\]"
    f',"target":{{"type":"SpecificResource","source":{{"id":"urn:zbreader:article:{_TEXT}","zb:issue":"({_TEXT})"'
    f',"zb:article":"({_TEXT})","zb:issueLabel":"({_TEXT})","zb:articleTitle":"({_TEXT})"}}'
    f'(?:,"selector":\\[{{"type":"TextQuoteSelector","exact":"({_TEXT})","prefix":"({_TEXT})","suffix":"({_TEXT})"}}'
    f',{{"type":"TextPositionSelector","start":({_NUMBER}),"end":({_NUMBER})}}\\])?'
    f',"styleClass":\\["({"|".join(_STYLES)})","({"|".join(_COLORS)})"\\]}}}}',
    re.ASCII,
)
