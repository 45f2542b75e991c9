"""A library folder and everything one can do with it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.errors import KnownError
from zbreader.services.annotating import Annotating
from zbreader.services.backing_up import BackingUp, restore_damaged
from zbreader.services.events import Events
from zbreader.services.exchanging import Exchanging
from zbreader.services.exporting import Exporting
from zbreader.services.files import unwritable
from zbreader.services.importing import Importing
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.reading import Reading
from zbreader.services.searching import Searching
from zbreader.services.settings import Settings
from zbreader.services.undo import UndoStack
from zbreader.store.database import Database
from zbreader.store.errors import DamagedFile

DATABASE = "library.db"
SEARCH_INDEX = "search.db"
BACKUPS = "backups"
LOGS = "logs"
SETTINGS = "settings.json"


@dataclass(frozen=True)
class Services:
    """One open library."""

    directory: Path
    database: Database
    events: Events
    undo: UndoStack
    settings: Settings
    reading: Reading
    importing: Importing
    annotating: Annotating
    searching: Searching
    exporting: Exporting
    exchanging: Exchanging
    backing_up: BackingUp

    def close(self) -> None:
        """Close the library's files; calls after this raise KnownError."""
        self.searching.close()
        self.database.close()


def open_library(
    directory: Path, *, clock: Clock, random_bits: RandomBits, vocabulary: Vocabulary | None = None
) -> Services:
    """Open the library in DIRECTORY, or make one there, and build its services.

    clock: gives aware datetimes; random_bits(n): n random bits; vocabulary: the importer's words (None: the program's).
    Raises KnownError when the folder cannot be used.
    """
    make_folder(directory)
    database = Database(directory / DATABASE, copies=directory / BACKUPS)
    events = Events()
    undo = UndoStack(events)
    settings = Settings(directory / SETTINGS, events)
    searching = Searching(database, directory / SEARCH_INDEX)
    events.subscribe(searching.on_changes)
    annotating = Annotating(database, events, undo, settings, clock=clock, random_bits=random_bits)
    return Services(
        directory=directory,
        database=database,
        events=events,
        undo=undo,
        settings=settings,
        reading=Reading(database, clock),
        importing=Importing(database, events, undo, clock, vocabulary),
        annotating=annotating,
        searching=searching,
        exporting=Exporting(database, annotating, settings, clock),
        exchanging=Exchanging(database, events, undo, settings, clock),
        backing_up=BackingUp(database, directory / BACKUPS, events, undo, clock, searching.is_sound),
    )


def check_library(directory: Path, *, clock: Clock, random_bits: RandomBits) -> list[str]:
    """What is wrong with the library in DIRECTORY, one sentence each, even when it is too damaged to be opened."""
    try:
        services = open_library(directory, clock=clock, random_bits=random_bits)
    except DamagedFile as error:
        return [str(error)]
    try:
        return services.backing_up.check()
    finally:
        services.close()


def restore_library(directory: Path, backup: Path, *, clock: Clock, random_bits: RandomBits) -> Path:
    """Give the library in DIRECTORY the content of the file BACKUP, even when it is too damaged to be opened.

    Returns where the content it had before was put. Raises KnownError, with nothing changed, when BACKUP is no good.
    """
    try:
        services = open_library(directory, clock=clock, random_bits=random_bits)
    except DamagedFile:
        return restore_damaged(directory / DATABASE, backup, directory / BACKUPS, clock)
    try:
        return services.backing_up.restore(backup)
    finally:
        services.close()


def library_directory(given: str | None = None) -> Path:
    """The folder of the person's library: GIVEN, else the environment's ZBREADER_LIBRARY, else the platform's own."""
    named = given or os.environ.get("ZBREADER_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # Here, because most starts name a folder or are asked for --version.

    return user_data_path("zbreader", appauthor=False)


def make_folder(directory: Path) -> None:
    """Make a folder and those above it. Raises KnownError when there is something else in its place."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise KnownError("{folder} 不是文件夹，不能用作资料库。请换一个位置。", folder=directory) from error
    except (OSError, ValueError) as error:
        raise unwritable(directory, error) from error
