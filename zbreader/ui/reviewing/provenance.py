"""引文核对: the source lines a passage comes from, with what the import left out of them or changed in them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from zbreader.services.library import Services
from zbreader.services.provenance import Origin
from zbreader.ui.operations import Operations
from zbreader.ui.reading.positions import display_text
from zbreader.ui.theme.theme import Theme
from zbreader.ui.translation import translated
from zbreader.ui.widgets.fitting import fit

SIZE = (40, 22)  # in heights of the font
LONGEST = 20_000  # code points of a passage


@dataclass(frozen=True, slots=True)
class Checked:
    """A passage and where it comes from. crosses: it runs over a join or a changed place."""

    origins: tuple[Origin, ...]
    crosses: bool


class ProvenancePanel(QDialog):
    """A small window beside the page; asked again, it shows the next passage."""

    desk_requested = Signal(tuple)  # source lines

    def __init__(self, services: Services, operations: Operations, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("引文核对"))
        self._services, self._operations, self._theme = services, operations, theme
        self.origins: tuple[Origin, ...] = ()
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.tr("引文所在的原文"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(self.fontMetrics().height())
        buttons = QDialogButtonBox(self)
        self.desk = buttons.addButton(self.tr("到校订台…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.desk.setAutoDefault(False)
        self.desk.clicked.connect(self._on_desk)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)
        height = self.fontMetrics().height()
        fit(self, SIZE[0] * height, SIZE[1] * height)

    def check(self, article_id: str, start: int, end: int) -> None:
        """Show where a range (code points) of an article comes from."""
        end = min(end, start + LONGEST)
        provenance = self._services.provenance

        def look() -> Checked:
            found = tuple(provenance.origins(article_id, start, end))
            return Checked(found, provenance.crosses_repair(article_id, start, end))

        self._operations.ask(look, on_done=self._on_checked, key="provenance")

    def _on_checked(self, checked: Checked) -> None:
        self.origins = checked.origins
        self.page.setHtml(checked_html(self._theme, checked))
        self.desk.setEnabled(bool(checked.origins))
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_desk(self) -> None:
        self.desk_requested.emit(tuple(origin.line for origin in self.origins))


def checked_html(theme: Theme, checked: Checked) -> str:
    """A verdict, then each line with its number: what is quoted in ink, what was left out of it on a ground."""
    if not checked.origins:
        return _block(_said("这段文字没有对应的原文。"), theme.window.muted.name())
    changed = any(origin.changes for origin in checked.origins)
    if checked.crosses:
        verdict = _said("这段引文跨过连接或改动过的地方，引用前请核对原刊。")
        parts = [_block(f"● {verdict}", theme.window.warning.name())]
    elif changed:
        parts = [_block(_said("导入时有改动，写在每一行的下面。"), theme.window.muted.name())]
    else:
        parts = [_block(_said("与原文一致。"), theme.window.muted.name())]
    parts += [_line_html(theme, origin) for origin in checked.origins]
    return "".join(parts)


def _line_html(theme: Theme, origin: Origin) -> str:
    pieces = []
    for text, used, inside in _pieces(origin.text, origin.spans):
        words = html.escape(display_text(text))
        if used:
            pieces.append(words)
        elif inside:
            pieces.append(f'<span style="background-color:{theme.roles.changed.name()}">{words}</span>')
        else:
            pieces.append(f'<span style="color:{theme.window.muted.name()}">{words}</span>')
    number = _block(_said("原文第 {line} 行").format(line=origin.line), theme.window.muted.name())
    told = _said("；").join(translated(change) for change in origin.changes)
    return f"{number}<p style='margin:0'>{''.join(pieces)}</p>" + (
        _block(told, theme.window.warning.name(), top=4) if told else ""
    )


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool, bool]]:
    """The text in pieces: whether a piece is quoted, and else whether it stands between quoted ones."""
    at = 0
    for number, (start, end) in enumerate(spans):
        if at < start:
            yield text[at:start], False, number > 0
        yield text[start:end], True, True
        at = end
    if at < len(text):
        yield text[at:], False, False


def _block(words: str, color: str, *, top: int = 14) -> str:
    return f'<p style="color:{color}; margin-top:{top}px; margin-bottom:4px">{html.escape(words)}</p>'


def _said(text: str) -> str:
    return QCoreApplication.translate("provenance", text)
