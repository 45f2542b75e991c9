"""Settings in backups: which go along, what stands after a restore, and what would be another by it.

What belongs to one computer (windows, folders, the shared folder) neither goes along nor is changed by a restore. Who
one is does go along: on a new computer the notes are one's own again. A backup that names nobody changes nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zbreader.model.errors import KnownError
from zbreader.model.person import Person, person_key
from zbreader.services.backup_files import files_in
from zbreader.services.events import Events
from zbreader.services.people import adopt
from zbreader.services.settings import GROUP, PERSON, PERSON_ASKED, PERSON_ID, Settings
from zbreader.store import contents, enclosed
from zbreader.store.database import Database

NAME = "settings.json"
_OF_ONE_COMPUTER = re.compile(r"(window|desk|shared|carried|place)\..*|.*\.folder|backup\.(trial|fault)")
_IDENTITY = (PERSON_ID, PERSON, GROUP, PERSON_ASKED)
_MOST_BYTES = 4 * 1024 * 1024
# What changes with every evening is no reason for another copy of everything.
_PASSING = ("reading.article", "palette.recent")


@dataclass(frozen=True, slots=True)
class SettingsDifference:
    """What a restore would do to the settings. person, before: names of whoever writes then and writes now."""

    is_known: bool  # whether the backup holds settings at all
    changed: int = 0  # settings that would be another, without who one is
    person: str = ""
    before: str = ""
    is_other_person: bool = False
    templates_back: int = 0  # Word templates that would come


def kept(settings: Settings) -> dict[str, bytes]:
    """What a backup encloses."""
    told = json.dumps(_portable(settings.everything()), ensure_ascii=False, sort_keys=True)
    return {NAME: told.encode()}


def kept_in(path: Path) -> dict[str, Any] | None:
    """The settings in the backup PATH; None when it has none, or nothing that makes sense. Raises KnownError."""
    with contents.opened(path) as connection:
        data = enclosed.files_in(connection).get(NAME)
    try:
        values = None if data is None or len(data) > _MOST_BYTES else json.loads(data)
    except (ValueError, RecursionError):
        return None
    return _portable(values) if isinstance(values, dict) else None


def newest_in(folder: Path) -> dict[str, Any] | None:
    """The settings of the newest backup in FOLDER that has any; None when there is none."""
    for path, _made, _reason in sorted(files_in(folder), key=lambda file: file[1], reverse=True):
        with suppress(KnownError):
            found = kept_in(path)
            if found:
                return found
    return None


def has_changed(settings: Settings, then: Mapping[str, Any] | None) -> bool:
    """Whether a backup with the settings THEN lacks something of these that is worth a copy of everything."""
    now = _portable(settings.everything())
    return then is None or any(now.get(key) != then.get(key) for key in {*now, *then} if key not in _PASSING)


def difference(now: Mapping[str, Any], then: Mapping[str, Any] | None) -> SettingsDifference:
    """What a restore of a backup with the settings THEN would do to the settings NOW."""
    if then is None:
        return SettingsDifference(is_known=False)
    after = restored(now, then)
    changed = sum(now.get(key) != after.get(key) for key in {*now, *after} if key not in (*_IDENTITY, *_PASSING))
    return SettingsDifference(
        True, changed, _text(after, PERSON), _text(now, PERSON), is_other_person=_who(after) != _who(now)
    )


def restored(now: Mapping[str, Any], then: Mapping[str, Any]) -> dict[str, Any]:
    """What stands after a restore of THEN where NOW stood."""
    told_who = any(then.get(key) for key in (PERSON_ID, PERSON))
    here = {key: value for key, value in now.items() if _OF_ONE_COMPUTER.fullmatch(key)}
    if not told_who:
        here |= {key: now[key] for key in _IDENTITY if key in now}
        then = {key: value for key, value in then.items() if key not in _IDENTITY}
    return {**_portable(then), **here}


def bring_back(settings: Settings, database: Database, then: Mapping[str, Any]) -> None:
    """Restore the settings THEN; whoever wrote here until now keeps a profile, to switch back to. Raises KnownError."""
    now = settings.everything()
    after = restored(now, then)
    before = Person(_who(now), _text(now, PERSON), _text(now, GROUP))
    if before.id and before.id != _who(after):
        adopt(database, before)
    settings.replace(after)


def fill(path: Path, backup: Path) -> None:
    """Give the settings file PATH what it lacks of the settings in BACKUP: beside a library that was damaged."""
    then = kept_in(backup)
    if then:
        settings = Settings(path, Events())
        settings.replace({**restored({}, then), **settings.everything()})


def _portable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if not _OF_ONE_COMPUTER.fullmatch(key)}


def _who(values: Mapping[str, Any]) -> str:
    return person_key(_text(values, PERSON_ID), _text(values, PERSON))


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
