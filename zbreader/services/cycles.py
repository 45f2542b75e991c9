"""Holds Python's search for cycles off while many objects are made that have none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_search_for_cycles() -> Iterator[None]:
    """An issue is a hundred thousand objects without a cycle, gone when it is written; many notes are a million.

    A search through all there are, the window's too, holds every thread for a tenth of a second. Those that overlap in
    two threads may end early, which costs nothing but time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
