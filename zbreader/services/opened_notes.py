"""The services about notes: listed, gathered, exported, handed from person to person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zbreader.services.opened import KEYS, TEMPLATES
from zbreader.services.opened_texts import TextServices

if TYPE_CHECKING:
    from zbreader.services.collecting import Collecting
    from zbreader.services.excerpting import Excerpting
    from zbreader.services.exchanging import Exchanging
    from zbreader.services.exporting import Exporting
    from zbreader.services.gathering import Gathering
    from zbreader.services.handing_corrections import HandingCorrections
    from zbreader.services.listing import Listing
    from zbreader.services.prompting import Prompting
    from zbreader.services.sharing import Sharing
    from zbreader.services.studying import Studying
    from zbreader.services.trusting import Trusting


class NoteServices(TextServices):
    """Lists, documents, study sessions, and what goes to and comes from others."""

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
                self.undo,
                clock=self._clock,
                random_bits=self._random_bits,
            ),
            "studying",
        )

    @property
    def gathering(self) -> Gathering:
        """The notes of many people, merged."""
        from zbreader.services.gathering import Gathering

        return self._once(
            lambda: Gathering(
                self.database,
                self.events,
                self.undo,
                self.settings,
                guard=lambda: self._guard("merge"),
                clock=self._clock,
            ),
            "gathering",
        )

    @property
    def sharing(self) -> Sharing:
        """The folder that the group shares."""
        from zbreader.services.sharing import Sharing

        return self._once(
            lambda: Sharing(
                self.database, self.settings, self.people, self.gathering, self.trusting, self._random_bits
            ),
            "sharing",
        )

    @property
    def trusting(self) -> Trusting:
        """Keys: one's own, and those of others that were met."""
        from zbreader.services.trusting import Trusting

        return self._once(
            lambda: Trusting(
                self.settings,
                self.people,
                self.undo,
                self.directory / KEYS,
                clock=self._clock,
                random_bits=self._random_bits,
            ),
            "trusting",
        )

    @property
    def handing_corrections(self) -> HandingCorrections:
        """Files of corrections, out and in."""
        from zbreader.services.handing_corrections import HandingCorrections

        return self._once(
            lambda: HandingCorrections(self.database, self.correcting, self.people, self.trusting),
            "handing_corrections",
        )

    @property
    def exchanging(self) -> Exchanging:
        """Notes to and from others."""
        from zbreader.services.exchanging import Exchanging

        return self._once(
            lambda: Exchanging(
                self.database,
                self.people,
                self.gathering,
                self.trusting,
                clock=self._clock,
                random_bits=self._random_bits,
            ),
            "exchanging",
        )
