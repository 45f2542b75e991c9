"""The index at work beside the searches: switched off and on, and never in their way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.search_library import article, issue, put
from zbreader.services.library import Services
from zbreader.services.searching import Searching
from zbreader.store.database import Connection, Database
from zbreader.store.fulltext import FullTextIndex
from zbreader.store.index_file import transaction


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "library.db")) as opened:
        yield opened


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    return tmp_path / "search.db"


def test_the_index_can_be_switched_off(services: Services, write: Callable[..., Path], first: str) -> None:
    services.settings.set("search.index", False)
    services.importing.import_files([write()])
    assert services.searching.missing() == 0
    services.searching.repair()
    assert services.searching.search("溪水").total == 1
    assert not (services.directory / "search.db").exists()
    services.settings.set("search.index", True)
    assert services.searching.missing() == 1
    services.searching.repair()
    assert (services.searching.missing(), services.searching.search("溪水").total) == (0, 1)
    services.settings.set("search.index", False)
    assert not (services.directory / "search.db").exists()
    assert services.searching.search("溪水").total == 1


def test_a_search_does_not_wait_for_indexing(
    database: Database, index_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(database, *(issue(f"i{n}", 2000 + n, 1, article(f"i{n}-1", "灯", "水渠")) for n in range(10)))
    in_the_middle, go_on = threading.Event(), threading.Event()
    really = FullTextIndex._add

    def slowly(index: FullTextIndex, connection: Connection, given: object) -> None:
        with transaction(connection):
            in_the_middle.set()
            assert go_on.wait(20)
        really(index, connection, given)  # type: ignore[arg-type]

    monkeypatch.setattr(FullTextIndex, "_add", slowly)
    with closing(Searching(database, index_path)) as searching:
        indexing = threading.Thread(target=searching.repair)
        indexing.start()
        assert in_the_middle.wait(20)
        assert searching.search("水渠").total == 10
        go_on.set()
        indexing.join()
        assert searching.missing() == 0
