"""What could be sought, while someone types."""

from __future__ import annotations

import pytest

from zbreader.model.search import Suggestion, SuggestionKind
from zbreader.services.library import Services
from zbreader.services.suggesting import Suggestions


def test_what_begins_so_comes_before_what_holds_it() -> None:
    given = [Suggestion(text, SuggestionKind.TITLE) for text in ("修水渠", "水渠", "水渠边", "水 渠 通了", "桥")]
    suggestions = Suggestions(given)
    assert [one.text for one in suggestions.starting_with("水渠", 9)] == ["水渠边", "水 渠 通了", "修水渠"]
    assert [one.text for one in suggestions.starting_with("水", 2)] == ["水渠", "水渠边"]
    assert suggestions.starting_with("", 9) == suggestions.starting_with("没有", 9) == []
    assert suggestions.starting_with("水", 0) == Suggestions([]).starting_with("水", 9) == []


def test_they_come_from_everywhere(stocked: Services) -> None:
    stocked.saved_searches.save("桥的一切", "桥")
    stocked.annotating.add_by_quote(stocked.searching.search("修桥").hits[0].article_id, "桥稳不稳", tags=["桥梁"])
    assert set(stocked.searching.suggest("桥")) == {
        Suggestion("桥的一切", SuggestionKind.SAVED),
        Suggestion("桥梁", SuggestionKind.TAG),
        Suggestion("修桥的人", SuggestionKind.TITLE),
    }
    assert Suggestion("主题党日", SuggestionKind.TERM) in stocked.searching.suggest("主题党")


@pytest.mark.parametrize("typed", ["", "\n", "\x00", "\ud800", "*", '"', "甲" * 10_000])
def test_anything_may_be_typed(stocked: Services, typed: str) -> None:
    assert stocked.searching.suggest(typed) == []
