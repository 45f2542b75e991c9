"""From hit to hit: through the article that is open, and on into the next one that has any."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from zbreader.model.search import Place, SearchOptions
from zbreader.ui.open_article import Arrival

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow


class Reached(NamedTuple):
    """A hit, and all hits of its article (code points), those in its headline apart."""

    place: Place
    ranges: tuple[tuple[int, int], ...]
    titled: tuple[tuple[int, int], ...]


class HitSteps(QObject):
    """Belongs to one window. What the find bar looks for stays within the article."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def begin(self, query: str) -> None:
        """Search for QUERY and go to its first place; asked for the same again, to the next one."""
        search = self._window.search
        if query == search.query:
            self.step(1)
            return
        self._window.sidebar.search_for(query)
        search.search_now()
        self._seek("", -1, 1)

    def step(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1)."""
        bar, query = self._window.find_bar, self._window.search.query
        inside = 0 <= bar.current + step < len(bar.ranges)
        if inside or not query or (bar.isVisible() and bar.field.text()):
            bar.step(step)
            return
        self._seek(self._window.open.id, bar.ranges[bar.current][0] if bar.ranges else -1, step)

    def _seek(self, article_id: str, offset: int, step: int) -> None:
        """Go to the hit after or before OFFSET of an article; of one that has none, to the first of all."""
        query, options = self._window.search.query, self._window.search.options
        self._window.search.counting.make_way()
        self._window.operations.ask(
            lambda: self._reach(query, options, article_id, offset, step),
            on_done=lambda reached: self._arrive(reached, step),
            key="next hit",
        )

    def _reach(self, query: str, options: SearchOptions, article_id: str, offset: int, step: int) -> Reached | None:
        searching = self._window.services.searching
        around = searching.neighbours(query, article_id, offset, options)
        place = around.next if step > 0 else around.previous
        if place is None:
            return None
        ranges = searching.ranges(query, place.article_id, options)
        return Reached(place, ranges, searching.titled(query, place.article_id, options))

    def _arrive(self, reached: Reached | None, step: int) -> None:
        if reached is None:
            words = self.tr("这是最后一处。") if step > 0 else self.tr("这是第一处。")
            self._window.notice.tell(words)
            return
        starts = [start for start, _ in reached.ranges]
        at = starts.index(reached.place.start) if reached.place.start in starts else 0
        self._window.open_article(reached.place.article_id, Arrival(hits=reached.ranges, at=at, titled=reached.titled))
