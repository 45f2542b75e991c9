"""Exchanging: notes to others and from others, without loss and without overwriting anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zbreader import __version__
from zbreader.exchange import issue_pack, notes
from zbreader.exchange import merge as merging
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.model.annotation import Annotation, AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.message import message
from zbreader.model.selector import AnchorState
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.files import read_limited, write_whole
from zbreader.services.following import new_targets
from zbreader.services.moments import Clock, to_iso
from zbreader.services.placing import place_all
from zbreader.services.reading import no_issue
from zbreader.services.settings import PERSON, Settings
from zbreader.services.undo import Step, UndoStack
from zbreader.store import annotations as stored
from zbreader.store import corrections, issues, sources
from zbreader.store.database import Connection, Database

SIZE_LIMIT = 64 * 1024 * 1024  # bytes of one .zbnotes file; two thousand notes take two megabytes


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many notes of others are new, changed something, were known, lie beside another version, have no place."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: int = 0
    unplaced: int = 0


class Exchanging:
    """Notes in files of their own. Calls raise KnownError, and then nothing was written.

    guard: called before other people's notes are written into the library.
    """

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        settings: Settings,
        clock: Clock,
        guard: Callable[[], None] = lambda: None,
    ) -> None:
        self._guard = guard
        self._database = database
        self._events = events
        self._undo = undo
        self._settings = settings
        self._clock = clock

    def save_notes(self, wanted: AnnotationFilter, path: Path) -> int:
        """Write the annotations that fit WANTED to PATH, with what was deleted among them; return how many live."""
        with self._database.read() as connection:
            chosen = stored.select(connection, wanted, deleted=True)
        alive = sum(not annotation.deleted for annotation in chosen)
        if not alive:
            raise KnownError("没有符合条件的标注，没有保存。请放宽筛选条件，或先做标注。")
        person = str(self._settings.get(PERSON, ""))
        made = to_iso(self._clock())
        write_whole(path, notes.dump(chosen, made=made, generator_version=__version__, person=person))
        return alive

    def merge_notes(self, paths: Sequence[Path], *, dry_run: bool = False) -> MergeReport:
        """Take the notes of files into the library, all files or none; dry_run: only tell what would come of it."""
        theirs = [annotation for path in paths for annotation in notes.load(read_limited(path, SIZE_LIMIT), path.name)]
        if not dry_run:
            self._guard()
        with self._database.read() if dry_run else self._database.write() as connection:
            plan = merging.merge(stored.all_of_them(connection), theirs)
            rows = _at_home(connection, plan.to_store)
            before = stored.get_many(connection, (row.id for row in rows))
            if not dry_run:
                stored.put(connection, rows)
            alive = [row for row in rows if not row.deleted]
            placed = place_all(connection, alive)
        if rows and not dry_run:
            self._done(before, rows)
        return MergeReport(
            added=len(plan.added),
            updated=len(plan.updated),
            unchanged=len(plan.unchanged),
            conflicts=len(plan.conflicts),
            unplaced=sum(one.anchor.state is AnchorState.UNPLACED for one in placed),
        )

    def pack(self, issue_ids: Sequence[str], path: Path) -> int:
        """Write these issues, as they were given and with their corrections, to the pack PATH; return its bytes."""
        packed = []
        with self._database.read() as connection:
            for issue_id in dict.fromkeys(issue_ids):
                source = sources.of_issue(connection, issue_id)
                if source is None:
                    raise no_issue(issue_id)
                title = issues.summaries(connection, issue_id)[0].title
                put_right = tuple(corrections.of_source(connection, source.sha256))
                packed.append(PackedIssue(issue_id, title, source.name, source.data, source.sha256, put_right))
        return write_whole(path, issue_pack.dump(packed))

    def _done(self, before: Sequence[Annotation], rows: Sequence[Annotation]) -> None:
        changes = Changes(annotations=frozenset(row.id for row in rows))
        fresh = changes.annotations - {row.id for row in before}

        def backward() -> Changes:
            # Not an edit of other people's notes: as if their file had never come.
            with self._database.write() as connection:
                stored.forget(connection, fresh)
                stored.put(connection, before)
            return changes

        def forward() -> Changes:
            with self._database.write() as connection:
                stored.put(connection, rows)
            return changes

        self._undo.push(Step(message("合并笔记"), backward, forward))
        self._events.publish(changes)


def _at_home(connection: Connection, rows: Sequence[Annotation]) -> list[Annotation]:
    """ROWS with the targets they have in this library: another conversion of an issue may have cut it differently."""
    summaries = {summary.id: summary for summary in issues.summaries(connection)}
    names = Counter(summary.title for summary in summaries.values())
    by_title = {summary.title: summary.id for summary in summaries.values() if names[summary.title] == 1}
    by_issue: dict[str, list[Annotation]] = {}
    at_home: list[Annotation] = []
    for row in rows:
        # An issue whose masthead one of two conversions could not read has two ids but may have one name.
        here = row.target.issue_id if row.target.issue_id in summaries else by_title.get(row.target.issue_label)
        if here is None or row.deleted:
            at_home.append(row)
        else:
            by_issue.setdefault(here, []).append(row)
    for issue_id, group in by_issue.items():
        issue = issues.get(connection, issue_id)
        moved = new_targets(group, summaries[issue_id].title, issue.articles if issue else ())
        targets = {annotation.id: target for annotation, target in moved}
        for row in group:
            target = targets.get(row.id, row.target)
            if target.issue_id != issue_id:
                target = replace(target, issue_id=issue_id)
            at_home.append(row if target is row.target else replace(row, target=target))
    return at_home
