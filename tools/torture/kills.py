"""Programs that are killed (SIGKILL) at random moments in the middle of what they do.

Each deed runs in a forked process that tells over a pipe what it has acknowledged; the parent kills it and looks
whether all of that is there and the library is sound. Linux and macOS.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from select import select

from tools.torture.stock import database_of, faults, issue_files, note_texts, now, opened, stocked
from zbreader.model.annotation import AnnotationFilter
from zbreader.services.backup_files import Reason

Acknowledge = Callable[[object], None]
SCHEMAS = Path(__file__).resolve().parents[2] / "tests" / "data" / "schemas"


@dataclass
class Tally:
    """What came of one kind of deed."""

    kills: int = 0
    acknowledged: int = 0  # things that were said to be kept before the kills
    losses: list[str] = field(default_factory=list)

    def __iadd__(self, other: Tally) -> Tally:
        self.kills += other.kills
        self.acknowledged += other.acknowledged
        self.losses += other.losses
        return self


@dataclass(frozen=True)
class Deed:
    """Something that is killed. begin: makes what it needs, once; work: does it and tells; look: what was lost."""

    begin: Callable[[Path], None]
    work: Callable[[Path, Acknowledge], None]
    look: Callable[[Path, list[object]], list[str]]
    longest: float = 0.25  # seconds after the start within which it is killed
    afresh: bool = True  # every time from the same beginning


def run(name: str, kills: int, folder: Path, rng: Random) -> Tally:
    """Kill the deed NAME that often; FOLDER is scratch."""
    deed = DEEDS[name]
    base, place = folder / f"{name}-base", folder / name
    deed.begin(base)
    tally = Tally()
    for _ in range(kills):
        if deed.afresh or not place.exists():
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(base, place)
        told = _killed(deed, place, rng.random() * deed.longest)
        tally.kills += 1
        tally.acknowledged += len(told)
        lost = deed.look(place, told) + faults(place / "library")
        tally.losses += [f"{name}: {one}" for one in lost]
    return tally


def _killed(deed: Deed, place: Path, delay: float) -> list[object]:
    """Start the deed, kill it after DELAY seconds of work, and give what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_killed(deed, place, writing)
    os.close(writing)
    data = b""
    end: float | None = None
    while True:
        patience = 30.0 if end is None else max(0.0, end - time.monotonic())
        ready, _, _ = select([reading], [], [], patience)
        part = os.read(reading, 65536) if ready else b""
        data += part
        if end is None and part:
            end = time.monotonic() + delay  # from "begin" on
        if not part:
            break
        if end is not None and time.monotonic() >= end:
            break
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 65536):
        data += part
    os.close(reading)
    lines = data.decode().splitlines(keepends=True)
    return [json.loads(line) for line in lines[1:] if line.endswith("\n")]


def _be_killed(deed: Deed, place: Path, writing: int) -> None:
    status = 1
    try:
        os.write(writing, b"begin\n")
        deed.work(place, lambda what: os.write(writing, json.dumps(what).encode() + b"\n"))
        status = 0
    finally:
        os._exit(status)


def _library(place: Path) -> None:
    stocked(place / "library", place / "sources")


def _article(directory: Path) -> str:
    with closing(sqlite3.connect(database_of(directory))) as connection:
        return str(connection.execute("SELECT id FROM articles ORDER BY key LIMIT 1").fetchone()[0])


