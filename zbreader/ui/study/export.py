"""Sheets about sessions: the export dialog, filled from what the sessions know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from zbreader.exporters.template import field_name
from zbreader.model.study import ExportOptions
from zbreader.ui.exporting.dialog import ExportDialog

if TYPE_CHECKING:
    from zbreader.services.library import Services
    from zbreader.ui.operations import Operations


class SessionExportDialog(ExportDialog):
    """Everything of the export dialog but the choice of notes: they are those on the sessions' articles."""

    def __init__(
        self,
        services: Services,
        operations: Operations,
        session_ids: Sequence[str],
        sheet: str,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        self._session_ids = list(session_ids)
        self._known: dict[str, str] = {}
        super().__init__(services, operations, parent)
        self.setWindowTitle(self.tr("导出学习会材料"))
        self.title = title
        for row in (self.scope, self.tag):
            self._form.setRowVisible(row, False)
        self.nameless = QCheckBox(self.tr("不写体会是谁的"), self)
        self.nameless.toggled.connect(self._pause.start)
        self._form.addRow(self.nameless)
        self.template.setCurrentIndex(max(0, self.template.findText(sheet)))
        operations.ask(
            lambda: services.studying.options(self._session_ids, ExportOptions()).fields,
            on_done=self._on_known,
            key="session fields",
        )

    def maker(self) -> Callable[[str, ExportOptions], bytes]:
        """What makes the document about the sessions."""
        ids, studying, nameless = self._session_ids, self._services.studying, self.nameless.isChecked()
        return lambda format, options: studying.export(ids, format, options, anonymous=nameless)

    def known_fields(self, labels: Sequence[str]) -> dict[str, str]:
        """What the sessions know, by label."""
        return {label: self._known.get(field_name(label), "") for label in labels}

    def kept_fields(self) -> dict[str, object]:
        """Skipping: what stands here belongs to the session, and the next one has its own."""
        return {}

    def file_title(self) -> str:
        """What the file is called after."""
        return self.title

    def _on_known(self, fields: dict[str, str]) -> None:
        self._known = fields
        self._show_fields()
