"""The fields above all notes: words, colour, tag, author, state, and how the list is sorted and gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.mark import HighlightColor
from zbreader.model.note_list import NoteGrouping, NoteOrder
from zbreader.model.selector import AnchorState
from zbreader.ui.reading.color_names import color_name
from zbreader.ui.theme.icons import Icons
from zbreader.ui.widgets.drop_down import DropDown

_PAUSE = 250  # milliseconds after the last key
_LONGEST = 24  # characters of a tag or name that set a field's width


class FilterRow(QWidget):
    """Tells that something was chosen; says what is wanted now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("筛选：原文、笔记或标签里的文字"))
        self.words.setAccessibleName(self.tr("筛选笔记"))
        self.words.setClearButtonEnabled(True)
        self.color = self._choice(self.tr("颜色"))
        self.tag = self._choice(self.tr("标签"))
        self.author = self._choice(self.tr("作者"))
        self.state = self._choice(self.tr("状态"))
        self.order = self._choice(self.tr("排序"))
        self.grouping = self._choice(self.tr("分组"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self._fill()
        self._lay_out()
        self.words.textChanged.connect(self._pause.start)
        for box in (self.color, self.tag, self.author, self.state, self.order, self.grouping):
            box.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def narrowed(self, base: AnnotationFilter) -> AnnotationFilter:
        """BASE, narrowed to what is chosen here."""
        author = self.author.currentData()
        return replace(
            base,
            text=self.words.text().strip() or None,
            color=HighlightColor(self.color.currentData()) if self.color.currentData() else None,
            tags=(self.tag.currentData(),) if self.tag.currentData() else (),
            people=base.people if author is None else frozenset({author}),
            **self._states[self.state.currentIndex()],
        )

    def sorting(self) -> tuple[NoteOrder, NoteGrouping]:
        """What the list is sorted by and gathered under."""
        return NoteOrder(self.order.currentData()), NoteGrouping(self.grouping.currentData())

    def set_sorting(self, order: str, grouping: str) -> None:
        """Choose these (values; what is none is passed over)."""
        for box, value in ((self.order, order), (self.grouping, grouping)):
            box.setCurrentIndex(max(0, box.findData(value)))

    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self.narrowed(AnnotationFilter()) != AnnotationFilter()

    def clear(self) -> None:
        """Leave nothing out."""
        self.words.clear()
        for box in (self.color, self.tag, self.author, self.state):
            box.setCurrentIndex(0)

    def set_known(self, tags: list[str], authors: Mapping[str, str]) -> None:
        """Offer these tags and authors (what they are called, by key); what is chosen stays chosen while it exists."""
        _offer(self.tag, self.tr("全部标签"), [(tag, tag) for tag in tags])
        _offer(
            self.author, self.tr("全部作者"), [(called or self.tr("未署名"), key) for key, called in authors.items()]
        )

    def set_icons(self, icons: Icons) -> None:
        """Show the colours of a theme."""
        for number, color in enumerate(HighlightColor, start=1):
            self.color.setItemIcon(number, icons.mark(color))

    def set_by_hand(self, by_hand: bool) -> None:
        """Offer the order of a collection, or take the offer away."""
        place = self.order.findData(NoteOrder.GIVEN.value)
        self.order.blockSignals(True)
        if by_hand and place < 0:
            self.order.insertItem(0, self.tr("自己排的次序"), NoteOrder.GIVEN.value)
        elif not by_hand and place >= 0:
            self.order.removeItem(place)
        self.order.setCurrentIndex(0 if by_hand else max(0, self.order.currentIndex()))
        self.order.blockSignals(False)

    def _choice(self, name: str) -> DropDown:
        box = DropDown(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _fill(self) -> None:
        _offer(self.color, self.tr("全部颜色"), [(color_name(color), color.value) for color in HighlightColor])
        states: list[tuple[str, dict[str, Any]]] = [
            (self.tr("有笔记"), {"has_note": True}),
            (self.tr("只有标记"), {"has_note": False}),
            (self.tr("整篇文章"), {"whole_article": True}),
            (self.tr("位置原样"), {"state": AnchorState.EXACT}),
            (self.tr("位置已修复"), {"state": AnchorState.REPAIRED}),
            (self.tr("没有找到位置"), {"state": AnchorState.UNPLACED}),
        ]
        self._states = [{}, *(fields for _, fields in states)]
        _offer(self.state, self.tr("全部状态"), [(words, words) for words, _ in states])
        for words, order in (  # Qt keeps the values of these enumerations, not the members
            (self.tr("按期次篇目"), NoteOrder.READING),
            (self.tr("最近修改在前"), NoteOrder.NEWEST),
            (self.tr("最早写的在前"), NoteOrder.OLDEST),
            (self.tr("按篇名"), NoteOrder.ARTICLE),
            (self.tr("按作者"), NoteOrder.AUTHOR),
        ):
            self.order.addItem(words, order.value)
        for words, grouping in (
            (self.tr("不分组"), NoteGrouping.NONE),
            (self.tr("按期分组"), NoteGrouping.ISSUE),
            (self.tr("按篇分组"), NoteGrouping.ARTICLE),
            (self.tr("按标签分组"), NoteGrouping.TAG),
            (self.tr("按作者分组"), NoteGrouping.AUTHOR),
            (self.tr("按颜色分组"), NoteGrouping.COLOR),
        ):
            self.grouping.addItem(words, grouping.value)
        self.set_known([], {})

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.fontMetrics().height() // 3)
        grid.addWidget(self.words, 0, 0, 1, 4)
        grid.addWidget(self.order, 0, 4)
        grid.addWidget(self.grouping, 0, 5)
        for place, box in enumerate((self.color, self.tag, self.author, self.state)):
            grid.addWidget(box, 1, place)
        for place in range(6):
            grid.setColumnStretch(place, 2 if place < 4 else 3)  # how a list is sorted takes more words to say


def _offer(box: DropDown, everything: str, entries: list[tuple[str, Any]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for words, value in entries:
        box.addItem(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…", value)
    places = [place for place in range(box.count()) if box.itemData(place) == chosen]
    box.setCurrentIndex(places[0] if places else 0)
    box.blockSignals(False)
