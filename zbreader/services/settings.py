"""Settings: JSON values by name in `settings.json`, written at once and whole."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from zbreader.model.errors import KnownError
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.files import read_limited, write_whole

PERSON = "person"  # the name that stands on the notes one makes; empty until the person gives it
PERSON_ID = "person.id"  # of the person who writes; `services.people` keeps it in step with the name
GROUP = "person.group"  # 所在党支部、党小组或学习小组
GROUPS = "person.groups"  # list of names an organiser preset, to choose one's own from
PERSON_ASKED = "person.asked"  # whether the name was asked for (bool)
SHARED_FOLDER = "shared.folder"  # path of the folder that is kept in step with the library
SHARED_READ = "shared.read"  # whether one's file there tells what one has read to the end (bool)
SHARED_DEVICE = "shared.device"  # random: which library a file there comes from
SIGNERS = "signers"  # by person: the key that signed a file of theirs first, and what they were called
SIGN = "exchange.sign"  # whether what goes to others is signed (bool)
USE_INDEX = "search.index"  # whether there is a full-text index (bool); without one searching is slower
_log = logging.getLogger(__name__)
_LIMIT = 4 * 1024 * 1024  # bytes


class Settings:
    """The settings of one library. Thread-safe; another program's changes are seen at the next `get`.

    kept: gives what a backup holds of them; it stands in when the file is damaged.
    """

    def __init__(self, path: Path, events: Events, kept: Callable[[], dict[str, Any] | None] = lambda: None) -> None:
        self._path = path
        self._events = events
        self._kept = kept
        self._lock = threading.Lock()
        self._values: dict[str, Any] = {}
        self._seen: tuple[int, int] | None = None  # time (ns) and size of the file when it was read

    def get(self, key: str, default: Any = None) -> Any:
        """The value of KEY, or DEFAULT. A damaged file counts as those of the newest backup, or as empty: settings
        must not keep a library closed."""
        with self._lock:
            self._refresh()
            return self._values.get(key, default)

    def everything(self) -> dict[str, Any]:
        """All values, by key."""
        with self._lock:
            self._refresh()
            return dict(self._values)

    def set(self, key: str, value: Any) -> None:
        """Keep VALUE (anything JSON knows) under KEY; None forgets KEY. Raises KnownError when it cannot be written."""
        with self._lock:
            self._refresh()
            values = dict(self._values)
            if value is None:
                values.pop(key, None)
            else:
                values[key] = value
            if values == self._values:
                return
            self._write(values)
        self._events.publish(Changes(settings=frozenset({key})))

    def replace(self, values: dict[str, Any]) -> None:
        """Keep VALUES and nothing else, in one writing. Raises KnownError when it cannot be written."""
        with self._lock:
            self._refresh()
            before = self._values
            changed = frozenset(key for key in {*before, *values} if before.get(key) != values.get(key))
            if not changed:
                return
            self._write(dict(values))
        self._events.publish(Changes(settings=changed))

    def _write(self, values: dict[str, Any]) -> None:
        text = json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)
        write_whole(self._path, text.encode() + b"\n")
        self._values, self._seen = values, self._stamp()

    def _refresh(self) -> None:
        stamp = self._stamp()
        if stamp == self._seen:
            return
        self._values, self._seen = self._read(), stamp

    def _read(self) -> dict[str, Any]:
        """The file's values; a file that holds no settings is put aside, because the next `set` would replace it."""
        if not self._path.is_file():
            return {}
        try:
            values = json.loads(read_limited(self._path, _LIMIT))
            if isinstance(values, dict):
                return values
        except (KnownError, ValueError, RecursionError):
            pass
        with suppress(OSError):
            self._path.replace(self._path.with_name(f"{self._path.stem}-damaged{self._path.suffix}"))
        kept = self._kept() or {}
        _log.warning("damaged settings were put aside; %d values came from a backup", len(kept))
        if kept:
            with suppress(KnownError):
                self._write(kept)
        return kept

    def _stamp(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size
