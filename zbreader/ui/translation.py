"""Languages: the sources are Chinese, a .qm file makes them English; sentences from below `ui` go by template."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from zbreader.model.errors import KnownError
from zbreader.model.message import Message
from zbreader.resources import resource

CONTEXT = "core"  # of the templates that tools/collect_messages.py collects
CHINESE, ENGLISH, SYSTEM = "zh_CN", "en", "auto"
LANGUAGES = (SYSTEM, CHINESE, ENGLISH)


def language_of(setting: str, system: Sequence[str]) -> str:
    """The language to speak: what was chosen, else English where the system speaks it first, else Chinese."""
    if setting in (CHINESE, ENGLISH):
        return setting
    return ENGLISH if system and system[0].lower().startswith("en") else CHINESE


def install(application: QCoreApplication, setting: str) -> str:
    """Make APPLICATION speak; translators belong to it from then on. Returns the language spoken."""
    language = language_of(setting, QLocale.system().uiLanguages())
    QLocale.setDefault(QLocale(language))
    if language == ENGLISH:
        _load(application, str(resource("i18n")), f"zbreader_{ENGLISH}")
    return language


def install_own_of_qt(application: QCoreApplication, language: str) -> None:
    """Qt's own words (buttons of dialogs, menus of text fields) in LANGUAGE; nothing of it is seen at the start."""
    _load(application, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}")


def translated(message: Message | BaseException) -> str:
    """A sentence from below `ui` in the language spoken. An exception that is not a KnownError is told as it is."""
    if isinstance(message, KnownError):
        message = message.message
    if not isinstance(message, Message):
        return str(message)
    template = QCoreApplication.translate(CONTEXT, message.template)
    values = {
        name: translated(value) if isinstance(value, Message | KnownError) else value
        for name, value in message.values.items()
    }
    return template.format(**values) if values else template


def _load(application: QCoreApplication, folder: str, name: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
