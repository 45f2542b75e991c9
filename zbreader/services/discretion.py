"""What may be written down about a mistake: where it happened and of what kind it was, never what somebody wrote.

A message of an exception holds whatever was at hand: a sentence of a note, a person's name, a search.
Logs are handed on to whoever mends the program, so of messages only what Python and we ourselves say is kept.
"""

from __future__ import annotations

import re
import traceback

from zbreader.model.errors import KnownError
from zbreader.model.message import Message

LONGEST = 300  # characters of one message that are kept
_MOST_CAUSES = 6
_OURS = re.compile(r".*(?:site-packages|lib/python3\.\d+|(?=zbreader/|tests/|tools/))/?")
_QUOTED = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*\"""")
_CODE = re.compile(r"(?:[\w./\\-]*[/\\])?((?:zbreader|tests|tools)[/\\][\w/\\]+\.py)")
_PATH = re.compile(r"(?:[A-Za-z]:)?[^\s'\"]*[/\\][^\s'\"]*")
_FOREIGN = re.compile(r"[^\x20-\x7e\n]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_GONE = "…"


def discreet(text: str, most: int = LONGEST) -> str:
    """TEXT without what could be a person's: words in quotation marks, paths but for our own code, all but ASCII."""
    said = _QUOTED.sub(lambda found: _inside(found[0]), text)
    said = _PATH.sub(lambda found: _path(found[0]), said)
    said = _FOREIGN.sub(_GONE, said)
    return said if len(said) <= most else said[:most] + _GONE


def told(value: object) -> object:
    """What may be logged of VALUE: a number as it is, a sentence of ours without its values, all else discreetly."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, KnownError):
        return value.message.template
    if isinstance(value, Message):
        return value.template
    return discreet(str(value), 4000)


def report_of(error: BaseException) -> str:
    """ERROR and what led to it: kinds, places in the code, discreet messages; no lines of code, no values."""
    lines: list[str] = []
    one: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if one is None:
            break
        if lines:
            lines.append("caused by")
        for frame in traceback.extract_tb(one.__traceback__):
            place = _OURS.sub("", frame.filename.replace("\\", "/"), count=1)
            place = place.rsplit("/", 1)[-1] if place.startswith("/") else place
            lines.append(f"  {place}:{frame.lineno} {frame.name}")
        kind = type(one)
        message = told(one) if isinstance(one, KnownError) else discreet(str(one))
        lines.append(f"{kind.__module__}.{kind.__qualname__}: {message}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(lines)


def _inside(quoted: str) -> str:
    """What is left of a quotation: names of our own modules and their functions' parameters stay readable."""
    inner = quoted[1:-1]
    if _CODE.fullmatch(inner):
        return quoted[0] + inner + quoted[0]
    ending = _ENDING.search(inner)
    return quoted[0] + _GONE + (ending[0] if ending else "") + quoted[0]


def _path(path: str) -> str:
    code = _CODE.fullmatch(path)
    if code is not None:
        return code[1]
    ending = _ENDING.search(path)
    return _GONE + (ending[0] if ending else "")
