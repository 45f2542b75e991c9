"""The shared folder: everyone's program writes only its own file there and reads the others'.

Whatever distributes the folder (a network share, a synchronising disk, a USB stick) may be late, leave half a file, or
keep a second copy beside the first: every file is only ever somebody's notes, merging may see them twice and in any
order, and what cannot be read now is read when it has arrived. The library itself is never shared.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from zbreader import __version__
from zbreader.exchange import notes
from zbreader.exchange.notes import NotesFile
from zbreader.exchange.signing import BrokenSignature
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.message import message
from zbreader.model.person import Person
from zbreader.services import readers, session_handing
from zbreader.services.enclosing import enclosed
from zbreader.services.files import read_limited, write_whole
from zbreader.services.gathering import SIZE_LIMIT, SUFFIX, Gathering
from zbreader.services.jobs import Job
from zbreader.services.merge_report import MergeReport, added_up
from zbreader.services.moments import RandomBits
from zbreader.services.people import People
from zbreader.services.settings import SHARED_DEVICE, SHARED_FOLDER, SHARED_READ, Settings
from zbreader.services.trusting import Origin, Standing, Trusting
from zbreader.store import annotations as stored
from zbreader.store import gathered, session_plans
from zbreader.store.database import Database
from zbreader.store.gathered import GatheredFile
from zbreader.text.file_names import file_name

_AT_ONCE = 100  # files merged in one transaction
_MOST_FILES = 20_000
_LONGEST_NAME = 20  # characters of a person's name in a file's name


@dataclass(frozen=True, slots=True)
class Doubt:
    """A file that says it is a person's and is signed with another key than theirs, or no longer signed.

    sha256: of its bytes; who accepts it gives this to `sync`.
    """

    origin: Origin
    sha256: str


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """How the folder stands after a look at it.

    is_there: False when it cannot be reached now; written: whether one's own file was renewed; read, known: files of
    others that were read now, and that were read before; unfinished: names of those that cannot be read (yet);
    broken: why those were refused whose signature does not fit them; doubtful: those that wait for an answer.
    """

    path: Path
    is_there: bool = True
    written: bool = False
    read: int = 0
    known: int = 0
    bytes_read: int = 0
    unfinished: tuple[str, ...] = ()
    broken: tuple[KnownError, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    report: MergeReport = field(default_factory=MergeReport)


class Sharing:
    """Keeps the library and one folder in step. Nothing waits for the folder: call `sync` on a worker."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        people: People,
        gathering: Gathering,
        trusting: Trusting,
        random_bits: RandomBits,
    ) -> None:
        self._database = database
        self._settings = settings
        self._people = people
        self._gathering = gathering
        self._trusting = trusting
        self._random_bits = random_bits
        self._one_at_a_time = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """The folder that is shared, None when there is none."""
        name = self._settings.get(SHARED_FOLDER)
        return Path(name) if isinstance(name, str) and name else None

    def share(self, folder: Path | None) -> None:
        """Keep in step with FOLDER from now on, or with none. Raises KnownError when it is no folder."""
        if folder is not None and not folder.is_dir():
            raise KnownError("{folder} 不是文件夹，不能用作共享文件夹。请换一个位置。", folder=folder)
        if folder is not None:
            with self._database.write() as connection:
                gathered.forget(connection, str(folder))
        self._settings.set(SHARED_FOLDER, None if folder is None else str(folder))

    @property
    def tells_read(self) -> bool:
        """Whether one's file there tells which articles were read to the end."""
        return self._settings.get(SHARED_READ, False) is True

    def tell_read(self, tell: bool) -> None:
        """Let one's file there tell what was read to the end, from the next sync on, or no longer."""
        self._settings.set(SHARED_READ, tell or None)

    def sync(
        self, job: Job | None = None, *, undoable: bool = False, accepted: Collection[str] = ()
    ) -> SharedFolder | None:
        """Write one's own file, read the others'; None when no folder is shared.

        undoable: let what came be undone by one step (for a sync that a person asked for); accepted: SHA-256 of files
        that the person takes although their signature is another than before, or gone. A folder that cannot be
        reached, files that cannot be read, and those that were not accepted are told in the result. Raises KnownError
        when one's own file cannot be written or the library cannot, Cancelled with what was merged by then kept.
        """
        folder = self.folder
        if folder is None:
            return None
        with self._one_at_a_time:
            try:
                names = _names(folder)
            except OSError:
                return SharedFolder(folder, is_there=False)
            written = self._write(folder)
            batch = _Batch(folder, self._trusting, accepted)
            return self._read(folder, names, written, job or Job(), batch, undoable=undoable)

    def own_name(self, person: Person) -> str:
        """The name of a person's file from this machine: who, and which machine's library."""
        device = self._settings.get(SHARED_DEVICE)
        if not isinstance(device, str) or not device:
            device = f"{self._random_bits(40):010x}"
            self._settings.set(SHARED_DEVICE, device)
        shown = "".join(file_name(person.name, also=".").split())
        who = hashlib.sha256(person.id.encode()).hexdigest()[:6]
        return f"{shown[:_LONGEST_NAME] or '笔记'}-{who}-{device}{SUFFIX}"

    def _write(self, folder: Path) -> bool:
        """Renew the current person's file if it says something else now; the same notes give the same bytes."""
        me = self._people.current()
        if not me.id:
            return False
        person = self._people.writer()
        with self._database.read() as connection:
            own = stored.select(connection, AnnotationFilter(people=frozenset({person.id})), deleted=True)
            read = readers.own(connection) if self.tells_read else []
            plans = session_handing.shared(connection, person.id)
            file = enclosed(connection, own, person.id, read, plans)
        says_something = bool(file.annotations or file.read or file.sessions)
        name = self.own_name(person)
        ending = name[-len(SUFFIX) - 18 :]  # "-who-device.zbnotes"
        if says_something:
            made = max((annotation.modified for annotation in own), default="")
            # Whoever has ever signed signs here: to others an unsigned file would look like somebody else's.
            seed = self._trusting.own_seed() if self._trusting.own_fingerprint() is not None else None
            data = notes.dump(file, made=made, generator_version=__version__, seed=seed)
            path = folder / name
            if _digest_of(path) == hashlib.sha256(data).hexdigest():
                return False
            write_whole(path, data)
            with self._database.write() as connection:
                session_plans.put(connection, plans)
        for old in folder.glob(f"*{ending}"):  # the file under a name that the person had before
            if old.name != name:
                with suppress(OSError):
                    old.unlink()
        return says_something

    def _read(
        self, folder: Path, names: Sequence[str], written: bool, job: Job, batch: _Batch, *, undoable: bool
    ) -> SharedFolder:
        device = str(self._settings.get(SHARED_DEVICE, "")) or "\0"
        others = [name for name in names if not name.endswith(f"-{device}{SUFFIX}")]
        with self._database.read() as connection:
            known = gathered.files(connection, str(folder))
        changed = [status for name in others if (status := _changed(folder, name, known.get(name))) is not None]
        batch.seen = {file.sha256 for file in known.values()}
        reports: list[MergeReport] = []
        for number, status in enumerate(changed, 1):
            job.report(number - 1, len(changed), message("{file}", file=status[0]))
            batch.read(*status)
            if len(batch.done) == _AT_ONCE or number == len(changed):
                if batch.files:
                    looked = self._gathering.look(batch.files, by_hand=False)
                    reports.append(self._gathering.take(looked, undoable=undoable))
                with self._database.write() as connection:
                    gathered.put(connection, str(folder), batch.done)
                batch.files, batch.done = [], []
        return SharedFolder(
            folder,
            written=written,
            read=len(changed) - len(batch.unfinished) - len(batch.broken) - len(batch.doubtful),
            known=len(others) - len(changed),
            bytes_read=batch.bytes,
            unfinished=tuple(batch.unfinished),
            broken=tuple(batch.broken),
            doubtful=tuple(batch.doubtful),
            report=added_up(reports),
        )


