"""The library that a command works on."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone

from zbreader.services.folder import library_directory
from zbreader.services.library import Services, open_library


def now() -> datetime:
    """The system's time, aware."""
    return datetime.now(timezone.utc)


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Services]:
    """The library that ARGUMENTS name, open for the length of one command. Raises KnownError."""
    services = open_library(library_directory(arguments.library), clock=now, random_bits=secrets.randbits)
    try:
        yield services
    finally:
        services.close()
