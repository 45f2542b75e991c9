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
        self._kept: OrderedDict[tuple[str, str | None], SourceDocument] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, source: Source) -> SourceDocument:
        """The lines of SOURCE."""
        key = (source.sha256, source.encoding)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        document = source_files.lines_of(source)
        with self._lock:
            self._kept[key] = document
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return document
