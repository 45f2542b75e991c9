"""A library on a temporary disk, a clock that ticks, random bits that count, and an importer without opinions."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from zbreader import importers
from zbreader.model import ids
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.model.source import SourceDocument, SourceLine
from zbreader.services import source_files
from zbreader.services.library import Services, open_library

FIRST = """《山间学习》2031年第4期（上半月）
# 溪水的声音
溪水从石头上流下来，𠮷祥的日子就开始了。
老人说：“先读书，再说话。”
# 修桥的人
修桥的人不问姓名，只问桥稳不稳。
"""


def read_plainly(name: str, data: bytes, *, encoding: str | None = None) -> SourceDocument:
    """Lines of UTF-8."""
    lines = data.decode().splitlines()
    return SourceDocument(name, tuple(SourceLine(i, line) for i, line in enumerate(lines, 1)), "utf-8")


def build_plainly(
    document: SourceDocument, vocabulary: object, *, source_sha256: str, corrections: object = ()
) -> Issue:
    """A line 《刊名》2031年第4期（上半月） is the masthead, `# ` begins an article, any other line is a paragraph."""
    identity = IssueIdentity()
    titles: list[str] = []
    bodies: list[list[Paragraph]] = []
    for line in document.lines:
        if line.text.startswith("《") and "期" in line.text and not titles:
            magazine, rest = line.text[1:].split("》")
            year, rest = rest.split("年第")
            number, rest = rest.split("期")
            identity = IssueIdentity(magazine, rest.strip("（）") or None, int(year), int(number))
        elif line.text.startswith("# "):
            titles.append(line.text[2:])
            bodies.append([])
        elif line.text and bodies:
            bodies[-1].append(Paragraph(ParagraphKind.BODY, line.text, (line.number,)))
    issue = ids.issue_id(identity, source_sha256)
    articles = tuple(
        Article(id_, title, paragraphs=tuple(body))
        for id_, title, body in zip(ids.article_ids(issue, titles), titles, bodies, strict=True)
    )
    return Issue(issue, identity, articles)


@pytest.fixture(autouse=True)
def plain_importer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The services are tested with an importer whose result is plain from the file."""
    monkeypatch.setattr(importers, "read_source", read_plainly)
    monkeypatch.setattr(importers, "build_issue", build_plainly)
    monkeypatch.setattr(source_files, "program_vocabulary", lambda: None)


class TickingClock:
    """A second passes with every look; more when a test says so."""

    def __init__(self) -> None:
        self._now = datetime(2031, 4, 1, 8, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        now = self._now
        self.advance(1)
        return now

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> TickingClock:
    """A second passes with every look."""
    return TickingClock()


@pytest.fixture
def pass_time(clock: TickingClock) -> Callable[[float], None]:
    """Lets seconds pass."""
    return clock.advance


@pytest.fixture
def open_again(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Callable[[], Services]]:
    """Opens the test's library, as often as one likes; all are closed at the end."""
    opened: list[Services] = []
    bits = itertools.count()

    def open_it() -> Services:
        opened.append(open_library(tmp_path / "library", clock=clock, random_bits=lambda n: next(bits)))
        return opened[-1]

    yield open_it
    for services in opened:
        services.close()


@pytest.fixture
def services(open_again: Callable[[], Services]) -> Services:
    """An empty library."""
    return open_again()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a source file and gives its path."""

    def write_it(text: str | bytes = FIRST, name: str = "第四期.txt") -> Path:
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_it


@pytest.fixture
def first() -> str:
    """The text of the issue that `stocked` has."""
    return FIRST


@pytest.fixture
def stocked(services: Services, write: Callable[..., Path]) -> Services:
    """A library with the issue FIRST."""
    services.importing.import_files([write()])
    return services


@pytest.fixture
def another(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Callable[[], Services]]:
    """another(): one more library, with random bits of its own; closed at the end."""
    opened: list[Services] = []

    def new() -> Services:
        bits = Random(len(opened)).getrandbits
        opened.append(open_library(tmp_path / f"library {len(opened)}", clock=clock, random_bits=bits))
        return opened[-1]

    yield new
    for services in opened:
        services.close()
