"""Handing corrections on: to a file, with one's name and, on wish, one's signature; and from the files of others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from zbreader.exchange import corrections_file
from zbreader.exchange.corrections_file import CorrectionsFile
from zbreader.model.errors import KnownError
from zbreader.services.correcting import Corrected, Correcting
from zbreader.services.files import read_limited, write_whole
from zbreader.services.people import People
from zbreader.services.reading import no_issue
from zbreader.services.trusting import Origin, Trusting
from zbreader.store import corrections as stored
from zbreader.store import issues, sources
from zbreader.store.database import Database

FILE_LIMIT = 16 * 1024 * 1024  # bytes of one .zbfix file


@dataclass(frozen=True, slots=True)
class Applied:
    """What the corrections of a file did, and where the file comes from."""

    corrected: Corrected
    origin: Origin


class HandingCorrections:
    """Files of corrections (.zbfix). Calls raise KnownError, and then nothing was written."""

    def __init__(self, database: Database, correcting: Correcting, people: People, trusting: Trusting) -> None:
        self._database = database
        self._correcting = correcting
        self._people = people
        self._trusting = trusting

    def save(self, issue_id: str, path: Path, *, sign: bool = False) -> int:
        """Write an issue's corrections to the file PATH; return how many. sign: with the current person's key."""
        with self._database.read() as connection:
            source = sources.of_issue(connection, issue_id)
            if source is None:
                raise no_issue(issue_id)
            put_right = tuple(stored.of_source(connection, source.sha256))
            label = issues.summaries(connection, issue_id)[0].title
        if not put_right:
            raise KnownError("这一期还没有校订，没有保存。请先校订再保存。")
        seed = self._trusting.own_seed() if sign else None
        content = CorrectionsFile(source.sha256, source.name, label, put_right, self._people.current())
        write_whole(path, corrections_file.dump(content, seed))
        return len(put_right)

    def origin(self, path: Path) -> Origin:
        """Where the file PATH comes from: who made it, and whether it was changed since."""
        return self._origin(path, _read(path))

    def apply(self, path: Path, trusted: Collection[str] = ()) -> Applied:
        """Put the corrections of a file behind those there are; undoable as any correction.

        trusted: public keys that the person accepts although somebody's key was another.
        """
        content = _read(path)
        origin = self._origin(path, content)
        self._trusting.refuse_changed([origin], trusted)
        corrected = self._correcting.apply(content)
        self._trusting.remember([origin])
        return Applied(corrected, origin)

    def _origin(self, path: Path, content: CorrectionsFile) -> Origin:
        return self._trusting.origin(path.name, content.maker, content.signer)


def _read(path: Path) -> CorrectionsFile:
    return corrections_file.load(read_limited(path, FILE_LIMIT), path.name)
