"""People: who made a note. A person is an id that never changes, and a name and a group that may."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

# Names alone (libraries before version 3, other programs' files) are people too: the same name, the same person.
_NAMES = uuid.UUID("6f3b1a52-5c0e-5d0f-9a55-0b6a3c1d2e4f")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who makes notes. `id` is a UUID, another program's IRI, or empty for nobody in particular."""

    id: str
    name: str = ""
    group: str = ""  # 所在党支部、党小组或学习小组, as the person writes it
    revision: int = 0  # counts changes of name and group; never goes down


@lru_cache(maxsize=4096)
def person_key(creator_id: str, name: str) -> str:
    """Who CREATOR_ID or, without one, NAME is: two notes with one key are one person's. Empty: nobody's."""
    if creator_id or not name:
        return creator_id
    return str(uuid.uuid5(_NAMES, name))


def newest(people: Iterable[Person]) -> dict[str, Person]:
    """Each person as last described, by id: the greatest revision, then the greatest name and group.

    A function of the set alone, so that descriptions may arrive twice, in any order and by way of others.
    """
    found: dict[str, Person] = {}
    for person in people:
        known = found.get(person.id)
        if known is None or _rank(known) < _rank(person):
            found[person.id] = person
    return found


def told_apart(people: Iterable[Person]) -> dict[str, str]:
    """What to call each of PEOPLE, by id, so that no two are called the same: 李明, 李明（二组）, 李明（二组）2.

    Those without a name are called nothing.
    """
    everyone = list(newest(people).values())
    by_name: dict[str, list[Person]] = {}
    for person in everyone:
        by_name.setdefault(person.name, []).append(person)
    called: dict[str, str] = {}
    for name, namesakes in by_name.items():
        seen: dict[str, int] = {}
        for person in sorted(namesakes, key=lambda one: one.id):
            full = f"{name}（{person.group}）" if name and len(namesakes) > 1 and person.group else name
            seen[full] = seen.get(full, 0) + 1
            called[person.id] = full if seen[full] == 1 or not name else f"{full}{seen[full]}"
    return called


def _rank(person: Person) -> tuple[int, str, str]:
    return person.revision, person.name, person.group
