"""What one converted issue looks like: every way in which one differs from the next, drawn by a seed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from random import Random

# field -> value -> weight. The weights follow what converted magazines and newspapers of this kind show most.
CHOICES: dict[str, dict[str, float]] = {
    "kind": {"magazine": 6, "newspaper": 2, "essays": 1.5},
    "prose": {"stories": 4, "official": 4, "mixed": 4},
    "markup": {"none": 5, "true": 2, "lying": 3, "bold": 1},
    "contents": {"front": 6, "split": 1.5, "back": 0.7, "none": 1.2},
    "column_mark": {"■": 4, "## ■": 2, "【】": 1, "·": 0.7, "##": 1, "plain": 1, "▍": 0.7, "◆": 0.7},
    "numbers": {"none": 5, "dots": 1.2, "slash": 0.8, "behind": 1.2, "ahead": 1.2, "line": 0.4},
    "entry_author": {"space": 2.5, "line": 3, "mixed": 2, "colon": 0.6, "bracket": 0.6, "slash": 0.6, "none": 1},
    "entry_lines": {"one": 4, "some": 4, "split": 1},
    "scrambled": {"no": 8, "yes": 1},
    "headline_noise": {"no": 3, "yes": 4},
    "masthead": {"after": 4, "before": 3, "back": 1, "none": 0.7},
    "period": {
        "dotted": 4, "plain": 2, "half_bracket": 1, "volume": 1, "chinese": 0.7, "date": 1, "slash": 0.7, "spaced": 1,
    },
    "byline": {
        "文/": 4, "文 / ": 2, "文／图／": 1, "□": 1.2, "◎": 1, "○本报记者": 1, "bare": 1.5, "spread": 1.2, "unit": 1.2,
        "body": 1, "本刊记者": 1, "name/文": 0.8, "作者：": 0.8, "none": 0.8,
    },
    "credit": {"none": 4, "some": 4, "glued": 1},
    "end_mark": {"none": 2.5, "glued": 4, "bold": 1, "line": 1, "mixed": 2},
    "headings": {
        "numbered": 2, "pairs": 3, "plain": 1.5, "bold": 1, "levelled": 1.5, "stacked": 0.6, "colon": 1, "none": 1,
        "mixed": 3,
    },
    "headline_lines": {"one": 4, "some": 3},
    "captions": {"none": 1, "few": 3, "many": 1.5},
    "cuts": {"few": 2, "many": 3},
    "scraps": {"no": 4, "yes": 1},
    "interleaved": {"no": 4, "once": 2, "twice": 0.7},
    "width": {"full": 4, "half": 1.5, "by_page": 4},
    "quotes": {"curly": 5, "straight": 1, "corner": 0.7},
    "digits": {"plain": 3, "by_page": 2},
    "line_ends": {"clean": 5, "spaces": 1, "wrapped": 0.7},
    "gaps": {"pictures": 4, "even": 2, "none": 0.8},
    "indent": {"no": 5, "yes": 1},
    "running_heads": {"none": 4, "folio": 1, "name": 1, "section": 0.7},
    "digest": {"no": 3, "yes": 1},
    "group": {"no": 3, "yes": 1},
    "biographies": {"no": 4, "yes": 1},
    "notice": {"yes": 2, "no": 1},
    "advertisement": {"no": 3, "yes": 1},
    "labels": {"no": 3, "yes": 1},
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """One value for each field of CHOICES."""

    kind: str
    prose: str
    markup: str
    contents: str
    column_mark: str
    numbers: str
    entry_author: str
    entry_lines: str
    scrambled: str
    headline_noise: str
    masthead: str
    period: str
    byline: str
    credit: str
    end_mark: str
    headings: str
    headline_lines: str
    captions: str
    cuts: str
    scraps: str
    interleaved: str
    width: str
    quotes: str
    digits: str
    line_ends: str
    gaps: str
    indent: str
    running_heads: str
    digest: str
    group: str
    biographies: str
    notice: str
    advertisement: str
    labels: str


def draw(rng: Random) -> Layout:
    """A layout as print could make it: what contradicts itself is put right."""
    values = {
        field.name: rng.choices(list(CHOICES[field.name]), list(CHOICES[field.name].values()))[0]
        for field in fields(Layout)
    }
    return Layout(**_consistent(values))


def _consistent(values: dict[str, str]) -> dict[str, str]:
    if values["kind"] != "magazine":
        values |= dict.fromkeys(("digest", "group", "scrambled", "labels", "biographies"), "no")
        values |= {"contents": "none", "masthead": "before" if values["kind"] == "newspaper" else "none"}
    if values["kind"] == "essays":
        values |= {"byline": "body", "credit": "none", "end_mark": "none", "notice": "no", "advertisement": "no"}
        values |= {"captions": "none", "interleaved": "no", "running_heads": "none"}
    if values["kind"] == "newspaper":
        values |= {"byline": "newspaper", "end_mark": "none", "notice": "no", "biographies": "no", "credit": "none"}
        values |= {"interleaved": "no", "advertisement": "yes", "period": "newspaper"}
    if values["line_ends"] == "wrapped":  # a converter that wraps lines leaves blank ones
        values |= {"gaps": "pictures" if values["gaps"] == "none" else values["gaps"], "indent": "no"}
    if values["gaps"] == "none":
        values["indent"] = "yes"
    if values["contents"] == "none" and values["kind"] == "magazine" and values["byline"] == "none":
        values |= {"byline": "文/", "labels": "no"}
    if values["contents"] == "none":
        values |= dict.fromkeys(("scrambled", "group", "digest"), "no")
    if values["contents"] == "split":
        values["masthead"] = "after"
    return values
