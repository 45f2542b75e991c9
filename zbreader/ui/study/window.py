"""学习会: sessions by day at the left; plan, record and board of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.session import CatchUp, Session
from zbreader.services.session_view import SessionView
from zbreader.ui.study.board import Board
from zbreader.ui.study.plan_form import PlanForm
from zbreader.ui.study.record_form import RecordForm
from zbreader.ui.study.sessions_model import ID_ROLE, SessionsModel
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.fitting import fit
from zbreader.ui.widgets.row_menu import RowMenu

SIZE = (66, 44)  # in heights of the font
SHELF = 15
SHEETS = (
    "主题党日活动记录",
    "学习材料",
    "领学提纲",
    "送学包",
    "学习情况通报",
    "学习计划表",
    "学习台账",
    "微党课脚本",
    "金句卡",
)


class StudyWindow(QDialog):
    """Asks by signals; StudyDeeds answers. Can stay open beside the page."""

    new_requested = Signal()
    delete_requested = Signal(str)
    saved = Signal(object)  # Session
    chosen = Signal(str)  # id
    sheet_requested = Signal(list, str)  # ids, sheet
    give_requested = Signal(object)  # a session whose notes are to be handed over
    hand_out_requested = Signal(object)  # a session whose plan goes to the group
    project_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("学习会"))
        self.model = SessionsModel(self)
        self.list = QListView(self)
        self.list.setObjectName("shelf")
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("学习会，按日期"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.plan, self.record, self.board = PlanForm(self), RecordForm(self), Board(theme, self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.plan, self.tr("计划"))
        self.tabs.addTab(self.record, self.tr("记录"))
        self.tabs.addTab(self.board, self.tr("看板"))
        self.missed = QLabel(self)
        self.missed.setObjectName("quiet")
        self.missed.setWordWrap(True)
        self._session: Session | None = None
        self.row_menu = RowMenu(self.list, self.menu_for)
        self._arrange()
        for form in (self.plan, self.record):
            form.edited.connect(self._on_edited)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current_id()))
        for keys, signal in (("Ctrl+Z", self.undo_requested), ("Ctrl+Shift+Z", self.redo_requested)):
            QShortcut(QKeySequence(keys), self, signal.emit)
        self._set_available()

    def current_id(self) -> str:
        """Id of the current session, or empty."""
        return str(self.list.currentIndex().data(ID_ROLE) or "")

    def chosen_ids(self) -> list[str]:
        """Ids of the chosen sessions, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        return [self.model.sessions[row].id for row in rows]

    def show_sessions(self, sessions: Sequence[Session]) -> None:
        """Show these; the current one stays current, else the last one is."""
        kept = self.current_id()
        self.model.set_sessions(sessions)
        row = self.model.row_of(kept)
        if sessions and (row < 0 or not self.list.currentIndex().isValid()):
            self.choose(sessions[row if row >= 0 else -1].id)
        elif row >= 0:
            self.show_session(self.model.sessions[row])
        self.pages.setCurrentIndex(0 if sessions else 1)
        self._set_available()

    def choose(self, session_id: str) -> None:
        """Make a session the current one."""
        row = self.model.row_of(session_id)
        if row >= 0:
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), how)

    def begin_plan(self) -> None:
        """The keyboard goes to the first field of the plan."""
        self.tabs.setCurrentWidget(self.plan)
        self.plan.theme.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self, session: Session) -> None:
        """Fill the forms."""
        self._session = session
        self.plan.show_session(session)
        self.record.show_session(session)
        self._set_available()

    def show_view(self, view: SessionView) -> None:
        """Fill the board."""
        self.board.show_view(view)

    def show_missed(self, missed: Sequence[CatchUp]) -> None:
        """补学: who still has what to read."""
        lines = [
            self.tr("{name}：{day}《{title}》").format(name=one.name, day=one.day, title=one.title) for one in missed
        ]
        self.missed.setText(self.tr("待补学") + "\n" + "\n".join(lines[:8]) if lines else "")
        self.missed.setVisible(bool(lines))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """What the buttons below do, for the chosen sessions or the one at INDEX."""
        if not self.list.selectionModel().isSelected(index):
            self.list.setCurrentIndex(index)
        menu = QMenu(self)
        menu.addAction(self.project.text(), self.project.click)
        self._fill_sheets(menu.addMenu(self.sheets.text()))
        menu.addAction(self.give.text(), self.give.click)
        menu.addAction(self.hand_out.text(), self.hand_out.click)
        menu.addSeparator()
        menu.addAction(self.new.text(), self.new.click)
        menu.addAction(self.delete.text(), self.delete.click)
        return menu

    def commit(self) -> None:
        """Save what is being typed."""
        for edit in (self.plan.questions, self.record.expected, *self.record.extra.values()):
            edit.commit()
        self._on_edited()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def reject(self) -> None:
        self.commit()
        super().reject()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        if self._session is None:
            return
        after = self.record.session(self.plan.session(self._session))
        if after != self._session:
            self._session = after
            self.saved.emit(after)

    def _set_available(self) -> None:
        has = self._session is not None and bool(self.model.sessions)
        for widget in (self.tabs, self.delete, self.give, self.hand_out, self.project, self.sheets):
            widget.setEnabled(has)

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: deed())
        return button

    def _arrange(self) -> None:
        gap = self.fontMetrics().height()
        self.new = self._button(self.tr("新建学习会"), self.new_requested.emit)
        self.delete = self._button(self.tr("删除"), lambda: self.delete_requested.emit(self.current_id()))
        self.give = self._button(self.tr("交本次笔记…"), lambda: self._ask_with(self.give_requested))
        self.hand_out = self._button(self.tr("发给组员…"), lambda: self._ask_with(self.hand_out_requested))
        self.hand_out.setToolTip(self.tr("让组员的程序里出现这次学习会的计划"))
        self.project = self._button(self.tr("投影"), lambda: self.project_requested.emit(self.current_id()))
        self.sheets = self._button(self.tr("导出"), lambda: None)
        menu = QMenu(self.sheets)
        self._fill_sheets(menu)
        self.sheets.setMenu(menu)
        close = self._button(self.tr("关闭"), self.reject)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, gap // 2, 0)
        column.addWidget(self.new)
        column.addWidget(self.list, 1)
        column.addWidget(self.missed)
        empty = QLabel(
            self.tr("还没有学习会。\n新建一次，把要学的文章放进来；\n收到大家的笔记以后，看板上就有共识和问题。"), self
        )
        empty.setObjectName("quiet")
        empty.setMargin(gap * 3)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.tabs)
        self.pages.addWidget(empty)
        splitter = QSplitter(self)
        splitter.addWidget(left)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([gap * SHELF, gap * (SIZE[0] - SHELF)])
        splitter.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        for button in (self.delete, self.give, self.hand_out, self.project, self.sheets):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(splitter, 1)
        layout.addLayout(foot)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def _ask_with(self, signal: SignalInstance) -> None:
        self.commit()
        if self._session is not None:
            signal.emit(self._session)

    def _fill_sheets(self, menu: QMenu) -> None:
        for sheet in SHEETS:
            menu.addAction(f"{sheet}…", lambda sheet=sheet: self._ask_sheet(sheet))

    def _ask_sheet(self, sheet: str) -> None:
        self.commit()
        ids = self.chosen_ids() or [self.current_id()]
        self.sheet_requested.emit(ids, sheet)
