"""How `./zb` speaks: short Chinese lines on standard error; standard output belongs to the program it starts."""

from __future__ import annotations

import sys


class Trouble(Exception):
    """The world's fault: told as the sentence it carries, without a traceback."""


def say(sentence: str) -> None:
    """Writes one line at once; what the terminal cannot show becomes a question mark."""
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    print(sentence.encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)
