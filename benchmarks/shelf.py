"""The library that several benchmarks look at: 480 issues, two years and more of what a branch keeps, made once a run.

What each step of its making cost is kept too: the growth of an import from 48 to 480 issues is told from it.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timezone
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from benchmarks.measure import timed
from tools.make_corpus import ARTICLES, make_issues
from zbreader.services.library import Services, open_library

ISSUES, FEW, AT_ONCE = 480, 48, 8
CHARACTERS = 75_000  # of one issue


class Shelf(NamedTuple):
    """A filled library's folder, and the seconds of processor time that each eight issues took, in order."""

    folder: Path
    stored: list[float]
    indexed: list[float]


@cache
def shelf() -> Shelf:
    """The library, in a folder of its own that lasts as long as the run's; an article was left open in it."""
    home = Path(mkdtemp(prefix="zbreader-shelf-"))
    files = written(home / "incoming", ISSUES)
    stored: list[float] = []
    indexed: list[float] = []
    with closing(library(home / "library")) as services:
        for begin in range(0, ISSUES, AT_ONCE):
            some = files[begin : begin + AT_ONCE]
            stored.append(processor_time(partial(services.importing.import_files, some))())
            indexed.append(processor_time(services.searching.repair)())
        if services.searching.index is not None:
            services.searching.index.optimize()  # as `repair` does where so many come at once
        first = services.reading.articles(services.reading.issues()[0].id)[0]
        services.settings.set("reading.article", first.id)
        services.settings.set("sample.offered", True)
    return Shelf(home / "library", stored, indexed)


def written(folder: Path, count: int, characters: int = CHARACTERS, articles: int = ARTICLES) -> list[Path]:
    """COUNT issues as files in FOLDER, which is made."""
    folder.mkdir(parents=True)
    paths = []
    for name, text in make_issues(count, seed=7, characters=characters, articles=articles):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def library(directory: Path) -> Services:
    """The library in DIRECTORY, with the clock and the randomness of the machine."""
    return open_library(directory, clock=now, random_bits=secrets.randbits)


def processor_time(work: Callable[[], object], prepare: Callable[[], object] | None = None) -> Callable[[], float]:
    """A sampler of WORK's processor time, in seconds."""
    return timed(work, prepare=prepare, clock=time.process_time)


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(timezone.utc)
