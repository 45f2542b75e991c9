"""Fingerprints: the same for marks and spaces set otherwise, near for a damaged copy, far for another text."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.fingerprints import SKETCH, fingerprint, same_among, similarity


def text(seed: int, length: int = 2000) -> str:
    chance = random.Random(seed)
    return "".join(chr(chance.randrange(0x4E00, 0x5E00)) for _ in range(length))


def test_marks_and_spaces_take_no_part() -> None:
    assert fingerprint("溪水 从石头上，流下来。ＡＢ") == fingerprint("溪水从石头上流下来ab")
    assert fingerprint("——。") == "" and similarity("", "") == 0.0


def test_a_damaged_copy_is_near_and_another_text_is_far() -> None:
    for seed in range(20):
        whole = text(seed)
        chance = random.Random(seed)
        damaged = "".join("口" if chance.random() < 0.02 else c for c in whole if chance.random() > 0.01)
        assert similarity(fingerprint(whole), fingerprint(damaged)) >= 0.3
        assert similarity(fingerprint(whole), fingerprint(text(seed + 100))) < 0.1


@given(st.text(), st.text())
def test_any_text_has_one(one: str, other: str) -> None:
    a, b = fingerprint(one), fingerprint(other)
    assert len(a) % 8 == 0 and len(a) <= SKETCH * 8
    assert similarity(a, b) == similarity(b, a)
    assert not a or similarity(a, a) == 1.0


def test_the_same_text_is_found_among_others() -> None:
    prints = {str(seed): fingerprint(text(seed)) for seed in range(5)}
    assert same_among(fingerprint(text(3)[40:]), prints) == "3"
    assert same_among(fingerprint(text(9)), prints) is None
    assert same_among("", prints) is None and same_among(prints["1"], {}) is None
