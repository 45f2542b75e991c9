"""Notes of several people on one passage, told together: the passage stands once, and below it what each wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.selector import AnchorState


def together(notes: Sequence[PlacedAnnotation]) -> tuple[PlacedAnnotation, ...]:
    """NOTES of one article in their order, with one for neighbours that mark exactly the same range; tags are united.

    The passage is told by a note whose place is certain, where there is one.
    """
    told: list[PlacedAnnotation] = []
    for (start, _), group in groupby(notes, key=lambda one: (one.anchor.start, one.anchor.end)):
        alike = list(group)
        told += [_one(alike)] if start is not None and len(alike) > 1 else alike
    return tuple(told)


def _one(notes: Sequence[PlacedAnnotation]) -> PlacedAnnotation:
    everyone = [one.annotation for one in notes]
    surest = next((one for one in notes if one.anchor.state is AnchorState.EXACT), notes[0])
    people = list(dict.fromkeys(one.creator for one in everyone if one.creator))
    several = len(people) > 1
    written = [f"{one.creator}：{one.note}" if several and one.creator else one.note for one in everyone if one.note]
    told = replace(
        surest.annotation,
        note="\n".join(dict.fromkeys(written)) or None,
        tags=tuple(dict.fromkeys(tag for one in everyone for tag in one.tags)),
        creator="、".join(people),
        creator_id="" if several else surest.annotation.creator_id,
    )
    return replace(surest, annotation=told)
