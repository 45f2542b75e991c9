"""What became of the notes when their text was replaced: look, go there, confirm; one undo takes that back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.selector import AnchorState
from zbreader.services.library import Services
from zbreader.services.reviewing import Review
from zbreader.ui.bridge import Bridge
from zbreader.ui.operations import Operations
from zbreader.ui.reviewing.review_delegate import ReviewDelegate
from zbreader.ui.reviewing.review_model import ReviewModel
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.fitting import fit

SIZE = (54, 36)  # in heights of the font


class ReviewWindow(QDialog):
    """Can stay open beside the page, so that one can go from note to note."""

    note_requested = Signal(str, str)  # article id, annotation id

    def __init__(
        self, services: Services, operations: Operations, bridge: Bridge, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("笔记变动"))
        self._services, self._operations = services, operations
        self.model = ReviewModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReviewDelegate(theme, self.list))
        self.list.setAccessibleName(self.tr("文字变了的笔记"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(lambda _index: self._on_jump())
        self.list.doubleClicked.connect(lambda _index: self._on_jump())
        self._arrange()
        self._undo = QAction(self.tr("撤销"), self)
        self._undo.setShortcut(QKeySequence("Ctrl+Z"))
        self._undo.triggered.connect(lambda: operations.run(services.undo.undo))
        self.addAction(self._undo)
        self.all.toggled.connect(lambda _on: self.refresh())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._set_available())
        bridge.annotations_changed.connect(self._on_changed)
        bridge.issues_changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Ask what there is to look at."""
        doubtful = not self.all.isChecked()
        self._operations.ask(
            lambda: self._services.reviewing.last(doubtful=doubtful), on_done=self._on_reviews, key="review"
        )

    def _arrange(self) -> None:
        gap = self.fontMetrics().height()
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        heads = QHBoxLayout()
        heads.setContentsMargins(gap, 0, gap, 0)
        for words in (self.tr("原来"), self.tr("现在")):
            head = QLabel(words, self)
            head.setObjectName("quiet")
            heads.addWidget(head, 1)
        self.all = QCheckBox(self.tr("也列出文字没有变的"), self)
        self.buttons = QDialogButtonBox(self)
        self.jump = QPushButton(self.tr("到正文"), self)
        self.confirm = QPushButton(self.tr("确认选中的"), self)
        self.confirm_all = QPushButton(self.tr("全部确认"), self)
        close = QPushButton(self.tr("关闭"), self)
        for button, deed in (
            (self.jump, self._on_jump),
            (self.confirm, self._on_confirm),
            (self.confirm_all, self._on_confirm_all),
        ):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, deed=deed: deed())
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(self._state)
        layout.addLayout(heads)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        fit(self, gap * SIZE[0], gap * SIZE[1])
        self._set_available()

    def _on_reviews(self, reviews: Sequence[Review]) -> None:
        self.model.set_reviews(reviews)
        if reviews and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        repaired = sum(review.state is AnchorState.REPAIRED for review in reviews)
        lost = sum(review.state is AnchorState.UNPLACED for review in reviews)
        told = (
            [self.tr("{count} 条笔记的文字有改动，确认以后以现在的文字为准").format(count=repaired)] if repaired else []
        )
        told += [self.tr("{count} 条没有找到位置").format(count=lost)] if lost else []
        calm = self.tr("没有要看的了：笔记都在原来的文字上。")
        self._state.setText(self.tr("；").join(told) + self.tr("。") if told else calm)
        self._set_available()

    def _set_available(self) -> None:
        chosen = self._chosen()
        self.jump.setEnabled(len(chosen) == 1 and chosen[0].state is not AnchorState.UNPLACED)
        self.confirm.setEnabled(any(_can_confirm(review) for review in chosen))
        self.confirm_all.setEnabled(any(_can_confirm(review) for review in self.model.reviews))

    def _chosen(self) -> list[Review]:
        found = (self.model.review_at(index) for index in self.list.selectedIndexes())
        return [review for review in found if review is not None]

    def _on_jump(self) -> None:
        chosen = self._chosen()
        if len(chosen) == 1 and chosen[0].state is not AnchorState.UNPLACED:
            self.note_requested.emit(chosen[0].article_id, chosen[0].annotation.id)

    def _on_confirm(self) -> None:
        self._confirm(self._chosen())

    def _on_confirm_all(self) -> None:
        self._confirm(self.model.reviews)

    def _confirm(self, reviews: Sequence[Review]) -> None:
        ids = [review.annotation.id for review in reviews if _can_confirm(review)]
        if ids:
            self._operations.run(lambda: self._services.reviewing.confirm(ids), on_done=lambda _count: self.refresh())

    def _on_changed(self, _ids: object) -> None:
        if self.isVisible():
            self.refresh()


def _can_confirm(review: Review) -> bool:
    return review.state is AnchorState.REPAIRED
