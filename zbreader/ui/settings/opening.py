"""The settings dialog of a window: filled with what only the services know, and written when it is accepted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from zbreader.ui.settings import keys
from zbreader.ui.settings.preferences import Preferences

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow


def prepared(window: MainWindow) -> Preferences:
    """The dialog, ready to be shown."""
    services, operations = window.services, window.operations
    dialog = Preferences(services.settings, window.look, window)

    def keep(key: str, value: str) -> None:
        if key == keys.PERSON:
            operations.run(lambda: services.people.describe(value, services.people.current().group))
        else:
            operations.run(lambda: services.settings.set(key, value))

    dialog.accepted.connect(lambda: dialog.apply(keep))
    for page in (dialog.search_page, dialog.backup_page, dialog.signer_page):
        dialog.accepted.connect(partial(page.apply, services, operations))
    operations.ask(services.safekeeping.taken, on_done=dialog.backup_page.show_taken)
    operations.ask(
        lambda: (services.trusting.signers(), services.trusting.own_fingerprint()),
        on_done=dialog.signer_page.show_found,
    )
    return dialog
