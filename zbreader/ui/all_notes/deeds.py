"""What the window of all notes asks for: lists, pages, changes of many notes, collections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QInputDialog, QLineEdit

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.collection import Collection
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor
from zbreader.model.note_list import NoteGroup, NoteGrouping
from zbreader.ui.all_notes.collections_model import BOOKMARKS
from zbreader.ui.all_notes.window import AllNotesWindow
from zbreader.ui.open_article import Arrival
from zbreader.ui.reading.color_names import color_name
from zbreader.ui.settings import keys
from zbreader.ui.translation import translated
from zbreader.ui.widgets.tag_line import split_words

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow

SAID_STAYS = 6000  # milliseconds that what was done is told before the count of notes returns
KEPT_CHOSEN = 200  # notes that stay chosen when the list becomes another one
SETTLE = 150  # milliseconds: many changes in a row are one look at the list


class AllNotesDeeds(QObject):
    """Belongs to one AllNotesWindow; its work goes through the main window's operations."""

    def __init__(self, window: MainWindow, notes: AllNotesWindow) -> None:
        super().__init__(notes)
        self._window, self._notes = window, notes
        self._to_choose: list[str] = []
        self._to_show = ""  # a collection that was just made
        settings = window.services.settings
        notes.filters.set_sorting(str(settings.get(keys.NOTES_ORDER, "")), str(settings.get(keys.NOTES_GROUPING, "")))
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.refresh)
        self._said = QTimer(self, singleShot=True, interval=SAID_STAYS)
        self._said.timeout.connect(lambda: notes.told.setText(self._counted()))
        self._connect()

    def refresh(self) -> None:
        """Read collections, tags and authors again, then the list."""
        services = self._window.services

        def read() -> tuple[list[Collection], list[str], dict[str, str]]:
            annotating = services.annotating
            return services.collecting.collections(), annotating.all_tags(), annotating.all_people()

        def show(found: tuple[list[Collection], list[str], dict[str, str]]) -> None:
            self._notes.collections.set_collections(found[0])
            self._notes.set_known(found[1], found[2])
            row = self._notes.collections.row_of(self._to_show) if self._to_show else None
            if row is not None:
                self._to_show = ""
                self._notes.shelf.setCurrentIndex(self._notes.collections.index(row))
            self.read_list()

        self._window.operations.ask(read, on_done=show, key="collections")

    def read_list(self) -> None:
        """Read which notes there are to be listed."""
        notes = self._notes
        order, grouping = notes.filters.sorting()
        wanted = notes.filters.narrowed(self._base())
        notes.set_by_hand(bool(notes.collection_id()) and order.value == "given" and grouping is NoteGrouping.NONE)
        self._window.operations.ask(
            lambda: self._window.services.listing.groups(wanted, order, grouping),
            on_done=lambda groups: self._show(groups, grouping),
            key="all notes",
        )

    def _base(self) -> AnnotationFilter:
        """What the chosen row of the shelf means."""
        one = self._notes.collections.collection_at(self._notes.shelf.currentIndex())
        if one is not None:
            return AnnotationFilter(ids=frozenset(one.annotations), order=one.annotations)
        return AnnotationFilter(whole_article=True if self._notes.shelf.currentIndex().row() == BOOKMARKS else None)

    def _show(self, groups: Sequence[NoteGroup], grouping: NoteGrouping) -> None:
        notes = self._notes
        chosen = self._to_choose or notes.chosen(KEPT_CHOSEN)
        self._to_choose = []
        place = notes.list.verticalScrollBar().value()
        if notes.model.set_groups(groups, [self._heading(group, grouping) for group in groups]):
            notes.list.verticalScrollBar().setValue(place)
            notes.choose(chosen[:KEPT_CHOSEN])
        if not self._said.isActive():
            notes.told.setText(self._counted())

    def _counted(self) -> str:
        """What there is to be said of the list itself."""
        notes = self._notes
        count = notes.model.note_count()
        if count:
            return self.tr("{count} 条").format(count=count)
        if notes.filters.is_narrow():
            return self.tr("没有符合条件的笔记。")
        if notes.collection_id():
            return self.tr("这本摘编还是空的：把笔记拖到左边它的名字上，或者选中后点“加入摘编本”。")
        return self.tr("还没有笔记。在正文中选中文字，按 N 写笔记。")

    def _heading(self, group: NoteGroup, grouping: NoteGrouping) -> str:
        if grouping is NoteGrouping.NONE:
            return ""
        if grouping is NoteGrouping.COLOR:
            return color_name(HighlightColor(group.key))
        nothing = {NoteGrouping.TAG: self.tr("没有标签"), NoteGrouping.AUTHOR: self.tr("未署名")}
        return group.label or nothing.get(grouping, self.tr("没有名字"))

    def _on_page_wanted(self, first: int, last: int) -> None:
        ids = self._notes.model.ids(first, last)
        self._window.operations.ask(
            lambda: self._window.services.listing.page(ids),
            on_done=lambda page: self._notes.model.bring(page, first, last),
        )

    def _on_sorting_chosen(self) -> None:
        order, grouping = self._notes.filters.sorting()
        settings = self._window.services.settings
        if order.value != "given":
            self._window.operations.run(lambda: settings.set(keys.NOTES_ORDER, order.value))
        self._window.operations.run(lambda: settings.set(keys.NOTES_GROUPING, grouping.value))
        self.read_list()

    def _on_shelf_chosen(self) -> None:
        self._notes.filters.set_by_hand(bool(self._notes.collection_id()))
        self.read_list()

    def _open(self, identity: str) -> None:
        placed = self._notes.model.known(identity)
        if placed is not None:
            self._window.open_article(placed.annotation.target.article_id, Arrival(note=identity))
            self._window.activateWindow()

    def _delete(self, ids: list[str]) -> None:
        if ids:
            told = self.tr("删除了 {count} 条。Ctrl+Z 撤销。").format(count=len(ids))
            self._run(lambda: self._window.services.annotating.delete_all(ids), told)

    def _recolor(self, ids: list[str], color: HighlightColor) -> None:
        self._run_own(ids, lambda: self._window.services.annotating.recolor(ids, color))

    def _retag(self, ids: list[str]) -> None:
        words, given = QInputDialog.getText(
            self._notes,
            self.tr("标签"),
            self.tr("给选中的 {count} 条加上标签（前面写“-”的是去掉）：").format(count=len(ids)),
            QLineEdit.EchoMode.Normal,
        )
        if given and words.strip():
            self.retag(ids, words)

    def retag(self, ids: list[str], words: str) -> None:
        """Give notes the tags in WORDS; those that begin with - are taken away."""
        tags = split_words(words)
        add = [tag for tag in tags if not tag.startswith(("-", "－"))]
        drop = [tag[1:] for tag in tags if tag.startswith(("-", "－"))]
        self._run_own(ids, lambda: self._window.services.annotating.retag(ids, add, drop))

    def _export(self, ids: list[str]) -> None:
        wanted = tuple(ids or self._notes.model.ids(0, self._notes.model.rowCount()))
        by_hand = self._notes.model.is_ordered_by_hand
        self._window.deeds.export_chosen(
            AnnotationFilter(ids=frozenset(wanted), order=wanted if by_hand else ()), self._notes
        )

    def _collect(self, ids: list[str], collection_id: str) -> None:
        collecting = self._window.services.collecting
        if collection_id:
            self._run(
                lambda: collecting.add(collection_id, ids),
                lambda count: self.tr("加入了 {count} 条。").format(count=count),
            )
            return
        name, given = QInputDialog.getText(self._notes, self.tr("新建摘编本"), self.tr("名字："))
        if given:
            self.create(name, ids)

    def create(self, name: str, ids: Sequence[str] = ()) -> None:
        """Make a collection of these notes and show it."""

        def made(one: Collection) -> str:
            self._to_show = one.id
            return self.tr("新建了“{name}”。").format(name=one.name)

        self._run(lambda: self._window.services.collecting.create(name, ids), made)

    def _remove_collection(self) -> None:
        collection_id = self._notes.collection_id()
        if collection_id:
            told = self.tr("删除了这本摘编，笔记都还在。Ctrl+Z 撤销。")
            self._run(lambda: self._window.services.collecting.remove(collection_id), told)

    def _rename(self, collection_id: str, name: str) -> None:
        self._run(lambda: self._window.services.collecting.rename(collection_id, name))

    def _take_out(self, ids: list[str]) -> None:
        collection_id = self._notes.collection_id()
        if collection_id and ids:
            told = self.tr("移出了 {count} 条，笔记还在。").format(count=len(ids))
            self._run(lambda: self._window.services.collecting.take_out(collection_id, ids), told)

    def _move(self, ids: list[str], before: str | None) -> None:
        collection_id = self._notes.collection_id()
        if not collection_id or not ids:
            return
        self._to_choose = ids
        self._run(lambda: self._window.services.collecting.move(collection_id, ids, before))

    def _step(self, ids: list[str], step: int) -> None:
        """Let the chosen notes change places with the one above or below them."""
        if not self._notes.model.is_ordered_by_hand or not ids:
            return
        shown = self._notes.model.ids(0, self._notes.model.rowCount())
        rest = [one for one in shown if one not in set(ids)]
        above = sum(one in set(rest) for one in shown[: shown.index(ids[0])])
        at = above + step
        if 0 <= at <= len(rest):
            self._move(ids, rest[at] if at < len(rest) else None)

    def _run_own(self, ids: list[str], call: Callable[[], int]) -> None:
        def told(left: int) -> str:
            done = self.tr("改了 {count} 条。").format(count=len(ids) - left)
            return done + self.tr("别人的 {count} 条没有动。").format(count=left) if left else done

        if ids:
            self._run(call, told)

    def _run(self, call: Callable[[], object], told: str | Callable[[Any], str] = "") -> None:
        def done(value: object) -> None:
            self._say(told(value) if callable(told) else told)
            self._settle.start()

        self._window.operations.run(call, on_done=done, on_error=self._on_error)

    def _say(self, words: str) -> None:
        if words:
            self._notes.told.setText(words)
            self._said.start()

    def _on_error(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self._say(translated(error))
        else:
            self._window.on_failed(error)

    def _on_changed(self, _ids: object) -> None:
        if self._notes.isVisible() and not self._settle.isActive():
            self._settle.start()

    def _connect(self) -> None:
        notes, window = self._notes, self._window
        notes.shown.connect(self.refresh)
        notes.filters.changed.connect(self._on_sorting_chosen)
        notes.shelf.selectionModel().currentChanged.connect(lambda *_: self._on_shelf_chosen())
        notes.model.page_wanted.connect(self._on_page_wanted)
        notes.model.move_requested.connect(self._move)
        notes.collections.notes_dropped.connect(lambda collection_id, ids: self._collect(ids, collection_id))
        notes.collections.rename_requested.connect(self._rename)
        notes.open_requested.connect(self._open)
        notes.delete_requested.connect(self._delete)
        notes.color_requested.connect(self._recolor)
        notes.tags_requested.connect(self._retag)
        notes.export_requested.connect(self._export)
        notes.collect_requested.connect(self._collect)
        notes.take_out_requested.connect(self._take_out)
        notes.step_requested.connect(self._step)
        notes.drop.clicked.connect(self._remove_collection)
        notes.undo_requested.connect(lambda: window.operations.run(window.services.undo.undo))
        notes.redo_requested.connect(lambda: window.operations.run(window.services.undo.redo))
        for signal in (
            window.bridge.annotations_changed,
            window.bridge.issues_changed,
            window.bridge.collections_changed,
        ):
            signal.connect(self._on_changed)
