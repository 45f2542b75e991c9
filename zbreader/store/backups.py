"""Backups: whole copies of a library's database, verified before they are trusted."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.store import contents, enclosed
from zbreader.store.database import Database
from zbreader.store.errors import DamagedFile, said_kindly
from zbreader.store.integrity import file_problems, is_readable
from zbreader.store.migrating import bring_up_to_date, refuse_strangers


def copy_to(database: Database, path: Path, *, quickly: bool = False, files: Mapping[str, bytes] | None = None) -> None:
    """Make PATH a verified copy of the whole database and of FILES, in one file. It appears whole or not at all.

    Other threads and programs may go on reading and writing. quickly: the copy is opened, looked through page by page
    and counted; otherwise its indexes and references are compared too. Raises KnownError when the copy cannot be made
    or is not sound; raises OSError when PATH cannot take the finished copy.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with said_kindly(path), closing(sqlite3.connect(temporary)) as copy:
            with database.aside() as connection:
                connection.backup(copy)
            # One file to carry away, without a -wal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            if files is not None:
                enclosed.put(copy, files)
            if quickly and is_readable(copy):
                contents.counts(copy)
            else:
                _refuse_damaged(copy, database.path)
        _sync(temporary)
        temporary.replace(path)
        _sync_folder(path.parent)
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)


def prepare(path: Path, folder: Path) -> Path:
    """Copy the backup PATH into FOLDER, verify it and bring it to this program's schema; return the copy, a library.

    PATH is not changed. Raises KnownError when it is no sound library or one of a newer zbreader.
    """
    copy = folder / "library.db"
    shutil.copyfile(path, copy)
    log = path.with_name(path.name + "-wal")  # when somebody gives the file of a library that is in use
    if log.is_file():
        shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
    try:
        with said_kindly(path), closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            refuse_strangers(connection, path)
            if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                raise _no_backup(path)
            _refuse_damaged(connection, path)
            bring_up_to_date(connection, path, folder)
            enclosed.drop(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
    except DamagedFile as error:
        raise _no_backup(path) from error
    return copy


def replace_content(database: Database, prepared: Path) -> None:
    """Give the open DATABASE the content of the file PREPARED, in one step that other programs see as one."""
    with (
        closing(sqlite3.connect(prepared)) as source,
        database.outside_transaction() as connection,
        said_kindly(database.path),
    ):
        source.backup(connection)  # the file stays in WAL, whatever mode the backup had


def _no_backup(path: Path) -> KnownError:
    return KnownError("文件 {file} 不是支部阅读的备份，或已损坏，没有恢复。请换一个备份文件。", file=path)


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    if file_problems(connection):
        raise KnownError("资料库文件 {file} 已损坏，不能用作备份。请换用更早的备份。", file=path)


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """After a loss of power the new name is there too; Windows keeps names by itself and opens no folders."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
