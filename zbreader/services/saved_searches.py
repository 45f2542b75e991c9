"""Searches that a person keeps under names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.model.search import SavedSearch, SearchOptions, SearchOrder
from zbreader.services.changes import Changes
from zbreader.services.settings import Settings
from zbreader.services.undo import Step, UndoStack

SAVED = "search.saved"  # setting: list of {name, query, order, variants}
_MOST = 500
_LONGEST_NAME = 200  # code points


class SavedSearches:
    """An ordered list in the settings. Every change is one undo step."""

    def __init__(self, settings: Settings, undo: UndoStack) -> None:
        self._settings = settings
        self._undo = undo

    def all(self) -> list[SavedSearch]:
        """The saved searches in their order; what in the settings is none is passed over."""
        return saved_searches(self._settings)

    def save(self, name: str, query: str, options: SearchOptions | None = None) -> SavedSearch:
        """Keep QUERY under NAME, in the place of what has that name, else behind all others. Raises KnownError."""
        saved = SavedSearch(_clean(name), query, options or SearchOptions())
        before = self.all()
        if saved.name in [one.name for one in before]:
            after = [saved if one.name == saved.name else one for one in before]
        else:
            after = [*before, saved]
        if len(after) > _MOST:
            raise KnownError("已保存的搜索太多（最多 {most} 个），请先删除几个。", most=_MOST)
        self._change(before, after, message("保存搜索“{name}”", name=saved.name))
        return saved

    def rename(self, old: str, new: str) -> None:
        """Give the search OLD another name. Raises KnownError when there is none, or NEW is taken."""
        before, name = self.all(), _clean(new)
        place = _place(before, old)
        if name != old and name in [one.name for one in before]:
            raise KnownError("已经有名为“{name}”的搜索，请换一个名称。", name=name)
        after = list(before)
        after[place] = SavedSearch(name, before[place].query, before[place].options)
        self._change(before, after, message("重命名搜索“{name}”", name=name))

    def remove(self, name: str) -> None:
        """Forget a search. Raises KnownError when there is none of this name."""
        before = self.all()
        place = _place(before, name)
        self._change(before, before[:place] + before[place + 1 :], message("删除搜索“{name}”", name=name))

    def move(self, name: str, position: int) -> None:
        """Let a search stand at POSITION (0 is the first). Raises KnownError when there is none of this name."""
        before = self.all()
        after = list(before)
        after.insert(max(0, position), after.pop(_place(before, name)))
        self._change(before, after, message("移动搜索“{name}”", name=name))

    def _change(self, before: Sequence[SavedSearch], after: Sequence[SavedSearch], name: Message) -> None:
        if list(before) == list(after):
            return
        self._write(after)
        self._undo.push(Step(name, lambda: self._write(before), lambda: self._write(after)))

    def _write(self, saved: Sequence[SavedSearch]) -> Changes:
        self._settings.set(SAVED, [_to_json(one) for one in saved] or None)
        return Changes(settings=frozenset({SAVED}))


def saved_searches(settings: Settings) -> list[SavedSearch]:
    """The saved searches that SETTINGS hold."""
    given = settings.get(SAVED, [])
    return [saved for one in (given if isinstance(given, list) else []) if (saved := _from_json(one)) is not None]


def _clean(name: str) -> str:
    cleaned = " ".join(name.encode("utf-8", "replace").decode().split())[:_LONGEST_NAME]
    if not cleaned:
        raise KnownError("请给要保存的搜索起一个名称。")
    return cleaned


def _place(saved: Sequence[SavedSearch], name: str) -> int:
    names = [one.name for one in saved]
    if name not in names:
        raise KnownError("没有名为“{name}”的已保存搜索，可能已被删除。请检查名称。", name=name)
    return names.index(name)


def _to_json(saved: SavedSearch) -> dict[str, object]:
    options = saved.options
    query = saved.query.encode("utf-8", "replace").decode()
    return {
        "name": saved.name,
        "query": query,
        "order": options.order.value,
        "variants": options.variants,
        "notes": options.notes,
    }


def _from_json(given: Any) -> SavedSearch | None:
    if not isinstance(given, dict) or not isinstance(given.get("name"), str) or not isinstance(given.get("query"), str):
        return None
    order = SearchOrder.DATE if given.get("order") == SearchOrder.DATE.value else SearchOrder.RELEVANCE
    options = SearchOptions(order, given.get("variants") is True, given.get("notes") is not False)
    return SavedSearch(given["name"], given["query"], options)
