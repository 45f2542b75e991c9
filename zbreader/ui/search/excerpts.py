"""From a search to a collection of excerpts (专题摘编): a title, a format, a look at it, and a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.errors import KnownError
from zbreader.model.search import ExcerptChoice, SearchOptions
from zbreader.model.study import ExportOptions
from zbreader.services.excerpting import SHEET
from zbreader.ui.exporting.choice import file_name
from zbreader.ui.exporting.place import ask_place
from zbreader.ui.settings import keys
from zbreader.ui.translation import translated
from zbreader.ui.widgets.drop_down import DropDown
from zbreader.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from zbreader.services.library import Services
    from zbreader.ui.operations import Operations

SIZE = (44, 34)  # in heights of the font
PAUSE = 300  # milliseconds before the preview follows
PREVIEW_ARTICLES = 10  # that the preview shows at most
PREVIEW_LIMIT = 40_000  # code points
MOST, USUAL = 500, 100  # articles


class ExcerptDialog(QDialog):
    """Collects the paragraphs around what a query finds."""

    written = Signal(str)  # the file's path

    def __init__(
        self,
        query: str,
        options: SearchOptions,
        services: Services,
        operations: Operations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._query, self._options, self._services, self._operations = query, options, services, operations
        self.setWindowTitle(self.tr("专题摘编"))
        height = self.fontMetrics().height()
        fit(self, SIZE[0] * height, SIZE[1] * height)
        self.title = QLineEdit(self.tr("专题摘编：{query}").format(query=query[:40]), self)
        self.most = QSpinBox(self)
        self.most.setRange(1, MOST)
        self.most.setValue(USUAL)
        self.most.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.most.setSuffix(self.tr(" 篇"))
        self.format = DropDown(self)
        self._suffixes: dict[str, str] = {}
        for one in services.exporting.formats():
            self.format.addItem(translated(one.label), one.name)
            self._suffixes[one.name] = one.suffix
        more = services.settings.get(keys.EXPORT_MORE, [])
        self.references = QCheckBox(self.tr("附参考文献格式（GB/T 7714）"), self)
        self.references.setChecked(isinstance(more, list) and "references" in more)
        self._arrange()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask_preview)
        self.title.textChanged.connect(lambda _text: self._pause.start())
        self.most.valueChanged.connect(lambda _value: self._pause.start())
        self.references.toggled.connect(lambda _on: self._pause.start())
        self._ask_preview()

    def choice(self, most: int = MOST) -> ExcerptChoice:
        """What is to be collected, of at most MOST articles."""
        title = self.title.text().strip() or None
        return ExcerptChoice(self._query, self._options, title=title, most=min(self.most.value(), most))

    def options(self) -> ExportOptions:
        """How it is to look."""
        return ExportOptions(SHEET, references=self.references.isChecked())

    def save_to(self, path: Path) -> None:
        """Write the file and close."""
        wanted, format, options = self.choice(), self.format.currentData(), self.options()
        self.save.setEnabled(False)
        self._operations.run(
            lambda: self._services.excerpting.export_to(path, wanted, format, options=options),
            on_done=lambda _size: self._on_written(str(path)),
            on_error=self._on_error,
        )

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("标题"), self.title)
        form.addRow(self.tr("最多"), self.most)
        form.addRow(self.tr("文件格式"), self.format)
        form.addRow("", self.references)
        self.preview = QTextBrowser(self)
        self.preview.setAccessibleName(self.tr("预览"))
        self._state = QLabel(self)
        self._state.setObjectName("quiet")
        self._state.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = buttons.addButton(self.tr("存为文件…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.save.setEnabled(False)
        buttons.accepted.connect(self._choose_file)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self._state)
        layout.addWidget(buttons)

    def _ask_preview(self) -> None:
        wanted, options = self.choice(PREVIEW_ARTICLES), self.options()
        most = min(self.most.value(), PREVIEW_ARTICLES + 1)  # one more tells that there are more

        def look() -> tuple[str, bool]:
            text = self._services.excerpting.export(wanted, "md", options=options).decode()
            return text, len(self._services.searching.article_ids(wanted.query, wanted.options, most)) > wanted.most

        self._operations.ask(
            look,
            on_done=self._on_preview,
            on_error=self._on_error,
            key="excerpts",
        )

    def _on_preview(self, looked: tuple[str, bool]) -> None:
        text, is_cut = looked
        self.preview.document().setMarkdown(text[:PREVIEW_LIMIT], QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._state.setText(self.tr("预览只显示前 {count} 篇。").format(count=PREVIEW_ARTICLES) if is_cut else "")
        self.save.setEnabled(True)

    def _on_error(self, error: BaseException) -> None:
        self.save.setEnabled(False)
        if isinstance(error, KnownError):
            self._state.setText(translated(error))
        else:
            self._operations.failed.emit(error)

    def _on_written(self, path: str) -> None:
        self.written.emit(path)
        self.accept()

    def _choose_file(self) -> None:
        suffix = self._suffixes[self.format.currentData()]
        name = file_name("", self.title.text(), "", suffix)
        kind = f"{self.format.currentText()} (*{suffix})"
        path = ask_place(self, self._services.settings, self.tr("导出到"), name, kind)
        if path is not None:
            self.save_to(path)
