"""The plan of a session: when, about what, who leads, what is read, what is asked. All of it may stay empty."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.session import FORMS, KINDS, Session, SessionArticle
from zbreader.ui.study.rows_edit import RowsEdit
from zbreader.ui.widgets.drop_down import DayField, DropDown
from zbreader.ui.widgets.plain_edit import PlainEdit

PAUSE = 1200  # milliseconds after the last key before the session is saved
LINES = 3


class PlanForm(QScrollArea):
    """Shows one session and tells `edited` when something was changed by hand; `session` gives what stands here."""

    edited = Signal()
    add_article_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = QWidget(self)
        self._ids: list[tuple[str, str, str]] = []  # article id, title, issue label
        self.theme, self.time, self.place, self.leader = (self._line(page) for _ in range(4))
        self.branch, self.partner, self.host, self.recorder = (self._line(page) for _ in range(4))
        self.kind, self.form = self._box(page, KINDS), self._box(page, FORMS)
        self.day = DayField(page)
        self.day.setLocale(QLocale())  # of the language spoken: the weekday is a word
        self.day.setDisplayFormat("yyyy-MM-dd dddd")
        self.day.dateChanged.connect(lambda _day: self.edited.emit())
        self.questions = PlainEdit(PAUSE, page)
        self.questions.setAccessibleName(self.tr("研讨问题"))
        self.questions.setPlaceholderText(self.tr("一行一个问题"))
        self.questions.setFixedHeight(self.fontMetrics().height() * (LINES + 2))
        self.questions.text_settled.connect(lambda _text: self.edited.emit())
        self.articles = RowsEdit(
            (self.tr("篇目"), self.tr("期号"), self.tr("领学人")), (0, 14, 8), self.tr("学习篇目"), page
        )
        self.articles.edited.connect(self.edited)
        self.add = QPushButton(self.tr("加入打开的文章"), page)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.add_article_requested)
        self._arrange(page)
        self.setWidget(page)

    def show_session(self, session: Session) -> None:
        """Show SESSION; fields that agree are left alone, so that nothing jumps under a typing hand."""
        self.blockSignals(True)
        for line, value in (
            *((self.theme, session.theme), (self.time, session.time), (self.place, session.place)),
            *((self.leader, session.leader), (self.branch, session.branch), (self.partner, session.partner)),
            *((self.host, session.host), (self.recorder, session.recorder)),
        ):
            if line.text() != value:
                line.setText(value)
        self.kind.setCurrentText(session.kind)
        self.form.setCurrentText(session.form)
        day = QDate.fromString(session.day, "yyyy-MM-dd")
        self.day.setDate(day if day.isValid() else QDate.currentDate())
        self._ids = [(one.article_id, one.title, one.issue_label) for one in session.articles]
        self.articles.set_rows([(one.title, one.issue_label, one.leader) for one in session.articles])
        text = "\n".join(session.questions)
        if not self.questions.hasFocus() or not self.questions.toPlainText().strip().startswith(text):
            self.questions.set_text(text)
        self.blockSignals(False)

    def session(self, before: Session) -> Session:
        """BEFORE with what stands here."""
        return replace(
            before,
            day=self.day.date().toString("yyyy-MM-dd"),
            theme=self.theme.text(),
            time=self.time.text(),
            place=self.place.text(),
            leader=self.leader.text(),
            branch=self.branch.text(),
            partner=self.partner.text(),
            host=self.host.text(),
            recorder=self.recorder.text(),
            kind=self.kind.currentText(),
            form=self.form.currentText(),
            questions=tuple(line.strip() for line in self.questions.toPlainText().split("\n") if line.strip()),
            articles=tuple(self._article(*row) for row in self.articles.rows()),
        )

    def _article(self, title: str, label: str, leader: str) -> SessionArticle:
        """A row that still says what an article of the library says is that article; any other is only words."""
        named = [(id_, issue) for id_, name, issue in self._ids if name == title]
        known = next((id_ for id_, issue in named if issue == label), named[0][0] if named else "")
        return SessionArticle(known, title, label, leader)

    def _line(self, page: QWidget) -> QLineEdit:
        line = QLineEdit(page)
        line.editingFinished.connect(self.edited)
        return line

    def _box(self, page: QWidget, words: tuple[str, ...]) -> QComboBox:
        box = DropDown(page)
        box.setEditable(True)
        box.addItems(list(words))
        box.activated.connect(lambda _index: self.edited.emit())
        line = box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.edited)
        return box

    def _arrange(self, page: QWidget) -> None:
        gap = self.fontMetrics().height()
        grid = QGridLayout()
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(gap // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.theme.setAccessibleName(self.tr("主题"))
        grid.addWidget(QLabel(self.tr("主题"), page), 0, 0)
        grid.addWidget(self.theme, 0, 1, 1, 3)
        fields = (
            *((self.tr("日期"), self.day), (self.tr("时间"), self.time), (self.tr("类别"), self.kind)),
            *((self.tr("形式"), self.form), (self.tr("地点"), self.place), (self.tr("领学人"), self.leader)),
            *((self.tr("主办党支部"), self.branch), (self.tr("联建单位"), self.partner)),
            *((self.tr("主持人"), self.host), (self.tr("记录人"), self.recorder)),
        )
        for number, (words, widget) in enumerate(fields):
            widget.setAccessibleName(words)
            row, column = 1 + number // 2, 2 * (number % 2)
            grid.addWidget(QLabel(words, page), row, column)
            grid.addWidget(widget, row, column + 1)
        in_order = [self.theme, *(widget for _, widget in fields), self.add, self.articles, self.questions]
        for before, after in pairwise(in_order):
            page.setTabOrder(before, after)
        articles = QHBoxLayout()
        articles.addWidget(QLabel(self.tr("学习篇目"), page))
        articles.addStretch(1)
        articles.addWidget(self.add)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addLayout(grid)
        layout.addSpacing(gap // 2)
        layout.addLayout(articles)
        layout.addWidget(self.articles)
        layout.addWidget(QLabel(self.tr("研讨问题"), page))
        layout.addWidget(self.questions)
        layout.addStretch(1)
