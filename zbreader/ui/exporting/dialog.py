"""The export dialog: choices on the left, what will be written on the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, IssueSummary
from zbreader.model.study import ExportOptions
from zbreader.services.files import write_whole
from zbreader.services.library import Services
from zbreader.ui.exporting.choice import Choice, Scope, choices, file_name, with_tag
from zbreader.ui.exporting.fields import FieldLines
from zbreader.ui.exporting.own_templates import OwnTemplateLinks
from zbreader.ui.exporting.pdf import PDF, PDF_SUFFIX, pdf_bytes
from zbreader.ui.exporting.place import ask_place
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.theme.choices import SERIF
from zbreader.ui.theme.fonts import font
from zbreader.ui.translation import translated
from zbreader.ui.widgets.drop_down import DropDown
from zbreader.ui.widgets.fitting import fit

PAUSE = 200  # milliseconds after the last choice before the preview is made
PREVIEW_LIMIT = 60_000  # characters shown: enough to judge by
SIZE = (58, 38)  # in heights of the font
FORM_WIDTH = 20
PREVIEW_TYPE = 15  # logical pixels


class ExportDialog(QDialog):
    """Remembers what was chosen last time. The file is written on the worker; `written` tells where."""

    written = Signal(str)  # path

    def __init__(self, services: Services, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出笔记"))
        self._services, self._operations = services, operations
        self._choices: list[Choice] = [Choice(Scope.ALL, AnnotationFilter())]
        self._suffix = {PDF: PDF_SUFFIX}
        self.scope = DropDown(self)
        self.tag = DropDown(self)
        self.format = DropDown(self)
        self.template = DropDown(self)
        self.own = OwnTemplateLinks(services, operations, self)
        self.references = QCheckBox(self.tr("附参考文献格式（GB/T 7714）"), self)
        self.repairs = QCheckBox(self.tr("提示经导入修复的文字"), self)
        self.large = QCheckBox(self.tr("大字"), self)
        self.fields = FieldLines(self)
        self.preview = QTextBrowser(self)
        self.preview.setOpenLinks(False)
        self.preview.setAccessibleName(self.tr("预览"))
        self.preview.document().setDocumentMargin(self.fontMetrics().height() * 1.5)
        self.preview.document().setDefaultFont(font(SERIF, PREVIEW_TYPE))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask_preview)
        self._arrange()
        self._fill()
        self.template.currentIndexChanged.connect(self._show_fields)
        self.own.copied.connect(self._on_template_copied)
        for box in (self.scope, self.tag, self.format, self.template):
            box.currentIndexChanged.connect(self._pause.start)
        for tick in self._boxes():
            tick.toggled.connect(self._pause.start)
        self.fields.changed.connect(self._pause.start)
        self._pause.start()

    def set_place(self, article: Article | None, issue: IssueSummary | None, wanted: AnnotationFilter) -> None:
        """Offer the article and issue that lie open, and choose what WANTED means."""
        self._choices = choices(article, issue)
        known = [choice.wanted for choice in self._choices]
        if wanted not in known:
            scope = Scope.ARTICLE if wanted.article_id else Scope.ISSUE if wanted.issue_id else Scope.CHOSEN
            self._choices.insert(0, Choice(scope, wanted, self.tr("选中的")))
        self.scope.clear()
        names = {
            Scope.ARTICLE: self.tr("本篇：{title}"),
            Scope.ISSUE: self.tr("本期：{title}"),
            Scope.ALL: self.tr("全部笔记"),
            Scope.CHOSEN: self.tr("选中的 {count} 条").format(count=len(wanted.ids or ())),
        }
        for choice in self._choices:
            self.scope.addItem(names[choice.scope].format(title=choice.title))
        start = [choice.wanted for choice in self._choices].index(wanted)
        self.scope.setCurrentIndex(start)

    @property
    def state(self) -> str:
        """Why there is no preview; empty when there is one."""
        return "" if self._state.isHidden() else self._state.text()

    def options(self) -> ExportOptions:
        """What was chosen about the looks."""
        return ExportOptions(
            self.template.currentText(),
            self.fields.values(),
            repairs=self.repairs.isChecked(),
            references=self.references.isChecked(),
            large=self.large.isChecked(),
        )

    def wanted(self) -> AnnotationFilter:
        """Which notes were chosen."""
        choice = self._choices[max(0, self.scope.currentIndex())]
        return with_tag(choice.wanted, self.tag.currentData() or "")

    def maker(self) -> Callable[[str, ExportOptions], bytes]:
        """What makes the document, in a format and as options say; called on the worker."""
        wanted, exporting = self.wanted(), self._services.exporting
        return lambda format, options: exporting.export(wanted, format, options=options)

    def known_fields(self, labels: Sequence[str]) -> dict[str, str]:
        """What the fields of these LABELS begin with: what was filled in last time."""
        kept = self._services.settings.get(keys.EXPORT_FIELDS, {})
        return {label: str(kept.get(label, "")) for label in labels} if isinstance(kept, dict) else {}

    def kept_fields(self) -> dict[str, object]:
        """The setting that keeps what is filled in now."""
        kept = self._services.settings.get(keys.EXPORT_FIELDS, {})
        return {keys.EXPORT_FIELDS: {**(kept if isinstance(kept, dict) else {}), **self.fields.values()}}

    def file_title(self) -> str:
        """What the file is called after: the article or the issue."""
        return self._choices[max(0, self.scope.currentIndex())].title

    def save_to(self, path: Path) -> None:
        """Write the file and close."""
        make, chosen, options = self.maker(), self.format.currentData(), self.options()
        settings = self._services.settings
        values = {
            keys.EXPORT_FOLDER: str(path.parent),
            keys.EXPORT_FORMAT: chosen,
            keys.EXPORT_TEMPLATE: options.template,
            keys.EXPORT_MORE: [box.objectName() for box in self._boxes() if box.isChecked()],
            **self.kept_fields(),
        }

        def write() -> str:
            if chosen == PDF:
                write_whole(path, pdf_bytes(make("html", options).decode()))
            else:
                write_whole(path, make(chosen, options))
            for key, value in values.items():
                settings.set(key, value)
            return str(path)

        self._operations.run(write, on_done=self._on_written)

    def _arrange(self) -> None:
        gap = self.fontMetrics().height()
        middle = QHBoxLayout()
        middle.setSpacing(gap)
        middle.addWidget(self._left_side(gap))
        middle.addLayout(self._right_side(), 1)
        self._save = QPushButton(self.tr("导出到文件…"), self)
        self._save.setDefault(True)
        self._save.clicked.connect(self._choose_file)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def _left_side(self, gap: int) -> QWidget:
        self._form = form = QFormLayout()
        form.setVerticalSpacing(gap // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("导出哪些笔记"), self.scope)
        form.addRow(self.tr("标签"), self.tag)
        form.addRow(self.tr("文件格式"), self.format)
        form.addRow(self.tr("样式"), self.template)
        for box in (self.scope, self.tag, self.format, self.template):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        left = QWidget(self)
        left.setFixedWidth(gap * FORM_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.own)
        for tick in self._boxes():
            column.addWidget(tick)
        column.addSpacing(gap // 2)
        column.addWidget(self.fields, 1)
        column.addStretch(0)
        return left

    def _boxes(self) -> tuple[QCheckBox, ...]:
        named = (("references", self.references), ("repairs", self.repairs), ("large", self.large))
        for name, box in named:
            box.setObjectName(name)
        return tuple(box for _, box in named)

    def _right_side(self) -> QVBoxLayout:
        self._state = QLabel(self)
        self._state.setObjectName("quiet")
        self._state.setWordWrap(True)
        self._state.hide()
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self._state)
        return right

    def _fill(self) -> None:
        settings = self._services.settings
        for one in self._services.exporting.formats():
            self.format.addItem(translated(one.label), one.name)
            self._suffix[one.name] = one.suffix
        self.format.insertItem(1, self.tr("PDF（打印、存档）"), PDF)
        self.format.setCurrentIndex(max(0, self.format.findData(settings.get(keys.EXPORT_FORMAT))))
        self.template.addItems(self._services.exporting.templates())
        self.template.setCurrentIndex(max(0, self.template.findText(str(settings.get(keys.EXPORT_TEMPLATE, "")))))
        more = settings.get(keys.EXPORT_MORE, [])
        for tick in self._boxes():
            tick.setChecked(isinstance(more, list) and tick.objectName() in more)
        self.tag.addItem(self.tr("不限"), "")
        self._operations.ask(self._services.annotating.all_tags, on_done=self._on_tags)
        self._show_fields()

    def _on_tags(self, tags: list[str]) -> None:
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setEnabled(bool(tags))

    def _show_fields(self) -> None:
        chosen, exporting = self.template.currentText(), self._services.exporting
        self.own.set_sheet(chosen)
        self._operations.ask(
            lambda: (exporting.labels(chosen), exporting.long_labels(chosen)),
            on_done=self._on_labels,
            on_error=self._on_no_preview,
            key="export labels",
        )

    def _on_labels(self, found: tuple[list[str], frozenset[str]]) -> None:
        labels, long = found
        self.fields.show_labels(labels, self.known_fields(labels), long)
        self._pause.start()

    def _on_template_copied(self, name: str) -> None:
        self.template.clear()
        self.template.addItems(self._services.exporting.templates())
        self.template.setCurrentIndex(max(0, self.template.findText(name)))

    def _ask_preview(self) -> None:
        make, options = self.maker(), self.options()
        self._operations.ask(
            lambda: make("md", options).decode(),
            on_done=self._on_preview,
            on_error=self._on_no_preview,
            key="export preview",
        )

    def _on_preview(self, text: str) -> None:
        self.preview.document().setMarkdown(text[:PREVIEW_LIMIT], QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._state.hide()
        self._save.setEnabled(True)

    def _on_no_preview(self, error: BaseException) -> None:
        self.preview.clear()
        self._save.setEnabled(False)
        if isinstance(error, KnownError):
            self._state.setText(translated(error))
            self._state.show()
        else:
            self._operations.failed.emit(error)

    def _choose_file(self) -> None:
        title = self.file_title()
        suffix = self._suffix[self.format.currentData()]
        values = self.fields.values()
        branch = next((value for label, value in values.items() if label.startswith("所在党支部")), "")
        day = datetime.now().astimezone().date().isoformat()
        name = file_name(day, title, self.template.currentText(), suffix, branch=branch)
        kind = f"{self.format.currentText()} (*{suffix})"
        path = ask_place(self, self._services.settings, self.tr("导出到"), name, kind)
        if path is not None:
            self.save_to(path)

    def _on_written(self, path: str) -> None:
        self.written.emit(path)
        self.accept()
