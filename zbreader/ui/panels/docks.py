"""The page and the panels around it: shown, hidden, put left, right or below; there they stay.

Made of splitters and not of Qt's own docks: a style sheet outlives those, and the next change of theme asks a dock that
was destroyed for its looks, which ends the program. What is left out with them: panels that float over the desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from zbreader.ui.panels.grip import Grip

LEFT, RIGHT, BOTTOM = "left", "right", "bottom"
PLACES = (LEFT, RIGHT, BOTTOM)
OPPOSITE = {LEFT: RIGHT, RIGHT: LEFT, BOTTOM: BOTTOM}
ORDER = {LEFT: -1, RIGHT: 1, BOTTOM: 2}  # the page is 0
# Logical pixels, at the first start: widths at the sides, the height of what lies below.
USUAL = {LEFT: 290, RIGHT: 330, BOTTOM: 280}
LEAST = 2  # a panel can be drawn to so many times less
LEAST_PAGE = 330  # logical pixels of width


@dataclass(slots=True)
class _Panel:
    holder: QWidget
    grip: Grip
    usual: str
    place: str
    is_shown: bool


class Panels(QWidget):
    """Everything between the bars of one window; panels are known by name."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._panels: dict[str, _Panel] = {}
        self._sizes = dict(USUAL)  # of the three places
        self._kept: dict[str, str] = {}  # places of panels that are still to be added
        self._is_unlocked = False
        across, along = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._sides = {LEFT: QSplitter(along), RIGHT: QSplitter(along), BOTTOM: QSplitter(across)}
        self._middle, self._outer = QSplitter(along), QSplitter(across)
        for splitter, parts in (
            (self._middle, (page, self._sides[BOTTOM])),
            (self._outer, (self._sides[LEFT], self._middle, self._sides[RIGHT])),
        ):
            for part in parts:
                splitter.addWidget(part)
            splitter.setStretchFactor(parts.index(page if page in parts else self._middle), 1)
        for splitter in (*self._sides.values(), self._middle, self._outer):
            splitter.setChildrenCollapsible(False)
        page.setMinimumWidth(LEAST_PAGE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._outer)
        self._arrange()

    def add(self, name: str, title: str, widget: QWidget, usual: str, *, shown: bool) -> None:
        """Take WIDGET in: where its panel was when the state that was restored was kept, else at USUAL."""
        holder = QWidget(self)
        grip = Grip(title, holder)
        grip.dropped.connect(lambda place: self.put(name, place))
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(grip)
        layout.addWidget(widget, 1)
        widget.show()
        grip.setVisible(self._is_unlocked)
        self._panels[name] = _Panel(holder, grip, usual, self._kept.get(name, usual), shown)
        self._settle(name)

    def has(self, name: str) -> bool:
        """Whether there is a panel of that name."""
        return name in self._panels

    def hold(self, name: str, widget: QWidget) -> None:
        """Let a panel that was emptied hold WIDGET."""
        layout = self._panels[name].holder.layout()
        if layout is not None:
            layout.addWidget(widget)
            widget.show()

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a panel."""
        self._remember()
        self._panels[name].is_shown = shown
        self._arrange()

    def is_shown(self, name: str) -> bool:
        """Whether a panel is not hidden (the window itself may be)."""
        return self._panels[name].is_shown

    def place(self, name: str) -> str:
        """Where a panel is: LEFT, RIGHT or BOTTOM."""
        return self._panels[name].place

    def put(self, name: str, place: str) -> None:
        """Put a panel left, right or below."""
        self._remember()
        self._panels[name].place = place
        self._settle(name)

    def swap(self) -> None:
        """What is left goes right, what is right goes left, each with its width."""
        self._remember()
        self._sizes[LEFT], self._sizes[RIGHT] = self._sizes[RIGHT], self._sizes[LEFT]
        for name, panel in self._panels.items():
            panel.place = OPPOSITE[panel.place]
            self._settle(name)

    def reset(self) -> None:
        """Every panel where it is at the first start, and as large."""
        self._sizes = dict(USUAL)
        for name, panel in self._panels.items():
            panel.place = panel.usual
            self._settle(name)

    def unlock(self, on: bool) -> None:
        """Give every panel a grip by which it can be dragged to another place, or take it away."""
        self._is_unlocked = on
        for panel in self._panels.values():
            panel.grip.setVisible(on)

    def order(self, name: str) -> int:
        """A number by which panels and page (0) can be sorted as they are seen: from left to right, then below."""
        return ORDER[self.place(name)] if name in self._panels else max(ORDER.values()) + 1

    def size_of(self, place: str) -> int:
        """Width (LEFT, RIGHT) or height (BOTTOM) of a place in logical pixels, also while it is empty."""
        self._remember()
        return self._sizes[place]

    def resize_place(self, place: str, size: int) -> None:
        """Make a place as wide (or high) as SIZE logical pixels."""
        self._remember()
        self._sizes[place] = size
        self._arrange()

    def state(self) -> dict[str, dict[str, object]]:
        """Where everything is and how large, for the settings."""
        self._remember()
        places = {name: panel.place for name, panel in self._panels.items()}
        return {"places": {**self._kept, **places}, "sizes": dict(self._sizes)}

    def restore(self, state: object) -> None:
        """Take up a `state`; panels that are added later follow it. What is nothing of the kind is left alone."""
        if not isinstance(state, Mapping):
            return
        places, sizes = state.get("places"), state.get("sizes")
        if isinstance(places, Mapping):
            self._kept = {str(name): place for name, place in places.items() if place in PLACES}
        if isinstance(sizes, Mapping):
            self._sizes |= {
                place: size for place, size in sizes.items() if place in PLACES and isinstance(size, int) and size > 0
            }
        self._arrange()

    def _settle(self, name: str) -> None:
        panel = self._panels[name]
        side = self._sides[panel.place]
        if panel.holder.parent() is not side:
            side.addWidget(panel.holder)
        panel.holder.setMinimumWidth(0 if panel.place == BOTTOM else USUAL[panel.usual] // LEAST)
        self._arrange()

    def _remember(self) -> None:
        """Keep the sizes of what is seen now; what is hidden has those that it had."""
        if self.isVisible():
            left, _, right = self._outer.sizes()
            _, bottom = self._middle.sizes()
            for place, size in ((LEFT, left), (RIGHT, right), (BOTTOM, bottom)):
                if size > 0 and self._sides[place].isVisible():
                    self._sizes[place] = size

    def _arrange(self) -> None:
        for panel in self._panels.values():
            panel.holder.setVisible(panel.is_shown)
        shown = {place: self._is_used(place) for place in PLACES}
        for place, side in self._sides.items():
            side.setVisible(shown[place])
        # Now, and not when the splitters come to it by themselves: the page would be laid out twice for one pixel more.
        for splitter, number, place in ((self._outer, 1, LEFT), (self._outer, 2, RIGHT), (self._middle, 1, BOTTOM)):
            splitter.handle(number).setVisible(shown[place])
        left, right, bottom = (self._sizes[place] if shown[place] else 0 for place in PLACES)
        self._outer.setSizes([left, max(LEAST_PAGE, self.width() - left - right), right])
        self._middle.setSizes([max(1, self.height() - bottom), bottom])

    def _is_used(self, place: str) -> bool:
        return any(panel.is_shown and panel.place == place for panel in self._panels.values())
