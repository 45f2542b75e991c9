"""Whose issue packs are about to be imported: asked before, when a signature is new or another than before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from zbreader.services.trusting import Standing
from zbreader.ui.translation import noop, translated

if TYPE_CHECKING:
    from zbreader.services.trusting import Origin


def ask_about(origins: Sequence[Origin], parent: QWidget, then: Callable[[], None]) -> None:
    """THEN, after the person has agreed to what is new or has changed; at once when nothing is."""
    told = [one for one in origins if one.standing in (Standing.NEW, Standing.NAMESAKE, Standing.CHANGED)]
    if not told:
        then()
        return
    is_changed = any(one.standing is Standing.CHANGED for one in told)
    icon = QMessageBox.Icon.Warning if is_changed else QMessageBox.Icon.Question
    box = QMessageBox(icon, _said(_TITLE), _said(_ASKED), parent=parent)
    box.setInformativeText("\n\n".join(translated(one.said) for one in told))
    go = box.addButton(_said(_CHECKED if is_changed else _GO), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel if is_changed else go)
    go.clicked.connect(then)
    box.finished.connect(box.deleteLater)
    box.open()


def words_about(origins: Sequence[Origin]) -> str:
    """Who made packs that nothing had to be asked about, in a sentence each; empty when they do not tell."""
    quiet = (Standing.UNSIGNED, Standing.MISSING, Standing.OWN, Standing.KNOWN)
    return "".join(translated(one.said) for one in origins if one.standing in quiet and (one.person or one.signer))


def _said(text: str) -> str:
    return QCoreApplication.translate("packs", text)


_TITLE = noop("packs", "导入期刊包")
_ASKED = noop("packs", "导入这些期刊包吗？")
_GO = noop("packs", "导入")
_CHECKED = noop("packs", "已核对，导入")
