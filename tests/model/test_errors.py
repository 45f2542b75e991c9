"""What the world's errors say, in the whole program: a whole sentence, and what to do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import zbreader

WAYS_OUT = ("请", "可以", "可用", "要换", "不用")
PARTS = "它"  # what is put into another sentence as its reason begins so


def errors_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "KnownError":
            yield from (str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant))


ERRORS = sorted(
    {text for path in Path(zbreader.__file__).parent.rglob("*.py") for text in errors_of(path) if text[0] not in PARTS}
)


def test_there_are_errors_to_look_at() -> None:
    assert len(ERRORS) > 100


@pytest.mark.parametrize("rule", ["ends", "way out", "marks"])
def test_every_error_is_a_sentence_that_says_what_to_do(rule: str) -> None:
    wrong = {
        "ends": [text for text in ERRORS if not text.endswith("。")],
        "way out": [text for text in ERRORS if not any(word in text for word in WAYS_OUT)],
        "marks": [text for text in ERRORS if any(mark in text for mark in "!！~…") or text.count('"')],
    }
    assert wrong[rule] == []
