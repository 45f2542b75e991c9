"""The process in which foreign formats are read: a file on standard input, an answer on standard output, and no more.

It opens no file, may write none, and has an end to its memory and its time.
"""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress

from zbreader.importers.readers import read_source, transfer
from zbreader.model.errors import KnownError

MEMORY = 1536 * 1024 * 1024  # bytes of address space
SECONDS = 60  # of processor time


def main() -> int:
    """Read one request, write one answer."""
    sys.dont_write_bytecode = True
    answers = os.dup(1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)  # a native library's own words must not get between the answer's
    limit_resources()
    with os.fdopen(os.dup(0), "rb") as stream:
        content = stream.read()
    with os.fdopen(answers, "wb") as stream_back:
        stream_back.write(answer_to(content))
    return 0


def answer_to(content: bytes) -> bytes:
    """The answer to a request: a document, a refusal, or what went wrong."""
    try:
        request = transfer.Request.from_bytes(content)
        return transfer.answer(read_source(request.name, request.data, encoding=request.encoding))
    except KnownError as error:
        return transfer.refusal(error)
    except (Exception, MemoryError, RecursionError):
        return transfer.fault(traceback.format_exc(limit=-20))


def limit_resources() -> None:
    """Set the limits where the system has them; elsewhere the parent's clock is the only one."""
    if sys.platform == "win32":
        return
    import resource

    wanted = [
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ]
    for what, most in wanted:
        with suppress(ValueError, OSError):  # a lower limit is set already, or the system has none of this kind
            _, hard = resource.getrlimit(what)
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (allowed, allowed))
