"""How a page is set: sizes, spacing and the style of each kind of paragraph, from resources/themes/type/page.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from zbreader.resources import resource
from zbreader.ui.theme.choices import SERIF, PageChoices
from zbreader.ui.theme.toml_file import read_toml


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """One kind of paragraph. Lengths in em of the body; `line`, from line to line, in per cent of its size.

    `color` names a colour of the page.
    """

    face: str = SERIF
    size: float = 1.0
    weight: int = 400
    color: str = "ink"
    line: int = 150
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    spacing: float = 0.0
    align: str = "left"
    follows: bool = False  # a person's line height and indent are its own too


@dataclass(frozen=True, slots=True)
class MarkMeasures:
    """Lengths of what is drawn over and under the text, in em of the body."""

    above: float
    below: float
    radius: float
    underline_gap: float
    underline_width: float
    wave_height: float
    wave_length: float
    wave_width: float
    active_width: float
    sign_size: float
    sign_gap: float
    hit_radius: float


@dataclass(frozen=True, slots=True)
class OrnamentMeasures:
    """The opening rule and the end mark, in em of the body."""

    drop: float
    rule_length: float
    rule_width: float
    dot: float
    gap: float


@dataclass(frozen=True, slots=True)
class LeafMeasures:
    """Page mode: the bands above and below the lines and the page's number, in em of the body."""

    top: float
    bottom: float
    number_size: float
    number_rise: float


@dataclass(frozen=True, slots=True)
class ProjectorMeasures:
    """The page for a whole room: its choices, and the bar beside a paragraph, in em of the body."""

    zoom: float
    line_length: int
    margin: float
    pointer_gap: float
    pointer_width: float


@dataclass(frozen=True, slots=True)
class BarMeasures:
    """The bar that floats beside a selection, in pixels."""

    icon: int
    padding_x: int
    padding_y: int
    gap: int
    radius: int
    distance: int
    touch_icon: int
    grip: int
    reach: int


@dataclass(frozen=True, slots=True)
class CardMeasures:
    """Notes in the margin. Pixels; `size` in em of the body; `line` in heights of the font; `lines`: the most shown.

    `author`: the size of the line that says whose note it is, as a share of `size`.
    """

    width: int
    least: int
    padding: int
    gap: int
    radius: int
    bar: int
    size: float
    line: float
    lines: int
    author: float


@dataclass(frozen=True, slots=True)
class Typography:
    """The page's measures. `size` in pixels at 100 %; margins in em; line lengths in characters."""

    size: float
    smallest_zoom: float
    largest_zoom: float
    zoom_steps: tuple[float, ...]
    line_length: int
    shortest_line: int
    longest_line: int
    line_heights: tuple[int, ...]
    paragraph_gaps: tuple[float, ...]
    margins: tuple[float, ...]
    margin_top: float
    margin_bottom: float
    caret_width: int
    mark: MarkMeasures
    ornament: OrnamentMeasures
    leaf: LeafMeasures
    projector: ProjectorMeasures
    bar: BarMeasures
    card: CardMeasures
    styles: dict[str, BlockStyle]

    def zoom_after(self, zoom: float, step: int) -> float:
        """The zoom one step larger (step 1) or smaller (step -1) than `zoom`, within the limits."""
        if step > 0:
            return next((value for value in self.zoom_steps if value > zoom + 1e-6), self.largest_zoom)
        return next((value for value in reversed(self.zoom_steps) if value < zoom - 1e-6), self.smallest_zoom)

    def zoom_near(self, zoom: float) -> float:
        """The step nearest to `zoom` as the eye has it: by how many times one is larger than the other."""
        return min(self.zoom_steps, key=lambda value: max(value / zoom, zoom / value))

    def clamp_zoom(self, zoom: float) -> float:
        """The nearest allowed zoom."""
        return min(max(zoom, self.smallest_zoom), self.largest_zoom)

    def clamp_line(self, characters: int) -> int:
        """The nearest allowed line length in characters."""
        return min(max(characters, self.shortest_line), self.longest_line)

    def clamp(self, choices: PageChoices) -> PageChoices:
        """The nearest allowed choices."""
        return choices.but(
            zoom=self.clamp_zoom(choices.zoom),
            line_length=self.clamp_line(choices.line_length),
            line_height=_within(choices.line_height, self.line_heights),
            paragraph_gap=_within(choices.paragraph_gap, self.paragraph_gaps),
            margin=_within(choices.margin, self.margins),
        )


Number = TypeVar("Number", int, float)


def _within(value: Number, allowed: tuple[Number, ...]) -> Number:
    return min(max(value, allowed[0]), allowed[-1])


@lru_cache(maxsize=1)
def load_typography() -> Typography:
    """The measures in resources/themes/type/page.toml."""
    tables = read_toml(resource("themes", "type", "page.toml"))
    styles = {name: BlockStyle(**table) for name, table in tables.pop("style").items()}
    mark = MarkMeasures(**tables.pop("mark"))
    ornament = OrnamentMeasures(**tables.pop("ornament"))
    leaf = LeafMeasures(**tables.pop("leaf"))
    projector = ProjectorMeasures(**tables.pop("projector"))
    bar = BarMeasures(**tables.pop("bar"))
    card = CardMeasures(**tables.pop("card"))
    steps: dict[str, Any] = {
        name: tuple(tables.pop(name)) for name in ("zoom_steps", "line_heights", "paragraph_gaps", "margins")
    }
    return Typography(
        mark=mark,
        ornament=ornament,
        leaf=leaf,
        projector=projector,
        bar=bar,
        card=card,
        styles=styles,
        **steps,
        **tables,
    )
