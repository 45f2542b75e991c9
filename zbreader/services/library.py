"""A library folder and everything one can do with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zbreader.importers.vocabulary import Vocabulary
from zbreader.model.errors import KnownError
from zbreader.services.annotating import Annotating
from zbreader.services.backing_up import BackingUp
from zbreader.services.events import Events
from zbreader.services.exporting import Exporting
from zbreader.services.files import unwritable
from zbreader.services.importing import Importing
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.reading import Reading
from zbreader.services.settings import Settings
from zbreader.services.undo import UndoStack
from zbreader.store.database import Database

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
    exporting: Exporting
    backing_up: BackingUp

    def close(self) -> None:
        """Close the library's files; calls after this raise KnownError."""
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
        exporting=Exporting(database, annotating, settings, clock),
        backing_up=BackingUp(database, directory / BACKUPS, events, undo, clock, lambda: []),
    )


def make_folder(directory: Path) -> None:
    """Make a folder and those above it. Raises KnownError when there is something else in its place."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise KnownError("{folder} 不是文件夹，不能用作资料库。请换一个位置。", folder=directory) from error
    except (OSError, ValueError) as error:
        raise unwritable(directory, error) from error
