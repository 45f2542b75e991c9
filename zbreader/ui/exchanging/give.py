"""交笔记: one's notes in one file, with one's name on them, for someone else to take in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.issue import Article, IssueSummary
from zbreader.services.library import Services
from zbreader.services.settings import GROUP
from zbreader.ui.exchanging.groups import offer_groups
from zbreader.ui.exchanging.protection import PasswordFields, SignBox
from zbreader.ui.exporting.choice import Scope, choices, file_name
from zbreader.ui.exporting.place import ask_place
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys
from zbreader.ui.widgets.drop_down import DropDown

SUFFIX = ".zbnotes"
NAME_LIMIT = 40  # characters
WIDTH = 28  # in heights of the font


@dataclass(frozen=True, slots=True)
class Portion:
    """A choice of one's notes: its name, which they are, and whether only what is new since last time."""

    name: str
    wanted: AnnotationFilter | None = None
    article_ids: tuple[str, ...] | None = None
    since_last: bool = False


class GiveDialog(QDialog):
    """Whose notes and which; `written` tells where they are and how many."""

    written = Signal(str, int)

    def __init__(
        self,
        services: Services,
        operations: Operations,
        article: Article | None,
        issue: IssueSummary | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("交笔记"))
        self._services, self._operations = services, operations
        self._portions: list[Portion] = []
        self._is_any = False
        self.person = QLineEdit(str(services.settings.get(keys.PERSON, "")), self)
        self.person.setPlaceholderText(self.tr("让收的人知道是谁的笔记"))
        self.group = QLineEdit(str(services.settings.get(GROUP, "")), self)
        self.group.setPlaceholderText(self.tr("所在党支部、党小组或学习小组，可以不填"))
        for field in (self.person, self.group):
            field.setMaxLength(NAME_LIMIT)
        offer_groups(self.group, services.people.offered_groups())
        self.scope = DropDown(self)
        self.scope.currentIndexChanged.connect(self._count)
        self.with_read = QCheckBox(self.tr("附上读过的篇目"), self)
        self.with_read.setToolTip(self.tr("只告诉组长读完了哪几篇，不带时间。几个人合用一台电脑时，分不清是谁读的。"))
        self.with_read.toggled.connect(self._count)
        self.count = QLabel(self)
        self.count.setObjectName("quiet")
        form = QFormLayout()
        gap = self.fontMetrics().height()
        form.setVerticalSpacing(gap)
        form.addRow(self.tr("姓名："), self.person)
        form.addRow(self.tr("支部或小组："), self.group)
        form.addRow(self.tr("哪些笔记："), self.scope)
        form.addRow("", self.with_read)
        form.addRow("", self.count)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = buttons.addButton(self.tr("存成文件…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose_file)
        self._guard(form)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(self._hint())
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(gap * WIDTH)
        self._offer(article, issue)

    def _hint(self) -> QLabel:
        hint = QLabel(self.tr("存成一个文件，用微信、邮件或 U 盘交给组长；组长用“收笔记”收下。"), self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        return hint

    def _guard(self, form: QFormLayout) -> None:
        """The rows that guard the file on its way."""
        self.signing = SignBox(self._services, self._operations, self)
        form.addRow(self.tr("签名："), self.signing)
        self.secret = PasswordFields(form, self, self._enable)
        self._enable()

    def set_session(self, title: str, article_ids: Sequence[str]) -> None:
        """Offer, and choose, the notes on the articles of a session, with which of them were read."""
        name = self.tr("本次学习：{title}").format(title=title)
        self._portions.insert(0, Portion(name, article_ids=tuple(article_ids)))
        self.scope.insertItem(0, name)
        self.scope.setCurrentIndex(0)
        self.with_read.setChecked(True)

    def portion(self) -> Portion:
        """Which notes were chosen."""
        return self._portions[max(0, self.scope.currentIndex())]

    def save_to(self, path: Path) -> None:
        """Write the file and close."""
        services, chosen = self._services, self.portion()
        person, group = self.person.text().strip(), self.group.text().strip()
        with_read = self.with_read.isChecked()
        sign, password = self.signing.wanted(), self.secret.password()

        def write() -> int:
            self.signing.keep()
            if person or group:
                services.people.describe(person, group)
            return services.exchanging.hand_over(
                path,
                wanted=chosen.wanted,
                article_ids=chosen.article_ids,
                since_last=chosen.since_last,
                with_read=with_read,
                sign=sign,
                password=password,
            )

        def done(count: int) -> None:
            self.written.emit(str(path), count)
            self.accept()

        self._operations.run(write, on_done=done)

    def _offer(self, article: Article | None, issue: IssueSummary | None) -> None:
        names = {
            Scope.ARTICLE: self.tr("本篇：{title}"),
            Scope.ISSUE: self.tr("本期：{title}"),
            Scope.ALL: self.tr("全部笔记"),
        }
        offered = [
            Portion(names[choice.scope].format(title=choice.title), choice.wanted)
            for choice in reversed(choices(article, issue))
        ]
        self._portions = [Portion(self.tr("上次交出以后的"), since_last=True), *offered]
        for portion in self._portions:
            self.scope.addItem(portion.name)

    def _count(self) -> None:
        exchanging, chosen, with_read = self._services.exchanging, self.portion(), self.with_read.isChecked()
        self._operations.ask(
            lambda: (
                exchanging.to_hand_over(chosen.wanted, chosen.article_ids, since_last=chosen.since_last),
                exchanging.read_to_hand_over(chosen.wanted, chosen.article_ids) if with_read else 0,
            ),
            on_done=self._show_count,
            key="notes to hand over",
        )

    def _show_count(self, found: tuple[int, int]) -> None:
        count, read = found
        words = (self.tr("{count} 条") if count else self.tr("没有可以交的笔记")).format(count=count)
        self.count.setText(self.tr("{notes}，读完 {count} 篇").format(notes=words, count=read) if read else words)
        self._is_any = count + read > 0
        self._enable()

    def _enable(self) -> None:
        self.save.setEnabled(self._is_any and self.secret.is_ready())

    def _choose_file(self) -> None:
        day = datetime.now().astimezone().date().isoformat()
        name = file_name(day, self.person.text().strip(), self.tr("学习笔记"), SUFFIX)
        kind = self.tr("笔记 (*{suffix})").format(suffix=SUFFIX)
        path = ask_place(self, self._services.settings, self.tr("存成文件"), name, kind)
        if path is not None:
            self.save_to(path)
