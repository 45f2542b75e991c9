"""The bar over the page: where one is, and the few things that are wanted all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from zbreader.ui.actions import Actions

if TYPE_CHECKING:
    from zbreader.ui.importing.task_bar import TaskBar
    from zbreader.ui.theme.icons import Icons

LEFT = ("show_library", "", "import_files", "", "undo", "redo", "", "previous_article", "next_article")
RIGHT = ("zoom_out", "zoom_in", "typesetting", "<themes>", "", "export", "show_notes")
ELDER = ("show_library", "previous_article", "next_article", "zoom_out", "zoom_in", "typesetting")  # 大字模式
ICON_SIDE = 20  # logical pixels
BUTTON_ICONS = {"<themes>": "theme"}


class ToolBar(QToolBar):
    """Icons with tool tips that name the key; the middle says which article lies open."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("工具栏"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self._actions = actions
        self._menus: dict[str, QToolButton] = {}
        self._is_elder = False
        self._every: list[QAction] = []  # in their order, while some of them are put away
        self._add(LEFT)
        self._where = _Elided(self)
        self.addWidget(self._where)
        self._add(RIGHT)

    def set_task_bar(self, task_bar: TaskBar) -> None:
        """Show TASK_BAR beside the place while there is something under way."""
        first = self._actions[RIGHT[0]]
        shown = self.insertWidget(first, task_bar)
        shown.setVisible(False)
        task_bar.busy_changed.connect(shown.setVisible)

    def set_elder(self, on: bool, icon: int) -> None:
        """大字模式: few buttons, large (ICON logical pixels) and with words under them; or all of them again."""
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if on else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setIconSize(QSize(icon, icon) if on else QSize(ICON_SIDE, ICON_SIDE))
        for button in self._menus.values():  # those that Qt does not take for its own
            button.setToolButtonStyle(style)
            button.setIconSize(self.iconSize())
        if on == self._is_elder:
            return
        self._is_elder = on
        kept = {self._actions[name] for name in ELDER}
        if on:
            self._every = self.actions()
            for action in self._every:
                if action not in kept and (action.isSeparator() or action.objectName() in self._actions.specs):
                    self.removeAction(action)
            return
        after = None
        for action in reversed(self._every):
            if action not in self.actions():
                self.insertAction(after, action) if after else self.addAction(action)
                self._dress(action)
            after = action

    def set_place(self, issue: str, article: str) -> None:
        """Say which article is open; empty words when none is."""
        self._where.set_words(" › ".join(filter(None, (issue, article))))

    def set_icons(self, icons: Icons) -> None:
        """Draw the icons of a theme."""
        for spec in self._actions:
            if spec.icon:
                self._actions[spec.name].setIcon(icons.icon(spec.icon))
                self._actions[spec.name].setIconVisibleInMenu(False)
        for name, button in self._menus.items():
            button.setIcon(icons.icon(BUTTON_ICONS[name]))

    def _add(self, names: tuple[str, ...]) -> None:
        for name in names:
            if not name:
                self.addSeparator()
            elif name in BUTTON_ICONS:
                self._add_menu(name)
            else:
                self.addAction(self._actions[name])
                self._dress(self._actions[name])

    def _dress(self, action: QAction) -> None:
        """Tool tip, name and focus for the button of an action; separators have none."""
        if action.isSeparator():
            return
        words = action.text().rstrip("…")
        action.setIconText(words)
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        action.setToolTip(self.tr("{words}（{keys}）").format(words=words, keys=keys) if keys else words)
        button = self.widgetForAction(action)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_menu(self, name: str) -> None:
        menu = self._actions.submenus[name]
        button = QToolButton(self)
        button.setMenu(menu)
        button.setText(menu.title())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(menu.title())
        button.setAccessibleName(menu.title())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)
        self._menus[name] = button


class _Elided(QLabel):
    """A quiet line in the middle that takes what room there is and shortens itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words = ""

    def set_words(self, words: str) -> None:
        self._words = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _fit(self) -> None:
        room = self.width() - self.fontMetrics().height()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room))
        self.setToolTip(self._words if self.text() != self._words else "")
