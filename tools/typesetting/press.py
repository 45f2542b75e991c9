"""Prints a manuscript line by line and keeps the truth: which line is what, and whose."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tools.typesetting.manuscript import Statement, read_manuscript
from tools.typesetting.noise import Style, print_line

_LISTS = {"T": "title_lines", "S": "title_lines", "K": "title_lines", "B": "byline_lines", "N": "byline_lines"}
_LISTS |= {"H": "headings", "C": "captions"}
_MARKED = re.compile(r"(#+) (.*)")
_CUT = "‖"


@dataclass
class _ArticleProof:
    """One article while it is being printed."""

    facts: dict[str, Any]
    order: list[int] = field(default_factory=list)  # line numbers in reading order
    items: list[dict[str, Any]] = field(default_factory=list)
    open_cuts: dict[str, int] = field(default_factory=dict)  # key -> line that goes on elsewhere
    early_tails: dict[str, list[int]] = field(default_factory=dict)  # key -> lines printed before what they continue
    titles: list[str] = field(default_factory=list)

    def read_after(self, opened: int, tail: list[int]) -> None:
        """Put the lines of a displaced tail where they are read: after the line they continue."""
        kept = [number for number in self.order if number not in tail]
        at = kept.index(opened) + 1
        self.order = kept[:at] + tail + kept[at:]


class Press:
    """Prints one issue. Use `typeset`."""

    def __init__(self, source: str, seed: int) -> None:
        self._rng = Random(seed)
        self._style = Style()
        self._lines: list[str] = []
        self._owner: dict[int, str] = {}
        self._articles: dict[str, _ArticleProof] = {}
        self._article: _ArticleProof | None = None
        self._furniture: list[dict[str, Any]] = []
        fields = ("magazine", "half", "year", "number", "serial", "publish_day")
        self._truth: dict[str, Any] = {
            "source": source,
            "issue": dict.fromkeys(fields),
            "joins": [],
            "maybe_joins": [],
            "splits": [],
            "artifacts": [],
            "missing": [],
            "bios": [],
            "notes": ["Printed from a manuscript: the truth holds by construction."],
        }

    def run(self, statement: Statement) -> None:
        """Obey one statement of the manuscript. Raises ValueError where it makes no sense."""
        tag = statement.tag
        if tag.startswith("@"):
            self._command(tag[1:], statement.text)
        elif tag == "E+":
            self._glue_end_mark(statement.text)
        elif self._article is None:
            if not self._furniture:
                raise ValueError(f"manuscript line {statement.number}: neither article nor furniture")
            self._print(statement.text, body=False)
        elif tag == "P":
            self._paragraph(statement.text)
        else:
            self._tagged(tag, statement.text)

    def finish(self) -> tuple[str, dict[str, Any]]:
        """The printed text, and its truth in the format of a hand-made ground truth."""
        proofs = list(self._articles.values())
        left = [proof.facts["id"] for proof in proofs if proof.open_cuts or proof.early_tails]
        if left:
            raise ValueError(f"cut paragraphs that go on nowhere: {left}")
        truth = dict(self._truth)
        truth["articles"] = [self._finished(proof) for proof in sorted(proofs, key=lambda proof: min(proof.order))]
        truth["furniture"] = [
            {"start": min(piece["lines"]), "end": max(piece["lines"]), "kind": piece["kind"]}
            for piece in self._furniture
        ]
        truth["joins"] = sorted(truth["joins"])
        return "\n".join(self._lines).rstrip("\n") + "\n", truth

    def _command(self, name: str, value: str) -> None:
        if name == "issue":
            key, _, text = value.partition(" ")
            self._truth["issue"][key] = int(text) if text.isdigit() else text
        elif name == "style":
            self._style = self._style.changed(value)
        elif name == "gap":
            self._lines += [""] * int(value)
        elif name == "furniture":
            self._article = None
            self._furniture.append({"kind": value, "lines": []})
        elif name == "missing":
            self._truth["missing"].append({"title": value, "authors": []})
        elif name == "article":
            if value not in self._articles:
                self._articles[value] = _ArticleProof(_blank_article(value))
            self._article = self._articles[value]
        elif self._article is not None and name in ("column", "group", "note", "authors", "page", "contents"):
            self._fact(self._article.facts, name, value)
        else:
            raise ValueError(f"unknown command @{name}")

    @staticmethod
    def _fact(facts: dict[str, Any], name: str, value: str) -> None:
        if name == "authors":
            facts["authors"] = value.split("、")
        elif name == "page":
            facts["toc_page"] = int(value)
        elif name == "contents":
            facts["in_toc"] = value != "no"
        else:
            facts["author_note" if name == "note" else name] = value

    def _tagged(self, tag: str, text: str) -> None:
        proof = self._article
        assert proof is not None
        marker, plain = self._marker(tag, text)
        number = self._print(plain, marker=marker, body=tag in "O")
        printed = self._lines[number - 1].removeprefix(marker).strip()
        if tag in _LISTS:
            proof.facts[_LISTS[tag]].append(number)
        if tag == "T":
            proof.titles.append(printed)
        elif tag in "SK":
            proof.facts["subtitle" if tag == "S" else "kicker"] = printed
        elif tag == "O":
            place = "after_title" if proof.titles else "before_title"
            if proof.open_cuts:
                place = "mid_paragraph"
            self._truth["bios"].append({"article": proof.facts["id"], "start": number, "end": number, "place": place})
        elif tag in "LI":
            self._item(proof, tag, printed, number)
        elif tag == "E":
            self._artifact(number, text, "end_mark on a line of its own")

    def _item(self, proof: _ArticleProof, tag: str, printed: str, number: int) -> None:
        """A label begins an item, its headline belongs to it, any later headline begins one under the same label."""
        bare = printed.replace("**", "")
        before = proof.items[-1] if proof.items else None
        if tag == "I" and before and before["lines"] == [before["start"], number]:
            before["title"] = bare
            return
        title, label = bare, before["label"] if before else None
        if tag == "L":
            glued = next((split["at"] for split in self._truth["splits"] if split["line"] == number), "")
            glued = glued.replace("**", "")
            label = bare.removesuffix(glued).strip("·【】 ")
            title = glued or label
        if before:
            before["lines"].remove(number)
        proof.items.append({"title": title, "label": label, "start": number, "lines": [number]})

    def _marker(self, tag: str, text: str) -> tuple[str, str]:
        if tag not in "TH":
            return "", text
        if marked := _MARKED.match(text):
            return marked[1] + " ", marked[2]
        default = self._style.title if tag == "T" else self._style.heading
        return ("" if default == "none" or text.startswith("**") else default + " "), text

    def _paragraph(self, text: str) -> None:
        proof = self._article
        assert proof is not None
        continued = re.match(rf"([1-9]?){_CUT}", text)
        goes_on = re.search(rf"{_CUT}([1-9]?)$", text)
        inner = text[continued.end() if continued else 0 : goes_on.start() if goes_on else len(text)]
        indent = "" if continued else "\u3000" * self._style.indent
        first, *rest = inner.split(_CUT)
        numbers = [self._print(first, marker=indent, body=True)]
        numbers += [self._print(piece, body=True) for piece in rest]
        self._truth["joins"] += [list(pair) for pair in itertools.pairwise(numbers)]
        if continued:
            self._continue(proof, continued[1], numbers)
        if goes_on:
            self._leave_open(proof, goes_on[1], numbers[-1])

    def _continue(self, proof: _ArticleProof, key: str, numbers: list[int]) -> None:
        if key in proof.open_cuts:
            opened = proof.open_cuts.pop(key)
            self._truth["joins"].append([opened, numbers[0]])
            if key:
                proof.read_after(opened, numbers)
        elif key:
            proof.early_tails[key] = numbers
        else:
            raise ValueError(f"article {proof.facts['id']}: printed line {numbers[0]} continues nothing")

    def _leave_open(self, proof: _ArticleProof, key: str, number: int) -> None:
        tail = proof.early_tails.pop(key, None) if key else None
        if tail is None:
            proof.open_cuts[key] = number
            return
        self._truth["joins"].append([number, tail[0]])
        proof.read_after(number, tail)

    def _print(self, text: str, *, marker: str = "", body: bool) -> int:
        hard_break = text.endswith("⏎")
        text = text.removesuffix("⏎")
        before, split, after = text.partition("¦")
        printed, artifacts = print_line(before + after, self._style, self._rng, body=body)
        self._lines.append(marker + printed)
        number = len(self._lines)
        if split:
            self._truth["splits"].append({"line": number, "at": after.strip()})
        for kind in artifacts:
            self._artifact(number, printed[:24], kind)
        if self._article is not None:
            self._owner[number] = self._article.facts["id"]
            self._article.order.append(number)
            if self._article.items and number not in self._article.items[-1]["lines"]:
                self._article.items[-1]["lines"].append(number)
        else:
            self._owner[number] = "furniture"
            self._furniture[-1]["lines"].append(number)
        if not hard_break:
            self._lines += [""] * self._style.gap
        return number

    def _glue_end_mark(self, mark: str) -> None:
        assert self._article is not None
        number = self._article.order[-1]
        self._lines[number - 1] += mark
        self._artifact(number, mark, "end_mark")

    def _artifact(self, number: int, text: str, kind: str) -> None:
        self._truth["artifacts"].append({"line": number, "text": text, "kind": kind})

    def _finished(self, proof: _ArticleProof) -> dict[str, Any]:
        facts = dict(proof.facts)
        facts["title"] = "\u3000".join(proof.titles)
        facts["start"], facts["end"] = min(proof.order), max(proof.order)
        spans = self._spans(proof)
        if len(spans) > 1:
            facts["spans"] = spans
        facts["items"] = [
            {"title": item["title"], "label": item["label"], "start": item["start"], "end": max(item["lines"])}
            for item in proof.items
        ]
        return facts

    def _spans(self, proof: _ArticleProof) -> list[list[int]]:
        spans: list[list[int]] = []
        for number in proof.order:
            if spans and spans[-1][1] < number and not self._foreign(spans[-1][1], number):
                spans[-1][1] = number
            else:
                spans.append([number, number])
        return spans

    def _foreign(self, after: int, before: int) -> bool:
        """Whether any printed line stands between the two."""
        return any(line in self._owner for line in range(after + 1, before))


def _blank_article(article_id: str) -> dict[str, Any]:
    facts: dict[str, Any] = dict.fromkeys(("id", "column", "group", "title", "subtitle"))
    facts |= {"id": article_id, "authors": [], "author_note": None, "toc_page": None, "in_toc": True}
    facts |= {"start": 0, "end": 0, "title_lines": [], "byline_lines": [], "headings": [], "captions": []}
    return facts


def typeset(manuscript: str, *, source: str, seed: int) -> tuple[str, dict[str, Any]]:
    """Print a manuscript: the damaged text, and the truth about it (line numbers are 1-based).

    Raises ValueError for a manuscript that contradicts itself.
    """
    press = Press(source, seed)
    for statement in read_manuscript(manuscript):
        press.run(statement)
    return press.finish()
