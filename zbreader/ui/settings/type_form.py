"""排版: everything about the page that one can choose, at work the moment it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFormLayout, QHBoxLayout, QToolButton, QWidget

from zbreader.ui.settings.look import SYSTEM_THEME, Look, face_labels, theme_label
from zbreader.ui.theme.choices import AUTO, SANS, SERIF, PageChoices
from zbreader.ui.theme.fonts import installed_families
from zbreader.ui.theme.theme import load_theme, theme_names
from zbreader.ui.theme.typography import load_typography
from zbreader.ui.widgets.drop_down import DropDown
from zbreader.ui.widgets.stepper import Stepper
from zbreader.ui.widgets.swatch import Swatch

LEAST_COLUMNS = 14  # characters that a drop-down of families shows at least


class TypeForm(QWidget):
    """Shows how LOOK is and changes it at once. One widget for the toolbar's quick surface and for the settings."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        typography = load_typography()
        lengths = range(typography.shortest_line, typography.longest_line + 1, 2)
        self.form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(self.fontMetrics().height() // 2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("配色"), self._themes())
        self.zoom = self._stepper("zoom", self.tr("字号"), typography.zoom_steps, lambda zoom: f"{round(zoom * 100)}%")
        self.face = DropDown(self)
        self.latin = DropDown(self)
        self._families(self.face, self.tr("中文字体"), "face")
        self._families(self.latin, self.tr("西文字体"), "latin")
        in_characters = self.tr("{count} 字")
        self.line_length = self._stepper(
            "line_length", self.tr("每行"), lengths, lambda count: in_characters.format(count=round(count))
        )
        self.line_height = self._stepper(
            "line_height", self.tr("行距"), typography.line_heights, lambda height: f"{height / 100:.2f}"
        )
        in_lines = self.tr("{count} 字高")
        self.gap = self._stepper(
            "paragraph_gap", self.tr("段距"), typography.paragraph_gaps, lambda gap: in_lines.format(count=f"{gap:g}")
        )
        self.margin = self._stepper(
            "margin", self.tr("页边"), typography.margins, lambda margin: in_characters.format(count=f"{margin:g}")
        )
        self.indent = self._check("indent", self.tr("段首空两格"))
        self.paged = self._check("paged", self.tr("翻页阅读（不滚动）"))
        self.elder = QCheckBox(self.tr("大字模式：字大、按钮大、东西少"), self)
        self.elder.toggled.connect(look.set_elder)
        form.addRow("", self.elder)
        look.choices_changed.connect(self._show)
        look.theme_changed.connect(self._show_theme)  # methods, which Qt forgets with the form, not lambdas
        look.elder_changed.connect(self._on_elder_changed)
        self._show(look.choices)
        self._show_theme()

    def _themes(self) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 4)
        self._theme_buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(row)
        for name in theme_names():
            self._theme_buttons[name] = Swatch(load_theme(name), theme_label(name), row)
        follow = QToolButton(row)
        follow.setText(self.tr("随系统"))
        follow.setToolTip(theme_label(SYSTEM_THEME))
        self._theme_buttons[SYSTEM_THEME] = follow
        for name, button in self._theme_buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, name=name: self._look.set_theme(name))
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _stepper(self, field: str, name: str, values: Iterable[float], tell: Callable[[float], str]) -> Stepper:
        stepper = Stepper(name, list(values), tell, self)
        stepper.chosen.connect(lambda value: self._look.choose(**{field: value}))
        self.form.addRow(name, stepper)
        return stepper

    def _check(self, field: str, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.toggled.connect(lambda on: self._look.choose(**{field: on}))
        self.form.addRow("", box)
        return box

    def _families(self, field: DropDown, name: str, choice: str) -> None:
        """First what every system has something for, then what this one has."""
        if choice == "face":
            usual, installed = face_labels(), sorted(installed_families())
        else:
            usual = {AUTO: self.tr("随中文字体"), SERIF: self.tr("衬线"), SANS: self.tr("无衬线")}
            installed = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
        for value, label in usual.items():
            field.addItem(label, value)
        field.insertSeparator(field.count())
        for family in installed:
            if not QFontDatabase.isPrivateFamily(family):
                field.addItem(family, family)
        field.setAccessibleName(name)
        field.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(LEAST_COLUMNS)
        field.activated.connect(lambda _row: self._look.choose(**{choice: field.currentData()}))
        self.form.addRow(name, field)

    def _show(self, choices: PageChoices) -> None:
        for stepper, value in (
            (self.zoom, choices.zoom),
            (self.line_length, choices.line_length),
            (self.line_height, choices.line_height),
            (self.gap, choices.paragraph_gap),
            (self.margin, choices.margin),
        ):
            stepper.set_value(value)
        for field, chosen in ((self.face, choices.face), (self.latin, choices.latin)):
            field.setCurrentIndex(max(0, field.findData(chosen)))
        for box, on in ((self.indent, choices.indent), (self.paged, choices.paged), (self.elder, self._look.elder)):
            with QSignalBlocker(box):
                box.setChecked(on)

    def _on_elder_changed(self, _on: bool) -> None:
        self._show(self._look.choices)

    def _show_theme(self, _theme: object = None) -> None:
        button = self._theme_buttons.get(self._look.theme_name)
        if button is not None:
            button.setChecked(True)
