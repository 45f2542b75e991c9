"""Bringing a library's file to the schema of this program, and refusing what it cannot read."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.store.migrations import MIGRATIONS, SCHEMA_VERSION

APPLICATION_ID = 0x7A627264  # "zbrd", written into the file's header


def schema_version(connection: sqlite3.Connection) -> int:
    """The schema version of the open file; 0 for a new, empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    """Raise KnownError when the open file is not a library, or one made by a newer zbreader."""
    # One statement, so that another program's migration lies wholly before or wholly after it.
    application, tables = connection.execute(
        "SELECT application_id, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id"
    ).fetchone()
    if application != APPLICATION_ID:
        if application or tables:
            raise KnownError("文件 {file} 不是支部阅读的资料库，没有改动它。请换一个资料库文件夹。", file=path)
        return
    if schema_version(connection) > SCHEMA_VERSION:
        raise KnownError(
            "资料库 {file} 是更新版本的支部阅读建立的，这个版本不能打开它，没有改动任何内容。请安装新版程序后再打开。",
            file=path,
        )


def bring_up_to_date(connection: sqlite3.Connection, path: Path, copies: Path) -> None:
    """Apply the migrations that the open file lacks, all or none; a copy of a non-empty file is put into COPIES first.

    connection: in autocommit mode, on the file PATH. Raises KnownError as `refuse_strangers`.
    """
    refuse_strangers(connection, path)
    version = schema_version(connection)
    if version == SCHEMA_VERSION:
        return
    if version:
        _copy(connection, _free_name(copies, f"{path.stem}-v{version}-before-v{SCHEMA_VERSION}"))
    _migrate(connection, path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    # Imported here because it costs 95 ms, which an ordinary start must not pay.
    from sqlite_utils import Database as Schema
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("zbreader")
    for migration in MIGRATIONS:
        migrations()(migration)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have migrated while this one waited for its turn.
        refuse_strangers(connection, path)
        if schema_version(connection) < SCHEMA_VERSION:
            migrations.apply(Schema(connection, recursive_triggers=False))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Make TARGET a copy that was looked through; a damaged file is not migrated (it can still be recovered)."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with closing(sqlite3.connect(temporary)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("database disk image is malformed")
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _free_name(folder: Path, stem: str) -> Path:
    path, count = folder / f"{stem}.db", 2
    while path.exists():
        path, count = folder / f"{stem}-{count}.db", count + 1
    return path
