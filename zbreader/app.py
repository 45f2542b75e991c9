"""The roof over the window: reads the words of the command line, builds everything once, and never ends in silence."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import logging

    from PySide6.QtWidgets import QApplication

    from zbreader.services.library import Services
    from zbreader.ui.health.reporting import Reporter
    from zbreader.ui.main_window import MainWindow

SETTLED = 1000  # milliseconds after which the window has begun its work
INPUT_METHOD_VARIABLES = ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS", "GTK_IM_MODULE")


class WindowWords(NamedTuple):
    """What the command line says about the window. library: None for the usual place."""

    library: str | None = None
    files: tuple[Path, ...] = ()


def run_window(words: Sequence[str]) -> int:
    """Open the window; WORDS are `[--library DIR] [FILE…]`. Returns the exit status (0, 1 or 2)."""
    try:
        wanted = read_words(words)
    except ValueError as error:
        return _say(str(error), 2)
    os.environ.update(input_method(os.environ, sys.platform, is_packaged=hasattr(sys, "frozen")))
    if not has_display(os.environ, sys.platform):
        return _say("找不到图形界面，窗口打不开。请在桌面环境里启动，或用命令行：zbreader --help 列出全部命令。", 1)
    gc.disable()  # for every thread; `ui.cycles` searches on the window's
    try:
        return _run(_application(), wanted)
    finally:
        gc.enable()


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # The style as a word: setStyle would give back a QStyle, whose hundreds of names are a fiftieth of a start.
    return QApplication(["zbreader", "-style", "Fusion"])


def read_words(words: Sequence[str]) -> WindowWords:
    """The meaning of the words. Raises ValueError with one sentence for words that mean nothing."""
    library: str | None = None
    files: list[Path] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--library" and rest:
            library = rest.pop(0)
        elif word.startswith("--library="):
            library = word.partition("=")[2]
        elif word == "--library":
            raise ValueError("--library 后面要写资料库文件夹，例如 --library ~/学习。")
        elif word == "--":
            files += map(Path, rest)
            break
        elif word.startswith("-"):
            raise ValueError(f"不认识选项 {word}。zbreader --help 列出全部命令和选项。")
        else:
            files.append(Path(word))
    return WindowWords(library, tuple(path.absolute() for path in files))


def input_method(environment: Mapping[str, str], platform: str, *, is_packaged: bool = False) -> dict[str, str]:
    """What to add to the environment so that Chinese can be typed.

    Qt's wheels carry no plugin for fcitx; our packages do. From source, fcitx 5 answers to ibus, and the portal
    spares a search for an ibus daemon.
    """
    if not platform.startswith("linux"):
        return {}
    if any("fcitx" in environment.get(name, "").lower() for name in INPUT_METHOD_VARIABLES):
        module = {"QT_IM_MODULE": "fcitx"} if is_packaged else {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}
        # Where there is a list, Qt looks at nothing else.
        return {**module, "QT_IM_MODULES": module["QT_IM_MODULE"]} if environment.get("QT_IM_MODULES") else module
    return {}


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be shown: without this question Qt would end the process in the middle of a sentence."""
    if not platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _run(application: QApplication, wanted: WindowWords) -> int:
    from zbreader.model.errors import KnownError
    from zbreader.services.folder import library_directory
    from zbreader.ui.health.reporting import Reporter
    from zbreader.ui.translation import translated

    directory = library_directory(wanted.library).absolute()
    log = Log(directory)
    reporter = Reporter(application.activeWindow, log.open, application)
    try:
        with reporter.installed():
            services = _open(directory)
            try:
                return _show(application, services, reporter, wanted.files)
            finally:
                services.close()
    except KnownError as error:
        if _is_rescued(error, directory, translated(error)):
            return _run(application, wanted)
        return _refuse(translated(error))
    except Exception as error:
        reporter.report(error)
        return _refuse(f"程序没能启动，原因已记入日志：{log.folder}。")
    finally:
        log.close()


class Log:
    """The library's log, opened when something is to be written: most starts have nothing to say."""

    def __init__(self, directory: Path) -> None:
        self.folder = directory / "logs"
        self._handler: logging.Handler | None = None

    def open(self) -> None:
        """Write what is logged to the library's folder from now on."""
        if self._handler is None:
            from zbreader.services.logbook import open_log

            self._handler = open_log(self.folder)

    def close(self) -> None:
        """End what `open` began."""
        if self._handler is not None:
            from zbreader.services.logbook import close_log

            close_log(self._handler)


def _is_rescued(error: Exception, directory: Path, sentence: str) -> bool:
    """Whether there is a library in the place of a damaged one, recovered or from a backup, as the person wished."""
    from zbreader.services.library import BACKUPS
    from zbreader.store.errors import DamagedFile

    if not isinstance(error, DamagedFile):
        return False
    from zbreader.services.rescuing import recover_library, restore_library
    from zbreader.ui.health.rescue import rescue

    return rescue(
        sentence,
        directory / BACKUPS,
        lambda job: recover_library(directory, clock=_now, random_bits=random_bits, job=job),
        lambda backup: restore_library(directory, backup, clock=_now, random_bits=random_bits),
    )


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _open(directory: Path) -> Services:
    from zbreader.services.library import open_library

    return open_library(directory, clock=_now, random_bits=random_bits)


def random_bits(count: int) -> int:
    """COUNT random bits from the system (as secrets.randbits, without what that module loads)."""
    return int.from_bytes(os.urandom((count + 7) // 8), "big") >> -count % 8


def _show(application: QApplication, services: Services, reporter: Reporter, files: Sequence[Path]) -> int:
    from PySide6.QtCore import QTimer

    from zbreader.resources import packaged
    from zbreader.services.carried import carried_files, carried_places, is_template, not_brought, preset
    from zbreader.ui.cycles import CycleSearch
    from zbreader.ui.health.closing import keep_at_close
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.settings import keys
    from zbreader.ui.settings.window_state import fit_screen
    from zbreader.ui.theme.fonts import window_font
    from zbreader.ui.translation import SYSTEM, install, install_own_of_qt

    application.setApplicationName("zbreader")
    application.setDesktopFileName("zbreader")
    language = install(application, str(services.settings.get(keys.LANGUAGE, SYSTEM)))
    application.setApplicationDisplayName(application.translate("app", "支部阅读"))
    application.setFont(window_font(application.font()))
    places = carried_places(Path(sys.executable), packaged())
    preset(places, services.settings)
    carried = carried_files(places)
    new = not_brought(carried, services.settings)
    window = MainWindow(services, reporter.report, offers_sample=all(map(is_template, new)))
    fit_screen(services.settings, window)
    window.show()
    window.bring(list(files))
    if new:
        QTimer.singleShot(SETTLED, lambda: _bring_carried(window, carried))
    QTimer.singleShot(SETTLED, reporter.ready)
    cycles = CycleSearch()
    QTimer.singleShot(SETTLED, cycles, cycles.start)
    QTimer.singleShot(SETTLED, lambda: install_own_of_qt(application, language))
    status = application.exec()
    cycles.stop()
    keep_at_close(services)
    return status


def _bring_carried(window: MainWindow, files: Sequence[Path]) -> None:
    """Import what came with the program, after the window has begun its work."""
    window.furnish()
    window.importing.bring_carried(files)


def _refuse(sentence: str) -> int:
    """The library cannot be opened: say so where it is seen, in a box and on standard error."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    status = _say(sentence, 1)
    if QApplication.platformName() not in ("offscreen", "minimal"):
        QMessageBox.critical(None, QApplication.translate("app", "支部阅读"), sentence)
    return status


def _say(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status
