"""Give every reader damaged files and packs and count what becomes of them: `python -m tools.fuzz [--inputs N]`.

A reading may give a document or refuse the file. A crash is any other exception, a dead process, or one that is too
slow; its seed is printed, and `--seed SEED --inputs 1 --only KIND` does it again. Exit status 1 when there was any.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from random import Random

from tests.exchange.mutations import PACKS, hostile_pack, reading_of_pack
from tests.exporters.mutations import NAME, filling_of, hostile_template, template_bytes
from tests.importers.readers.mutations import VALID, hostile, reading_of
from zbreader.importers.readers import read_source
from zbreader.model.errors import KnownError

SLOW = 10  # seconds of processor time for one small file: a busy machine makes nothing slow
STUCK = 120  # seconds by the clock
MEMORY = 1536 * 1024 * 1024
TEMPLATE = "template"  # of Word: it is filled, too
KINDS = VALID | PACKS | {TEMPLATE: (NAME, lambda _rng: template_bytes())}
_BATCH = 2000  # inputs of one process
_NAMES = {"d": "read", "k": "refused", "x": "crashed"}
_FORMS = 600  # draws after which every form of an undamaged file has most likely been made


def main() -> int:
    """Run all kinds, print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=1000, help="damaged files of each kind")
    parser.add_argument("--seconds", type=float, default=3600.0, help="for each kind at most")
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    parser.add_argument("--only", choices=sorted(KINDS))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at once")
    wanted = parser.parse_args()
    crashes = 0
    for kind in [wanted.only] if wanted.only else KINDS:
        began = time.monotonic()
        counts = run(kind, range(wanted.seed, wanted.seed + wanted.inputs), wanted.seconds, wanted.jobs)
        crashes += counts["crashed"]
        print(
            f"{kind:7} inputs {sum(counts.values()):7}  read {counts['read']:7}  refused {counts['refused']:7}"
            f"  crashed {counts['crashed']:4}  {time.monotonic() - began:6.1f} s",
            flush=True,
        )
    return int(crashes > 0)


def run(kind: str, seeds: range, seconds: float, jobs: int = 1) -> Counter[str]:
    """What became of the damaged files of these seeds, as many as there was time for; JOBS processes at once."""
    counts: Counter[str] = Counter()
    end = time.monotonic() + seconds
    _warm(kind)
    waiting = [range(at, min(at + _BATCH, seeds.stop)) for at in range(seeds.start, seeds.stop, _BATCH)]
    running: dict[int, tuple[range, int]] = {}
    while running or (waiting and time.monotonic() < end):
        while waiting and len(running) < jobs and time.monotonic() < end:
            batch = waiting.pop(0)
            child, reading = _started(kind, batch)
            running[child] = batch, reading
        child, _status = os.wait()
        batch, reading = running.pop(child)
        with os.fdopen(reading, "rb") as stream:
            letters = stream.read().decode("ascii")
        counts += Counter(_NAMES[letter] for letter in letters)
        if len(letters) < len(batch):
            seed = batch[len(letters)]
            print(f"{kind}: seed {seed} killed the process", flush=True)
            counts["crashed"] += 1
            waiting.insert(0, range(seed + 1, batch.stop))
    return counts


def _warm(kind: str) -> None:
    """Make the undamaged files of a kind and read one, so that no process has to load libraries or make them again."""
    name, make = KINDS[kind]
    for seed in range(_FORMS):
        data = make(Random(seed))
    if kind in VALID:
        read_source(name, data)
    elif kind == TEMPLATE:
        filling_of(data)


def _started(kind: str, seeds: range) -> tuple[int, int]:
    """A process that answers with a letter for each seed, and the end of the pipe where they come out."""
    reading, writing = os.pipe()  # it holds more letters than a process answers, so nobody waits for a reader
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(kind, seeds, writing)
    os.close(writing)
    return child, reading


def _work(kind: str, seeds: range, writing: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for seed in seeds:
        signal.setitimer(signal.ITIMER_PROF, SLOW)  # without a handler: ends the process
        signal.alarm(STUCK)
        os.write(writing, _one(kind, seed))
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.alarm(0)
    sys.stdout.flush()
    os._exit(0)


def _one(kind: str, seed: int) -> bytes:
    rng = Random(f"{kind} {seed}")
    try:
        if kind == TEMPLATE:
            result: object = filling_of(hostile_template(rng))
        else:
            name, make = KINDS[kind]
            data = (hostile_pack if kind in PACKS else hostile)(kind, make(rng), rng)
            result = (reading_of_pack if kind in PACKS else reading_of)(name, data)
    except (Exception, MemoryError, RecursionError):
        print(f"{kind}: seed {seed}\n{traceback.format_exc(limit=-6)}", flush=True)
        return b"x"
    return b"k" if isinstance(result, KnownError) else b"d"


if __name__ == "__main__":
    sys.exit(main())
