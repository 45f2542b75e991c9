"""An open library's files, settings and events: the ground that its services stand on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from zbreader.services.events import Events
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.settings import Settings
from zbreader.services.undo import UndoStack
from zbreader.services.whereabouts import network_share
from zbreader.store.database import Database

if TYPE_CHECKING:
    from zbreader.importers.vocabulary import Vocabulary
    from zbreader.services.reading import Reading
    from zbreader.services.safekeeping import Safekeeping

DATABASE = "library.db"
SEARCH_INDEX = "search.db"
BACKUPS = "backups"
LOGS = "logs"
TEMPLATES = "templates"  # Word templates of one's own
WORDS = "words"  # what jieba keeps
SETTINGS = "settings.json"
KEYS = "keys"  # with which one signs

Service = TypeVar("Service")


class Opened:
    """What every service of a library is made of. A service is made when it is first asked for, and once."""

    def __init__(
        self, directory: Path, clock: Clock, random_bits: RandomBits, vocabulary: Vocabulary | None = None
    ) -> None:
        self.directory = directory
        self.database = Database(
            directory / DATABASE, copies=directory / BACKUPS, is_shared=bool(network_share(directory))
        )
        self.events = Events()
        self.undo = UndoStack(self.events)
        self.settings = Settings(directory / SETTINGS, self.events, self._kept_settings)
        self._clock, self._random_bits, self._vocabulary = clock, random_bits, vocabulary
        self._made: dict[str, object] = {}
        self._lock = threading.RLock()

    @property
    def reading(self) -> Reading:
        """Issues, articles, and how far they were read."""
        from zbreader.services.reading import Reading

        return self._once(lambda: Reading(self.database, self._clock, self.events, self.undo), "reading")

    @property
    def safekeeping(self) -> Safekeeping:
        """Backups that nobody has to think of."""
        from zbreader.services.safekeeping import Safekeeping

        return self._once(
            lambda: Safekeeping(self.database, self.directory / BACKUPS, self.settings, self._clock), "safekeeping"
        )

    def _kept_settings(self) -> dict[str, Any] | None:
        """What the newest backup that has any holds of the settings."""
        from zbreader.services.kept_settings import newest_in

        return newest_in(self.directory / BACKUPS)

    def _guard(self, reason: str) -> None:
        """A backup before something big, when there is something to lose."""
        from zbreader.services.backup_files import Reason

        self.safekeeping.guard(Reason(reason))

    def _once(self, make: Callable[[], Service], name: str) -> Service:
        with self._lock:
            if name not in self._made:
                self._made[name] = make()
            return cast("Service", self._made[name])
