"""Width folding keeps the length and comes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.width import to_full_width, to_half_width, to_half_width_alphanumerics


def test_letters_digits_and_marks() -> None:
    assert to_half_width("２０２４年，Ａｂ　！") == "2024年,Ab !"
    assert to_half_width_alphanumerics("２０２４年，Ａｂ　！") == "2024年，Ab　！"


@given(st.text())
def test_the_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    folded = to_half_width(text)
    assert len(folded) == len(text) == len(to_half_width_alphanumerics(text))
    assert to_half_width(folded) == folded
    assert to_half_width(to_full_width(folded)) == folded
