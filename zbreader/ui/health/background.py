"""What is done while nobody asks: backups when they are due, a trial restore a month, a look at what others changed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zbreader.model.errors import KnownError
from zbreader.services.presence import Presence
from zbreader.services.whereabouts import network_share
from zbreader.ui.notice import NoticeBar
from zbreader.ui.operations import Operations

if TYPE_CHECKING:
    from zbreader.services.library import Services
    from zbreader.services.safekeeping import Trial

ARRIVED = 1500  # milliseconds after the window was built: who else is here?
FIRST = 20_000  # milliseconds until the first look at the backups: the person is reading by then
EVERY = 10 * 60 * 1000  # milliseconds between two looks whether a backup is due
WATCH = 2000  # milliseconds between two looks at what other programs changed
SHARE_TOLD = "place.told"  # the kind of network share that was warned about

logger = logging.getLogger(__name__)


class Background(QObject):
    """Timers that put work on the long lane, behind everything that a person asked for."""

    def __init__(self, services: Services, operations: Operations, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._operations, self._notice = services, operations, notice
        self._presence = Presence(services.directory)
        self._is_looking = False
        self._is_keeping = False
        self._timers = [
            self._timer(ARRIVED, self.arrive, once=True),
            self._timer(FIRST, self.keep, once=True),
            self._timer(EVERY, self.keep),
            self._timer(WATCH, self.watch),
        ]

    def stop(self) -> None:
        """Begin nothing any more, and let the next window be the first."""
        for timer in self._timers:
            timer.stop()
        self._presence.leave()
        self._services.watching.close()

    def arrive(self) -> None:
        """See whether another window has this library open, and where it lies; tell both, the second only once."""

        def look() -> tuple[bool, str | None]:
            return self._presence.enter(), network_share(self._services.directory)

        self._operations.behind(look, on_done=self._on_arrived)

    def keep(self) -> None:
        """A backup when one is due and something changed; once a month a trial restore."""
        if self._is_keeping:
            return
        self._is_keeping = True

        def work() -> Trial | None:
            from zbreader.services.backup_files import Reason

            safe = self._services.safekeeping
            if safe.is_due():
                safe.keep(Reason.SCHEDULE)
            return safe.try_restore() if safe.is_trial_due() else None

        self._operations.behind(work, on_done=self._on_kept, on_error=self._on_not_kept)

    def watch(self) -> None:
        """Publish what another program changed."""
        if not self._is_looking:
            self._is_looking = True
            self._operations.behind(self._services.watching.look, on_done=self._on_looked, on_error=self._on_not_looked)

    def _timer(self, milliseconds: int, slot: object, *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.timeout.connect(slot)
        timer.start(milliseconds)
        return timer

    def _on_arrived(self, found: tuple[bool, str | None]) -> None:
        is_alone, share = found
        if not is_alone:
            self._notice.tell(
                self.tr("这个资料库已经在另一个窗口里打开。两边可以同时看、同时记，改动会互相看到；撤销只管各自做的。")
            )
        elif share and self._services.settings.get(SHARE_TOLD) != share:
            self._notice.warn(
                self.tr("资料库放在网络位置上。几台电脑同时打开有损坏的危险；请放到本机，用“交笔记”和“收笔记”来合作。")
            )
            self._operations.run(lambda: self._services.settings.set(SHARE_TOLD, share))

    def _on_kept(self, trial: Trial | None) -> None:
        self._is_keeping = False
        if trial is not None and trial.fault:
            self._notice.warn(self.tr("每月一次的试恢复没有成功。请打开“帮助 → 库体检”看看。"))

    def _on_not_kept(self, error: BaseException) -> None:
        self._is_keeping = False
        if isinstance(error, KnownError):
            logger.warning("no scheduled backup: %s", error)
            self._notice.warn(self.tr("自动备份没有做成。请打开“帮助 → 库体检”看看。"))
        else:
            self._operations.failed.emit(error)

    def _on_looked(self, _changes: object) -> None:
        self._is_looking = False

    def _on_not_looked(self, error: BaseException) -> None:
        self._is_looking = False
        # A busy or closing library is looked at the next time.
        if not isinstance(error, KnownError):
            self._operations.failed.emit(error)
