"""Opens the palette for a window, remembers what was chosen in it, and looks for articles while one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zbreader.model.issue import TitledArticle
from zbreader.ui.settings import keys

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.palette.entries import Entry
    from zbreader.ui.palette.palette import CommandPalette

PAUSE = 120  # milliseconds without a key before titles are looked through
REMEMBERED = 12
ARTICLES = 30  # at most
KEY = "palette"


class PaletteOpening(QObject):
    """Belongs to one window; the palette is built when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.palette: CommandPalette | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        window.actions_by_name.connect_all({"palette": self.open})

    def open(self) -> None:
        """Show the palette, or put it away when it is shown."""
        from zbreader.ui.palette.entries import entries_of
        from zbreader.ui.palette.palette import CommandPalette

        window = self._window
        if self.palette is None:
            self.palette = CommandPalette(window)
            self.palette.typed.connect(self._on_typed)
            self.palette.chosen.connect(self._on_chosen)
        if self.palette.isVisible():
            self.palette.put_away()
            return
        commands = entries_of(window.menuBar(), window.actions_by_name.specs)
        self.palette.offer([one for one in commands if one.id != "palette"], self._issues(), self._recent())

    def _issues(self) -> list[Entry]:
        from zbreader.ui.palette.entries import Entry, forms_of

        window, issues = self._window, self.tr("期刊")
        return [
            Entry(
                f"issue {node.id}",
                node.title,
                partial(window.deeds.open_issue, node.id),
                place=issues,
                forms=forms_of(node.title),
            )
            for node in window.library.model.root.children
        ]

    def _recent(self) -> list[str]:
        kept = self._window.services.settings.get(keys.PALETTE_RECENT, [])
        return [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []

    def _on_typed(self, text: str) -> None:
        self._window.operations.forget(KEY)
        self._pause.start() if text else self._pause.stop()

    def _ask(self) -> None:
        if self.palette is None or not self.palette.isVisible():
            return
        words = self.palette.field.text().strip()
        reading = self._window.services.reading
        self._window.operations.ask(lambda: reading.titled(words, ARTICLES), on_done=self._on_found, key=KEY)

    def _on_found(self, articles: list[TitledArticle]) -> None:
        from zbreader.ui.palette.entries import Entry

        window = self._window
        if self.palette is not None:
            self.palette.add_found(
                [
                    Entry(
                        f"article {one.id}",
                        one.title,
                        partial(window.open_article, one.id),
                        place=one.issue,
                    )
                    for one in articles
                ]
            )

    def _on_chosen(self, entry: Entry) -> None:
        settings = self._window.services.settings
        kept = [entry.id, *(name for name in self._recent() if name != entry.id)][:REMEMBERED]
        if not entry.id.startswith("article "):
            self._window.operations.run(lambda: settings.set(keys.PALETTE_RECENT, kept))
        entry.act()
