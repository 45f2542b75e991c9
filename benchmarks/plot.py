"""Charts as SVG: lines over a logarithmic axis. Enough for docs/performance.md, and nothing has to be installed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 44, 48  # margins
STYLE = """
text { font: 13px sans-serif; fill: #2b2823; }
.title { font-size: 15px; font-weight: 600; }
.axis { stroke: #6d665b; } .grid { stroke: #d8d0c2; }
.line { fill: none; stroke-width: 2; }
"""
INKS = ("#9e2f26", "#2f5d8a", "#4d7a3a")
STEPS = (1, 2, 5, 10)


class Line(NamedTuple):
    """A named line through points (x, y); x and y above 0, x rising."""

    name: str
    points: Sequence[tuple[float, float]]


def chart(title: str, across: str, unit: str, lines: Sequence[Line]) -> str:
    """An SVG of LINES, y from 0, with both axes named. Raises ValueError without a point."""
    points = [point for line in lines for point in line.points]
    if not points:
        raise ValueError("nothing to draw")
    low, high = min(x for x, _ in points), max(x for x, _ in points)
    step = step_for(max(y for _, y in points))
    top = step * math.ceil(max(y for _, y in points) / step)

    def place(x: float, y: float) -> tuple[float, float]:
        share = math.log(x / low) / math.log(high / low) if high > low else 0.5
        return LEFT + share * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - y / top * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">',
        f'<style>{STYLE}</style><rect width="{WIDTH}" height="{HEIGHT}" fill="#fbf9f4"/>',
        text(LEFT, 24, title, "start", "title"),
        text(WIDTH - RIGHT, HEIGHT - 8, across, "end"),
    ]
    for number in range(round(top / step) + 1):
        _, y = place(low, number * step)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(text(LEFT - 8, y + 4, f"{number * step:g}" + (f" {unit}" if number else ""), "end"))
    for x in sorted({x for x, _ in points}):
        at, base = place(x, 0)
        parts.append(f'<line class="axis" x1="{at:.1f}" x2="{at:.1f}" y1="{base:.1f}" y2="{base + 5:.1f}"/>')
        parts.append(text(at, base + 20, f"{x:g}", "middle"))
    for ink, line in zip(INKS, lines, strict=False):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in line.points))
        parts.append(f'<polyline class="line" stroke="{ink}" points="{path}"/>')
        parts += [
            f'<circle r="3" fill="{ink}" cx="{x:.1f}" cy="{y:.1f}"/>' for x, y in (place(*p) for p in line.points)
        ]
        x, y = place(*line.points[-1])
        parts.append(text(x, y - 8, line.name, "end"))
    return "\n".join([*parts, "</svg>", ""])


def step_for(most: float) -> float:
    """A round distance between marks, so that MOST takes three to eight of them."""
    size = 10.0 ** math.floor(math.log10(most / 4))
    return next(size * step for step in STEPS if size * step * 6 >= most)


def text(x: float, y: float, words: str, anchor: str, kind: str = "") -> str:
    """WORDS at a place."""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
