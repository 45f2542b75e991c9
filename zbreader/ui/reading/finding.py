"""Joins the find bar to the page. Seeks as the library's search does: widths, quotes, stray spaces do not matter."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject

from zbreader.search.folding import FoldedText, fold
from zbreader.ui.reading.find_bar import FindBar
from zbreader.ui.reading.selectable_page import SelectablePage


class Finding(QObject):
    """The hits of one article. Its text is folded when something is first sought in it."""

    def __init__(self, page: SelectablePage, bar: FindBar) -> None:
        super().__init__(page)
        self._page, self._bar = page, bar
        self._text = ""
        self._folded: FoldedText | None = None
        self._hits: list[tuple[int, int]] = []
        self._current = -1
        bar.sought.connect(self.seek)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._on_closed)

    def begin(self, text: str) -> None:
        """Another article lies open; a bar that is open seeks in it at once."""
        self._text, self._folded, self._hits, self._current = text, None, [], -1
        if not self._bar.isHidden():
            self._collect(self._bar.field.text())
            self._page.set_hits(self._hits)
            self._bar.show_count(0, len(self._hits))

    def seek(self, words: str) -> None:
        """Mark all places with these words and go to the first at or after the top of the view."""
        self._collect(words)
        self._page.set_hits(self._hits)
        if self._hits:
            self._current = bisect_left(self._hits, (self._page.top_offset(), 0)) % len(self._hits)
            self._page.show_hit(self._current)
        self._bar.show_count(self._current + 1, len(self._hits))

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place, round the end."""
        words = self._bar.field.text()
        if not self._hits and words:
            self.seek(words)
            return
        if not self._hits:
            return
        if not self._page.has_hits():
            self._page.set_hits(self._hits)
        self._current = (self._current + step) % len(self._hits)
        self._page.show_hit(self._current)
        self._bar.show_count(self._current + 1, len(self._hits))

    def _collect(self, words: str) -> None:
        self._hits, self._current = [], -1
        needle = fold(words)
        if needle:
            if self._folded is None:
                self._folded = FoldedText(self._text)
            self._hits = self._folded.find_all(needle)

    def _on_closed(self) -> None:
        """Closing leaves the found words selected: the next deed may be to mark them."""
        hit = self._hits[self._current] if 0 <= self._current < len(self._hits) else None
        self._page.set_hits([])
        if hit is not None:
            self._page.select_range(*hit)
        self._page.setFocus()
