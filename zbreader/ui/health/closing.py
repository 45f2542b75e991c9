"""The last backup of a session."""

from __future__ import annotations

import logging

from zbreader.model.errors import KnownError
from zbreader.services.library import Services

logger = logging.getLogger(__name__)


def keep_at_close(services: Services) -> None:
    """The last backup of a session, when something changed. The window is gone by then."""
    from zbreader.services.backup_files import Reason
    from zbreader.services.safekeeping import HOURS

    if services.settings.get(HOURS) == 0:
        return
    try:
        services.safekeeping.keep(Reason.SCHEDULE)
    except KnownError as error:
        logger.warning("no backup at close: %s", error)
