"""The page's context menu: deeds for the selection, then for each mark under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from zbreader.model.annotation import Annotation
from zbreader.model.citation import CitationStyle
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.reading.citation_names import citation_names
from zbreader.ui.reading.color_names import color_name, style_name
from zbreader.ui.theme.icons import Icons

_QUOTE_LENGTH = 16


def _tr(text: str) -> str:
    return QCoreApplication.translate("PaneMenu", text)


class PaneMenu(QMenu):
    """Built for one opening; the pane fills it by the calls below."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def add_selection(self, mark: Callable[[HighlightColor | None, MarkStyle], None]) -> None:
        """Marking the selection: five colours, underline, wave."""
        for number, color in enumerate(HighlightColor, start=1):
            label = _tr("{color}高亮\t{key}").format(color=color_name(color), key=number)
            self.addAction(self._icons.mark(color), label, lambda c=color: mark(c, MarkStyle.HIGHLIGHT))
        self.addAction(self._icons.icon("underline"), _tr("下划线\tU"), lambda: mark(None, MarkStyle.UNDERLINE))
        self.addAction(self._icons.icon("wavy"), _tr("波浪线\tW"), lambda: mark(None, MarkStyle.WAVY))

    def add_deed(self, icon: str | None, label: str, deed: Callable[[], object]) -> None:
        """One plain entry."""
        if icon is None:
            self.addAction(label, deed)
        else:
            self.addAction(self._icons.icon(icon), label, deed)

    def add_quoting(self, copy: Callable[[CitationStyle | None], object], usual: CitationStyle) -> None:
        """Copying with the source: in the usual form at once, in each form one level down."""
        self.add_deed("quote", _tr("复制并附出处\tCtrl+Shift+C"), lambda: copy(None))
        menu = self.addMenu(_tr("复制并附出处，格式为"))
        for style, label in citation_names().items():
            action = menu.addAction(label, lambda chosen=style: copy(chosen))
            action.setCheckable(True)
            action.setChecked(style is usual)

    def add_mark(
        self,
        annotation: Annotation,
        open_note: Callable[[str], object],
        recolor: Callable[[str, HighlightColor, MarkStyle], object],
        delete: Callable[[str], object],
    ) -> None:
        """A submenu for one mark, named by its colour and first words."""
        quote = annotation.target.selectors.quote.exact if annotation.target.selectors else ""
        words = quote[:_QUOTE_LENGTH].replace("\n", " ") + ("…" if len(quote) > _QUOTE_LENGTH else "")
        menu = self.addMenu(self._icons.mark(annotation.color, annotation.style), words.replace("&", "&&"))
        identity = annotation.id
        note = _tr("编辑笔记") if annotation.note else _tr("写笔记")
        menu.addAction(self._icons.icon("note"), note, lambda: open_note(identity))
        menu.addSeparator()
        for color in HighlightColor:
            label = _tr("改为{color}").format(color=color_name(color))
            menu.addAction(self._icons.mark(color), label, lambda c=color: recolor(identity, c, annotation.style))
        for style in MarkStyle:
            if style is not annotation.style:
                label = _tr("改为{style}").format(style=style_name(style))
                icon = self._icons.mark(annotation.color, style)
                menu.addAction(icon, label, lambda s=style: recolor(identity, annotation.color, s))
        menu.addSeparator()
        menu.addAction(self._icons.icon("delete"), _tr("删除这条标记"), lambda: delete(identity))
