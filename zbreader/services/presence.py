"""Who has a library open: the first window holds a lock on a file, and a second one sees that it is held.

Nothing depends on it but a sentence: the database itself bears several programs. The lock is the system's, so it goes
with the program that held it, however that ended.
"""

from __future__ import annotations

import os
import sys
import threading
from io import FileIO
from pathlib import Path

FILE = "window.lock"


class Presence:
    """The mark of one window in the library folder."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / FILE
        self._stream: FileIO | None = None
        self._has_left = False
        self._guard = threading.Lock()

    def enter(self) -> bool:
        """Whether this is the only window; it is from now on, until `leave`. True where no lock can be had at all."""
        with self._guard:
            if self._stream is not None or self._has_left:
                return True
            try:
                stream = FileIO(self._path, "a+")
            except OSError:
                return True  # Skipping: a folder that cannot be written to tells so elsewhere.
            if not _locked(stream):
                stream.close()
                return False
            self._stream = stream
            return True

    def leave(self) -> None:
        """Let go for good. The file stays: deleting it would race with a window that is just coming."""
        with self._guard:
            self._has_left = True
            if self._stream is not None:
                self._stream.close()
                self._stream = None


def _locked(stream: FileIO) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:
        return os.name != "nt"  # what Windows says when it is held
    except OSError:
        return True  # Skipping: a file system without locks; SQLite will have its say.
    return True
