"""An empty index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.indexed import FIELDS
from zbreader.store.fulltext import FullTextIndex


@pytest.fixture
def index(tmp_path: Path) -> Iterator[FullTextIndex]:
    with closing(FullTextIndex(tmp_path / "search.db", FIELDS, "1")) as opened:
        yield opened
