"""The menu of prompts beside a note's text, and the field in which a person writes prompts of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from zbreader.services.prompting import Prompt, as_text, from_text
from zbreader.ui.widgets.fitting import fit

SIZE = (32, 30)  # in heights of the font


class PromptMenu(QMenu):
    """Asks for the prompts each time it opens."""

    def __init__(
        self,
        prompts: Callable[[], Sequence[Prompt]],
        insert: Callable[[Sequence[str]], object],
        change: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._prompts, self._insert, self._change = prompts, insert, change
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what there is now."""
        self.clear()
        for number, one in enumerate(self._prompts(), start=1):
            key = f"&{number} " if number < 10 else ""
            action = self.addAction(key + one.name.replace("&", "&&"), lambda lines=one.lines: self._insert(lines))
            action.setToolTip("\n".join(one.lines))
        self.addSeparator()
        self.addAction(self.tr("修改提示…"), self._change)


class PromptDialog(QDialog):
    """A name on a line, its lines below it, an empty line between two: nothing to learn."""

    def __init__(self, prompts: Sequence[Prompt], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("笔记提示"))
        told = QLabel(self.tr("每组第一行是名字，下面是要填的各行；两组之间空一行。全部删掉就恢复原来的。"), self)
        told.setWordWrap(True)
        self.text = QPlainTextEdit(as_text(prompts), self)
        self.text.setAccessibleName(self.tr("笔记提示"))
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        gap = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.addWidget(told)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        fit(self, SIZE[0] * gap, SIZE[1] * gap)

    def prompts(self) -> list[Prompt]:
        """What the field says now."""
        return from_text(self.text.toPlainText())
