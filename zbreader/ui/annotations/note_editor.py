"""Edits one note: its text, its tags, its colour and style. Saves itself; there is no button for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.services.prompting import USUAL, Prompt
from zbreader.ui.annotations.measures import panel_measures
from zbreader.ui.annotations.prompt_menu import PromptMenu
from zbreader.ui.reading.color_names import color_name, style_name
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.icons import Icons
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.plain_edit import PlainEdit
from zbreader.ui.widgets.tag_line import TagLine


class NoteEditor(QWidget):
    """Tells what a person did; shows what is stored when it comes back by `show_note`."""

    note_edited = Signal(str, str)  # id, text
    tags_edited = Signal(str, list)  # id, tags
    color_changed = Signal(str, object, object)  # id, HighlightColor, MarkStyle
    delete_requested = Signal(str)  # id
    prompts_change_requested = Signal()
    left = Signal()  # Escape: back to the page

    prompts: Callable[[], Sequence[Prompt]] = staticmethod(lambda: USUAL)

    _is_built = False  # Qt tells of changes while it is being made, too

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed: PlacedAnnotation | None = None
        measures = panel_measures()
        self.text = PlainEdit(measures.saves_after, self)
        self.text.setPlaceholderText(self.tr("写下你的想法，边写边自动保存"))
        self.text.setAccessibleName(self.tr("笔记内容"))
        self._follow_font()
        self.text.text_settled.connect(self._on_text)
        self.tags = TagLine(self)
        self.tags.setPlaceholderText(self.tr("标签，用空格或顿号隔开"))
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.words_changed.connect(self._on_tags)
        self._colors = {color: self._button(color_name(color)) for color in HighlightColor}
        self._styles = {style: self._button(style_name(style)) for style in MarkStyle}
        self._delete = self._button(self.tr("删除这条标记和笔记"))
        self._delete.setCheckable(False)
        for color, button in self._colors.items():
            button.clicked.connect(lambda _=False, chosen=color: self._change(color=chosen))
        for style, button in self._styles.items():
            button.clicked.connect(lambda _=False, chosen=style: self._change(style=chosen))
        self._delete.clicked.connect(self._on_delete)
        self.prompt_button = self._button(self.tr("插入提示（Ctrl+J）"))
        self.prompt_button.setCheckable(False)
        self.prompt_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.prompt_button.setMenu(
            PromptMenu(lambda: self.prompts(), self.text.insert_lines, self.prompts_change_requested.emit, self)
        )
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+J"), self, self.prompt_button.showMenu, context=inside)
        self._lay_out()
        self._is_built = True
        self.set_theme(theme)
        self.show_note(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # 大字模式 begins or ends: the style sheet that comes after the font gives the field the one it had.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._is_built:
            self._follow_font()

    def _follow_font(self) -> None:
        self.text.setFont(scaled(self.font(), panel_measures().note_size))

    def set_theme(self, theme: Theme) -> None:
        """Tint the buttons."""
        self._icons = Icons(theme)
        for color, button in self._colors.items():
            button.setIcon(self._icons.mark(color))
        for style, name in zip(MarkStyle, ("highlight", "underline", "wavy"), strict=True):
            self._styles[style].setIcon(self._icons.icon(name))
        self._delete.setIcon(self._icons.icon("delete"))
        self.prompt_button.setIcon(self._icons.icon("prompt"))

    def note_id(self) -> str | None:
        """Id of the note being edited."""
        return self._placed.annotation.id if self._placed else None

    def show_note(self, placed: PlacedAnnotation | None) -> None:
        """Edit another note, or show the same one as it is stored now; None: nothing to edit."""
        if placed is None or self.note_id() != placed.annotation.id:
            self.commit()
            self._placed = placed
            self.text.set_text(placed.annotation.note or "" if placed else "")
        else:
            self._placed = placed
            self.text.bring_text(placed.annotation.note or "")
        self.tags.set_words(list(placed.annotation.tags) if placed else [])
        self.setEnabled(placed is not None)
        for color, button in self._colors.items():
            button.setChecked(placed is not None and placed.annotation.color is color)
        for style, button in self._styles.items():
            button.setChecked(placed is not None and placed.annotation.style is style)

    def commit(self) -> None:
        """Tell everything that was typed and not told yet."""
        self.text.commit()
        self.tags.commit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longer of two rows of buttons."""
        least = max(len(self._colors), len(self._styles) + 2) * self._least_button()
        return QSize(least + 2 * panel_measures().padding, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons in one row, in two where there is no room for that."""
        super().resizeEvent(event)
        room = self.width() - 2 * panel_measures().padding
        needed = (len(self._colors) + len(self._styles) + 2) * self._least_button()
        way = QBoxLayout.Direction.LeftToRight if needed <= room else QBoxLayout.Direction.TopToBottom
        if way is not self._row.direction():
            self._row.setDirection(way)

    def _least_button(self) -> int:
        """Pixels of width in which a button is whole: its icon and a little white on both sides."""
        return panel_measures().swatch + 2 * panel_measures().gap

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape saves and goes back: a key that the fields leave, no shortcut, which would take it from others."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        if self._placed is not None:
            self.note_edited.emit(self._placed.annotation.id, text)

    def _on_tags(self, words: list[str]) -> None:
        if self._placed is not None:
            self.tags_edited.emit(self._placed.annotation.id, words)

    def _change(self, color: HighlightColor | None = None, style: MarkStyle | None = None) -> None:
        if self._placed is None:
            return
        now = self._placed.annotation
        color, style = color or now.color, style or now.style
        for each, button in self._colors.items():
            button.setChecked(each is color)
        for kind, button in self._styles.items():
            button.setChecked(kind is style)
        if (color, style) != (now.color, now.style):
            self.color_changed.emit(now.id, color, style)

    def _on_delete(self) -> None:
        if self._placed is not None:
            self.delete_requested.emit(self._placed.annotation.id)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        side = panel_measures().swatch
        button.setIconSize(QSize(side, side))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        measures = panel_measures()
        colors, styles = QHBoxLayout(), QHBoxLayout()
        for button in self._colors.values():
            colors.addWidget(button)
        for button in self._styles.values():
            styles.addWidget(button)
        colors.addStretch(1)
        styles.addStretch(1)
        styles.addWidget(self.prompt_button)
        styles.addWidget(self._delete)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (colors, styles):
            part.setSpacing(0)
            row.addLayout(part)
        row.setSpacing(measures.gap)
        row.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.padding, measures.padding, measures.padding, measures.padding)
        column.setSpacing(measures.gap + 2)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(self.tags)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
