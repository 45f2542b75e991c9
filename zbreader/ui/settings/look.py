"""How the program looks: theme and size of the text, chosen in menus, applied everywhere, remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from zbreader.services.settings import Settings
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.theme.theme import DEFAULT_THEME, Theme, load_theme, theme_names

if TYPE_CHECKING:
    from zbreader.ui.theme.icons import Icons


def theme_label(name: str) -> str:
    """What a person calls the theme of that name."""
    return QCoreApplication.translate("themes", load_theme(name).label)


class Look(QObject):
    """Holds the theme and the zoom; tells when they change. Settings are written on the worker."""

    theme_changed = Signal(object)  # Theme
    zoom_changed = Signal(float)  # 1.0 is the theme's own size

    def __init__(self, settings: Settings, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._operations = settings, operations
        self.theme: Theme = load_theme(str(settings.get(keys.THEME, DEFAULT_THEME)))
        zoom = settings.get(keys.ZOOM, 1.0)
        self.zoom = float(zoom) if isinstance(zoom, int | float) else 1.0
        self._icons: Icons | None = None
        self._group: QActionGroup | None = None

    @property
    def icons(self) -> Icons:
        """The icons of the theme; what draws them is loaded when they are first wanted."""
        if self._icons is None:
            from zbreader.ui.theme.icons import Icons

            self._icons = Icons(self.theme)
        return self._icons

    def dress(self) -> None:
        """Give the application the theme's palette and style sheet."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self.theme.palette())
            application.setStyleSheet(self.theme.stylesheet())

    def set_theme(self, name: str) -> None:
        """Change to the theme of that name, at once and for good."""
        if name == self.theme.name:
            return
        self.theme = load_theme(name)
        self._icons = None
        self.dress()
        self.theme_changed.emit(self.theme)
        self._keep(keys.THEME, self.theme.name)

    def set_zoom(self, zoom: float) -> None:
        """Remember the size of the text that the page has now."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.zoom_changed.emit(zoom)
            self._keep(keys.ZOOM, zoom)

    def fill_menu(self, menu: QMenu) -> None:
        """One entry for each theme, filled when the menu is opened: reading all themes is no part of the start."""

        def fill() -> None:
            menu.aboutToShow.disconnect(fill)
            self._group = QActionGroup(menu)
            for name in theme_names():
                action = menu.addAction(theme_label(name))
                action.setCheckable(True)
                action.setChecked(name == self.theme.name)
                action.triggered.connect(self._setter(name))
                self._group.addAction(action)

        menu.aboutToShow.connect(fill)

    def _setter(self, name: str) -> Callable[[], None]:
        return lambda: self.set_theme(name)

    def _keep(self, key: str, value: object) -> None:
        self._operations.run(lambda: self._settings.set(key, value))
