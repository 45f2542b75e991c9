"""What the group made of a session's articles: the board, and below it what to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from zbreader.services.group_view import Passage
from zbreader.services.session_view import SessionView
from zbreader.ui.study.board_delegate import BoardDelegate
from zbreader.ui.study.board_model import COL_HEAT, COL_MARKS, COL_TITLE, BoardModel
from zbreader.ui.theme.theme import Theme

MOST = 30  # passages in one list
LONGEST = 90  # code points of a passage in a list
ROWS_SHOWN = 6


class Board(QWidget):
    """Asks to go where a passage or a note is."""

    place_requested = Signal(str, int, int)  # article id, range in code points
    note_requested = Signal(str, str)  # article id, annotation id
    opposites_requested = Signal()  # to say which tags dispute a passage

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BoardModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self._delegate = BoardDelegate(theme, self.table)
        self.table.setItemDelegateForColumn(COL_MARKS, self._delegate)
        self.table.setItemDelegateForColumn(COL_HEAT, self._delegate)
        self.table.setAccessibleName(self.tr("各篇各人"))
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.activated.connect(lambda index: self._open_row(index.row()))
        self.legend = QLabel(self.tr("● 写了笔记　○ 做了标记　· 读完（本机的，和别人交笔记时附上的）"), self)
        self.legend.setObjectName("quiet")
        self.legend.setWordWrap(True)
        self.opposites = QPushButton(self.tr("相反的标签…"), self)
        self.opposites.setAutoDefault(False)
        self.opposites.setToolTip(self.tr("哪两个标签贴在同一句上，算有分歧"))
        self.opposites.clicked.connect(self.opposites_requested)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("共识、分歧、没有人标记的段落、待讨论的问题"))
        self.text.anchorClicked.connect(self._follow)
        gap = self.fontMetrics().height()
        self.text.document().setDocumentMargin(gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(self.table)
        row = QHBoxLayout()
        row.addWidget(self.legend, 1)
        row.addWidget(self.opposites)
        layout.addLayout(row)
        layout.addWidget(self.text, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.table.viewport().update()

    def show_view(self, view: SessionView) -> None:
        """Show what the group made of the articles."""
        self.model.set_view(view)
        height = self.fontMetrics().height()
        self.table.verticalHeader().setDefaultSectionSize(round(height * 1.9))
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(2 * height)
        for column, width in ((COL_TITLE, 12), (COL_MARKS, 6)):
            header.resizeSection(column, width * height)
        if view.rows:
            header.setSectionResizeMode(COL_HEAT, QHeaderView.ResizeMode.Stretch)
        for column in range(COL_HEAT + 1, self.model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        rows = height * 1.9 * (min(max(len(view.rows), 1), ROWS_SHOWN) + 1.2)
        self.table.setFixedHeight(round(rows) + self.table.horizontalScrollBar().sizeHint().height())
        self.text.setHtml("".join(self._sections(view)))

    def _sections(self, view: SessionView) -> Iterator[str]:
        titles = {row.article_id: row.title for row in view.rows}
        yield from self._list(self.tr("大家的共识"), view.agreed, view, titles, self.tr("还没有两个人以上标记的句子。"))
        yield from self._list(self.tr("有分歧的地方"), view.disputed, view, titles, self.tr("没有贴上相反标签的句子。"))
        yield f"<h3>{self.tr('待讨论的问题')}</h3>"
        if not view.questions and not view.session.questions:
            yield f"<p>{self.tr('没有标着存疑、讨论或问题的笔记。')}</p>"
        for question in view.session.questions:
            yield f"<p>{escape(question)}</p>"
        for one in view.questions:
            words = escape((one.text or one.quote)[:LONGEST])
            link = f"note:{one.article_id}:{one.annotation_id}"
            yield f'<p><a href="{escape(link)}">{words}</a>　{escape(view.called([one.person]))}</p>'
        yield from self._list(
            self.tr("没有人标记的段落"), view.untouched, view, titles, self.tr("每一段都有人标记过。")
        )

    def _list(
        self, head: str, passages: Sequence[Passage], view: SessionView, titles: dict[str, str], nothing: str
    ) -> Iterator[str]:
        yield f"<h3>{head}</h3>"
        if not passages:
            yield f"<p>{nothing}</p>"
        for one in passages[:MOST]:
            words = escape(one.text[:LONGEST] + ("……" if len(one.text) > LONGEST else ""))
            link = f"go:{one.article_id}:{one.start}:{one.end}"
            about = [self.tr("{count}人").format(count=len(one.people))] if one.people else []
            about += [view.called(one.people)] if one.people else [f"《{titles.get(one.article_id, '')}》"]
            about += [" / ".join(one.tags)] if one.tags else []
            yield f'<p><a href="{escape(link)}">{words}</a>　{escape("　".join(about))}</p>'
        if len(passages) > MOST:
            yield f"<p>{self.tr('还有 {count} 处').format(count=len(passages) - MOST)}</p>"

    def _follow(self, link: QUrl) -> None:
        kind, *parts = link.toString().split(":")
        if kind == "go" and len(parts) == 3:
            self.place_requested.emit(parts[0], int(parts[1]), int(parts[2]))
        elif kind == "note" and len(parts) == 2:
            self.note_requested.emit(parts[0], parts[1])

    def _open_row(self, row: int) -> None:
        if self.model.view is not None and self.model.view.rows[row].article_id:
            self.place_requested.emit(self.model.view.rows[row].article_id, 0, 0)
