"""A library folder and everything one can do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.services.files import make_folder
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.opened import BACKUPS, DATABASE, LOGS, SEARCH_INDEX, SETTINGS, TEMPLATES, WORDS
from zbreader.services.opened_notes import NoteServices

if TYPE_CHECKING:
    from zbreader.importers.vocabulary import Vocabulary
    from zbreader.services.backing_up import BackingUp
    from zbreader.services.health import Health
    from zbreader.services.jobs import Job
    from zbreader.services.recovering import Recovered
    from zbreader.services.watching import Watching

__all__ = ["BACKUPS", "DATABASE", "LOGS", "SEARCH_INDEX", "SETTINGS", "TEMPLATES", "WORDS", "Services", "open_library"]


class Services(NoteServices):
    """One open library. A service and its workshop are loaded when they are first asked for: a start needs few of them.

    Attributes: directory, database, events, undo, settings, reading; the others are properties. Thread-safe.
    """

    @property
    def backing_up(self) -> BackingUp:
        """Copies of the library, their return, and whether all is sound."""
        from zbreader.services.backing_up import BackingUp

        return self._once(
            lambda: BackingUp(
                self.database,
                self.directory / BACKUPS,
                self.settings,
                self.events,
                self.undo,
                clock=self._clock,
                check_index=lambda: self.searching.is_sound(),
            ),
            "backing_up",
        )

    @property
    def health(self) -> Health:
        """How the library fares."""
        from zbreader.services.health import Health

        return self._once(lambda: Health(self, self._clock), "health")

    @property
    def watching(self) -> Watching:
        """What other programs do to this library."""
        from zbreader.services.watching import Watching

        return self._once(lambda: Watching(self.database, self.events), "watching")

    def recover(self, job: Job | None = None) -> Recovered:
        """Make a new library of what this damaged one still holds and its newest backup; raises KnownError."""
        from zbreader.services.recovering import newest_sound, recover_open

        return recover_open(
            self,
            clock=self._clock,
            random_bits=self._random_bits,
            job=job,
            backup=newest_sound(self.directory / BACKUPS),
        )

    def close(self) -> None:
        """Close the library's files; calls after this raise KnownError."""
        with self._lock:
            if "searching" in self._made:
                self.searching.close()
            self.database.close()


def open_library(
    directory: Path, *, clock: Clock, random_bits: RandomBits, vocabulary: Vocabulary | None = None
) -> Services:
    """Open the library in DIRECTORY, or make one there.

    clock: gives aware datetimes; random_bits(n): n random bits; vocabulary: the importer's words (None: the program's).
    Raises KnownError when the folder cannot be used.
    """
    make_folder(directory)
    return Services(directory, clock, random_bits, vocabulary)
