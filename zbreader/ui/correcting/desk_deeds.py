"""What the actions of the desk do: each makes a change of what is chosen and has the worker apply it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from zbreader.model.correction import (
    Change,
    Cut,
    Furniture,
    FurnitureKind,
    Kind,
    LineKind,
    Merge,
    Move,
    Reauthor,
    Regroup,
    Retitle,
    Split,
)
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article
from zbreader.services.correcting import Corrected
from zbreader.services.library import Services
from zbreader.ui.bridge import Bridge
from zbreader.ui.correcting.asking import AskDialog, ColumnDialog, MendDialog, TextDialog
from zbreader.ui.correcting.changes import join_of, names_in
from zbreader.ui.correcting.desk import CorrectionDesk
from zbreader.ui.correcting.handing import FileDeeds
from zbreader.ui.correcting.state import DeskState, load_state
from zbreader.ui.operations import Operations
from zbreader.ui.translation import translated


class DeskDeeds(QObject):
    """Belongs to one desk. The issue's id may change with a correction; this follows it."""

    def __init__(
        self, services: Services, operations: Operations, bridge: Bridge, desk: CorrectionDesk, issue_id: str
    ) -> None:
        super().__init__(desk)
        self._services, self._operations, self._desk = services, operations, desk
        self.issue_id = issue_id
        self._lines_first: tuple[int, ...] = ()
        self._doubt_first = False
        self.files = FileDeeds(services, operations, desk, self)
        desk.actions_by_name.connect_all(self._deeds())
        desk.removal_requested.connect(self.remove)
        desk.outline_model.move_requested.connect(self.move)
        bridge.issues_changed.connect(self._on_issues_changed)
        bridge.changed.connect(self._name_undo)
        operations.changed.connect(self._name_undo)
        self._name_undo()

    def open(self, lines: tuple[int, ...] = (), *, at_doubt: bool = False) -> None:
        """Ask for the issue, and go to LINES or its most doubtful place when it is there."""
        self._lines_first, self._doubt_first = lines, at_doubt
        self._refresh()

    def do(self, *changes: Change) -> None:
        """Apply changes as one step."""
        issue_id = self.issue_id
        self._run(lambda: self._services.correcting.add(issue_id, *changes))

    def remove(self, correction_id: str) -> None:
        """Take one correction back."""
        issue_id = self.issue_id
        self._run(lambda: self._services.correcting.remove(issue_id, correction_id))

    def move(self, lines: tuple[int, ...], after: int) -> None:
        """Lines stand after another line."""
        self._desk.set_taken(())
        self.do(Move(tuple(lines), after))

    def on_done(self, corrected: Corrected) -> None:
        """A correction was made: the desk is free again, and follows the issue."""
        self._desk.set_busy(False)
        self._desk.notice.hide()
        if corrected.issue_id != self.issue_id:
            self.issue_id = corrected.issue_id
            self._refresh()

    def on_error(self, error: BaseException) -> None:
        """Nothing was changed: the desk is free again, and says why."""
        self._desk.set_busy(False)
        if isinstance(error, KnownError):
            self._desk.notice.warn(translated(error))
        else:
            self._operations.failed.emit(error)

    def _deeds(self) -> dict[str, Callable[[], object]]:
        desk, undo = self._desk, self._services.undo
        deeds: dict[str, Callable[[], object]] = {
            "save": self.files.save,
            "apply": self.files.apply,
            "close": desk.close,
            "undo": lambda: self._operations.run(undo.undo, on_error=self.on_error),
            "redo": lambda: self._operations.run(undo.redo, on_error=self.on_error),
            "next_doubt": lambda: self._step_doubt(1),
            "previous_doubt": lambda: self._step_doubt(-1),
            "next_part": desk.step_part,
            "split": self.split,
            "split_body": self.split_body,
            "merge": lambda: self.do(Merge(desk.chosen()[:1])),
            "cut": self.cut,
            "join": self.join,
            "confirm": self.confirm,
            "take": lambda: desk.set_taken(desk.chosen()),
            "put": lambda: self.move(desk.taken, desk.chosen()[-1]),
            "retitle": self.retitle,
            "reauthor": self.reauthor,
            "regroup": self.regroup,
            "mend": self.mend,
        }
        for kind in LineKind:
            deeds[f"kind {kind.value}"] = partial(self.set_kind, kind)
        for piece in FurnitureKind:
            deeds[f"furniture {piece.value}"] = partial(self.set_furniture, piece)
        return deeds

    def split(self) -> None:
        """The chosen lines are the headline of an article of their own; or what follows the caret in the line."""
        chosen = self._desk.chosen()
        self.do(Split(chosen, start=self._place() or None if len(chosen) == 1 else None))

    def split_body(self) -> None:
        """An article begins with the chosen lines, and its headline is typed."""
        lines = self._desk.chosen()
        dialog = TextDialog(self.tr("另起一篇"), self.tr("新一篇的标题"), "", self._desk)
        self._ask(dialog, lambda: self.do(Split(lines, dialog.text, headed=False)))

    def cut(self) -> None:
        """A paragraph begins with the chosen line, or at the caret in it."""
        self.do(Cut(self._desk.chosen(), self._place()))

    def join(self) -> None:
        """The chosen paragraph goes on in the next one."""
        change = join_of(self._desk.chosen(), self._desk.chosen_node())
        if change is None:
            self._desk.notice.warn(self.tr("请选中一段里的一行（接上下一段），或者正好两行。"))
        else:
            self.do(change)

    def confirm(self) -> None:
        """The joins inside the chosen paragraph are right."""
        node = self._desk.chosen_node()
        if node is not None:
            article_id, paragraph = node.id, node.row
            self._run(lambda: self._services.correcting.confirm_join(article_id, paragraph))

    def retitle(self) -> None:
        """Another headline."""
        lines, article = self._desk.chosen()[:1], self._article()
        title = article.title if article else ""
        dialog = TextDialog(self.tr("改标题"), self.tr("标题"), title, self._desk)
        self._ask(dialog, lambda: self.do(Retitle(lines, dialog.text)))

    def reauthor(self) -> None:
        """Other authors."""
        lines, article = self._desk.chosen()[:1], self._article()
        label = self.tr("作者（几位之间用顿号，没有就空着）")
        names = "、".join(article.authors) if article else ""
        dialog = TextDialog(self.tr("改作者"), label, names, self._desk, may_be_empty=True)
        self._ask(dialog, lambda: self.do(Reauthor(lines, names_in(dialog.text))))

    def regroup(self) -> None:
        """Another column and group."""
        lines, article, state = self._desk.chosen()[:1], self._article(), self._desk.state
        if article is None or state is None:
            return
        dialog = ColumnDialog(state.columns(), state.groups(), article.column, article.group, self._desk)
        self._ask(dialog, lambda: self.do(Regroup(lines, *dialog.chosen)))

    def set_kind(self, kind: LineKind) -> None:
        """The chosen lines are of this kind; or what follows the caret in the line."""
        chosen = self._desk.chosen()
        self.do(Kind(chosen, kind, start=self._place() or None if len(chosen) == 1 else None))

    def set_furniture(self, kind: FurnitureKind) -> None:
        """The chosen lines belong to no article."""
        self.do(Furniture(self._desk.chosen(), kind))

    def mend(self) -> None:
        """Put characters of the chosen line right."""
        row = self._desk.line.row
        if row is None:
            return
        dialog = MendDialog(row.number, row.text, self._desk.line.span(), self._desk)

        def mend() -> None:
            change = dialog.change()
            if change is not None:
                self.do(change)

        self._ask(dialog, mend)

    def _run(self, call: Callable[[], Corrected]) -> None:
        self._desk.set_busy(True)
        self._operations.run(call, on_done=self.on_done, on_error=self.on_error)

    def _place(self) -> int:
        """Where the caret stands in the chosen line, when the keyboard is there; else its beginning."""
        return self._desk.line.span()[0] if self._desk.line.hasFocus() else 0

    def _article(self) -> Article | None:
        node = self._desk.chosen_node()
        return self._desk.state.article(node.id) if node is not None and self._desk.state is not None else None

    def _ask(self, dialog: AskDialog, deed: Callable[[], object]) -> None:
        dialog.accepted.connect(deed)
        dialog.open()

    def _step_doubt(self, step: int) -> None:
        self._desk.tabs.setCurrentIndex(0)
        if self._desk.findings.step(step) is None:
            self._desk.notice.tell(self.tr("没有存疑的地方了。"))

    def _refresh(self) -> None:
        issue_id = self.issue_id
        self._operations.ask(
            lambda: load_state(self._services, issue_id),
            on_done=self._on_state,
            on_error=self.on_error,
            key="correction desk",
        )

    def _on_state(self, state: DeskState) -> None:
        self._desk.show_state(state)
        if self._lines_first:
            self._desk.go_to(self._lines_first)
            self._lines_first = ()
        if self._doubt_first:
            self._doubt_first = False
            self._step_doubt(1)

    def _on_issues_changed(self, ids: frozenset[str]) -> None:
        if self.issue_id in ids:
            self._refresh()

    def _name_undo(self, _changes: object = None) -> None:
        undo = self._services.undo
        for name, step, words in (
            ("undo", undo.undo_name, self.tr("撤销{step}")),
            ("redo", undo.redo_name, self.tr("重做{step}")),
        ):
            told = self.tr("：{step}").format(step=translated(step)) if step else ""
            self._desk.actions_by_name[name].setText(words.format(step=told))
            self._desk.actions_by_name[name].setEnabled(step is not None)
