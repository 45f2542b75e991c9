"""Which installed fonts carry the text: explicit Simplified Chinese families, never a match by accident."""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from zbreader.resources import resource
from zbreader.ui.theme.choices import AUTO, KAI, SANS, SERIF
from zbreader.ui.theme.toml_file import read_toml

FACES = (SERIF, SANS, KAI)

# Shapes of other places: excluded from what stands in when none of our families is installed.
_OTHER_SHAPES = (" JP", " KR", " TC", " HK", "Mono", " TW")


class FontChoice(NamedTuple):
    """Families for one face, first to last; `latin` is set where Latin letters need a family of their own."""

    families: tuple[str, ...]
    latin: tuple[str, ...] = ()


def choose(face: str, installed: frozenset[str], platform: str = sys.platform) -> FontChoice:
    """The choice for face (SERIF, SANS, KAI or a family's name) among the installed families. KAI falls back to SERIF.

    A family that is not installed (any more) gives what SERIF gives.
    """
    tables = _tables()
    chain = {KAI: (KAI, SERIF), SANS: (SANS, SERIF)}.get(face, (SERIF, SANS))
    key = {"win32": "windows", "darwin": "macos"}.get(platform, "linux")
    wanted = [family for name in chain for family in tables[name][key]]
    if face not in FACES:
        wanted.insert(0, face)
    found = list(dict.fromkeys(family for family in wanted if family in installed))
    if not found:
        found = sorted(family for family in installed if not family.endswith(_OTHER_SHAPES))[:1]
    rare = [family for family in tables["rare"] if family in installed]
    latin: list[str] = []
    if found and found[0] not in tables["own_latin"]:
        latin = tables[face if face in FACES else SERIF]["latin"]
    return FontChoice(tuple(found + rare), tuple(latin))


@lru_cache(maxsize=1)
def installed_families() -> frozenset[str]:
    """Families that can write Simplified Chinese. Needs a QGuiApplication; asked once, when first text is set."""
    return frozenset(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


@lru_cache(maxsize=32)
def installed_choice(face: str) -> FontChoice:
    """`choose` for this machine."""
    return choose(face, installed_families())


def latin_families(face: str, latin: str) -> list[str]:
    """Families for Latin letters beside a Chinese face; empty where the face's own are to be used.

    latin: AUTO, SERIF, SANS, or a family's name.
    """
    chosen = installed_choice(face)
    if latin == AUTO:
        first = list(chosen.latin)
    else:
        first = list(_tables()[latin]["latin"]) if latin in (SERIF, SANS) else [latin]
    return [*first, *chosen.families] if first else []


def font(face: str, pixels: float, weight: int = 400) -> QFont:
    """A font of a face at a size in (logical) pixels."""
    chosen = installed_choice(face)
    result = QFont()
    if chosen.families:
        result.setFamilies(list(chosen.families))
    result.setPixelSize(max(1, round(pixels)))
    result.setWeight(QFont.Weight(weight))
    return result


def scaled(base: QFont, share: float) -> QFont:
    """The font at a share of its size, whether that is set in points or in pixels."""
    result = QFont(base)
    if base.pixelSize() > 0:
        result.setPixelSize(max(1, round(base.pixelSize() * share)))
    else:
        result.setPointSizeF(max(1.0, base.pointSizeF() * share))
    return result


def window_font(base: QFont) -> QFont:
    """The application's font in our Chinese families, at its own size (the person's system setting).

    Ours stand first: a generic name such as "Sans Serif" may resolve to Japanese shapes.
    """
    result = QFont(base)
    result.setFamilies(list(dict.fromkeys((*installed_choice(SANS).families, *base.families()))))
    return result


@lru_cache(maxsize=1)
def _tables() -> dict:
    return read_toml(resource("themes", "type", "fonts.toml"))
