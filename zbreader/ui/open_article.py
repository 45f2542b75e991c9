"""The article that lies open: its text and its marks on the page, its notes in the panel, and how far it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, IssueSummary
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Anchor, AnchorState
from zbreader.services.library import Services
from zbreader.services.settings import PERSON_ID
from zbreader.ui.annotations.panel import NotesPanel
from zbreader.ui.bridge import Bridge
from zbreader.ui.operations import Operations
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.reading.writers import Writers

AT_ONCE = 1_000  # notes that are listed together with their article


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where in an article to arrive: at a note, or at one of the ranges (code points) that a search found."""

    note: str = ""
    hits: tuple[tuple[int, int], ...] = ()
    at: int = 0  # which of the hits
    titled: tuple[tuple[int, int], ...] = ()  # what it found in the headline


@dataclass(frozen=True, slots=True)
class _Loaded:
    article: Article
    issue: IssueSummary
    notes: list[PlacedAnnotation]
    place: float


class OpenArticle(QObject):
    """Joins the page and the panel to the services. Nothing here draws; nothing in the two writes."""

    opened = Signal(object, object)  # Article, IssueSummary
    closed = Signal()
    read_so_far = Signal(str, float)  # article id, how far it was read now (0..1)
    hits_shown = Signal(list, int)  # ranges that are marked as found, and which of them one stands at

    def __init__(
        self,
        services: Services,
        operations: Operations,
        bridge: Bridge,
        pane: ReadingPane,
        panel: NotesPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._operations = services, operations
        self._pane, self._panel = pane, panel
        self.article: Article | None = None
        self.issue: IssueSummary | None = None
        self._notes: dict[str, PlacedAnnotation] = {}
        self._asked = ""  # id of the article that was asked for last
        self._arrival = Arrival()  # and where in it
        self._before: Article | None = None  # what lay open before its issue changed, while it is loaded again
        self._pending = 0  # marks drawn before they were written
        pane.highlight_requested.connect(self.highlight)
        pane.note_requested.connect(self.write_note)
        pane.annotation_activated.connect(panel.select)
        pane.annotation_note_requested.connect(panel.edit)
        pane.annotation_color_requested.connect(self._on_color_changed)
        pane.annotation_delete_requested.connect(self._on_delete_requested)
        pane.place_changed.connect(lambda place: self._keep_place(self.id, place))
        self._kept_place: float | None = None  # told last: leaving writes nothing that was not read
        panel.annotation_activated.connect(pane.reveal)
        panel.note_edited.connect(self._on_note_edited)
        panel.tags_edited.connect(self._on_tags_edited)
        panel.color_changed.connect(self._on_color_changed)
        panel.delete_requested.connect(self._on_delete_requested)
        self.writers = Writers(services.people.is_own, self)
        pane.set_writers(self.writers)
        panel.model.set_writers(self.writers)
        bridge.settings_changed.connect(lambda keys: self.writers.changed.emit() if PERSON_ID in keys else None)
        bridge.annotations_changed.connect(self._on_annotations_changed)
        bridge.issues_changed.connect(self._on_issues_changed)

    @property
    def id(self) -> str:
        """Id of the open article; empty when none is."""
        return self.article.id if self.article else ""

    @property
    def id_to_keep(self) -> str:
        """Id of what is to lie open the next time: the open article, or the one that is about to be shown."""
        return self.id or self._asked

    @property
    def notes(self) -> list[PlacedAnnotation]:
        """The notes on the open article, in the order shown."""
        return list(self._notes.values())

    def open(self, article_id: str, arrival: Arrival = Arrival()) -> None:
        """Show an article where it was left, or where ARRIVAL says."""
        if article_id == self.id:
            self._arrive(arrival)
            return
        self.leave()
        self._asked, self._arrival = article_id, arrival

        def stay(error: BaseException) -> None:
            self._asked = self.id
            self._operations.failed.emit(error)

        self._operations.ask(
            lambda: self._load(article_id),
            on_done=lambda it: self._show(it, arrival),
            on_error=stay,
            key="open article",
        )

    def reopen(self, article_id: str, arrival: Arrival = Arrival()) -> None:
        """Show an article that lay open last time; when it has gone since, nothing is open."""
        self._asked, self._arrival = article_id, arrival
        self._operations.ask(
            lambda: self._load(article_id),
            on_done=lambda loaded: self._show(loaded, arrival),
            on_error=lambda _error: self._close(),
            key="open article",
        )

    def leave(self) -> None:
        """Remember how far the article was read."""
        if self.article is not None:
            self._keep_place(self.id, self._pane.place())

    def highlight(self, start: int, end: int, color: HighlightColor, style: MarkStyle) -> None:
        """Mark a range (code points)."""
        self._add(start, end, color, style, write=False)

    def write_note(self, start: int, end: int) -> None:
        """Mark a range and go to the panel to write about it."""
        self._add(start, end, self._pane.current_color, MarkStyle.HIGHLIGHT, write=True)

    def edit_added(self, placed: PlacedAnnotation) -> None:
        """Go to the panel to write about a note of the open article that was perhaps just made."""
        if self.id == placed.annotation.target.article_id:
            self._bring(placed, write=True)

    def step_note(self, step: int) -> None:
        """Go to the next mark (1) or the one before (-1)."""
        chosen = self._pane.step_mark(step)
        if chosen is not None:
            self._panel.select(chosen)

    def _load(self, article_id: str, place: float | None = None) -> _Loaded:
        reading = self._services.reading
        notes = self._services.annotating.in_article(article_id)
        place = reading.place(article_id) if place is None else place
        return _Loaded(reading.article(article_id), reading.issue_of(article_id), notes, place)

    def _load_again(self, issue_id: str, before: Article) -> _Loaded:
        """The article BEFORE as it is now, or the one it became; raises KnownError when there is neither."""
        try:
            return self._load(before.id)
        except KnownError:
            became = self._services.reading.successor(issue_id, before)
            if became is None:
                raise
            return self._load(became, self._services.reading.place(before.id))

    def _show(self, loaded: _Loaded, arrival: Arrival) -> None:
        self.article, self.issue, self._before = loaded.article, loaded.issue, None
        self._asked = loaded.article.id
        self._notes = {note.annotation.id: note for note in loaded.notes}
        self._kept_place = None
        self._pane.identity = loaded.issue.identity
        self._pane.show_article(loaded.article, loaded.issue.title, loaded.place)
        self._pane.set_marks(loaded.notes)
        if len(loaded.notes) > AT_ONCE:
            self._panel.set_notes([])
            QTimer.singleShot(0, self, lambda: self._fill_panel(loaded.article, arrival))
        else:
            self._panel.set_notes(loaded.notes)
        self.opened.emit(loaded.article, loaded.issue)
        self._ask_tags_and_people()
        self._arrive(arrival)

    def _fill_panel(self, article: Article, arrival: Arrival) -> None:
        """Thousands of notes are a piece of work of their own: the page is there before them."""
        if self.article is article:
            self._panel.set_notes(self.notes)
            if arrival.note:
                self._panel.select(arrival.note)

    def _arrive(self, arrival: Arrival) -> None:
        self._pane.set_hits(arrival.hits, arrival.titled)
        self._pane.show_hit(arrival.at)
        self.hits_shown.emit(list(arrival.hits), arrival.at)
        if arrival.note:
            self._pane.reveal(arrival.note)
            self._panel.select(arrival.note)

    def _add(self, start: int, end: int, color: HighlightColor, style: MarkStyle, *, write: bool) -> None:
        article_id = self.id
        if not article_id or start >= end:
            return
        pending = self._show_pending(start, end, color, style)

        def show(added: PlacedAnnotation) -> None:
            self._pane.remove_mark(pending)
            if self.id == article_id:
                self._bring(added, write=write)

        def give_up(error: BaseException) -> None:
            self._pane.remove_mark(pending)
            self._operations.failed.emit(error)

        self._operations.run(
            lambda: self._services.annotating.add_highlight(article_id, start, end, color=color, style=style),
            on_done=show,
            on_error=give_up,
        )

    def _show_pending(self, start: int, end: int, color: HighlightColor, style: MarkStyle) -> str:
        """Draw a mark while it is being written: the eye does not wait for the disk. Returns its passing id."""
        self._pending += 1
        mark = Annotation(f"pending {self._pending}", Target("", self.id), style=style, color=color)
        self._pane.add_mark(PlacedAnnotation(mark, Anchor(AnchorState.EXACT, start, end, 1.0)))
        return mark.id

    def _bring(self, placed: PlacedAnnotation, *, write: bool) -> None:
        if placed.annotation.id not in self._notes:
            self._set_notes([*self._notes.values(), placed])
        if write:
            self._panel.edit(placed.annotation.id)

    def _keep_place(self, article_id: str, place: float) -> None:
        if article_id and place != self._kept_place:
            self._kept_place = place
            self.read_so_far.emit(article_id, place)
            self._operations.run(lambda: self._services.reading.set_place(article_id, place))

    def _on_note_edited(self, note_id: str, text: str) -> None:
        self._operations.run(lambda: self._services.annotating.set_note(note_id, text))

    def _on_tags_edited(self, note_id: str, tags: list[str]) -> None:
        self._operations.run(lambda: self._services.annotating.set_tags(note_id, tags))

    def _on_color_changed(self, note_id: str, color: HighlightColor, style: MarkStyle) -> None:
        self._operations.run(lambda: self._services.annotating.set_color(note_id, color, style))

    def _on_delete_requested(self, note_id: str) -> None:
        self._operations.run(lambda: self._services.annotating.delete(note_id))

    def _on_annotations_changed(self, _ids: object) -> None:
        article_id = self.id

        def show(notes: list[PlacedAnnotation]) -> None:
            if self.id == article_id:  # no notes at all may be the answer for the article before
                self._set_notes(notes)

        if article_id:
            self._operations.ask(
                lambda: self._services.annotating.in_article(article_id), on_done=show, key="notes of the article"
            )
            self._ask_tags_and_people()

    def _ask_tags_and_people(self) -> None:
        annotating = self._services.annotating
        self._operations.ask(annotating.all_tags, on_done=self._panel.set_known_tags, key="all tags")
        self._operations.ask(annotating.all_people, on_done=self.writers.know, key="all people")

    def _on_issues_changed(self, ids: frozenset[str]) -> None:
        """The open article's issue was imported again or removed: show what there is now."""
        if self.issue is None or self.issue.id not in ids:
            return
        before = self.article or self._before  # a second change may come before the first is shown
        self._before, self.article = before, None
        if before is None or before.id != self._asked:  # another one is on its way
            self.reopen(self._asked, self._arrival)
            return
        issue_id = self.issue.id
        self._operations.ask(
            lambda: self._load_again(issue_id, before),
            on_done=lambda loaded: self._show(loaded, Arrival()),
            on_error=lambda _error: self._close(),
            key="open article",
        )

    def _close(self) -> None:
        self.article = self.issue = None
        self._asked = ""
        self._notes = {}
        self._pane.clear_article()
        self._panel.set_notes([])
        self.closed.emit()

    def _set_notes(self, notes: Sequence[PlacedAnnotation]) -> None:
        """Bring page and panel to NOTES, touching only what is new, changed or gone."""
        if self.article is None or any(note.annotation.target.article_id != self.id for note in notes):
            return
        before, after = self._notes, {}
        for note in notes:  # what is the same stays the same object: whoever is given it sees that at a glance
            known = before.get(note.annotation.id)
            after[note.annotation.id] = known if known == note else note
        changed = [note for note_id, note in after.items() if before.get(note_id) is not note]
        if not changed and list(before) == list(after):
            return
        for gone in before.keys() - after.keys():
            self._pane.remove_mark(gone)
        for note in changed:
            if note.annotation.id in before:
                self._pane.update_mark(note)
            else:
                self._pane.add_mark(note)
        self._notes = after
        self._panel.set_notes(list(after.values()))
