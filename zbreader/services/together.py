"""Notes of several people on one passage, told together: the passage stands once, and below it what each wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from zbreader.model.annotation import PlacedAnnotation


def together(notes: Sequence[PlacedAnnotation], *, anonymous: bool = False) -> tuple[PlacedAnnotation, ...]:
    """NOTES of one article in reading order, with one for all that mark exactly the same range; tags are united.

    anonymous: without who wrote them.
    """
    told: list[PlacedAnnotation] = []
    for (start, _), group in groupby(notes, key=lambda one: (one.anchor.start, one.anchor.end)):
        alike = list(group)
        told += (
            [_one(alike, anonymous=anonymous)]
            if start is not None
            else [_one([one], anonymous=anonymous) for one in alike]
        )
    return tuple(told)


def _one(notes: Sequence[PlacedAnnotation], *, anonymous: bool) -> PlacedAnnotation:
    everyone = [one.annotation for one in notes]
    people = list(dict.fromkeys(one.creator for one in everyone if one.creator))
    names = len(people) > 1 and not anonymous
    written = [f"{one.creator}：{one.note}" if names and one.creator else one.note for one in everyone if one.note]
    first = replace(
        everyone[0],
        note="\n".join(dict.fromkeys(written)) or None,
        tags=tuple(dict.fromkeys(tag for one in everyone for tag in one.tags)),
        creator="" if anonymous else "、".join(people),
        creator_id="" if anonymous or len(people) > 1 else everyone[0].creator_id,
    )
    return replace(notes[0], annotation=first)
