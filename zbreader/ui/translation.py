"""Languages: the sources are Chinese, a .qm file makes them English; sentences from below `ui` go by template."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from zbreader.model.errors import KnownError
from zbreader.model.message import Message, filled
from zbreader.resources import resource

CONTEXT = "core"  # of the templates that tools/i18n.py collects
CHINESE, ENGLISH, SYSTEM = "zh_CN", "en", "auto"
LANGUAGES = (SYSTEM, CHINESE, ENGLISH)


def noop(context: str, text: str) -> str:
    """TEXT as it is: says to tools/i18n.py that it will be looked up in CONTEXT later."""
    return text


def language_of(setting: str, system: Sequence[str]) -> str:
    """The language to speak: what was chosen, else English where the system speaks it first, else Chinese."""
    if setting in (CHINESE, ENGLISH):
        return setting
    return ENGLISH if system and system[0].lower().startswith("en") else CHINESE


def system_languages(environment: Mapping[str, str], platform: str) -> list[str]:
    """The system's languages, the first one first, such as zh_CN.UTF-8 or en-GB."""
    if platform.startswith("linux"):
        # By hand, because QLocale and its thousand names cost a fortieth of a start.
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            if environment.get(name):
                return environment[name].split(":")
        return []
    from PySide6.QtCore import QLocale

    return list(QLocale.system().uiLanguages())


def install(application: QCoreApplication, setting: str) -> str:
    """Make APPLICATION speak; translators belong to it from then on. Returns the language spoken."""
    language = language_of(setting, system_languages(os.environ, sys.platform))
    if language == ENGLISH:
        _load(application, str(resource("i18n")), f"zbreader_{ENGLISH}")
    return language


def install_own_of_qt(application: QCoreApplication, language: str) -> None:
    """Qt's own words (buttons of dialogs, menus of text fields) in LANGUAGE; nothing of it is seen at the start."""
    from PySide6.QtCore import QLibraryInfo, QLocale

    QLocale.setDefault(QLocale(language))
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
    return filled(template, values)


def _load(application: QCoreApplication, folder: str, name: str) -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator(application)
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
