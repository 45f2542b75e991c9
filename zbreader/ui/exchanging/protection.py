"""签名 and 密码: what guards a file on its way, asked wherever one is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QFormLayout, QInputDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from zbreader.exchange.sealing import SHORTEST
from zbreader.services.library import Services
from zbreader.services.settings import SIGN
from zbreader.ui.operations import Operations

PASSWORD_LIMIT = 200  # characters


class SignBox(QWidget):
    """Whether a file is signed, remembered from last time, and what others can compare of the signature."""

    def __init__(self, services: Services, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._operations = services, operations
        self.sign = QCheckBox(self.tr("用我的签名"), self)
        self.sign.setToolTip(
            self.tr("收的人看得出是不是你做的、路上有没有被改动；第一次签名时会做一把钥匙，留在资料库里")
        )
        self.sign.setChecked(services.settings.get(SIGN, False) is True)
        self.fingerprint = QLabel(self)
        self.fingerprint.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sign)
        layout.addWidget(self.fingerprint)
        self.sign.toggled.connect(self._look)
        self._look(self.sign.isChecked())

    def wanted(self) -> bool:
        """Whether to sign."""
        return self.sign.isChecked()

    def keep(self) -> None:
        """Remember the choice; called on the worker with what is written."""
        self._services.settings.set(SIGN, self.sign.isChecked() or None)

    def _look(self, wanted: bool) -> None:
        self.fingerprint.setVisible(wanted)
        if wanted:
            trusting = self._services.trusting
            self._operations.ask(trusting.own_fingerprint, on_done=self._show, key="own fingerprint")

    def _show(self, fingerprint: str | None) -> None:
        if fingerprint is None:
            self.fingerprint.setText(self.tr("还没有签名，保存时会做一个"))
        else:
            self.fingerprint.setText(self.tr("指纹：{fingerprint}").format(fingerprint=fingerprint))


class PasswordFields(QObject):
    """Two rows of a form: a password, and the same again once there is one."""

    def __init__(self, form: QFormLayout, parent: QWidget, on_changed: Callable[[], None]) -> None:
        super().__init__(parent)
        self._form = form
        self.first, self.second = QLineEdit(parent), QLineEdit(parent)
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMaxLength(PASSWORD_LIMIT)
            field.textChanged.connect(self._on_changed)
        self.first.setPlaceholderText(self.tr("可以不设；至少 {count} 个字符，另外告诉收的人").format(count=SHORTEST))
        self._told = on_changed
        form.addRow(self.tr("密码："), self.first)
        form.addRow(self.tr("再写一次："), self.second)
        form.setRowVisible(self.second, False)

    def is_ready(self) -> bool:
        """Whether there is none, or the same one twice and long enough."""
        text = self.first.text()
        return not text or (len(text) >= SHORTEST and text == self.second.text())

    def password(self) -> str | None:
        """The password; None when none is wanted."""
        return self.first.text() or None

    def _on_changed(self, _text: str) -> None:
        self._form.setRowVisible(self.second, bool(self.first.text()))
        self._told()


def ask_password(parent: QWidget, title: str, words: str, then: Callable[[str | None], None]) -> QInputDialog:
    """Ask for a password without showing what is typed; THEN gets it, or None."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(words)
    dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    dialog.textValueSelected.connect(then)
    dialog.rejected.connect(lambda: then(None))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
