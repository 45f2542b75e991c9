"""Power that goes, and disks that fail, as SQLite's own tests have them.

Power: one program's writes and syncs are recorded (`disk.c`); then the files are put together as a disk would have them
if the power had gone at some moment: all that was synced, and of the rest each write whole, in part (to a sector), or
not at all. Whatever was acknowledged before that moment must be there.

Disk: the Nth write or sync of a program ends with an I/O error or "no space left"; it must say so, keep what it had
acknowledged, and leave a sound library.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tools.torture.kills import Tally
from tools.torture.stock import database_of, faults, note_texts, stocked

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("disk.c")
SECTOR = 512
RECORDINGS = 4  # programs whose writes are recorded


@dataclass(frozen=True)
class Event:
    """W bytes at offset; T cut to offset; S sync; A acknowledged (bytes). kind: 0 database, 1 log."""

    letter: str
    kind: int
    offset: int
    data: bytes


def is_possible() -> bool:
    """Whether this is Linux with a C compiler."""
    return sys.platform.startswith("linux") and shutil.which("cc") is not None


def cut(points: int, folder: Path, rng: Random) -> Tally:
    """Let the power go at POINTS random moments."""
    tally = Tally()
    for number in range(RECORDINGS):
        base, events = _recorded(folder / f"power-{number}", rng.randrange(1 << 30))
        for _ in range(points // RECORDINGS):
            moment = rng.randrange(len(events) + 1)
            place = folder / "after"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(base, place / "library")
            _after_the_cut(events[:moment], place / "library", rng)
            told = _acknowledged(events[:moment])
            tally.kills += 1
            tally.acknowledged += len(told)
            tally.losses += [f"power at {moment}: {one}" for one in _lost(place / "library", told)]
    return tally


def fail(count: int, folder: Path, rng: Random, steps: int = 60) -> Tally:
    """Let the disk fail COUNT times, once or for good, in programs of that many STEPS."""
    shim = _shim(folder)
    base = folder / "disk-base"
    stocked(base / "library", base / "sources")
    tally = Tally()
    for number in range(count):
        place = folder / "disk"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        fault = (errno.EIO, errno.ENOSPC)[number % 2]
        environment = {
            "DISK_FAIL": f"{rng.randrange(1, 6 * steps)},{fault}",
            "DISK_COUNT": rng.choice(("1", "3", "1000000")),
        }
        ran = _worked(place, shim, environment, rng.randrange(1 << 30), steps)
        told = [json.loads(line) for line in (place / "acks").read_text("utf-8").splitlines()]
        tally.kills += 1
        tally.acknowledged += len(told)
        lost = _lost(place / "library", told)
        if ran.returncode or b"Traceback" in ran.stderr:
            lost.append(f"the program ended with {ran.returncode}: {ran.stderr[-300:].decode(errors='replace')}")
        tally.losses += [f"disk {environment}: {one}" for one in lost]
    return tally


def _recorded(place: Path, seed: int) -> tuple[Path, list[Event]]:
    """A library before, and all that a program then did to its files."""
    shim = _shim(place.parent)
    stocked(place / "library", place / "sources")
    base = place / "base"
    shutil.copytree(place / "library", base)
    _worked(place, shim, {"DISK_RECORD": str(place / "record")}, seed)
    return base, list(_events((place / "record").read_bytes()))


def _worked(
    place: Path, shim: Path, environment: dict[str, str], seed: int, steps: int = 60
) -> subprocess.CompletedProcess[bytes]:
    (place / "acks").touch()
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "tools.torture.disk_work",
            str(place / "library"),
            str(place / "acks"),
            str(seed),
            str(steps),
        ],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(shim), **environment},
        capture_output=True,
        timeout=300,
        check=False,
    )


def _shim(folder: Path) -> Path:
    made = folder / "disk.so"
    if not made.exists():
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"], check=True)
    return made


def _events(record: bytes) -> Iterator[Event]:
    at = 0
    while at + 18 <= len(record):
        letter, kind = chr(record[at]), record[at + 1]
        offset, length = struct.unpack_from("<QQ", record, at + 2)
        at += 18
        data = b""
        if letter in "WA":
            data, at = record[at : at + length], at + length
        yield Event(letter, kind, offset, data)


def _acknowledged(events: list[Event]) -> list[list[str]]:
    text = b"".join(event.data for event in events if event.letter == "A").decode()
    return [json.loads(line) for line in text.splitlines()]


def _after_the_cut(events: list[Event], library: Path, rng: Random) -> None:
    """Put the files of LIBRARY into the state in which the power leaves them after EVENTS."""
    for kind, name in enumerate(("library.db", "library.db-wal")):
        path = library / name
        content = bytearray(path.read_bytes() if path.exists() else b"")
        mine = [event for event in events if event.kind == kind and event.letter in "WTS"]
        last_sync = max((place for place, event in enumerate(mine) if event.letter == "S"), default=-1)
        for place, event in enumerate(mine):
            if event.letter == "S":
                continue
            kept = len(event.data) if place < last_sync else _part(len(event.data), rng)
            if event.letter == "T":
                if place < last_sync or rng.random() < 0.5:
                    del content[event.offset :]
            elif kept:
                if len(content) < event.offset:
                    content.extend(bytes(event.offset - len(content)))
                content[event.offset : event.offset + kept] = event.data[:kept]
        if content or path.exists():
            path.write_bytes(bytes(content))
    (library / "library.db-shm").unlink(missing_ok=True)


def _part(length: int, rng: Random) -> int:
    """How many of LENGTH bytes reached the disk: all, none, or some sectors."""
    way = rng.random()
    if way < 0.45:
        return length
    return 0 if way < 0.8 else min(length, rng.randrange(0, length + SECTOR, SECTOR))


def _lost(library: Path, told: list[list[str]]) -> list[str]:
    lost = faults(library)
    if lost:
        return lost
    there = note_texts(database_of(library))
    order = {text: place for place, (_id, text) in enumerate(told)}
    last = dict(told)
    for id_, text in last.items():
        found = there.get(id_)
        # A later change that was written and not yet acknowledged may be there.
        if found != text and (found is None or order.get(found, len(told)) < order[text]):
            lost.append(f"note {id_} is {str(found)[:20]!r} instead of {text[:20]!r}")
    return lost
