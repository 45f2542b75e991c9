"""Searches kept under names."""

from __future__ import annotations

import pytest

from zbreader.model.errors import KnownError
from zbreader.model.search import SavedSearch, SearchOptions, SearchOrder
from zbreader.services.library import Services
from zbreader.services.saved_searches import SAVED


def names(services: Services) -> list[str]:
    return [saved.name for saved in services.saved_searches.all()]


def test_they_are_kept_in_order_and_replaced_by_name(services: Services) -> None:
    options = SearchOptions(SearchOrder.DATE, variants=True, notes=False)
    services.saved_searches.save("水渠", "水渠 -桥", options)
    services.saved_searches.save(" 夜\n校 ", "夜校")
    assert services.saved_searches.all()[0] == SavedSearch("水渠", "水渠 -桥", options)
    assert names(services) == ["水渠", "夜 校"]
    services.saved_searches.save("水渠", "水渠")
    assert [saved.query for saved in services.saved_searches.all()] == ["水渠", "夜校"]


def test_every_change_can_be_undone(services: Services) -> None:
    for name in "甲乙丙":
        services.saved_searches.save(name, name)
    services.saved_searches.move("丙", 0)
    services.saved_searches.rename("乙", "丁")
    services.saved_searches.remove("甲")
    assert names(services) == ["丙", "丁"]
    seen = []
    services.events.subscribe(lambda changes: seen.append(changes.settings))
    for expected in (["丙", "甲", "丁"], ["丙", "甲", "乙"], ["甲", "乙", "丙"], ["甲", "乙"]):
        services.undo.undo()
        assert names(services) == expected
    services.undo.redo()
    assert names(services) == ["甲", "乙", "丙"]
    assert frozenset({SAVED}) in seen


def test_what_cannot_be_is_told(services: Services) -> None:
    services.saved_searches.save("甲", "甲")
    services.saved_searches.save("乙", "乙")
    for wrong in (
        lambda: services.saved_searches.save(" \n", "甲"),
        lambda: services.saved_searches.rename("甲", "乙"),
        lambda: services.saved_searches.rename("丙", "丁"),
        lambda: services.saved_searches.remove("丙"),
        lambda: services.saved_searches.move("丙", 0),
    ):
        with pytest.raises(KnownError):
            wrong()
    assert names(services) == ["甲", "乙"]


def test_strange_settings_and_names_do_no_harm(services: Services) -> None:
    services.settings.set(SAVED, [1, None, {"name": 3}, {"name": "甲", "query": "乙", "order": 7}])
    assert services.saved_searches.all() == [SavedSearch("甲", "乙")]
    services.settings.set(SAVED, "nothing")
    assert names(services) == []
    services.saved_searches.save("\ud800" * 1_000, "\ud800")
    assert len(names(services)[0]) == 200
