"""Files of corrections at the desk and in the window: saved with a signature or without, taken in from others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QWidget

from zbreader.services.settings import SIGN
from zbreader.services.trusting import Origin, Standing
from zbreader.text.file_names import file_name
from zbreader.ui.correcting.asking import AskDialog
from zbreader.ui.exchanging.protection import SignBox
from zbreader.ui.exporting.place import ask_place
from zbreader.ui.settings import keys
from zbreader.ui.settings.folders import last_folder
from zbreader.ui.translation import translated

if TYPE_CHECKING:
    from zbreader.services.handing_corrections import Applied
    from zbreader.services.library import Services
    from zbreader.ui.correcting.desk import CorrectionDesk
    from zbreader.ui.correcting.desk_deeds import DeskDeeds
    from zbreader.ui.operations import Operations

SUFFIX = ".zbfix"
Take = Callable[[frozenset[str]], object]
Failed = Callable[[BaseException], None]


class SaveDialog(AskDialog):
    """Whether the file is signed; then where it is put."""

    def __init__(self, services: Services, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("correcting", "保存校订"), parent)
        hint = QLabel(_said("存成文件，给有同一份原文件的人套用；上面写着您的姓名。"), self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.form.addRow(hint)
        self.signing = SignBox(services, operations, self)
        self.form.addRow(self.signing)
        self.ok.setText(QCoreApplication.translate("correcting", "选择位置…"))


class FileDeeds(QObject):
    """Saves the corrections of the desk's issue to files, and applies those of others to it."""

    def __init__(self, services: Services, operations: Operations, desk: CorrectionDesk, deeds: DeskDeeds) -> None:
        super().__init__(deeds)
        self._services, self._operations, self._desk, self._deeds = services, operations, desk, deeds

    def save(self) -> None:
        """Ask how and where to, and write the corrections to a file."""
        dialog = SaveDialog(self._services, self._operations, self._desk)

        def choose() -> None:
            sign = dialog.signing.wanted()
            path = self._chosen_place()
            if path is not None:
                self._operations.run(lambda: self._services.settings.set(SIGN, sign or None))
                self.save_to(path, sign=sign)

        dialog.accepted.connect(choose)
        dialog.open()

    def save_to(self, path: Path, *, sign: bool = False) -> None:
        """Write the corrections to the file PATH."""
        issue_id = self._deeds.issue_id

        def save() -> int:
            count = self._services.handing_corrections.save(issue_id, path, sign=sign)
            self._services.settings.set(keys.CORRECTIONS_FOLDER, str(path.parent))
            return count

        def tell(count: int) -> None:
            words = self.tr("{count} 处校订存到了 {file}。").format(count=count, file=path)
            self._desk.notice.tell(words)

        self._operations.run(save, on_done=tell, on_error=self._deeds.on_error)

    def apply(self) -> None:
        """Choose a file of corrections and apply them."""
        folder = str(last_folder(self._services.settings, keys.CORRECTIONS_FOLDER))
        chosen, _ = QFileDialog.getOpenFileName(
            self._desk, self.tr("应用校订文件"), folder, self.tr("校订文件 (*.zbfix)")
        )
        if chosen:
            self.apply_from(Path(chosen))

    def apply_from(self, path: Path) -> None:
        """Apply the corrections of the file PATH, once it is clear whose they are."""

        def tell(applied: Applied) -> None:
            self._deeds.on_done(applied.corrected)
            self._desk.notice.tell(applied_words(applied))

        def take(trusted: frozenset[str]) -> None:
            self._desk.set_busy(True)
            self._operations.run(
                lambda: self._services.handing_corrections.apply(path, trusted),
                on_done=tell,
                on_error=self._deeds.on_error,
            )

        FirstLook(self._services, self._operations, path, self._desk, take, self._deeds.on_error)

    def _chosen_place(self) -> Path | None:
        title = self._desk.state.title if self._desk.state else ""
        name = file_name(title) or self.tr("校订")
        settings, kind = self._services.settings, self.tr("校订文件 (*.zbfix)")
        return ask_place(self._desk, settings, self.tr("保存校订"), f"{name}{SUFFIX}", kind, keys.CORRECTIONS_FOLDER)


class FirstLook(QObject):
    """Looks whose the file of corrections PATH is, and lets TAKE apply it, given the keys that are trusted.

    About a signature that is another than before, or gone, somebody at the desk is asked first.
    """

    def __init__(
        self, services: Services, operations: Operations, path: Path, parent: QWidget, take: Take, on_error: Failed
    ) -> None:
        super().__init__(parent)
        self._parent, self._take, self._failed = parent, take, on_error
        operations.ask(
            lambda: services.handing_corrections.origin(path), on_done=self._on_looked, on_error=self._on_error
        )

    def _on_looked(self, origin: Origin) -> None:
        self.deleteLater()
        if origin.standing not in (Standing.CHANGED, Standing.MISSING):
            self._take(frozenset())
            return
        box = QMessageBox(QMessageBox.Icon.Warning, _said("应用校订文件"), translated(origin.said), parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        go = box.addButton(_said("已核对，套用"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        take, trusted = self._take, frozenset([origin.signer] if origin.signer else [])
        go.clicked.connect(lambda: take(trusted))
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_error(self, error: BaseException) -> None:
        self.deleteLater()
        self._failed(error)


def applied_words(applied: Applied) -> str:
    """What came of a file of corrections, and whose it is."""
    count = len(applied.corrected.corrections)
    words = _said("套用了 {count} 处校订。").format(count=count) if count else _said("这些校订都已经在了。")
    is_told = applied.origin.person is not None or applied.origin.signer is not None
    return words + translated(applied.origin.said) if is_told else words


def _said(text: str) -> str:
    return QCoreApplication.translate("correcting", text)
