"""Builds the held-out issues from their manuscripts: `python -m tests.damage.build` writes tests/data/issues/."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from tests.damage.generators import wrapped_at_40
from tests.damage.pool import fill
from tools.typesetting.press import typeset

MANUSCRIPTS = Path(__file__).resolve().parent / "manuscripts"
ISSUES = Path(__file__).resolve().parent.parent / "data/issues"
MARKDOWN = {"author_first", "bulletin", "dialogue", "newspaper", "interleaved", "academic"}
WRAPPED = {"bulletin", "school_pages"}


def names() -> list[str]:
    """The names of the held-out issues."""
    return sorted(path.stem for path in MANUSCRIPTS.glob("*.txt"))


def build(name: str) -> tuple[str, str, dict[str, Any]]:
    """File name, text and truth of one issue. Its name is its seed."""
    manuscript = (MANUSCRIPTS / f"{name}.txt").read_text(encoding="utf-8")
    source = name + (".md" if name in MARKDOWN else ".txt")
    text, truth = typeset(fill(manuscript, Random(name)), source=source, seed=len(name))
    if name in WRAPPED:
        text, truth = wrapped_at_40(text, truth, Random(name))
    return source, text, truth


def main() -> None:
    """Write every issue and its truth."""
    ISSUES.mkdir(parents=True, exist_ok=True)
    for name in names():
        source, text, truth = build(name)
        (ISSUES / source).write_text(text, encoding="utf-8", newline="\n")
        written = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
        (ISSUES / f"{name}.truth.json").write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
