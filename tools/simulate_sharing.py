"""What a shared folder costs with many members: files listed and read, bytes, seconds, measured with the real program.

`python -m tools.simulate_sharing [--members N] [--days D]`: N members' files in one folder, one library that keeps in
step with it. Every day a third of the members write notes and sync; the library syncs once a day. Beside the file each
member rewrites, what the same days would cost in immutable pieces (each sync one small file) is counted.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from zbreader.anchoring import describe
from zbreader.exchange import notes
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, Target
from zbreader.model.ids import annotation_id
from zbreader.model.person import Person
from zbreader.services.library import open_library

FIRST, DAILY = 40, 4  # notes a member has at the beginning, and writes on a day on which they read
ACTIVE = 1 / 3  # of the members on one day
TEXT = "".join(chr(0x4E00 + number * 7 % 2500) for number in range(5000))


class Member:
    """Someone with notes and one file in the folder."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.person = Person(f"00000000-0000-4000-8000-{number:012d}", f"成员{number}", f"第{number // 10}组", 1)
        self._chance = chance
        self.notes: list[Annotation] = []

    def write(self, count: int) -> list[Annotation]:
        """Write COUNT notes."""
        made = [self._note() for _ in range(count)]
        self.notes += made
        return made

    def file(self, annotations: Sequence[Annotation]) -> bytes:
        """ANNOTATIONS as a file."""
        content = NotesFile(annotations, self.person, [self.person])
        return notes.dump(content, made="2031-04-01T08:00:00.000Z", generator_version="0")

    def _note(self) -> Annotation:
        start = self._chance.randrange(len(TEXT) - 60)
        moment = "2031-04-01T08:00:00.000Z"
        target = Target("0123456789ab", "0123456789ab-000001", "期", "题", describe(TEXT, start, start + 30))
        id_ = annotation_id(1_930_000_000_000 + len(self.notes), self._chance.getrandbits(74))
        note, tags = "记下一句自己的体会。" * 3, ("学习",)
        return Annotation(
            id_, target, self.person.name, moment, moment, note=note, tags=tags, creator_id=self.person.id
        )


def simulate(members: int, days: int) -> list[dict[str, float]]:
    """Each sync of the library as a row; the first is day 0, when it knows nothing. seconds: of processor time."""
    chance = random.Random(7)
    everyone = [Member(number, chance) for number in range(members)]
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "shared"
        folder.mkdir()
        library = Path(temporary) / "library"
        services = open_library(
            library, clock=lambda: datetime(2031, 4, 1, tzinfo=timezone.utc), random_bits=chance.getrandbits
        )
        services.sharing.share(folder)
        pieces = 0
        for day in range(days + 1):
            active = everyone if day == 0 else chance.sample(everyone, int(members * ACTIVE))
            for member in active:
                new = member.write(FIRST if day == 0 else DAILY)
                pieces += len(member.file(new)) if day else 0
                (folder / f"{member.person.name}.zbnotes").write_bytes(member.file(member.notes))
            rows.append(_synced(services.sharing, day, members, pieces))
            pieces = 0
        rows.append(_synced(services.sharing, days + 1, members, 0))
        services.close()
    return rows


def _synced(sharing: object, day: int, members: int, pieces: int) -> dict[str, float]:
    wall, processor = time.perf_counter(), time.process_time()
    came = sharing.sync()  # type: ignore[attr-defined]
    seconds = time.process_time() - processor
    return {
        "day": day,
        "listed": members,
        "read": came.read,
        "megabytes": came.bytes_read / 1e6,
        "notes": came.report.added,
        "seconds": seconds,
        "wall": time.perf_counter() - wall,
        "pieces_megabytes": pieces / 1e6,
    }


def main(words: Sequence[str]) -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=1000)
    parser.add_argument("--days", type=int, default=3)
    wanted = parser.parse_args(words)
    print("| day | files listed | read | MB read | notes | CPU s | wall s | MB if in pieces |")
    print("|---|---|---|---|---|---|---|---|")
    for row in simulate(wanted.members, wanted.days):
        print(
            f"| {row['day']} | {row['listed']} | {row['read']} | {row['megabytes']:.1f} | {row['notes']} |"
            f" {row['seconds']:.2f} | {row['wall']:.2f} | {row['pieces_megabytes']:.2f} |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
