"""The page of the settings that is about signatures: what others compare of one's own, and whose are remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from zbreader.services.library import Services
    from zbreader.services.trusting import Signer
    from zbreader.ui.operations import Operations

ROWS = 7  # signers that are seen at once
DAY = 10  # characters of a date


class SignerSettings(QWidget):
    """Writes nothing until `apply`: what was forgotten by mistake comes back with 取消, and later with 撤销."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forgotten: set[str] = set()
        self.own = self._hint("")
        self.own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label = QLabel(self.tr("记住的签名："), self)
        self.list = QListWidget(self)
        self.list.setObjectName("shelf")
        self.list.setAccessibleName(self.tr("记住的签名"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * (2 * ROWS + 1))
        self.list.itemSelectionChanged.connect(self._on_selection)
        label.setBuddy(self.list)
        self.forget = QPushButton(self.tr("忘记"), self)
        self.forget.setToolTip(self.tr("下次收到这个人签名的文件时，当作第一次见到"))
        self.forget.setEnabled(False)
        self.forget.clicked.connect(self._forget)
        told = self._hint(
            self.tr(
                "第一次收下某人签名的文件，就记住他的签名；以后签名变了或没有了，会先问。"
                "对方换了电脑、指纹已经当面核对过，可以让程序忘记旧的。"
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.forget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        for widget in (self.own, label, self.list):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(told)

    def show_found(self, found: tuple[Sequence[Signer], str | None]) -> None:
        """Fill the list with the signers; beside them the fingerprint of one's own key, None when there is none yet."""
        signers, own = found
        words = self.tr("我的签名的指纹：{fingerprint}").format(fingerprint=own) if own else ""
        self.own.setText(words or self.tr("我还没有签名；交笔记、存期刊包或存校订时勾选“用我的签名”，就会做一个。"))
        self.list.clear()
        for one in signers:
            name = one.name or self.tr("未署名的人")
            since = self.tr("{name}　{day} 起").format(name=name, day=one.since[:DAY]) if one.since else name
            item = QListWidgetItem("\n".join([since, *one.fingerprints]), self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
        if not signers:
            item = QListWidgetItem(self.tr("还没有收到过签名的文件。"), self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def apply(self, services: Services, operations: Operations) -> None:
        """Forget those that were taken out, as one step that can be undone."""
        if self._forgotten:
            forgotten = frozenset(self._forgotten)
            operations.run(lambda: services.trusting.forget(forgotten))

    def _forget(self) -> None:
        for item in self.list.selectedItems():
            self._forgotten.add(str(item.data(Qt.ItemDataRole.UserRole)))
            self.list.takeItem(self.list.row(item))

    def _on_selection(self) -> None:
        self.forget.setEnabled(bool(self.list.selectedItems()))

    def _hint(self, words: str) -> QLabel:
        hint = QLabel(words, self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        return hint
