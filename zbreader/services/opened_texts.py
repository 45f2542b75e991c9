"""The services about texts: what comes into the library, what is put right in it, marked, and found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.services.changes import Changes
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.opened import SEARCH_INDEX, WORDS, Opened
from zbreader.services.settings import USE_INDEX

if TYPE_CHECKING:
    from zbreader.importers.vocabulary import Vocabulary
    from zbreader.search.words import Words
    from zbreader.services.annotating import Annotating
    from zbreader.services.correcting import Correcting
    from zbreader.services.documents import Documents
    from zbreader.services.importing import Importing
    from zbreader.services.people import People
    from zbreader.services.provenance import Provenance
    from zbreader.services.reviewing import Reviewing
    from zbreader.services.saved_searches import SavedSearches
    from zbreader.services.searching import Searching
    from zbreader.services.wording import Wording


class TextServices(Opened):
    """Importing, correcting, marking, searching."""

    def __init__(
        self, directory: Path, clock: Clock, random_bits: RandomBits, vocabulary: Vocabulary | None = None
    ) -> None:
        super().__init__(directory, clock, random_bits, vocabulary)
        self.events.subscribe(self._keep_index)

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
    def reviewing(self) -> Reviewing:
        """What became of the marks when a text was replaced."""
        from zbreader.services.reviewing import Reviewing

        return self._once(
            lambda: Reviewing(self.database, self.events, self.undo, self.people, self._clock), "reviewing"
        )

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
    def _documents(self) -> Documents:
        from zbreader.services.documents import Documents

        return self._once(Documents, "documents")

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
    def _words(self) -> Words:
        from zbreader.search.words import Words
        from zbreader.services.wording import own_words

        return self._once(lambda: Words(self.directory / WORDS, own_words(self.settings)), "words")

    def _keep_index(self, changes: Changes) -> None:
        if changes.issues or USE_INDEX in changes.settings:
            self.searching.on_changes(changes)
        if changes.settings and "words" in self._made:
            from zbreader.services.wording import OWN_WORDS, own_words

            if OWN_WORDS in changes.settings:
                self._words.set_own(own_words(self.settings))
