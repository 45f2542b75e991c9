"""Recall over the given issues, through the command line: every piece of their texts is found where it stands."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from zbreader.search.folding import fold

ISSUES = sorted((Path(__file__).resolve().parents[3] / "shared" / "issues").glob("*.txt"))
FIELDS = ("title", "subtitle", "column", "group", "author_note")


def articles_of(zb: Command) -> dict[str, list[str]]:
    """Folded pieces of every article: what `show` tells of it."""
    found: dict[str, list[str]] = {}
    for issue in zb("issues", "--json").json:
        for article in zb("show", issue["id"], "--json").json["articles"]:
            body = "\n".join(paragraph["text"] for paragraph in article["paragraphs"])
            pieces = [article[name] or "" for name in FIELDS] + article["authors"] + [body]
            found[article["id"]] = [fold(piece) for piece in pieces]
    return found


def sample(texts: Sequence[str]) -> list[str]:
    """Pieces of 1 to 12 characters as they stand in the texts, and some with a cut or a space inside."""
    chance = random.Random(11)
    pieces = []
    for number in range(60):
        text = chance.choice([text for text in texts if len(text) > 40])
        start = chance.randrange(len(text) - 20)
        piece = text[start : start + chance.choice((1, 2, 2, 3, 4, 6, 12))]
        pieces.append(piece if number % 5 else piece[:1] + " \n" + piece[1:])
    return pieces


@pytest.mark.skipif(not ISSUES, reason="the given issues are not here")
def test_recall_is_one(zb: Command) -> None:
    for path in ISSUES:
        zb("import", path)
    articles = articles_of(zb)
    assert len(articles) > 30
    wrong: list[tuple[str, Any]] = []
    for piece in sample([pieces[-1] for pieces in articles.values()]):
        result = zb("search", f"「{piece}」", "--limit", len(articles), "--json").json
        # A kicker is searched too, and `show` does not tell it: nothing may be missing, and what is more must be that.
        held = {id_ for id_, pieces in articles.items() if any(fold(piece) in one for one in pieces)}
        found = {hit["article_id"]: hit["count"] for hit in result["hits"]}
        more = set(found) - held
        if held - set(found) or any(found[id_] for id_ in more) or result["total"] != len(found):
            wrong.append((piece, (len(held), len(found))))
    assert wrong == []
