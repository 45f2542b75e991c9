"""The log of a library: what went wrong on our side, for whoever mends it. Nothing is ever sent anywhere."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from zbreader.services.discretion import report_of, told

FILE = "zbreader.log"
_BYTES = 512 * 1024  # of one log file; with two older ones beside it
_ROOT = "zbreader"


class _Discreet(logging.Formatter):
    """Writes no text of a person: of exceptions kinds and places, of values what `discretion.told` lets through."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        args = record.args if isinstance(record.args, tuple) else (record.args,) if record.args else ()
        record.message = str(record.msg) % tuple(told(value) for value in args) if args else str(record.msg)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:
        return report_of(ei[1])


class _LogFile(RotatingFileHandler):
    """Makes its folder when the first line is written, and keeps quiet when the disk does not take it."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return  # Skipping: a log that cannot be written must not hide what was to be logged.
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Skipping: the standard handler would print a traceback on the screen."""


def open_log(folder: Path) -> logging.Handler:
    """Let everything zbreader logs (warnings and worse) go to FOLDER/zbreader.log; give the handler for `close_log`."""
    handler = _LogFile(folder / FILE, maxBytes=_BYTES, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger(_ROOT).addHandler(handler)
    return handler


def close_log(handler: logging.Handler) -> None:
    """End what `open_log` began."""
    logging.getLogger(_ROOT).removeHandler(handler)
    handler.close()
