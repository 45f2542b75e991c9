"""What a command prints: its result on standard output, everything else on standard error."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from zbreader.model.errors import KnownError
from zbreader.model.message import Message
from zbreader.services.jobs import Job


def prepare_streams() -> None:
    """UTF-8 on every system, also into pipes; what UTF-8 cannot hold is escaped, as JSON would."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def line(text: str = "") -> None:
    """One line of the result. Raises KnownError when standard output does not take it."""
    with _taken():
        print(text)


def finish() -> None:
    """Writes what is still held back. Raises KnownError when standard output does not take it."""
    with _taken():
        sys.stdout.flush()


def discard() -> None:
    """Forgets what is still held back, so that Python does not complain about it once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _taken() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard()
        raise KnownError("结果写不出去。请检查输出位置是否存在、磁盘是否已满。") from error


def document(value: object) -> None:
    """The one JSON document of `--json`."""
    line(json.dumps(value, ensure_ascii=False, indent=1))


def say(text: str) -> None:
    """One line for the person, on standard error."""
    print(text, file=sys.stderr, flush=True)


def progress_job(*, least: int = 2) -> Job:
    """A job that tells its steps on standard error when there are LEAST or more."""
    return Job(_tell(least))


def _tell(least: int) -> Callable[[int, int, Message | None], None]:
    def tell(done: int, total: int, doing: Message | None) -> None:
        if doing is not None and total >= least:
            say(f"[{done + 1}/{total}] {doing}")

    return tell