def _mark(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    article = _article(place / "library")
    for number in range(100_000):
        one = services.annotating.add_highlight(article, number % 9, number % 9 + 5, note=f"新 {number}", tags=["急"])
        tell([one.annotation.id, f"新 {number}"])


def _edit(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    marks = [one.annotation.id for one in services.annotating.notes()]
    for number in range(100_000):
        id_ = marks[number % len(marks)]
        services.annotating.set_note(id_, f"改 {number}" * 50)
        tell([id_, f"改 {number}" * 50])


def _look_for_notes(place: Path, told: list[object]) -> list[str]:
    there = note_texts(database_of(place / "library"))
    last = {str(id_): str(text) for id_, text in told}  # type: ignore[misc]
    newer = str(told[-1][1]) if told else ""  # type: ignore[index]
    # What came after the last word heard may be there too; nothing that was said may be missing or older.
    return [
        f"note {id_} is {there.get(id_, 'gone')[:20]!r} instead of {text[:20]!r}"
        for id_, text in last.items()
        if there.get(id_) != text and not _is_newer(there.get(id_), newer)
    ]


def _is_newer(text: str | None, newest_told: str) -> bool:
    return bool(text) and _number(str(text)) > _number(newest_told)


def _number(text: str) -> int:
    found = re.search(r" (-?\d+)", text)
    return int(found[1]) if found else -1


def _import_base(place: Path) -> None:
    _library(place)
    issue_files(place / "more", 30)


def _import(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    for path in sorted((place / "more").iterdir()):
        (outcome,) = services.importing.import_files([path])
        if outcome.issue_id is not None:  # else the disk was full
            tell(outcome.issue_id)


def _look_for_issues(place: Path, told: list[object]) -> list[str]:
    services = opened(place / "library")
    there = {one.id for one in services.reading.issues()}
    services.close()
    lost = [f"issue {id_} is gone" for id_ in told if id_ not in there]
    return lost + ([] if len(note_texts(database_of(place / "library"))) == 40 else ["old notes are gone"])


def _merge_base(place: Path) -> None:
    _library(place)
    other = place / "other"
    shutil.copytree(place / "library", other)
    services = opened(other)
    article = _article(other)
    for pack in range(6):
        for number in range(15):
            services.annotating.add_highlight(article, number % 9, number % 9 + 6, note=f"交 {pack} {number}")
        services.exchanging.save_notes(AnnotationFilter(), place / f"{pack}.zbnotes")
    services.close()


def _merge(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    for pack in range(6):
        services.exchanging.merge_notes([place / f"{pack}.zbnotes"])
        tell(pack)


def _look_for_merges(place: Path, told: list[object]) -> list[str]:
    texts = [text for text in note_texts(database_of(place / "library")).values() if text.startswith("交")]
    counts = [sum(text.startswith(f"交 {pack} ") for text in texts) for pack in range(6)]
    lost = [f"pack {pack} is gone" for pack in told if counts[int(str(pack))] != 15]
    return lost + [f"pack {pack} is half there" for pack, count in enumerate(counts) if count not in (0, 15)]


def _backup(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    article = _article(place / "library")
    for number in range(1000):
        services.annotating.add_highlight(article, 0, 5, note=f"备 {number}")
        path = services.safekeeping.keep(Reason.SCHEDULE)
        tell([str(path), number])


def _look_for_backups(place: Path, told: list[object]) -> list[str]:
    lost = []
    for path in (place / "library" / "backups").glob("*.db"):
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                lost.append(f"{path.name} is broken")
    for path, number in told[-3:]:  # type: ignore[misc]
        if not Path(str(path)).exists():
            lost.append(f"{path} is gone")
        elif f"备 {number}" not in note_texts(Path(str(path))).values():
            lost.append(f"{path} lacks what it should hold")
    return lost


def _restore_base(place: Path) -> None:
    _library(place)
    services = opened(place / "library")
    services.settings.set("words.own", ["a.db"])
    services.backing_up.backup(place / "a.db")
    services.settings.set("words.own", ["b.db"])
    article = _article(place / "library")
    for number in range(300):
        services.annotating.add_highlight(article, 0, 5, note=f"多 {number}" * 40)
    services.backing_up.backup(place / "b.db")
    services.close()


def _restore(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    for number in range(1000):
        services.backing_up.restore(place / ("a.db" if number % 2 == 0 else "b.db"))
        tell(number)


def _look_for_restores(place: Path, told: list[object]) -> list[str]:
    count = len(note_texts(database_of(place / "library")))
    if count not in (40, 340):
        return [f"{count} notes are neither of the two libraries"]
    services = opened(place / "library")
    settings = services.settings.get("words.own")
    services.close()
    mine, others = (["a.db"], ["b.db"]) if count == 40 else (["b.db"], ["a.db"])
    # Killed between the two, the content of the restore that was not acknowledged has the settings of the one before.
    is_acknowledged = len(told) % 2 == (1 if count == 40 else 0)
    if settings == mine or (settings == others and not is_acknowledged):
        return []
    return [f"the settings are {settings} with {count} notes after {len(told)} restores"]


def _migration_base(place: Path) -> None:
    (place / "library").mkdir(parents=True)
    shutil.copy(SCHEMAS / "v1.db", database_of(place / "library"))


def _migrate(place: Path, tell: Acknowledge) -> None:
    opened(place / "library")
    tell("migrated")
    time.sleep(5)


def _look_for_migration(place: Path, told: list[object]) -> list[str]:
    return [] if len(note_texts(database_of(place / "library"))) == 3 else ["a note is gone"]


def _settings(place: Path, tell: Acknowledge) -> None:
    services = opened(place / "library")
    for number in range(100_000):
        services.settings.set("person", f"甲 {number}")
        tell(number)


def _look_for_settings(place: Path, told: list[object]) -> list[str]:
    services = opened(place / "library")
    there = str(services.settings.get("person", "甲 -1"))
    services.close()
    last = int(str(told[-1])) if told else -1
    return [] if _number(there) in (last, last + 1) else [f"{there} instead of {last}"]


def _recover_base(place: Path) -> None:
    _library(place)
    path = database_of(place / "library")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)
    path.write_bytes(bytes(data))


def _recover(place: Path, tell: Acknowledge) -> None:
    from zbreader.services.rescuing import recover_library

    found = recover_library(place / "library", clock=now, random_bits=secrets.randbits)
    tell(found.notes)
    time.sleep(5)


def _look_for_recovered(place: Path, told: list[object]) -> list[str]:
    """Killed before the exchange there is the damaged file still, and a second recovery finds all."""
    from zbreader.services.rescuing import recover_library

    path = database_of(place / "library")
    if path.read_bytes()[:16] == bytes(16):
        recover_library(place / "library", clock=now, random_bits=secrets.randbits)
    aside = list((place / "library" / "backups").glob("damaged-*.db"))
    if not any(one.read_bytes()[:16] == bytes(16) for one in aside):
        return ["the damaged file is gone"]
    return [] if len(note_texts(path)) == 40 else ["a note is gone"]


DEEDS: dict[str, Deed] = {
    "mark": Deed(_library, _mark, _look_for_notes, afresh=False),
    "edit": Deed(_library, _edit, _look_for_notes, afresh=True),
    "import": Deed(_import_base, _import, _look_for_issues, longest=2.5),
    "merge": Deed(_merge_base, _merge, _look_for_merges, longest=2.0),
    "backup": Deed(_library, _backup, _look_for_backups, longest=0.6),
    "restore": Deed(_restore_base, _restore, _look_for_restores, longest=0.5),
    "migrate": Deed(_migration_base, _migrate, _look_for_migration, longest=0.12),
    "settings": Deed(_library, _settings, _look_for_settings, longest=0.08),
    "recover": Deed(_recover_base, _recover, _look_for_recovered, longest=0.6),
}
