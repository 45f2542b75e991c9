"""Notes whose text was replaced, as a Qt list: what they marked before, what they mark now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zbreader.model.selector import AnchorState
from zbreader.services.reviewing import Review

Index = QModelIndex | QPersistentModelIndex

ROLE_REVIEW = Qt.ItemDataRole.UserRole  # the Review itself, for the delegate


class ReviewModel(QAbstractListModel):
    """One row for each note."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviews: list[Review] = []

    def set_reviews(self, reviews: Sequence[Review]) -> None:
        """Show REVIEWS; when some of those shown have only gone, the others stay where they are."""
        kept = {review.annotation.id for review in reviews}
        for row in reversed(range(len(self._reviews))):
            if self._reviews[row].annotation.id not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._reviews[row]
                self.endRemoveRows()
        if self._reviews != list(reviews):
            self.beginResetModel()
            self._reviews = list(reviews)
            self.endResetModel()

    @property
    def reviews(self) -> Sequence[Review]:
        """What is listed, in this order."""
        return tuple(self._reviews)

    def review_at(self, index: Index) -> Review | None:
        """The review of INDEX."""
        return self._reviews[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._reviews)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        review = self.review_at(index)
        if review is None:
            return None
        if role == ROLE_REVIEW:
            return review
        if role == Qt.ItemDataRole.DisplayRole:
            return self.state_words(review)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            after = review.after.text if review.after is not None else self.tr("没有找到位置")
            return self.tr("{state}。原来：{before}。现在：{after}").format(
                state=self.state_words(review), before=review.before.text, after=after
            )
        return None

    def state_words(self, review: Review) -> str:
        """How the note was found again, and how sure that is."""
        if review.state is AnchorState.UNPLACED:
            return self.tr("没有找到位置，笔记仍然保留")
        if review.state is AnchorState.EXACT:
            return self.tr("文字没有变")
        return self.tr("文字有改动，相似 {percent}%").format(percent=round(review.score * 100))