class _Batch:
    """Files that are read and not merged yet."""

    def __init__(self, folder: Path, trusting: Trusting, accepted: Collection[str]) -> None:
        self._folder = folder
        self._trusting = trusting
        self._accepted = accepted
        self.seen: set[str] = set()  # checksums of what was read before: a second copy of it says nothing new
        self.broken: list[KnownError] = []
        self.doubtful: list[Doubt] = []
        self.files: list[NotesFile] = []
        self.done: list[GatheredFile] = []
        self.unfinished: list[str] = []
        self.bytes = 0

    def read(self, name: str, size: int, modified: int) -> None:
        """Read one file; what cannot be read (yet) is unfinished."""
        try:
            data = read_limited(self._folder / name, SIZE_LIMIT)
            self.bytes += len(data)
            digest = hashlib.sha256(data).hexdigest()
            if digest not in self.seen:
                said = notes.load(data, name)
                if not said.is_intact:
                    self.unfinished.append(name)
                    return
                if not self._is_accepted(said, digest):
                    return
                self.files.append(said)
                self.seen.add(digest)
        except BrokenSignature as error:
            self.broken.append(error)
        except KnownError:
            self.unfinished.append(name)
        else:
            self.done.append(GatheredFile(name, size, modified, digest))

    def _is_accepted(self, file: NotesFile, digest: str) -> bool:
        """Whether the signature is as it always was, or somebody said yes to another; a first one is remembered."""
        origin = self._trusting.origin(file.name, file.person, file.signer)
        if origin.standing in (Standing.CHANGED, Standing.MISSING) and digest not in self._accepted:
            self.doubtful.append(Doubt(origin, digest))
            return False
        self._trusting.remember([origin])  # at once: the next file here may say it is the same person's
        return True


def _names(folder: Path) -> list[str]:
    """Names of the files of notes in FOLDER, other programs' second copies among them. Raises OSError."""
    found = (entry.name for entry in folder.iterdir() if entry.suffix.lower() == SUFFIX)
    return sorted(name for name in found if not name.startswith((".", "~")))[:_MOST_FILES]


def _changed(folder: Path, name: str, known: GatheredFile | None) -> tuple[str, int, int] | None:
    """The file's name, size and time if it is another than the one that was read; None if not, or if it is gone."""
    try:
        status = (folder / name).stat()
    except OSError:
        return None
    if known is not None and (known.size, known.modified) == (status.st_size, status.st_mtime_ns):
        return None
    return name, status.st_size, status.st_mtime_ns


def _digest_of(path: Path) -> str | None:
    try:
        return hashlib.sha256(read_limited(path, SIZE_LIMIT)).hexdigest()
    except KnownError:
        return None
