"""Moments as they are written into the library: ISO 8601 in UTC with milliseconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timezone

Clock = Callable[[], datetime]  # gives an aware datetime
RandomBits = Callable[[int], int]  # gives that many random bits


def to_iso(moment: datetime) -> str:
    """2024-07-01T08:00:00.123Z."""
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 (UTC)."""
    return int(moment.timestamp() * 1000)
