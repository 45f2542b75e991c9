"""Reads a manuscript: a clean issue with marks for where print and conversion damage it.

One line of the manuscript is one printed line, unless it says otherwise:

    @issue FIELD VALUE      what the masthead prints (magazine half year number serial publish_day)
    @article ID             the article that follows; a second time: goes on with it (interleaved articles)
    @column @group @authors @note @page @contents no
                            facts about the current article (authors divided by 、)
    @furniture KIND         what follows belongs to no article (contents and the like)
    @style KEY=VALUE …      how the following lines are printed, see `noise.Style`
    @gap N                  N more blank lines (a picture was removed here)

    K kicker   T headline   S subtitle   B byline   N author's note   H subheading   C caption   O biography
    L label of a digest item   I headline of a digest item   E end mark on a line   E+ end mark glued to the line before
    P a paragraph whose text would look like one of these; every other line is a paragraph

    ‖   the page ends here and the paragraph goes on in the next line; at the end of a line: in the article's
        next paragraph that begins with ‖. A digit after an open mark and before its continuation pairs them
        (…‖5 and 5‖…), also backwards
    ¦   two things on one line (contents entry and author, label and headline)
    ⏎   at the end of a line: no blank line follows
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAGGED = re.compile(r"(E\+|[KTSBNHCOLIEP]) (.*)")
_COMMAND = re.compile(r"@(\w+)(?: (.*))?$")


@dataclass(frozen=True)
class Statement:
    """One line of a manuscript: its tag (`P` for a paragraph, `@name` for a command), its text, and where it stands."""

    tag: str
    text: str
    number: int


def read_manuscript(text: str) -> Iterator[Statement]:
    """Yield the statements of a manuscript; comments (%) and blank lines say nothing."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("%"):
            continue
        if command := _COMMAND.match(line):
            yield Statement("@" + command[1], command[2] or "", number)
        elif tagged := _TAGGED.match(line):
            yield Statement(tagged[1], tagged[2], number)
        else:
            yield Statement("P", line, number)
