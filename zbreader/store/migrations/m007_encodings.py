"""Version 7: the encoding that a person chose for a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m007_encodings(db: Database) -> None:
    """Add the encoding to the sources; NULL: told from the bytes."""
    db.execute("ALTER TABLE sources ADD COLUMN encoding TEXT")
