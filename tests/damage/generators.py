"""Damages: pure functions (text, truth, random) -> (text, truth), the truth's line numbers carried along."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.damage.prediction import Truth, reading_order
from tests.damage.reprint import Print, reprint
from tools.typesetting.noise import to_full, to_half, with_stray_spaces, with_swapped_quotes

Damaged = tuple[str, Truth]
Damage = Callable[[str, Truth, Random], Damaged]

_NO_LINE_START = "，。、；：？！）”’』」》〉】,;:?!)]…—"
_NO_LINE_END = "（“‘『「《〈【(["
_JUNK = (
    "l I 1 | . ,",
    "□□ □",
    "~ · ~ · ~",
    "— 17 —",
    "口 口 丨 一",
    "^_^;;",
    "(cid:127)(cid:42)",
    "囗囗县印刷厂印制 版次待校",
    "\ufffd\ufffd\ufffd",
    "= = = =",
    "校样第三稿 勿外传",
)


def drop_markdown(text: str, truth: Truth, rng: Random) -> Damaged:
    """Headline markers, bold markers and hard breaks go."""
    return _each_line(text, truth, lambda line: re.sub(r"^#{1,6} ", "", line).replace("**", "").rstrip(" "))


def half_width(text: str, truth: Truth, rng: Random) -> Damaged:
    """Every mark that has a half-width form gets it."""
    return _each_line(text, truth, to_half)


def full_width(text: str, truth: Truth, rng: Random) -> Damaged:
    """Every mark outside Latin words and numbers becomes full-width."""
    return _each_line(text, truth, to_full)


def more_blank_lines(text: str, truth: Truth, rng: Random) -> Damaged:
    """None to two blank lines more after every blank line."""
    prints: list[Print] = []
    for line in _prints(text):
        prints.append(line)
        if not line.text.strip():
            prints += [Print("")] * rng.randint(0, 2)
    return reprint(text, truth, prints)


def no_blank_lines(text: str, truth: Truth, rng: Random) -> Damaged:
    """No blank line is left."""
    return reprint(text, truth, [line for line in _prints(text) if line.text.strip()])


def wrapped_at_20(text: str, truth: Truth, rng: Random) -> Damaged:
    """Paragraphs are broken into printed lines of 20 characters."""
    return wrapped_at(text, truth, 20)


def wrapped_at_40(text: str, truth: Truth, rng: Random) -> Damaged:
    """Paragraphs are broken into printed lines of 40 characters."""
    return wrapped_at(text, truth, 40)


def shuffled_contents(text: str, truth: Truth, rng: Random) -> Damaged:
    """The columns of the contents page stand in another order."""
    lines = ["", *text.split("\n")]
    names = {_bare(article["column"]) for article in truth["articles"] if article["column"]}
    order = list(range(1, len(lines)))
    pages = [piece for piece in truth["furniture"] if piece["kind"] == "toc"]
    for page, following in zip(pages, [*pages, None][1:], strict=True):
        numbers = range(page["start"], page["end"] + 1)
        heads = [number for number in numbers if _bare(lines[number]) in names]
        blocks = [list(range(a, b)) for a, b in zip(heads, [*heads, page["end"] + 1][1:], strict=True)]
        goes_on = following is not None and _bare(lines[following["start"]]) not in names
        fixed = blocks[-1:] if goes_on else []
        movable = blocks[: len(blocks) - len(fixed)]
        rng.shuffle(movable)
        moved = [number for block in [*movable, *fixed] for number in block]
        if moved:
            order[heads[0] - 1 : page["end"]] = moved
    return reprint(text, truth, [Print(lines[number], number) for number in order])


def lost_page_numbers(text: str, truth: Truth, rng: Random) -> Damaged:
    """The contents page tells no page numbers."""
    contents = {
        n for piece in truth["furniture"] if piece["kind"] == "toc" for n in range(piece["start"], piece["end"] + 1)
    }
    prints = [
        Print(re.sub(r"[\s.…·]*\d+\s*$", "", line.text) if line.origin in contents else line.text, line.origin)
        for line in _prints(text)
    ]
    text, truth = reprint(text, truth, prints)
    for article in truth["articles"]:
        article["toc_page"] = None
    return text, truth


def swapped_quotes(text: str, truth: Truth, rng: Random) -> Damaged:
    """Curly quotes become corner quotes and the other way round."""
    return _each_line(text, truth, with_swapped_quotes)


def stray_spaces(text: str, truth: Truth, rng: Random) -> Damaged:
    """One space in a hundred characters of running text."""
    body = set(_running_text(text, truth))
    prints = [
        Print(with_stray_spaces(line.text, 0.01, rng) if line.origin in body else line.text, line.origin)
        for line in _prints(text)
    ]
    return reprint(text, truth, prints)


def lost_end_marks(text: str, truth: Truth, rng: Random) -> Damaged:
    """No article has an end mark."""
    marks = {one["line"]: one["text"] for one in truth["artifacts"] if one["kind"].startswith("end_mark")}
    prints = [Print(line.text.removesuffix(marks.get(line.origin or 0, "")), line.origin) for line in _prints(text)]
    text, truth = reprint(text, truth, prints)
    truth["artifacts"] = [one for one in truth["artifacts"] if not one["kind"].startswith("end_mark")]
    return text, truth


def junk_lines(text: str, truth: Truth, rng: Random) -> Damaged:
    """One line in twenty is followed by a line that means nothing."""
    prints: list[Print] = []
    for line in _prints(text):
        prints.append(line)
        if line.text.strip() and rng.random() < 0.05:
            prints += [Print(""), Print(rng.choice(_JUNK)), Print("")]
    return reprint(text, truth, prints)


def one_junk_line(text: str, truth: Truth, after: int, junk: str) -> Damaged:
    """One line that means nothing stands after line `after` (1-based), between blank lines."""
    prints = _prints(text)
    return reprint(text, truth, [*prints[:after], Print(""), Print(junk), Print(""), *prints[after:]])


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        drop_markdown,
        half_width,
        full_width,
        more_blank_lines,
        no_blank_lines,
        wrapped_at_20,
        wrapped_at_40,
        shuffled_contents,
        lost_page_numbers,
        swapped_quotes,
        stray_spaces,
        lost_end_marks,
        junk_lines,
    )
}


def _prints(text: str) -> list[Print]:
    return [Print(line, number) for number, line in enumerate(text.split("\n"), start=1)]


def _each_line(text: str, truth: Truth, change: Callable[[str], str]) -> Damaged:
    text, truth = reprint(text, truth, [Print(change(line.text), line.origin) for line in _prints(text)])
    for article in truth["articles"]:
        article["title"] = change(article["title"])
    return text, truth


def _bare(line: str | None) -> str:
    return re.sub(r"[\s#*■·【】|：:]", "", line or "")


def _running_text(text: str, truth: Truth) -> list[int]:
    """The lines that are paragraphs: no headline, byline, subheading, caption or digest label."""
    lines = ["", *text.split("\n")]
    numbers = []
    for article in truth["articles"]:
        apart = {n for key in ("title_lines", "byline_lines", "captions", "headings") for n in article[key]}
        apart |= {item["start"] for item in article["items"]} | {split["line"] for split in truth["splits"]}
        numbers += [number for number in reading_order(article, lines) if number not in apart]
    return numbers


def wrapped_at(text: str, truth: Truth, width: int) -> Damaged:
    """Paragraphs are broken into printed lines of so many characters."""
    body = set(_running_text(text, truth))
    prints = [
        Print(piece, line.origin)
        for line in _prints(text)
        for piece in (_broken(line.text, width) if line.origin in body else [line.text])
    ]
    return reprint(text, truth, prints)


def _broken(line: str, width: int) -> list[str]:
    """Printed lines of about `width` characters; none begins with a closing mark, the last is not tiny."""
    pieces = []
    while len(line) > width + 6:
        at = width
        while at < len(line) and (line[at] in _NO_LINE_START or line[at - 1] in _NO_LINE_END):
            at += 1
        if len(line) - at < 6:
            break
        pieces.append(line[:at])
        line = line[at:]
    return [*pieces, line]
