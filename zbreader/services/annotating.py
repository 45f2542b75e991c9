"""Annotating: highlights, notes and tags; every edit is one named, undoable step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

from zbreader import anchoring
from zbreader.model import ids
from zbreader.model.annotation import Annotation, AnnotationFilter, PlacedAnnotation, Target
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.message import Message, message
from zbreader.model.person import told_apart
from zbreader.model.selector import AnchorState, Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.given import clean_note, clean_tags, clean_text
from zbreader.services.moments import Clock, RandomBits, to_iso, to_milliseconds
from zbreader.services.people import People
from zbreader.services.placing import place_all
from zbreader.services.reading import no_article
from zbreader.services.undo import Step, UndoStack
from zbreader.store import annotations as stored
from zbreader.store import articles, issues
from zbreader.store.database import Database

_ONE_GO = timedelta(seconds=6)  # between two savings of a note that are one step to undo


class Annotating:
    """Marks on articles. Offsets are half-open ranges of code points in `Article.text`. Calls may raise KnownError.

    What is written carries the person (`services.people`), a revision that only grows, and the clock's time.
    What someone else wrote cannot be edited, or a merge would take it for theirs; it can be deleted from this library,
    and answered with `reply`.
    """

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        people: People,
        *,
        clock: Clock,
        random_bits: RandomBits,
    ) -> None:
        self._database = database
        self._events = events
        self._undo = undo
        self._people = people
        self._clock = clock
        self._random_bits = random_bits
        self._typing = ("", datetime.min.replace(tzinfo=timezone.utc), 0)  # whose note was written when, in which go

    def add_highlight(
        self,
        article_id: str,
        start: int,
        end: int,
        *,
        color: HighlightColor = HighlightColor.YELLOW,
        style: MarkStyle = MarkStyle.HIGHLIGHT,
        note: str | None = None,
        tags: Sequence[str] = (),
    ) -> PlacedAnnotation:
        """Mark the characters START to END of an article."""
        target, text = self._target(article_id)
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise KnownError("没有选中文字，请先选中要标记的一段。")
        selectors = anchoring.describe(text, start, end)
        return self._add(replace(target, selectors=selectors), color, style, note, tags, message("添加高亮"))

    def add_by_quote(
        self,
        article_id: str,
        quote: str,
        *,
        color: HighlightColor = HighlightColor.YELLOW,
        style: MarkStyle = MarkStyle.HIGHLIGHT,
        note: str | None = None,
        tags: Sequence[str] = (),
    ) -> PlacedAnnotation:
        """Mark the first place where an article says QUOTE, or where it says nearly that."""
        _, text = self._target(article_id)
        start, end = _find_quote(text, clean_text(quote))
        return self.add_highlight(article_id, start, end, color=color, style=style, note=note, tags=tags)

    def add_bookmark(self, article_id: str, *, note: str | None = None, tags: Sequence[str] = ()) -> PlacedAnnotation:
        """Mark an article as a whole; its anchor has no range."""
        target, _ = self._target(article_id)
        return self._add(target, HighlightColor.YELLOW, MarkStyle.HIGHLIGHT, note, tags, message("添加书签"))

    def bookmark_of(self, article_id: str) -> PlacedAnnotation | None:
        """The person's own bookmark on an article, or None."""
        wanted = AnnotationFilter(article_id=article_id, whole_article=True)
        return next((one for one in self.notes(wanted) if self.is_own(one.annotation)), None)

    def reply(self, annotation_id: str, note: str | None, tags: Sequence[str] = ()) -> PlacedAnnotation:
        """Put a note of one's own beside another's, on the same passage."""
        with self._database.read() as connection:
            found = [a for a in stored.get_many(connection, [annotation_id]) if not a.deleted]
        if not found:
            raise _no_annotation()
        one = found[0]
        return self._add(one.target, one.color, one.style, note, tags, message("添加笔记"))

    def is_own(self, annotation: Annotation) -> bool:
        """Whether the person may edit an annotation: it is theirs, or nobody's."""
        return self._people.is_own(annotation.creator_key)

    def set_note(self, annotation_id: str, text: str | None) -> PlacedAnnotation:
        """Write the note of an annotation; empty text takes it away. What is written in one go is one step."""
        edited, when, go = self._typing
        now = self._clock()
        go += edited != annotation_id or not timedelta() <= now - when <= _ONE_GO
        self._typing = (annotation_id, now, go)
        key = f"{annotation_id} {go}"
        return self._edit([annotation_id], lambda a: replace(a, note=clean_note(text)), message("修改笔记"), key)[0]

    def set_tags(self, annotation_id: str, tags: Iterable[str]) -> PlacedAnnotation:
        """Give an annotation exactly these tags."""
        cleaned = clean_tags(tags)
        return self._edit([annotation_id], lambda a: replace(a, tags=cleaned), message("修改标签"))[0]

    def set_color(self, annotation_id: str, color: HighlightColor, style: MarkStyle | None = None) -> PlacedAnnotation:
        """Draw an annotation in another colour and, unless None, in another style."""
        return self._edit(
            [annotation_id], lambda a: replace(a, color=color, style=style or a.style), message("修改颜色")
        )[0]

    def recolor(self, annotation_ids: Iterable[str], color: HighlightColor) -> int:
        """Draw several annotations in another colour. Returns how many were left alone, being someone else's."""
        return self._edit_own(annotation_ids, lambda a: replace(a, color=color), message("修改颜色"))

    def retag(self, annotation_ids: Iterable[str], add: Iterable[str] = (), drop: Iterable[str] = ()) -> int:
        """Give annotations tags and take others away. Returns how many were left alone, being someone else's."""
        fresh, gone = clean_tags(add), set(clean_tags(drop))

        def edit(annotation: Annotation) -> Annotation:
            kept = (tag for tag in annotation.tags if tag not in gone)
            return replace(annotation, tags=tuple(dict.fromkeys((*kept, *fresh))))

        return self._edit_own(annotation_ids, edit, message("修改标签"))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        self.delete_all([annotation_id])

    def delete_all(self, annotation_ids: Iterable[str]) -> None:
        """Delete several annotations in one step."""
        self._edit(list(annotation_ids), lambda a: replace(a, deleted=True), message("删除标注"))

    def notes(self, wanted: AnnotationFilter | None = None) -> list[PlacedAnnotation]:
        """The annotations that fit WANTED (None: all) with their places, in reading order unless it names another.

        Orphans stand last in each article, and articles that no longer are in the library last of all.
        """
        wanted = wanted or AnnotationFilter()
        with self._database.read() as connection:
            found = place_all(connection, stored.select(connection, wanted))
        if wanted.state is not None:
            found = [one for one in found if one.anchor.state is wanted.state]
        if wanted.order:
            place = {id_: number for number, id_ in enumerate(wanted.order)}
            found.sort(key=lambda one: place.get(one.annotation.id, len(place)))
        return found

    def in_article(self, article_id: str) -> list[PlacedAnnotation]:
        """The annotations of one article, in reading order, orphans last."""
        return self.notes(AnnotationFilter(article_id=article_id))

    def get(self, annotation_id: str) -> PlacedAnnotation:
        """One annotation with its place."""
        found = self.notes(AnnotationFilter(ids=frozenset({annotation_id})))
        if not found:
            raise _no_annotation()
        return found[0]

    def all_tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        with self._database.read() as connection:
            return stored.tags(connection)

    def all_people(self) -> dict[str, str]:
        """What to call everyone who made an annotation, by `Annotation.creator_key`; no two the same, by name."""
        with self._database.read() as connection:
            called = told_apart(stored.creators(connection))
        return dict(sorted(called.items(), key=lambda item: (item[1], item[0])))

    def _target(self, article_id: str) -> tuple[Target, str]:
        with self._database.read() as connection:
            article = articles.get(connection, article_id)
            issue_id = articles.issue_id_of(connection, article_id)
            if article is None or issue_id is None:
                raise no_article(article_id)
            label = issues.summaries(connection, issue_id)[0].title
        return Target(issue_id, article_id, label, article.title), article.text

    def _add(
        self,
        target: Target,
        color: HighlightColor,
        style: MarkStyle,
        note: str | None,
        tags: Sequence[str],
        name: Message,
    ) -> PlacedAnnotation:
        now, writer = self._clock(), self._people.writer()
        annotation = Annotation(
            id=ids.annotation_id(to_milliseconds(now), self._random_bits(74)),
            target=target,
            creator=writer.name,
            created=to_iso(now),
            modified=to_iso(now),
            style=style,
            color=color,
            note=clean_note(note),
            tags=clean_tags(tags),
            creator_id=writer.id,
            group=writer.group,
        )
        with self._database.write() as connection:
            stored.put(connection, [annotation])
            placed = place_all(connection, [annotation])
        self._done(name, [replace(annotation, deleted=True)], [annotation])
        return placed[0]

    def _edit_own(self, annotation_ids: Iterable[str], edit: Callable[[Annotation], Annotation], name: Message) -> int:
        with self._database.read() as connection:
            found = [a for a in stored.get_many(connection, annotation_ids) if not a.deleted]
        own = [a.id for a in found if self.is_own(a)]
        if found and not own:
            raise _not_own(found[0].creator)
        self._edit(own, edit, name)
        return len(found) - len(own)

    def _edit(
        self, annotation_ids: Sequence[str], edit: Callable[[Annotation], Annotation], name: Message, key: str = ""
    ) -> list[PlacedAnnotation]:
        own = ("", self._people.current().id)
        with self._database.write() as connection:
            before = [a for a in stored.get_many(connection, annotation_ids) if not a.deleted]
            if len(before) < len(set(annotation_ids)):
                raise _no_annotation()
            now = to_iso(self._clock())
            edited = [(a, edit(a)) for a in before]
            for old, new in edited:
                if new != old and not new.deleted and old.creator_key not in own:
                    raise _not_own(old.creator)
            after = [replace(new, revision=old.revision + 1, modified=now) for old, new in edited if new != old]
            stored.put(connection, after)
            changed = {a.id for a in after}
            placed = place_all(connection, after or before)
        if changed:
            self._done(name, [a for a in before if a.id in changed], after, key)
        return placed

    def _done(self, name: Message, before: Sequence[Annotation], after: Sequence[Annotation], key: str = "") -> None:
        self._undo.push(Step(name, lambda: self._return_to(before), lambda: self._return_to(after), key))
        self._events.publish(_changes(after))

    def _return_to(self, contents: Sequence[Annotation]) -> Changes:
        """Give annotations the CONTENTS they once had, as a new revision; their target stays what it is now."""
        with self._database.write() as connection:
            now = to_iso(self._clock())
            current = {a.id: a for a in stored.get_many(connection, (a.id for a in contents))}
            if len(current) < len(contents):
                raise _no_annotation()
            stored.put(
                connection,
                [
                    replace(a, target=current[a.id].target, revision=current[a.id].revision + 1, modified=now)
                    for a in contents
                ],
            )
        return _changes(contents)


def _find_quote(text: str, quote: str) -> tuple[int, int]:
    if not quote.strip():
        raise KnownError("引文是空的，请给出要标记的原文。")
    start = text.find(quote)
    if start >= 0:
        return start, start + len(quote)
    anchor = anchoring.resolve(text, Selectors(TextQuoteSelector(quote), TextPositionSelector(0, len(quote))))
    if anchor.state is AnchorState.UNPLACED or anchor.start is None or anchor.end is None:
        raise KnownError("这篇文章里找不到“{quote}”。请从原文中复制要标记的文字。", quote=_shortened(quote))
    return anchor.start, anchor.end


def _shortened(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= 30 else line[:29] + "…"


def _changes(changed: Sequence[Annotation]) -> Changes:
    return Changes(annotations=frozenset(a.id for a in changed))


def _not_own(creator: str) -> KnownError:
    return KnownError(
        "这条标注是{creator}做的，不能改动。可以在同一处添加自己的笔记；如果这也是您，请先在“我是谁”里切换过去。",
        creator=creator,
    )


def _no_annotation() -> KnownError:
    return KnownError("这条标注已不在资料库里，可能已被删除。请刷新笔记列表。")
