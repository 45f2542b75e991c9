"""Corrections on drafts that the rules made of whole issues, and of text without any structure."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.correcting.desk_pictures import corrections, vocabulary
from zbreader.importers import build_issue, read_source
from zbreader.importers.correcting.corrections import corrected
from zbreader.importers.draft import FURNITURE, ImportDraft
from zbreader.importers.magazine.assemble import assemble
from zbreader.importers.magazine.normalize import lines_of
from zbreader.importers.magazine.pipeline import run
from zbreader.importers.plain import plain
from zbreader.model.correction import (
    Change,
    Cut,
    Furniture,
    FurnitureKind,
    Join,
    Kind,
    LineKind,
    Merge,
    Move,
    Retitle,
    Split,
)

FOLDER = Path(__file__).resolve().parents[2] / "data" / "issues"
NAMES = ("interleaved.md", "bulletin.md", "newspaper.md", "factory_letters.txt")
PLAIN = "一封信\n\n昨天下了一天的雨，路上没有人。\n今天天晴了，\n路上的人都在说昨天的雨。\n"


@cache
def drafted(name: str) -> tuple[ImportDraft, dict[int, str]]:
    data = PLAIN.encode() if name == "plain" else (FOLDER / name).read_bytes()
    document = read_source(name, data)
    draft = run(ImportDraft(name=name, lines=lines_of(document.lines), vocabulary=vocabulary()))
    return draft if draft.articles else plain(draft), {line.number: line.text for line in document.lines}


def places(draft: ImportDraft) -> list[int]:
    placed = [index for a in draft.articles for index in (*a.kicker, *a.headline, *a.subtitle, *a.bylines)]
    return placed + [index for a in draft.articles for piece in a.pieces for index in piece.at]


def characters(draft: ImportDraft) -> Counter[str]:
    """Everything that stands in an article or is furniture."""
    shown = {*places(draft), *(index for index, line in enumerate(draft.lines) if line.role in FURNITURE)}
    return Counter(c for index in shown for c in draft.lines[index].text if not c.isspace() and c != "-")


LINES = st.integers(1, 170)
LISTS = st.lists(LINES, min_size=1, max_size=4).map(tuple)
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Split, LISTS, st.none(), st.booleans(), st.none()),
    st.builds(Merge, LISTS),
    st.builds(Move, LISTS, LINES),
    st.builds(Retitle, LISTS, st.just("题")),
    st.builds(Join, st.tuples(LINES, LINES)),
    st.builds(Cut, LINES.map(lambda n: (n,)), st.integers(0, 40)),
    st.builds(Kind, LISTS, st.sampled_from(LineKind), st.none()),
    st.builds(Furniture, LISTS, st.sampled_from(FurnitureKind)),
)


@pytest.mark.parametrize("name", [*NAMES, "plain"])
@settings(max_examples=40, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=8))
def test_nothing_is_lost_whatever_is_put_right(name: str, changes: list[Change]) -> None:
    draft, source = drafted(name)
    done = corrected(draft, corrections(*changes), source)
    assert characters(draft) <= characters(done)
    once = Counter(places(done))
    doubled = Counter(places(draft))
    assert max(once.values(), default=1) <= max(1, *doubled.values())
    assemble(done, "0" * 64)


def test_a_text_without_structure_is_split_into_articles() -> None:
    document = read_source("信.txt", PLAIN.encode())
    issue = build_issue(document, vocabulary(), source_sha256="0" * 64, corrections=corrections(Split((5,), "晴")))
    assert [(a.title, a.text) for a in issue.articles] == [
        ("一封信", "昨天下了一天的雨，路上没有人。\n今天天晴了，"),
        ("晴", ""),
    ]
    issue = build_issue(
        document, vocabulary(), source_sha256="0" * 64, corrections=corrections(Split((4,), "晴", headed=False))
    )
    assert issue.articles[1].text == "今天天晴了，路上的人都在说昨天的雨。"
