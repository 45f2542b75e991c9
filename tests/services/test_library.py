"""A library folder: opened, shared, and refused where it cannot be."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.services.folder import library_directory
from zbreader.services.library import Services, open_library


def test_the_folder_goes_by_the_option_then_the_environment_then_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZBREADER_LIBRARY", "from-environment")
    assert library_directory("given") == Path("given")
    assert library_directory() == Path("from-environment")
    monkeypatch.delenv("ZBREADER_LIBRARY")
    assert library_directory().name == "zbreader"
    assert library_directory("~").is_absolute()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(KnownError, match="不是文件夹"):
            open_library(folder, clock=clock, random_bits=lambda n: 0)


def test_two_windows_on_one_library_see_each_other(
    open_again: Callable[[], Services], write: Callable[..., Path]
) -> None:
    one, two = open_again(), open_again()
    one.importing.import_files([write()])
    (issue,) = two.reading.issues()
    article = two.reading.articles(issue.id)[0].id
    mark = two.annotating.add_by_quote(article, "先读书").annotation
    one.annotating.set_note(mark.id, "一号窗口写的")
    assert two.annotating.get(mark.id).annotation.note == "一号窗口写的"
    two.undo.undo()
    with pytest.raises(KnownError, match="已不在资料库里"):
        one.annotating.set_note(mark.id, "晚了")


def test_where_several_machines_meet_there_is_no_log_that_needs_shared_memory(
    open_again: Callable[[], Services], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def mode(services: Services) -> str:
        with services.database.aside() as connection:
            return str(connection.execute("PRAGMA journal_mode").fetchone()[0])

    local = open_again()
    assert mode(local) == "wal"
    local.close()
    monkeypatch.setattr("zbreader.services.opened.network_share", lambda _folder: "cifs")
    one, two = open_again(), open_again()
    assert (mode(one), mode(two)) == ("delete", "delete")
    one.importing.import_files([write()])
    article = two.reading.articles(two.reading.issues()[0].id)[0].id
    mark = two.annotating.add_by_quote(article, "先读书").annotation.id
    assert one.annotating.get(mark).annotation.id == mark
    assert one.backing_up.check() == []


def test_workers_may_write_at_once(stocked: Services) -> None:
    article = stocked.reading.articles(stocked.reading.issues()[0].id)[0].id

    def add() -> None:
        for _ in range(10):
            stocked.annotating.add_highlight(article, 0, 4)

    workers = [threading.Thread(target=add) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(stocked.annotating.in_article(article)) == 40
    while stocked.undo.undo_name is not None:
        stocked.undo.undo()
    assert stocked.annotating.notes() == []


def test_places_are_kept(stocked: Services, open_again: Callable[[], Services]) -> None:
    first, second = stocked.reading.articles(stocked.reading.issues()[0].id)
    assert stocked.reading.last_read() is None
    stocked.reading.set_place(first.id, 0.25)
    stocked.reading.set_place(second.id, 7.0)
    other = open_again()
    assert (other.reading.place(first.id), other.reading.place(second.id), other.reading.place("x")) == (0.25, 1.0, 0.0)
    assert other.reading.last_read() == second.id
    assert [row.read_fraction for row in other.reading.articles(stocked.reading.issues()[0].id)] == [0.25, 1.0]


def test_articles_are_found_by_title(stocked: Services) -> None:
    def titles(words: str, limit: int = 9) -> list[str]:
        return [article.title for article in stocked.reading.titled(words, limit)]

    assert titles("修桥") == titles(" 修 桥的人　") == ["修桥的人"]
    assert titles("的") == ["溪水的声音", "修桥的人"]
    assert titles("的", 1) == ["溪水的声音"]
    assert titles("没有") == titles(" ") == titles("%") == []
    (found,) = stocked.reading.titled("溪水", 9)
    assert found.issue == stocked.reading.issues()[0].title and stocked.reading.article(found.id).title == found.title


@pytest.mark.parametrize("ask", ["issue", "articles", "issue_summary", "source", "article", "issue_of"])
def test_what_is_not_there_is_told(services: Services, ask: str) -> None:
    with pytest.raises(KnownError, match="没有编号为 nothing 的"):
        getattr(services.reading, ask)("nothing")


def test_a_closed_library_says_so(services: Services) -> None:
    services.close()
    with pytest.raises(KnownError, match="已经关闭"):
        services.reading.issues()


def test_what_was_acknowledged_survives_a_program_that_is_killed(
    stocked: Services, open_again: Callable[[], Services]
) -> None:
    program = (
        "import os, sys, secrets; from datetime import datetime, timezone; from pathlib import Path\n"
        "from zbreader.services.library import open_library\n"
        "services = open_library(Path(sys.argv[1]), clock=lambda: datetime.now(timezone.utc),"
        " random_bits=secrets.randbits)\n"
        "services.annotating.add_by_quote(sys.argv[2], '先读书', note='最后一条')\n"
        "services.settings.set('person', '甲')\n"
        "os.abort()\n"
    )
    article = stocked.reading.articles(stocked.reading.issues()[0].id)[0].id
    words = [sys.executable, "-c", program, str(stocked.directory), article]
    assert subprocess.run(words, capture_output=True, check=False).returncode != 0
    after = open_again()
    assert [one.annotation.note for one in after.annotating.notes()] == ["最后一条"]
    assert after.settings.get("person") == "甲"
    assert after.backing_up.check() == []
