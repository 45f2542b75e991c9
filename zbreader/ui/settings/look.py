"""How the program looks: theme, page and size of everything; chosen in menus, applied everywhere, remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu

from zbreader.resources import resource
from zbreader.services.settings import Settings
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.theme.choices import KAI, SANS, SERIF, PageChoices
from zbreader.ui.theme.theme import DEFAULT_THEME, Theme, load_theme, theme_names
from zbreader.ui.theme.toml_file import read_toml
from zbreader.ui.widgets.choice_menu import fill_choices

if TYPE_CHECKING:
    from zbreader.ui.theme.icons import Icons


SYSTEM_THEME = "system"  # light or dark as the system is
DARK_THEME = "dark"  # what a dark system is given


def theme_label(name: str) -> str:
    """What a person calls the theme of that name (or following the system)."""
    if name == SYSTEM_THEME:
        return QCoreApplication.translate("Look", "跟随系统明暗")
    return QCoreApplication.translate("themes", load_theme(name).label)


def face_labels() -> dict[str, str]:
    """The faces that every system has something for, with what a person calls them."""
    return {
        SERIF: QCoreApplication.translate("Look", "宋体"),
        SANS: QCoreApplication.translate("Look", "黑体"),
        KAI: QCoreApplication.translate("Look", "楷体"),
    }


class Look(QObject):
    """Holds theme and choices; tells when they change. Settings are written on the worker."""

    theme_changed = Signal(object)  # Theme
    dressing = Signal(bool)  # everything is being dressed anew: what is measured meanwhile does not last
    choices_changed = Signal(object)  # PageChoices, as they are in force
    elder_changed = Signal(bool)  # 大字模式

    def __init__(self, settings: Settings, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._operations = settings, operations
        self.theme_name = str(settings.get(keys.THEME, SYSTEM_THEME))
        self.theme: Theme = load_theme(self._effective_theme())
        self.elder = settings.get(keys.ELDER, False) is True
        self._usual, self._elder_zoom = self._stored()
        self._font = QApplication.font()
        self._icons: Icons | None = None
        QApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def choices(self) -> PageChoices:
        """How the page is to be, as it is in force: 大字模式 has a size of its own."""
        if not self.elder:
            return self._usual
        measures = elder_measures()
        zoom = self._elder_zoom if isinstance(self._elder_zoom, int | float) else measures["zoom"]
        return self._usual.but(
            zoom=float(zoom),
            line_length=min(self._usual.line_length, measures["line_length"]),
            line_height=max(self._usual.line_height, measures["line_height"]),
        )

    @property
    def icons(self) -> Icons:
        """The icons of the theme; what draws them is loaded when they are first wanted."""
        if self._icons is None:
            from zbreader.ui.theme.icons import Icons

            self._icons = Icons(self.theme)
        return self._icons

    def dress(self) -> None:
        """Give the application the theme's palette and style sheet, and letters of the right size."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Off first: under a style sheet Qt hands a new font to widgets that are going, and a sheet that takes the
            # place of another dresses every widget once for each that it lies in, which takes three times as long.
            self.dressing.emit(True)
            application.setStyleSheet("")
            if self.elder or application.font() != self._font:
                application.setFont(self._scaled_font())
            application.setPalette(self.theme.palette())
            application.setStyleSheet(self.theme.stylesheet(elder=self.elder))
            self.dressing.emit(False)

    def set_theme(self, name: str) -> None:
        """Change to the theme of that name, or to the system's light or dark, at once and for good."""
        if name != self.theme_name:
            self.theme_name = name
            self._keep(keys.THEME, name)
            self._put_on(self._effective_theme())

    def choose(self, **changes: Any) -> None:
        """Change some of the choices about the page, at once and for good."""
        before = self.choices
        if self.elder and "zoom" in changes:
            self._elder_zoom = changes.pop("zoom")
            self._keep(keys.ELDER_ZOOM, self._elder_zoom)
        chosen = self._usual.but(**changes)
        for field, value in self._usual.differing(chosen).items():
            self._keep(keys.PAGE[field], value)
        self._usual = chosen
        if self.choices != before:
            self.choices_changed.emit(self.choices)

    def reset(self) -> None:
        """Everything about the page as it is at the first start; theme and 大字模式 stay."""
        self._elder_zoom = None
        self._keep(keys.ELDER_ZOOM, None)
        usual = PageChoices()
        self.choose(**{field: getattr(usual, field) for field in keys.PAGE if field != "zoom" or not self.elder})
        self.choices_changed.emit(self.choices)

    def read_again(self) -> None:
        """Be as the settings say now: after a restore they say something else."""
        self._usual, self._elder_zoom = self._stored()
        self.set_theme(str(self._settings.get(keys.THEME, SYSTEM_THEME)))
        self.set_elder(self._settings.get(keys.ELDER, False) is True)
        self.choices_changed.emit(self.choices)

    def set_zoom(self, zoom: float) -> None:
        """Remember the size of the text that the page has now."""
        self.choose(zoom=zoom)

    def set_elder(self, on: bool) -> None:
        """大字模式: one switch for large letters, large targets and fewer things."""
        if on != self.elder:
            self.elder = on
            self._keep(keys.ELDER, on)
            self.dress()
            self.elder_changed.emit(on)
            self.choices_changed.emit(self.choices)

    def fill_theme_menu(self, menu: QMenu) -> None:
        """One entry for each theme, filled when the menu is opened: reading all themes is no part of the start."""
        menu.aboutToShow.connect(
            lambda: fill_choices(
                menu,
                {name: theme_label(name) for name in (*theme_names(), SYSTEM_THEME)},
                self.theme_name,
                self.set_theme,
            )
        )

    def fill_face_menu(self, menu: QMenu) -> None:
        """One entry for each face of body text."""
        menu.aboutToShow.connect(
            lambda: fill_choices(menu, face_labels(), self.choices.face, lambda face: self.choose(face=face))
        )

    def _stored(self) -> tuple[PageChoices, object]:
        chosen = PageChoices.read({field: self._settings.get(key) for field, key in keys.PAGE.items()})
        return chosen, self._settings.get(keys.ELDER_ZOOM)

    def _effective_theme(self) -> str:
        if self.theme_name != SYSTEM_THEME:
            return self.theme_name
        dark = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK_THEME if dark else DEFAULT_THEME

    def _on_system_changed(self) -> None:
        if self.theme_name == SYSTEM_THEME:
            self._put_on(self._effective_theme())

    def _put_on(self, name: str) -> None:
        if name != self.theme.name:
            self.theme = load_theme(name)
            self._icons = None
            self.dress()
            self.theme_changed.emit(self.theme)

    def _scaled_font(self) -> Any:
        if not self.elder:
            return self._font
        from zbreader.ui.theme.fonts import scaled

        return scaled(self._font, elder_measures()["font"])

    def _keep(self, key: str, value: object) -> None:
        self._operations.run(lambda: self._settings.set(key, value))


@lru_cache(maxsize=1)
def elder_measures() -> dict[str, Any]:
    """The measures of 大字模式: font, zoom, line_length, line_height, icon (see resources/themes/type/elder.toml)."""
    return read_toml(resource("themes", "type", "elder.toml"))
