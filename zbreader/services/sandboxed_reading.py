"""Reading a source: text here, foreign formats in a process of their own that may crash or hang in peace."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import zbreader
from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.source import SourceDocument
from zbreader.services.jobs import Job

if TYPE_CHECKING:
    import subprocess  # loaded when it is needed: most starts read no file

CHILD_WORD = "--read-in-child"  # the front door's private word
PATIENCE = 120.0  # seconds by the clock after which a reading is given up
_POLL = 0.05  # seconds between two looks at whether the person has cancelled
_log = logging.getLogger(__name__)


def read_document(name: str, data: bytes, *, encoding: str | None = None, job: Job | None = None) -> SourceDocument:
    """The lines of a file called NAME. ENCODING is used for text instead of a guess.

    Raises KnownError as the readers do, and one for a file on which they fail; Cancelled when JOB is cancelled.
    """
    from zbreader import importers

    if importers.kind_of(name, data).is_foreign:
        return read_apart(name, data, job=job)
    return importers.read_source(name, data, encoding=encoding)


def read_apart(name: str, data: bytes, *, job: Job | None = None, patience: float = PATIENCE) -> SourceDocument:
    """Read a file in a process of its own, for at most PATIENCE seconds."""
    from zbreader.importers.readers import transfer

    content = _ask(name, transfer.Request(name, data).to_bytes(), job or Job(), patience)
    try:
        return transfer.document_in(content)
    except transfer.BrokenAnswer as broken:
        _log.error("reading of %s failed: %s", name, str(broken)[-4000:])
        raise _failed(name) from broken


def _ask(name: str, request: bytes, job: Job, patience: float) -> bytes:
    from zbreader.importers.readers.transfer import ANSWER_SIZE

    process = _started(name)
    assert process.stdin is not None
    assert process.stdout is not None
    answer = _Answer(process.stdout, ANSWER_SIZE)
    sender = threading.Thread(target=_send, args=(process.stdin, request), daemon=True)
    end = time.monotonic() + patience
    try:
        sender.start()
        answer.start()
        while answer.is_alive():
            answer.join(_POLL)
            if job.is_cancelled:
                raise Cancelled
            if time.monotonic() > end:
                _log.error("reading of %s took more than %s seconds", name, patience)
                raise _failed(name)
    finally:
        process.kill()  # has ended already where all is well
        status = process.wait()
        sender.join()
        answer.join()
        process.stdout.close()
    if not answer.content or answer.is_too_long:
        _log.error("reading of %s ended with status %s and %s bytes", name, status, len(answer.content))
        raise _failed(name)
    return answer.content


class _Answer(threading.Thread):
    """Collects what a process writes, up to a limit."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        super().__init__(daemon=True)
        self.content = b""
        self.is_too_long = False
        self._stream = stream
        self._limit = limit

    def run(self) -> None:
        with suppress(OSError, ValueError):
            self.content = self._stream.read(self._limit + 1)
        self.is_too_long = len(self.content) > self._limit


def _send(stream: IO[bytes], request: bytes) -> None:
    """Send the request; a process that has died reads no more of it."""
    with suppress(OSError, ValueError), stream:
        stream.write(request)


def _started(name: str) -> subprocess.Popen[bytes]:
    import subprocess

    try:
        return subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise KnownError(
            "没有读成文件“{file}”：系统没有足够的内存或不许启动读取程序。请关掉别的程序后再试。", file=name
        ) from error


def _command() -> list[str]:
    """This program again, in its private role. A packaged program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_WORD]
    return [sys.executable, "-m", "zbreader", CHILD_WORD]


def _environment() -> dict[str, str]:
    """The environment, in which the same zbreader is found as runs here."""
    package = Path(zbreader.__file__).resolve().parent.parent
    before = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(package), *([before] if before else [])])}


def _failed(name: str) -> KnownError:
    return KnownError(
        "文件“{file}”读不出来，可能已损坏或过于复杂，没有导入。请换用这份材料的其他格式（如 TXT、DOCX）再试。",
        file=name,
    )
