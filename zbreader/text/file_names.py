"""Names of files and folders that every system takes: Windows refuses the most, Linux counts bytes."""

from __future__ import annotations

import re

REFUSED = frozenset('\\/:*?"<>|')
LONGEST = 80  # code points: Windows allows 255 for a whole path
_BYTES = 200  # of the 255 that a name may have, for there comes an ending, or what tells two apart
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")


def file_name(text: str, longest: int = LONGEST, also: str = "") -> str:
    """TEXT as the name of a folder, or of a file without its ending; empty where nothing is left of it.

    What is refused, what cannot be printed, and the characters of ALSO become spaces. longest: code points.
    """
    plain = "".join(" " if sign in REFUSED or sign in also or not sign.isprintable() else sign for sign in text)
    name = " ".join(plain.split())[:longest].encode()[:_BYTES].decode(errors="ignore").strip(" .")
    return _DEVICES.sub(r"\1_", name, count=1) if _DEVICES.match(name) else name
