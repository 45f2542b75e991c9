"""Collecting: notes gathered into named lists, in an order of one's own; every change is one named, undoable step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from zbreader.model import ids
from zbreader.model.annotation import AnnotationFilter, PlacedAnnotation
from zbreader.model.collection import Collection
from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.services.annotating import Annotating
from zbreader.services.changes import Changes
from zbreader.services.given import clean_text
from zbreader.services.moments import Clock, RandomBits, to_iso, to_milliseconds
from zbreader.services.undo import Step, UndoStack
from zbreader.store import collections as stored
from zbreader.store.database import Database

_LONGEST_NAME = 200  # code points


class Collecting:
    """Collections hold ids of annotations, never the annotations: what is edited elsewhere is edited here too.

    Calls may raise KnownError.
    """

    def __init__(
        self,
        database: Database,
        annotating: Annotating,
        undo: UndoStack,
        *,
        clock: Clock,
        random_bits: RandomBits,
    ) -> None:
        self._database = database
        self._annotating = annotating
        self._undo = undo
        self._clock = clock
        self._random_bits = random_bits

    def collections(self) -> list[Collection]:
        """Every collection by name, with the notes in it that are not deleted."""
        with self._database.read() as connection:
            return stored.all_of_them(connection)

    def named(self, name: str) -> Collection:
        """The collection of that name."""
        found = next((one for one in self.collections() if one.name == name.strip()), None)
        if found is None:
            raise KnownError("没有叫“{name}”的摘编本。请检查名字，或先新建一本。", name=name)
        return found

    def create(self, name: str, annotation_ids: Iterable[str] = ()) -> Collection:
        """Make a collection with these notes in this order."""
        now = self._clock()
        made = Collection(
            ids.annotation_id(to_milliseconds(now), self._random_bits(74)), self._new_name(name), _once(annotation_ids)
        )
        self._put(None, made, message("新建摘编本"))
        return made

    def rename(self, collection_id: str, name: str) -> None:
        """Give a collection another name."""
        before = self._get(collection_id)
        if clean_text(name).strip() != before.name:
            self._put(before, replace(before, name=self._new_name(name)), message("重命名摘编本"))

    def remove(self, collection_id: str) -> None:
        """Take a collection away; the notes in it stay where they are."""
        self._put(self._get(collection_id), None, message("删除摘编本"))

    def add(self, collection_id: str, annotation_ids: Iterable[str], before: str | None = None) -> int:
        """Put notes before the note BEFORE of a collection (None: at its end). Returns how many were not in it."""
        return self._place(collection_id, annotation_ids, before, message("加入摘编本"))

    def move(self, collection_id: str, annotation_ids: Iterable[str], before: str | None = None) -> None:
        """Let notes of a collection stand together, in the order they have in it, before BEFORE (None: at its end)."""
        wanted = set(annotation_ids)
        inside = [one for one in self._get(collection_id).annotations if one in wanted]
        self._place(collection_id, inside, before, message("调整摘编次序"))

    def take_out(self, collection_id: str, annotation_ids: Iterable[str]) -> None:
        """Take notes out of a collection; they stay in the library."""
        gone, collection = set(annotation_ids), self._get(collection_id)
        rest = tuple(one for one in collection.annotations if one not in gone)
        self._put(collection, replace(collection, annotations=rest), message("移出摘编本"))

    def notes_of(self, collection_id: str) -> list[PlacedAnnotation]:
        """The notes of a collection in its order."""
        return self._annotating.notes(self.filter_of(collection_id))

    def filter_of(self, collection_id: str) -> AnnotationFilter:
        """What stands for a collection wherever annotations are asked for: export, .zbnotes, lists."""
        with self._database.read() as connection:
            found = stored.get(connection, collection_id)
        if found is None:
            raise _no_collection()
        return AnnotationFilter(ids=frozenset(found.annotations), order=found.annotations)

    def _place(self, collection_id: str, annotation_ids: Iterable[str], before: str | None, name: Message) -> int:
        collection, coming = self._get(collection_id), _once(annotation_ids)
        rest = [one for one in collection.annotations if one not in set(coming)]
        at = rest.index(before) if before in rest else len(rest)
        if before in coming:  # dropped on itself: where the first of those stands that are not moved
            after = collection.annotations[collection.annotations.index(before) :] if before else ()
            at = next((rest.index(one) for one in after if one in rest), len(rest))
        fresh = len(set(coming) - set(collection.annotations))
        self._put(collection, replace(collection, annotations=(*rest[:at], *coming, *rest[at:])), name)
        return fresh

    def _get(self, collection_id: str) -> Collection:
        """A collection with the places of deleted notes, so that these come back to them."""
        with self._database.read() as connection:
            found = stored.get(connection, collection_id, deleted=True)
        if found is None:
            raise _no_collection()
        return found

    def _new_name(self, name: str) -> str:
        cleaned = " ".join(clean_text(name).split())[:_LONGEST_NAME]
        if not cleaned:
            raise KnownError("摘编本要有一个名字，请写上再确定。")
        if any(one.name == cleaned for one in self.collections()):
            raise KnownError("已经有叫“{name}”的摘编本，请换一个名字。", name=cleaned)
        return cleaned

    def _put(self, before: Collection | None, after: Collection | None, name: Message) -> None:
        one = after or before
        if one is not None and before != after:
            self._undo.do(Step(name, self._writing(one.id, before), self._writing(one.id, after)))

    def _writing(self, collection_id: str, content: Collection | None) -> Callable[[], Changes]:
        def write() -> Changes:
            with self._database.write() as connection:
                if content is None:
                    stored.remove(connection, collection_id)
                else:
                    stored.put(connection, content, to_iso(self._clock()))
            return Changes(collections=frozenset({collection_id}))

        return write


def _once(annotation_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(annotation_ids))


def _no_collection() -> KnownError:
    return KnownError("这本摘编已不在资料库里，可能已被删除。请刷新列表。")
