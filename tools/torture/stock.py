"""A small library to torture, and what must hold of any library afterwards."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.services.library import DATABASE, Services, open_library


def now() -> datetime:
    """The system's time, aware."""
    return datetime.now(timezone.utc)


def opened(directory: Path) -> Services:
    """The library in DIRECTORY."""
    return open_library(directory, clock=now, random_bits=secrets.randbits)


def issue_text(number: int) -> str:
    """An invented issue of six short articles."""
    body = "".join(
        f"# 第 {at} 篇山里的事\n\n文/杜若\n\n" + f"溪水从石头上流下来，流了 {number} 天 {at} 夜。\n\n" * 20
        for at in range(6)
    )
    return f"《山间学习》2031年第{number}期\n\n{body}"


def issue_files(folder: Path, count: int) -> list[Path]:
    """COUNT issues as files in FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:03}.txt" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_text(issue_text(number), encoding="utf-8")
    return paths


def stocked(directory: Path, folder: Path, notes: int = 40) -> None:
    """Make a library with two issues and some notes in DIRECTORY."""
    services = opened(directory)
    services.importing.import_files(issue_files(folder, 2))
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    for number in range(notes):
        services.annotating.add_highlight(article, number % 9, number % 9 + 5, note=f"旧 {number}")
    services.close()


def faults(directory: Path) -> list[str]:
    """What is wrong with the library in DIRECTORY: SQLite's complaints, and ours."""
    try:
        services = opened(directory)
    except KnownError as error:
        return [str(error)]
    try:
        found = services.backing_up.check()
        found += [
            f"issue {one.id} is not whole"
            for one in services.reading.issues()
            if one.articles != len(services.reading.issue(one.id).articles)
        ]
        return found
    except KnownError as error:
        return [str(error)]
    finally:
        services.close()


def note_texts(database: Path) -> dict[str, str]:
    """The living notes of the file DATABASE by id, read without our program."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT id, note FROM annotations WHERE NOT deleted").fetchall()
    return {str(id_): str(note) for id_, note in rows}


def issue_ids(database: Path) -> set[str]:
    """The issues in sight in the file DATABASE, read without our program."""
    with closing(sqlite3.connect(database)) as connection:
        return {str(row[0]) for row in connection.execute("SELECT id FROM issues WHERE removed IS NULL")}


def database_of(directory: Path) -> Path:
    """The file of the library in DIRECTORY."""
    return directory / DATABASE
