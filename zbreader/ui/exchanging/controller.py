"""Who writes here, and the folder that is shared: what keeps running beside the reading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from zbreader.model.errors import Cancelled
from zbreader.services.settings import PERSON, PERSON_ASKED, SHARED_FOLDER

if TYPE_CHECKING:
    from zbreader.model.issue import IssueSummary
    from zbreader.model.person import Person
    from zbreader.services.sharing import SharedFolder
    from zbreader.ui.exchanging.share import ShareDialog
    from zbreader.ui.main_window import MainWindow

FIRST_LOOK = 4000  # milliseconds after the window is furnished
EVERY = 10 * 60 * 1000  # milliseconds between two looks at the shared folder


class ExchangeController(QObject):
    """Belongs to one window. Dialogs and services are loaded when they are first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ShareDialog | None = None
        self._is_syncing = False
        self._was_there = True
        self._told_of: frozenset[str] = frozenset()  # refused files
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.sync)
        self._timer.start()
        QTimer.singleShot(FIRST_LOOK, self, self.sync)
        window.actions_by_name.connect_all(
            {"who": self.who, "share_folder": self.share_folder, "pack_issues": self.pack}
        )
        window.bridge.annotations_changed.connect(self._on_annotations_changed)
        window.bridge.issues_changed.connect(self._on_issues_changed)

    def who(self) -> None:
        """Ask who writes."""
        people = self._window.services.people
        self._window.operations.ask(lambda: (people.here(), people.current(), people.known()), on_done=self._show_who)

    def share_folder(self) -> None:
        """Show the shared folder."""
        from zbreader.ui.exchanging.share import ShareDialog

        window, sharing = self._window, self._window.services.sharing
        self._dialog = dialog = ShareDialog(sharing.folder, window, tells_read=sharing.tells_read)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.folder_chosen.connect(self._on_folder_chosen)
        dialog.telling_read.connect(lambda tell: window.operations.run(lambda: sharing.tell_read(tell)))
        dialog.sync_requested.connect(lambda: self.sync(by_hand=True))
        dialog.accepted_doubtful.connect(lambda accepted: self.sync(by_hand=True, accepted=accepted))
        dialog.open()

    def look_at_folder(self) -> None:
        """Show the shared folder, and how it stands now."""
        self.share_folder()
        self.sync(by_hand=True)

    def pack(self) -> None:
        """Ask which issues go into a pack."""
        self._window.operations.ask(self._window.services.reading.issues, on_done=self._show_pack)

    def sync(self, *, by_hand: bool = False, accepted: frozenset[str] = frozenset()) -> None:
        """Bring library and folder in step, if a folder is shared and no sync is under way.

        accepted: SHA-256 of files that are taken although their signature is another than before.
        """
        if self._is_syncing or not self._window.services.settings.get(SHARED_FOLDER):
            return
        self._is_syncing = True
        sharing = self._window.services.sharing
        if self._dialog is not None:
            self._dialog.show_busy()
        self._window.operations.start(
            lambda job: sharing.sync(job, undoable=by_hand, accepted=accepted),
            self.tr("正在同步共享文件夹…"),
            on_done=self._on_synced,
            on_error=self._on_not_synced,
        )

    def _show_who(self, found: tuple[list[Person], Person, list[Person]]) -> None:
        from zbreader.ui.exchanging.who import WhoDialog

        window = self._window
        here, current, known = found
        dialog = WhoDialog(window.services.people, here, current, window, elsewhere=known)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def do() -> None:
            deed = dialog.deed()
            if deed is not None:
                window.operations.run(deed)

        def remove() -> None:
            person = dialog.person_to_remove()
            if person is not None:
                window.operations.run(lambda: window.services.people.leave(person.id))
            dialog.reject()

        dialog.accepted.connect(do)
        dialog.remove.clicked.connect(remove)
        dialog.open()

    def _show_pack(self, issues: list[IssueSummary]) -> None:
        from zbreader.ui.exchanging.pack import PackDialog

        window, current = self._window, self._window.open.issue
        dialog = PackDialog(window.services, window.operations, issues, current.id if current else None, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(
            lambda path, count: window.notice.tell(self.tr("已把 {count} 期存到 {path}").format(count=count, path=path))
        )
        dialog.open()

    def _on_annotations_changed(self, _ids: object) -> None:
        """After the first note: ask for a name, once, where it does not stand in the way."""
        settings = self._window.services.settings
        if settings.get(PERSON) or settings.get(PERSON_ASKED):
            return
        self._window.operations.run(self._window.services.people.was_asked)
        self._window.notice.tell(
            self.tr("笔记上要写谁的姓名？以后随时可以在“文件 ▸ 我是谁”里填写。"),
            action=self.tr("现在填写"),
            act=self.who,
        )

    def _on_issues_changed(self, ids: frozenset[str]) -> None:
        """Notes of others may have waited for what was imported."""
        self._window.operations.run(lambda: self._window.services.gathering.bring_home(ids))

    def _on_folder_chosen(self, folder: Path | None) -> None:
        sharing = self._window.services.sharing

        def done(_value: object) -> None:
            if self._dialog is not None:
                self._dialog.set_folder(folder)
            if folder is not None:
                self.sync(by_hand=True)

        self._window.operations.run(lambda: sharing.share(folder), on_done=done)

    def _on_synced(self, shared: SharedFolder | None) -> None:
        from zbreader.ui.exchanging.share import shared_words

        self._is_syncing = False
        if self._dialog is not None:
            self._dialog.show_state(shared)
        elif shared is not None and (refused := _refused(shared)) - self._told_of:
            # Once for each file as it is: a look every ten minutes must not nag.
            self._told_of |= refused
            self._window.notice.warn(shared_words(shared), action=self.tr("查看…"), act=self.look_at_folder)
        elif shared is not None and (shared.is_there != self._was_there or shared.report.brings_anything):
            self._window.notice.tell(shared_words(shared))
        self._was_there = shared is None or shared.is_there

    def _on_not_synced(self, error: BaseException) -> None:
        self._is_syncing = False
        if self._dialog is not None:
            self._dialog.set_folder(self._window.services.sharing.folder)
            self._dialog.state.setText("")
        if not isinstance(error, Cancelled):
            self._window.operations.failed.emit(error)

    def _on_dialog_closed(self, _result: int) -> None:
        self._dialog = None


def _refused(shared: SharedFolder) -> frozenset[str]:
    """What tells the files apart that were refused for their signatures."""
    return frozenset([*map(str, shared.broken), *(one.sha256 for one in shared.doubtful)])
