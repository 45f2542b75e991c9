"""交笔记: one's notes in one file, with one's name on them, for someone else to take in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.issue import Article, IssueSummary
from zbreader.services.library import Services
from zbreader.ui.exporting.choice import Choice, Scope, choices, file_name
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.widgets.drop_down import DropDown

SUFFIX = ".zbnotes"
NAME_LIMIT = 40  # characters
WIDTH = 26  # in heights of the font


class GiveDialog(QDialog):
    """Whose notes and which; `written` tells where they are and how many."""

    written = Signal(str, int)

    def __init__(
        self,
        services: Services,
        operations: Operations,
        article: Article | None,
        issue: IssueSummary | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("交笔记"))
        self._services, self._operations = services, operations
        self._choices: list[Choice] = list(reversed(choices(article, issue)))
        self.person = QLineEdit(str(services.settings.get(keys.PERSON, "")), self)
        self.person.setMaxLength(NAME_LIMIT)
        self.person.setPlaceholderText(self.tr("让收的人知道是谁的笔记"))
        self.scope = DropDown(self)
        names = {
            Scope.ARTICLE: self.tr("本篇：{title}"),
            Scope.ISSUE: self.tr("本期：{title}"),
            Scope.ALL: self.tr("全部笔记"),
        }
        for choice in self._choices:
            self.scope.addItem(names[choice.scope].format(title=choice.title))
        hint = QLabel(self.tr("存成一个文件，用微信、邮件或 U 盘交给组长；组长用“收笔记”收下。"), self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        form = QFormLayout()
        gap = self.fontMetrics().height()
        form.setVerticalSpacing(gap)
        form.addRow(self.tr("姓名："), self.person)
        form.addRow(self.tr("哪些笔记："), self.scope)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = buttons.addButton(self.tr("存成文件…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.setDefault(True)
        save.clicked.connect(self._choose_file)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(gap * WIDTH)

    def wanted(self) -> AnnotationFilter:
        """Which notes were chosen."""
        return self._choices[max(0, self.scope.currentIndex())].wanted

    def save_to(self, path: Path) -> None:
        """Write the file and close."""
        services, wanted, person = self._services, self.wanted(), self.person.text().strip()

        def write() -> int:
            if person:
                services.people.describe(person, services.people.current().group)
            return services.exchanging.save_notes(wanted, path)

        def done(count: int) -> None:
            self.written.emit(str(path), count)
            self.accept()

        self._operations.run(write, on_done=done)

    def _choose_file(self) -> None:
        day = datetime.now().astimezone().date().isoformat()
        name = file_name(day, self.person.text().strip(), self.tr("学习笔记"), SUFFIX)
        folder = Path(str(self._services.settings.get(keys.EXPORT_FOLDER, "")) or Path.home())
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("存成文件"), str(folder / name), self.tr("笔记 (*{suffix})").format(suffix=SUFFIX)
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))
