"""Backup, restore, check: copies that can be trusted, and nothing lost on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.services import backing_up
from zbreader.services.changes import Changes
from zbreader.services.library import Services
from zbreader.services.rescuing import check_library, restore_library


def article_of(services: Services) -> str:
    return services.reading.articles(services.reading.issues()[0].id)[0].id


def note_texts(services: Services) -> list[str | None]:
    return [one.annotation.note for one in services.annotating.notes()]


def test_a_backup_is_one_plain_file_with_everything(stocked: Services, tmp_path: Path) -> None:
    stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="要紧")
    path = stocked.backing_up.backup()
    assert path.parent == stocked.directory / "backups"
    assert path.name.startswith("zbreader-2031")
    assert stocked.backing_up.backup().name != path.name
    named = stocked.backing_up.backup(tmp_path / "新文件夹" / "备份.db")
    assert stocked.backing_up.backup(tmp_path).parent == tmp_path
    with closing(sqlite3.connect(named)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT note FROM annotations").fetchall() == [("要紧",)]
    assert [file.name for file in named.parent.iterdir()] == ["备份.db"]


def test_the_library_itself_is_no_place_for_its_backup(stocked: Services) -> None:
    with pytest.raises(KnownError, match="不能把备份写到正在使用的资料库"):
        stocked.backing_up.backup(stocked.directory / "library.db")
    assert len(stocked.reading.issues()) == 1


def test_a_backup_that_cannot_be_written_leaves_nothing(stocked: Services, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match=r"a\.db 没有写成"):
        stocked.backing_up.backup(tmp_path / "file" / "a.db")


def test_restoring_brings_everything_back_and_keeps_what_was_there(
    stocked: Services, open_again: Callable[[], Services]
) -> None:
    other = open_again()
    copy = stocked.backing_up.backup()
    stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="后来的")
    heard: list[Changes] = []
    stocked.events.subscribe(heard.append)
    kept = stocked.backing_up.restore(copy)
    assert note_texts(stocked) == note_texts(other) == []
    assert stocked.undo.undo_name is None
    assert len(heard[0].annotations) == 1
    other.backing_up.restore(kept)
    assert note_texts(stocked) == note_texts(other) == ["后来的"]
    assert stocked.backing_up.check() == []
    with stocked.database.read() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    stocked.annotating.add_by_quote(article_of(stocked), "溪水", note="还能写")
    assert note_texts(other) == ["还能写", "后来的"]


@pytest.mark.parametrize("content", [b"", b"no database" * 1000, None])
def test_what_is_no_backup_is_refused_and_changes_nothing(
    stocked: Services, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "x.db"
    if content is None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE songs (name)")
    else:
        path.write_bytes(content)
    with pytest.raises(KnownError, match="不是支部阅读"):
        stocked.backing_up.restore(path)
    with pytest.raises(KnownError, match="找不到备份文件"):
        stocked.backing_up.restore(tmp_path / "没有.db")
    assert len(stocked.reading.issues()) == 1
    assert not any(path.name.startswith(".restore") for path in stocked.directory.iterdir())
    assert not (stocked.directory / "backups").exists()


def test_a_backup_with_damaged_pages_is_refused(stocked: Services) -> None:
    copy = stocked.backing_up.backup()
    data = bytearray(copy.read_bytes())
    data[4096 * 3 : 4096 * 9] = b"\xff" * (4096 * 6)
    copy.write_bytes(bytes(data))
    with pytest.raises(KnownError, match="已损坏"):
        stocked.backing_up.restore(copy)
    assert len(stocked.reading.issues()) == 1


def test_check_tells_what_is_wrong(stocked: Services) -> None:
    assert stocked.backing_up.check() == []
    with stocked.database.write() as connection:
        connection.execute("UPDATE sources SET data = x'00'")
        connection.execute("UPDATE articles SET id = (SELECT min(id) FROM articles)")
    problems = stocked.backing_up.check()
    assert problems[0] == "第四期.txt 的原文存档与导入时不符，请重新导入这个文件"
    assert "出现了两次" in problems[1]
    with stocked.database.outside_transaction() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE paragraphs SET article = 999 WHERE rowid = 1")
        connection.execute("PRAGMA foreign_keys = ON")
    assert stocked.backing_up.check() == ["表 paragraphs 的第 1 行指向不存在的内容"]


def test_a_library_that_cannot_be_opened_is_moved_aside(
    stocked: Services, tmp_path: Path, clock: Callable[[], datetime], open_again: Callable[[], Services]
) -> None:
    stocked.annotating.add_by_quote(article_of(stocked), "先读书", note="要紧")
    copy = stocked.backing_up.backup(tmp_path / "copy.db")
    directory = stocked.directory
    stocked.close()
    (directory / "library.db").write_bytes(b"broken" * 1000)
    problems = check_library(directory, clock=clock, random_bits=lambda n: 0)
    assert len(problems) == 1
    assert "已损坏" in problems[0]
    with pytest.raises(KnownError, match="找不到备份文件"):
        restore_library(directory, tmp_path / "没有.db", clock=clock, random_bits=lambda n: 0)
    aside = restore_library(directory, copy, clock=clock, random_bits=lambda n: 0)
    assert aside.read_bytes() == b"broken" * 1000
    assert note_texts(open_again()) == ["要紧"]


def test_names_do_not_collide(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    moment = clock()
    first = backing_up.new_name(tmp_path, lambda: moment)
    first.touch()
    assert backing_up.new_name(tmp_path, lambda: moment).name == f"{first.stem}-2.db"
