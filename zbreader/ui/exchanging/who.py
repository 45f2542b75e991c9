"""我是谁: one's name and group, and who else writes at this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.person import Person, told_apart
from zbreader.services.people import LONGEST, People
from zbreader.ui.exchanging.groups import offer_groups
from zbreader.ui.widgets.drop_down import DropDown

WIDTH = 28  # in heights of the font


class WhoDialog(QDialog):
    """Who writes from now on, and what they are called. Writes nothing until it is accepted; `deed()` then does it.

    elsewhere: people known by files, who may be oneself at another machine.
    """

    def __init__(
        self,
        people: People,
        here: list[Person],
        current: Person,
        parent: QWidget | None = None,
        *,
        elsewhere: Sequence[Person] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("我是谁"))
        self._people, self._here, self._current = people, here, current
        self._elsewhere = maybe_oneself(elsewhere, here or [current])
        self.who = DropDown(self)
        self.who.setAccessibleName(self.tr("谁在写笔记"))
        self.name = QLineEdit(self)
        self.group = QLineEdit(self)
        for field, words in (
            (self.name, self.tr("写在笔记上的姓名，可以以后再填")),
            (self.group, self.tr("例如：机关第二党支部 第一学习小组")),
        ):
            field.setMaxLength(LONGEST)
            field.setPlaceholderText(words)
        offer_groups(self.group, people.offered_groups())
        hint = QLabel(self.tr("以后改名，从前的笔记也跟着改。几个人合用一台电脑时，在这里切换，各写各的。"), self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.same = QLabel(
            self.tr("选它，这台电脑上往后写的笔记就和另一台电脑上的算同一个人的。不是自己的请不要选。"), self
        )
        self.same.setObjectName("quiet")
        self.same.setWordWrap(True)
        self.remove = QPushButton(self.tr("从这台电脑移除"), self)
        self.remove.setToolTip(self.tr("只是不再列在这里，笔记都保留"))
        self._form = form = QFormLayout()
        gap = self.fontMetrics().height()
        form.setVerticalSpacing(gap)
        form.addRow(self.tr("谁在写："), self.who)
        form.addRow("", self.same)
        form.addRow(self.tr("姓名："), self.name)
        form.addRow(self.tr("支部或小组："), self.group)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(self._buttons())
        self.setMinimumWidth(gap * WIDTH)
        self._fill()
        self.who.currentIndexChanged.connect(self._on_chosen)
        self.name.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def deed(self) -> Callable[[], object] | None:
        """What accepting it asks of the services; None when nothing changes."""
        people, chosen = self._people, self._chosen()
        name, group = self.name.text().strip(), self.group.text().strip()
        if chosen is None:
            return (lambda: people.add(name, group)) if name else None
        is_same = (name, group) == (chosen.name, chosen.group)
        if chosen.id == self._current.id:
            return None if is_same else lambda: people.describe(name, group)

        def switch() -> None:
            people.switch_to(chosen.id)
            if not is_same:
                people.describe(name, group)

        return switch

    def person_to_remove(self) -> Person | None:
        """Whom the button takes off the list: not the one who writes."""
        chosen = self._chosen()
        is_here = chosen is not None and chosen not in self._elsewhere
        return chosen if is_here and chosen is not None and chosen.id != self._current.id else None

    def _fill(self) -> None:
        called = told_apart([*self._here, *self._elsewhere])
        for person in self._here or [self._current]:
            self.who.addItem(called.get(person.id) or self.tr("我（还没有填姓名）"), person.id)
        for person in self._elsewhere:
            self.who.addItem(self.tr("这也是我：{name}").format(name=called[person.id]), person.id)
        self.who.addItem(self.tr("另一个人…"), None)
        self.who.setCurrentIndex(max(0, self.who.findData(self._current.id)))
        self._on_chosen()

    def _chosen(self) -> Person | None:
        """The profile chosen; None for someone new."""
        id_ = self.who.currentData()
        return next((one for one in (*self._here, self._current, *self._elsewhere) if one.id == id_), None)

    def _on_chosen(self) -> None:
        chosen = self._chosen() or Person("", "", self._current.group)
        self.name.setText(chosen.name)
        self.group.setText(chosen.group)
        self.remove.setVisible(self.person_to_remove() is not None)
        self._form.setRowVisible(self.same, chosen in self._elsewhere)


def maybe_oneself(elsewhere: Iterable[Person], here: Sequence[Person]) -> list[Person]:
    """Those known by files who are called like somebody HERE; everybody as long as nobody here has a name."""
    ids, names = {person.id for person in here}, {person.name for person in here if person.name}
    return [one for one in elsewhere if one.name and one.id not in ids and (not names or one.name in names)]
