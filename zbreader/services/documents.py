"""The lines of kept sources, of which the last few stay at hand: a foreign format takes a second to read."""

from __future__ import annotations

import threading
from collections import OrderedDict

from zbreader.model.source import SourceDocument
from zbreader.services import source_files
from zbreader.store.sources import Source

_KEPT = 4  # documents; one of an issue takes a megabyte


class Documents:
    """Lines by source. Thread-safe; raises KnownError as the readers do."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, SourceDocument] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, source: Source) -> SourceDocument:
        """The lines of SOURCE."""
        with self._lock:
            if source.sha256 in self._kept:
                self._kept.move_to_end(source.sha256)
                return self._kept[source.sha256]
        document = source_files.lines_of(source)
        with self._lock:
            self._kept[source.sha256] = document
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return document
