"""How the program looks: theme and size of the text, chosen in menus, applied everywhere, remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


FACES = ("serif", "sans")


def theme_label(name: str) -> str:
    """What a person calls the theme of that name."""
    return QCoreApplication.translate("themes", load_theme(name).label)


class Look(QObject):
    """Holds the theme and the zoom; tells when they change. Settings are written on the worker."""

    theme_changed = Signal(object)  # Theme
    zoom_changed = Signal(float)  # 1.0 is the theme's own size
    face_changed = Signal(str)  # "serif" or "sans"

    def __init__(self, settings: Settings, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._operations = settings, operations
        self.theme: Theme = load_theme(str(settings.get(keys.THEME, DEFAULT_THEME)))
        zoom = settings.get(keys.ZOOM, 1.0)
        self.zoom = float(zoom) if isinstance(zoom, int | float) else 1.0
        self.face = FACES[0] if settings.get(keys.FACE) not in FACES else str(settings.get(keys.FACE))
        self._icons: Icons | None = None

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

    def set_face(self, face: str) -> None:
        """Change the face of body text, at once and for good."""
        if face != self.face:
            self.face = face
            self.face_changed.emit(face)
            self._keep(keys.FACE, face)

    def fill_theme_menu(self, menu: QMenu) -> None:
        """One entry for each theme, filled when the menu is opened: reading all themes is no part of the start."""
        menu.aboutToShow.connect(
            lambda: _fill(menu, {name: theme_label(name) for name in theme_names()}, self.theme.name, self.set_theme)
        )

    def fill_face_menu(self, menu: QMenu) -> None:
        """One entry for each face of body text."""
        labels = dict(zip(FACES, (self.tr("宋体"), self.tr("黑体")), strict=True))
        menu.aboutToShow.connect(lambda: _fill(menu, labels, self.face, self.set_face))

    def _keep(self, key: str, value: object) -> None:
        self._operations.run(lambda: self._settings.set(key, value))


def _fill(menu: QMenu, labels: Mapping[str, str], current: str, choose: Callable[[str], None]) -> None:
    """Make MENU anew: one entry that can be checked for each of LABELS, by name."""
    menu.clear()
    group = QActionGroup(menu)
    for name, label in labels.items():
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(name == current)
        action.triggered.connect(lambda _checked=False, name=name: choose(name))
        group.addAction(action)
