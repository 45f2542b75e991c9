"""Notes of several people on one passage stand together."""

from __future__ import annotations

from dataclasses import replace

from zbreader.exporters.together import together
from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.selector import Anchor, AnchorState


def placed(
    number: int, person: str, start: int | None, note: str | None = None, tags: tuple[str, ...] = ()
) -> PlacedAnnotation:
    end = None if start is None else start + 5
    state = AnchorState.UNPLACED if start is None else AnchorState.EXACT
    annotation = Annotation(f"n{number}", Target("i", "a"), person, note=note, tags=tags, creator_id=f"id-{person}")
    return PlacedAnnotation(annotation, Anchor(state, start, end))


NOTES = [
    placed(1, "甲", 0, "先做。", ("赞同",)),
    placed(2, "乙", 0),
    placed(3, "丙", 0, "谁做？", ("存疑", "赞同")),
    placed(4, "甲", 9, "另一处。"),
    placed(5, "甲", None, "没有位置"),
    placed(6, "乙", None),
]


def test_one_passage_stands_once_with_what_each_wrote() -> None:
    first, second, *lost = (one.annotation for one in together(NOTES))
    assert (first.creator, first.note, first.tags) == ("甲、乙、丙", "甲：先做。\n丙：谁做？", ("赞同", "存疑"))
    assert (second.creator, second.note, second.creator_id) == ("甲", "另一处。", "id-甲")
    assert [(one.creator, one.note) for one in lost] == [("甲", "没有位置"), ("乙", None)]
    assert together([]) == ()


def test_the_passage_is_told_by_a_note_whose_place_is_certain() -> None:
    moved = replace(NOTES[0], anchor=Anchor(AnchorState.REPAIRED, 0, 5, 0.8))
    (one,) = together([moved, NOTES[1]])
    assert (one.anchor.state, one.annotation.id, one.annotation.note) == (AnchorState.EXACT, "n2", "甲：先做。")
    assert together([moved])[0] is moved


def test_without_names_nobody_is_named() -> None:
    nameless = [replace(one, annotation=replace(one.annotation, creator="", creator_id="")) for one in NOTES]
    first, second, *_ = (one.annotation for one in together(nameless))
    assert (first.creator, first.creator_id, first.note) == ("", "", "先做。\n谁做？")
    assert (second.creator, second.creator_id, second.note) == ("", "", "另一处。")
