"""Who I am, and who the others are. A person keeps their id through every change of name and group."""

from __future__ import annotations

import uuid

from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.model.person import Person, newest, person_key, told_apart
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.given import clean_text
from zbreader.services.moments import RandomBits
from zbreader.services.settings import GROUP, GROUPS, PERSON, PERSON_ASKED, PERSON_ID, Settings
from zbreader.services.undo import Step, UndoStack
from zbreader.store import people as stored
from zbreader.store.database import Database

LONGEST = 40  # characters of a name or a group
_MOST_GROUPS = 500


class People:
    """The profiles of this machine and the people whose notes are in the library. Calls may raise KnownError.

    Whoever writes a note has an id from the first note on, with a name or without; a name given later stands on all
    of them. The settings `person` and `person.group` repeat what the current person is called, so that a first start
    (and an organiser who presets them) needs no database.
    """

    def __init__(
        self, database: Database, events: Events, undo: UndoStack, settings: Settings, random_bits: RandomBits
    ) -> None:
        self._database = database
        self._events = events
        self._undo = undo
        self._settings = settings
        self._random_bits = random_bits

    def current(self) -> Person:
        """Who writes here now; without an id as long as nobody has written a note or given a name."""
        id_, name, group = (_text(self._settings.get(key, "")) for key in (PERSON_ID, PERSON, GROUP))
        key = person_key(id_, name)
        with self._database.read() as connection:
            known = stored.get(connection, key) if key else None
        if known is None or not known.name:
            return Person(key, name, group, known.revision if known else 0)
        return known

    def writer(self) -> Person:
        """The current person, made and kept if there is none yet: whoever writes a note has an id."""
        person = self.current()
        if not person.id:
            person = Person(self._new_id(), person.name, person.group)
            self._settings.set(PERSON_ID, person.id)
        with self._database.read() as connection:
            is_kept = person in stored.here(connection)
        if not is_kept:
            self._keep(person)
        return person

    def is_own(self, key: str) -> bool:
        """Whether a note of the creator KEY (`Annotation.creator_key`) is the current person's, or nobody's."""
        id_, name = (_text(self._settings.get(setting, "")) for setting in (PERSON_ID, PERSON))
        return key in ("", person_key(id_, name))

    def here(self) -> list[Person]:
        """The profiles of this machine by name, the current one among them if there is one."""
        with self._database.read() as connection:
            found = stored.here(connection)
        current = self.current()
        return found if not current.id or current in found else [*found, current]

    def known(self) -> list[Person]:
        """Everyone who is known in this library, by name."""
        with self._database.read() as connection:
            return stored.all_of_them(connection)

    def names(self) -> dict[str, str]:
        """What to call each known person, by id; no two the same."""
        return told_apart(self.known())

    def describe(self, name: str, group: str = "", person_id: str | None = None) -> Person:
        """Call a person of this machine (None: the current one) NAME and GROUP, on all their notes. Undoable."""
        person = self.writer() if person_id is None else self._known(person_id)
        if person not in self.here():
            raise KnownError(
                "只有“{name}”自己能改自己的姓名。如果这就是您，请先在“我是谁”里切换过去。", name=person.name
            )
        wanted = Person(person.id, _cleaned(name), _cleaned(group), person.revision + 1)
        if (person.name, person.group) == (wanted.name, wanted.group):
            return person
        self._change(person, wanted, message("修改姓名"))
        return wanted

    def add(self, name: str, group: str = "") -> Person:
        """A further person at this machine, who writes from now on. Undoable: the note-taker is who it was."""
        if not _cleaned(name):
            raise KnownError("请写下姓名，好与这台电脑上的其他人区分。")
        before = self._kept_current()
        person = Person(self._new_id(), _cleaned(name), _cleaned(group), 1)
        self._keep(person)
        self._become(person)
        self._undo.push(
            Step(
                message("添加使用人“{name}”", name=person.name),
                lambda: self._left(person, before),
                lambda: self._joined(person),
            )
        )
        return person

    def switch_to(self, person_id: str) -> Person:
        """Let another known person write from now on; one whose notes came from elsewhere gets a profile here."""
        person = self._known(person_id)
        self._kept_current()
        self._joined(person)
        return person

    def leave(self, person_id: str) -> None:
        """Take a profile off this machine; the notes stay. Undoable. Raises KnownError for the current person."""
        person = self._known(person_id)
        if person.id == self.current().id:
            raise KnownError("“{name}”正在使用，不能移除。请先切换到另一个人。", name=person.name)
        self._set_here(person, False)
        self._undo.push(
            Step(
                message("移除使用人“{name}”", name=person.name),
                lambda: self._set_here(person, True),
                lambda: self._set_here(person, False),
            )
        )

    def offered_groups(self) -> list[str]:
        """The names of branches and groups that an organiser preset, each once, in their order."""
        preset = self._settings.get(GROUPS, [])
        named = (
            [_cleaned(name) for name in preset[:_MOST_GROUPS] if isinstance(name, str)]
            if isinstance(preset, list)
            else []
        )
        return list(dict.fromkeys(filter(None, named)))

    def is_to_be_asked(self) -> bool:
        """Whether the person was never asked for a name and has given none."""
        return not self._settings.get(PERSON, "") and not self._settings.get(PERSON_ASKED, False)

    def was_asked(self) -> None:
        """Do not ask again."""
        self._settings.set(PERSON_ASKED, True)

    def _kept_current(self) -> Person:
        """The current person, kept if they are anybody: a name that was preset must not be lost by a switch."""
        return self.writer() if self.current().id else self.current()

    def _known(self, person_id: str) -> Person:
        with self._database.read() as connection:
            person = stored.get(connection, person_id)
        if person is None and person_id == self.current().id:
            return self.writer()
        if person is None:
            raise KnownError("资料库里没有这个人，可能已被撤销。请刷新名单。")
        return person

    def _keep(self, person: Person) -> None:
        with self._database.write() as connection:
            stored.put(connection, [person])
            stored.set_here(connection, person.id, True)

    def _change(self, before: Person, after: Person, name: Message) -> None:
        changes = self._describe(after)

        def to(person: Person) -> Changes:
            with self._database.read() as connection:
                now = stored.get(connection, person.id) or person
            # A revision never goes down, or the next file would bring the name back that was given up.
            again = Person(person.id, person.name, person.group, now.revision + 1)
            return self._describe(again)

        self._undo.push(Step(name, lambda: to(before), lambda: to(after)))
        self._events.publish(changes)

    def _describe(self, person: Person) -> Changes:
        with self._database.write() as connection:
            stored.put(connection, [person])
            renamed = frozenset(stored.note_ids(connection, person.id))
        if person.id == self.current().id:
            self._become(person)
        return Changes(annotations=renamed, people=frozenset({person.id}))

    def _joined(self, person: Person) -> Changes:
        self._set_here(person, True)
        self._become(person)
        return Changes(people=frozenset({person.id}))

    def _left(self, person: Person, before: Person) -> Changes:
        self._become(before)
        return self._set_here(person, False)

    def _set_here(self, person: Person, is_here: bool) -> Changes:
        with self._database.write() as connection:
            stored.put(connection, [stored.get(connection, person.id) or person])
            stored.set_here(connection, person.id, is_here)
        return Changes(people=frozenset({person.id}))

    def _become(self, person: Person) -> None:
        """The settings say PERSON; views hear it as a change of settings and of people."""
        self._settings.set(PERSON_ID, person.id or None)
        self._settings.set(PERSON, person.name or None)
        self._settings.set(GROUP, person.group or None)
        self._events.publish(Changes(people=frozenset({person.id})))

    def _new_id(self) -> str:
        return str(uuid.UUID(int=self._random_bits(128), version=4))


def adopt(database: Database, person: Person) -> None:
    """Give PERSON a profile on this machine; what is known of them stays. For a restore: they wrote here until now."""
    with database.write() as connection:
        if stored.get(connection, person.id) is None:
            stored.put(connection, [person])
        stored.set_here(connection, person.id, True)


def follow_current(settings: Settings, described: dict[str, Person]) -> None:
    """After a merge: if the current person was DESCRIBED anew (on another machine), the settings repeat it."""
    person = described.get(_text(settings.get(PERSON_ID, "")))
    if person is not None and person.name:
        settings.set(PERSON, person.name)
        settings.set(GROUP, person.group or None)


def merged(mine: list[Person], theirs: list[Person]) -> list[Person]:
    """Whom to describe anew when THEIRS come to a library that knows MINE. Idempotent, commutative, associative."""
    known = {person.id: person for person in mine}
    return [person for id_, person in newest([*mine, *theirs]).items() if known.get(id_) != person]


def _cleaned(text: str) -> str:
    return " ".join(clean_text(text).split())[:LONGEST]


def _text(value: object) -> str:
    return clean_text(value) if isinstance(value, str) else ""
