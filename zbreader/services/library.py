"""A library folder and everything one can do with it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.files import make_folder
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.reading import Reading
from zbreader.services.settings import USE_INDEX, Settings
from zbreader.services.undo import UndoStack
from zbreader.services.whereabouts import network_share
from zbreader.store.database import Database

if TYPE_CHECKING:
    from zbreader.importers.vocabulary import Vocabulary
    from zbreader.search.words import Words
    from zbreader.services.annotating import Annotating
    from zbreader.services.backing_up import BackingUp
    from zbreader.services.collecting import Collecting
    from zbreader.services.correcting import Correcting
    from zbreader.services.documents import Documents
    from zbreader.services.excerpting import Excerpting
    from zbreader.services.exchanging import Exchanging
    from zbreader.services.exporting import Exporting
    from zbreader.services.gathering import Gathering
    from zbreader.services.health import Health
    from zbreader.services.importing import Importing
    from zbreader.services.jobs import Job
    from zbreader.services.listing import Listing
    from zbreader.services.people import People
    from zbreader.services.prompting import Prompting
    from zbreader.services.provenance import Provenance
    from zbreader.services.recovering import Recovered
    from zbreader.services.reviewing import Reviewing
    from zbreader.services.safekeeping import Safekeeping
    from zbreader.services.saved_searches import SavedSearches
    from zbreader.services.searching import Searching
    from zbreader.services.sharing import Sharing
    from zbreader.services.studying import Studying
    from zbreader.services.watching import Watching
    from zbreader.services.wording import Wording

DATABASE = "library.db"
SEARCH_INDEX = "search.db"
BACKUPS = "backups"
LOGS = "logs"
TEMPLATES = "templates"  # Word templates of one's own
WORDS = "words"  # what jieba keeps
SETTINGS = "settings.json"

Service = TypeVar("Service")


class Services:
    """One open library. A service and its workshop are loaded when they are first asked for: a start needs few of them.

    Attributes: directory, database, events, undo, settings, reading; the others are properties. Thread-safe.
    """

    def __init__(
        self, directory: Path, clock: Clock, random_bits: RandomBits, vocabulary: Vocabulary | None = None
    ) -> None:
        self.directory = directory
        self.database = Database(
            directory / DATABASE, copies=directory / BACKUPS, is_shared=bool(network_share(directory))
        )
        self.events = Events()
        self.undo = UndoStack(self.events)
        self.settings = Settings(directory / SETTINGS, self.events)
        self.reading = Reading(self.database, clock, self.events, self.undo)
        self._clock, self._random_bits, self._vocabulary = clock, random_bits, vocabulary
        self._made: dict[str, object] = {}
        self._lock = threading.RLock()
        self.events.subscribe(self._keep_index)

    @property
    def importing(self) -> Importing:
        """Files in, issues out of the library."""
        from zbreader.services.importing import Importing

        return self._once(
            lambda: Importing(
                self.database,
                self.events,
                self.undo,
                self._clock,
                self.reviewing,
                self._vocabulary,
                guard=lambda: self._guard("import"),
            ),
            "importing",
        )

    @property
    def reviewing(self) -> Reviewing:
        """What became of the marks when a text was replaced."""
        from zbreader.services.reviewing import Reviewing

        return self._once(
            lambda: Reviewing(self.database, self.events, self.undo, self.people, self._clock), "reviewing"
        )

    @property
    def correcting(self) -> Correcting:
        """What a person puts right about an import."""
        from zbreader.services.correcting import Correcting

        return self._once(
            lambda: Correcting(
                self.database,
                self.events,
                self.undo,
                self.settings,
                self.reviewing,
                self.importing.vocabulary,
                self._documents,
                clock=self._clock,
                random_bits=self._random_bits,
            ),
            "correcting",
        )

    @property
    def provenance(self) -> Provenance:
        """Where a passage comes from."""
        from zbreader.services.provenance import Provenance

        return self._once(lambda: Provenance(self.database, self._documents), "provenance")

    @property
    def _documents(self) -> Documents:
        from zbreader.services.documents import Documents

        return self._once(Documents, "documents")

    @property
    def studying(self) -> Studying:
        """Sessions of the study group."""
        from zbreader.services.studying import Studying

        return self._once(
            lambda: Studying(
                self.database,
                self.reading,
                self.annotating,
                self.exporting,
                self.people,
                self.settings,
                self.events,
                self.undo,
                clock=self._clock,
                random_bits=self._random_bits,
            ),
            "studying",
        )

    @property
    def people(self) -> People:
        """Who writes here, and whose notes there are."""
        from zbreader.services.people import People

        return self._once(
            lambda: People(self.database, self.events, self.undo, self.settings, self._random_bits), "people"
        )

    @property
    def annotating(self) -> Annotating:
        """Marks and notes."""
        from zbreader.services.annotating import Annotating

        return self._once(
            lambda: Annotating(
                self.database, self.events, self.undo, self.people, clock=self._clock, random_bits=self._random_bits
            ),
            "annotating",
        )

    @property
    def listing(self) -> Listing:
        """All notes of the library as one list."""
        from zbreader.services.listing import Listing

        return self._once(lambda: Listing(self.database, self.annotating), "listing")

    @property
    def collecting(self) -> Collecting:
        """Notes gathered into named lists."""
        from zbreader.services.collecting import Collecting

        return self._once(
            lambda: Collecting(
                self.database,
                self.annotating,
                self.events,
                self.undo,
                clock=self._clock,
                random_bits=self._random_bits,
            ),
            "collecting",
        )

    @property
    def prompting(self) -> Prompting:
        """Lines that a note can be begun with."""
        from zbreader.services.prompting import Prompting

        return self._once(lambda: Prompting(self.settings, self.undo), "prompting")

    @property
    def searching(self) -> Searching:
        """Words found in the whole library."""
        from zbreader.services.searching import Searching

        return self._once(
            lambda: Searching(self.database, self.directory / SEARCH_INDEX, self.settings, self._words), "searching"
        )

    @property
    def saved_searches(self) -> SavedSearches:
        """Searches kept under names."""
        from zbreader.services.saved_searches import SavedSearches

        return self._once(lambda: SavedSearches(self.settings, self.undo), "saved_searches")

    @property
    def wording(self) -> Wording:
        """Keywords, related articles, and the person's own words."""
        from zbreader.services.wording import Wording

        return self._once(
            lambda: Wording(self.database, self.searching, self._words, self.settings, self.undo), "wording"
        )

    @property
    def excerpting(self) -> Excerpting:
        """What a search found as a document."""
        from zbreader.services.excerpting import Excerpting

        return self._once(
            lambda: Excerpting(
                self.database, self.searching, self.annotating, self.exporting, self.settings, self._clock
            ),
            "excerpting",
        )

    @property
    def exporting(self) -> Exporting:
        """Notes as documents."""
        from zbreader.services.exporting import Exporting
        from zbreader.services.own_templates import OwnTemplates

        return self._once(
            lambda: Exporting(
                self.database,
                self.annotating,
                self.provenance,
                self.settings,
                OwnTemplates(self.directory / TEMPLATES),
                self._clock,
            ),
            "exporting",
        )

    @property
    def gathering(self) -> Gathering:
        """The notes of many people, merged."""
        from zbreader.services.gathering import Gathering

        return self._once(
            lambda: Gathering(self.database, self.events, self.undo, self.settings, guard=lambda: self._guard("merge")),
            "gathering",
        )

    @property
    def sharing(self) -> Sharing:
        """The folder that the group shares."""
        from zbreader.services.sharing import Sharing

        return self._once(
            lambda: Sharing(self.database, self.settings, self.people, self.gathering, self._random_bits), "sharing"
        )

    @property
    def exchanging(self) -> Exchanging:
        """Notes to and from others."""
        from zbreader.services.exchanging import Exchanging

        return self._once(lambda: Exchanging(self.database, self.people, self.gathering, self._clock), "exchanging")

    @property
    def backing_up(self) -> BackingUp:
        """Copies of the library, their return, and whether all is sound."""
        from zbreader.services.backing_up import BackingUp

        return self._once(
            lambda: BackingUp(
                self.database,
                self.directory / BACKUPS,
                self.events,
                self.undo,
                self._clock,
                lambda: self.searching.is_sound(),
            ),
            "backing_up",
        )

    @property
    def safekeeping(self) -> Safekeeping:
        """Backups that nobody has to think of."""
        from zbreader.services.safekeeping import Safekeeping

        return self._once(
            lambda: Safekeeping(self.database, self.directory / BACKUPS, self.settings, self._clock), "safekeeping"
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

    def _guard(self, reason: str) -> None:
        """A backup before something big, when there is something to lose."""
        from zbreader.services.safekeeping import Reason

        self.safekeeping.guard(Reason(reason))

    def _once(self, make: Callable[[], Service], name: str) -> Service:
        with self._lock:
            if name not in self._made:
                self._made[name] = make()
            return cast("Service", self._made[name])

    @property
    def _words(self) -> Words:
        from zbreader.search.words import Words
        from zbreader.services.wording import own_words

        return self._once(lambda: Words(self.directory / WORDS, own_words(self.settings)), "words")

    def _keep_index(self, changes: Changes) -> None:
        if changes.issues or USE_INDEX in changes.settings:
            self.searching.on_changes(changes)


def open_library(
    directory: Path, *, clock: Clock, random_bits: RandomBits, vocabulary: Vocabulary | None = None
) -> Services:
    """Open the library in DIRECTORY, or make one there.

    clock: gives aware datetimes; random_bits(n): n random bits; vocabulary: the importer's words (None: the program's).
    Raises KnownError when the folder cannot be used.
    """
    make_folder(directory)
    return Services(directory, clock, random_bits, vocabulary)
