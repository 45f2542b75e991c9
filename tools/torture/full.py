"""Disks that are full: a file system of a few megabytes (tmpfs; Linux, root), and files that may not grow any more.

A deed runs until the disk refuses; what it raises then must be a sentence. What it had acknowledged is looked for after
the library was carried to a disk with room, as a person would.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from select import select

from tools.torture.kills import DEEDS, Deed, Tally
from tools.torture.stock import database_of, faults
from zbreader.model.errors import KnownError

LONGEST = 6.0  # seconds that a deed gets; one that frees what it takes never fills a disk
ROOM = 3 * 1024 * 1024  # bytes that a full disk may have left at the beginning
GROWTH = 600 * 1024  # bytes that a file may grow by
_MISTAKE = "mistake"  # told by a deed that ended with anything but a sentence


def is_possible() -> bool:
    """Whether a file system of one's own can be made here."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    with tempfile.TemporaryDirectory() as name:
        made = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", name], capture_output=True, check=False).returncode == 0
        if made:
            subprocess.run(["umount", name], check=True)
        return made


def fill_disks(times: int, folder: Path, rng: Random) -> Tally:
    """Let each deed in its turn run on a file system with little room."""
    tally = Tally()
    for number in range(times):
        name, deed, base = _begun(number, folder)
        place = folder / "full"
        size = sum(path.stat().st_size for path in base.rglob("*") if path.is_file())
        with _small_disk(place, size + size // 8 + rng.randrange(64 * 1024, ROOM)):
            shutil.copytree(base, place, dirs_exist_ok=True)
            told = _ended(deed, place, None)
            kept = shutil.copytree(place, folder / "kept")
        shutil.copytree(kept, place, dirs_exist_ok=True)
        shutil.rmtree(kept)
        tally += _looked("full disk", name, deed, place, told)
        shutil.rmtree(place)
    return tally


def stop_growth(times: int, folder: Path, rng: Random) -> Tally:
    """Let each deed in its turn run where no file may grow beyond a limit (RLIMIT_FSIZE)."""
    tally = Tally()
    for number in range(times):
        name, deed, base = _begun(number, folder)
        place = folder / "limited"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        limit = database_of(place / "library").stat().st_size + rng.randrange(GROWTH)
        told = _ended(deed, place, limit)
        tally += _looked("file limit", name, deed, place, told)
    return tally


def _begun(number: int, folder: Path) -> tuple[str, Deed, Path]:
    """The deed whose turn it is, and what it begins with."""
    name = sorted(DEEDS)[number % len(DEEDS)]
    base = folder / f"{name}-begun"
    if not base.exists():
        DEEDS[name].begin(base)
    return name, DEEDS[name], base


def _looked(kind: str, name: str, deed: Deed, place: Path, told: list[object]) -> Tally:
    mistakes = [str(one) for one in told if isinstance(one, dict)]
    acknowledged = [one for one in told if not isinstance(one, dict)]
    lost = mistakes + deed.look(place, acknowledged) + faults(place / "library")
    return Tally(1, len(acknowledged), [f"{kind}, {name}: {one}" for one in lost])


@contextmanager
def _small_disk(place: Path, size: int) -> Iterator[None]:
    """A file system of SIZE bytes at PLACE."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _ended(deed: Deed, place: Path, limit: int | None) -> list[object]:
    """What the deed acknowledged before the disk refused, it was done, or its time was over."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(deed, place, writing, limit)
    os.close(writing)
    data, end = b"", time.monotonic() + LONGEST
    while time.monotonic() < end:
        ready, _, _ = select([reading], [], [], max(0.0, end - time.monotonic()))
        part = os.read(reading, 65536) if ready else b""
        if not part:
            break
        data += part
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 65536):
        data += part
    os.close(reading)
    return [json.loads(line) for line in data.decode().splitlines(keepends=True) if line.endswith("\n")]


def _work(deed: Deed, place: Path, writing: int, limit: int | None) -> None:
    def tell(what: object) -> None:
        os.write(writing, json.dumps(what).encode() + b"\n")

    try:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))  # Python leaves SIGXFSZ to the write's error
        deed.work(place, tell)
    except KnownError:
        pass
    except BaseException:
        tell({_MISTAKE: traceback.format_exc(limit=-4)})
    finally:
        os._exit(0)
