"""A damaged library comes back, with its notes first, its issues from their sources, and the rest from a backup."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.damaging import break_pages_of
from zbreader.model.errors import KnownError
from zbreader.services.library import BACKUPS, Services
from zbreader.services.recovering import newest_sound, told
from zbreader.services.rescuing import recover_library


def article_of(services: Services, issue: int = 0) -> str:
    return services.reading.articles(services.reading.issues()[issue].id)[0].id


def recover(directory: Path, clock: Callable[[], datetime]) -> object:
    return recover_library(directory, clock=clock, random_bits=secrets.randbits)


def test_without_its_first_page(
    stocked: Services, clock: Callable[[], datetime], open_again: Callable[[], Services]
) -> None:
    stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="要紧", tags=["学"])
    before, issue = stocked.annotating.notes(), stocked.reading.issue(stocked.reading.issues()[0].id)
    directory = stocked.directory
    stocked.close()
    break_pages_of(directory / "library.db", "")
    found = recover_library(directory, clock=clock, random_bits=secrets.randbits)
    assert (found.notes, found.issues, found.problems) == (1, 1, ())
    assert found.aside.is_file() and found.aside.parent == directory / BACKUPS
    after = open_again()
    assert after.annotating.notes() == before
    assert after.reading.issue(issue.id) == issue
    assert after.backing_up.check() == []
    assert not [path for path in directory.iterdir() if path.name.startswith(".recover")]
    assert "已修复资料库：1 期、1 条笔记。" in [str(line) for line in told(found)]


def test_lost_texts_are_made_again_from_their_source(
    stocked: Services, clock: Callable[[], datetime], open_again: Callable[[], Services]
) -> None:
    issue = stocked.reading.issue(stocked.reading.issues()[0].id)
    stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="要紧")
    directory = stocked.directory
    stocked.close()
    break_pages_of(directory / "library.db", "issues", "articles", "paragraphs", "live_issues")
    found = recover_library(directory, clock=clock, random_bits=secrets.randbits)
    assert (found.notes, found.issues, found.issues_from_source) == (1, 1, 1)
    after = open_again()
    assert after.reading.issue(issue.id).articles == issue.articles
    assert [one.anchor.start is not None for one in after.annotating.notes()] == [True]


def test_lost_notes_come_from_the_newest_backup(
    stocked: Services, clock: Callable[[], datetime], open_again: Callable[[], Services]
) -> None:
    stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="在备份里")
    stocked.backing_up.backup()
    (stocked.directory / BACKUPS / "zbreader-20990101-000000.db").write_bytes(b"junk")
    directory = stocked.directory
    stocked.close()
    break_pages_of(directory / "library.db", "annotations")
    found = recover_library(directory, clock=clock, random_bits=secrets.randbits)
    assert (found.notes, found.notes_from_backup) == (1, 1)
    assert [one.annotation.note for one in open_again().annotating.notes()] == ["在备份里"]


def test_a_library_that_stays_open(stocked: Services, clock: Callable[[], datetime]) -> None:
    mark = stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="要紧").annotation.id
    stocked.close()
    break_pages_of(stocked.directory / "library.db", "paragraphs_of_article")
    from zbreader.services.library import open_library

    damaged = open_library(stocked.directory, clock=clock, random_bits=secrets.randbits)
    file, _content = damaged.backing_up.problems()
    assert file
    found = damaged.recover()
    assert (found.notes, found.issues, found.problems) == (1, 1, ())
    assert damaged.backing_up.check() == []
    assert damaged.annotating.get(mark).annotation.note == "要紧"
    assert damaged.undo.undo_name is None
    damaged.close()


def test_what_is_not_there_cannot_be_recovered(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    with pytest.raises(KnownError, match="不存在"):
        recover(tmp_path, clock)
    assert newest_sound(tmp_path) is None


def test_a_file_that_holds_nothing_gives_an_empty_library(
    stocked: Services, clock: Callable[[], datetime], open_again: Callable[[], Services]
) -> None:
    directory = stocked.directory
    stocked.close()
    (directory / "library.db").write_bytes(b"broken" * 3000)
    found = recover_library(directory, clock=clock, random_bits=secrets.randbits)
    assert (found.notes, found.issues) == (0, 0)
    assert open_again().reading.issues() == []
