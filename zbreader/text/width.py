"""Full-width and half-width forms. Every function here keeps the number of code points, so that offsets survive."""

from __future__ import annotations

_FULL_TO_HALF = {0xFF01 + step: 0x21 + step for step in range(94)} | {0x3000: 0x20}
_HALF_TO_FULL = {half: full for full, half in _FULL_TO_HALF.items()}
_FULL_ALNUM_TO_HALF = {full: half for full, half in _FULL_TO_HALF.items() if chr(half).isalnum()}


def to_half_width(text: str) -> str:
    """`１２Ａ，　` -> `12A, `: every full-width ASCII form, and the ideographic space, in half width."""
    return text.translate(_FULL_TO_HALF)


def to_half_width_alphanumerics(text: str) -> str:
    """`１２Ａ，` -> `12A，`: letters and digits in half width; punctuation, which is Chinese, stays."""
    return text.translate(_FULL_ALNUM_TO_HALF)


def to_full_width(text: str) -> str:
    """`12A, ` -> `１２Ａ，　`: the inverse of `to_half_width`."""
    return text.translate(_HALF_TO_FULL)
