"""The history of the schema, append-only: a released migration is never edited (docs/schema.md tells each version).

The schema's version is the number of migrations; it stands in the file as `PRAGMA user_version`. A migration runs
inside one transaction with all others that are pending, and must not commit (so no `executescript`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zbreader.store.migrations.m001_initial import m001_initial
from zbreader.store.migrations.m002_corrections import m002_corrections
from zbreader.store.migrations.m003_collections import m003_collections
from zbreader.store.migrations.m004_people import m004_people
from zbreader.store.migrations.m005_sessions import m005_sessions
from zbreader.store.migrations.m006_furthest import m006_furthest
from zbreader.store.migrations.m007_encodings import m007_encodings
from zbreader.store.migrations.m008_readings import m008_readings
from zbreader.store.migrations.m009_session_plans import m009_session_plans

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    m001_initial,
    m002_corrections,
    m003_collections,
    m004_people,
    m005_sessions,
    m006_furthest,
    m007_encodings,
    m008_readings,
    m009_session_plans,
)
SCHEMA_VERSION = len(MIGRATIONS)
