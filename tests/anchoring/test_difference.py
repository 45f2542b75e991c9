"""Alignments of two versions."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from zbreader.anchoring.alignment import Alignment, Block, Image
from zbreader.anchoring.difference import difference

SOME_TEXT = st.text(st.sampled_from("山水田园"), max_size=60)


def check(old: str, new: str) -> Alignment:
    alignment = difference(old, new)
    at_old = at_new = 0
    for block in alignment._blocks:
        assert block.old >= at_old
        assert block.new >= at_new
        assert block.length > 0
        same = old[block.old : block.old + block.length] == new[block.new : block.new + block.length]
        assert same or not block.equal
        at_old, at_new = block.old + block.length, block.new + block.length
    assert at_old <= len(old)
    assert at_new <= len(new)
    return alignment


@given(SOME_TEXT, SOME_TEXT)
def test_blocks_rise_fit_and_are_true(old: str, new: str) -> None:
    check(old, new)


@given(SOME_TEXT.filter(bool))
def test_a_text_is_its_own_image(text: str) -> None:
    assert difference(text, text).image(0, len(text)) == Image(0, len(text), len(text))


def test_a_long_text_with_edits_moves_and_losses(invented: Callable[[int, int], list[str]]) -> None:
    paragraphs = invented(1, 120)
    chance = random.Random(2)
    edited = ["".join(c if chance.random() > 0.03 else "改" * chance.randrange(3) for c in p) for p in paragraphs]
    edited = edited[:20] + edited[60:80] + edited[20:55] + edited[85:]  # one part moved, two lost
    alignment = check("".join(paragraphs), "".join(edited))
    length = sum(map(len, paragraphs[85:]))
    image = alignment.image(sum(map(len, paragraphs[:85])), sum(map(len, paragraphs)))
    assert image is not None
    assert image.equal > 0.94 * length
    assert alignment.taken(image.start, image.end) == image.equal


def test_two_texts_that_share_nothing() -> None:
    alignment = difference("山" * 5000, "水" * 5000)
    assert alignment.image(0, 5000) is None
    assert alignment.taken(0, 5000) == 0


def test_a_replaced_character_belongs_to_the_image_but_chance_does_not() -> None:
    blocks = [Block(0, 0, 1, equal=False), Block(1, 1, 9, equal=True), Block(10, 10, 1, equal=False)]
    assert Alignment(blocks).image(0, 11) == Image(0, 11, 9)
    chance = [Block(0, 0, 6, equal=False), Block(6, 6, 1, equal=True), Block(7, 7, 4, equal=False)]
    assert Alignment([*chance, Block(11, 11, 9, equal=True)]).image(0, 20) == Image(11, 20, 9)


def test_what_was_deleted_has_no_image() -> None:
    alignment = difference("山水田园风光", "山水风光")
    assert alignment.image(2, 4) is None
    assert alignment.image(1, 5) == Image(1, 3, 2)


def test_what_is_new_is_told_apart_from_what_was_there() -> None:
    blocks = [Block(0, 2, 4, True), Block(4, 6, 1, False), Block(5, 7, 3, True), Block(8, 12, 2, True)]
    assert list(Alignment(blocks).untaken(15)) == [(0, 2), (6, 7), (10, 12), (14, 15)]
    assert list(Alignment([]).untaken(3)) == [(0, 3)]
    assert list(Alignment([Block(0, 0, 3, True)]).untaken(3)) == []


def test_sentences_that_changed_places_are_not_both_kept(invented: Callable[[int, int], list[str]]) -> None:
    first, second = "".join(invented(1, 40)), "".join(invented(2, 40))
    moved = difference(first + second, second + first)
    image = moved.image(0, len(first)), moved.image(len(first), len(first + second))
    kept = [one.equal for one in image if one]
    assert max(kept) >= 0.9 * min(len(first), len(second))
    assert sum(kept) < len(first) + len(second)
