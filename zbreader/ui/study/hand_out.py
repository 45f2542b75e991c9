"""发给组员: the plan of a session for the programs of the group, in a file or by the shared folder."""

from __future__ import annotations

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

from zbreader.model.session import Session
from zbreader.services.library import Services
from zbreader.services.source_files import PACK_SUFFIX
from zbreader.ui.exchanging.give import NAME_LIMIT, SUFFIX
from zbreader.ui.exchanging.protection import PasswordFields, SignBox
from zbreader.ui.exporting.choice import file_name
from zbreader.ui.exporting.place import ask_place
from zbreader.ui.operations import Operations
from zbreader.ui.settings import keys

WIDTH = 30  # in heights of the font


class HandOutDialog(QDialog):
    """What goes with the plan, and which way. `written` tells the file, `shared` whether the folder has it now."""

    written = Signal(str)
    shared = Signal(bool)

    def __init__(
        self, services: Services, operations: Operations, session: Session, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("发给组员"))
        self._services, self._operations, self._session = services, operations, session
        self._issue_ids: list[str] = []
        self._is_shared = False
        self.person = QLineEdit(str(services.settings.get(keys.PERSON, "")), self)
        self.person.setMaxLength(NAME_LIMIT)
        self.person.setPlaceholderText(self.tr("让组员知道是谁发的"))
        self.person.textChanged.connect(self._enable)
        self.with_notes = QCheckBox(self.tr("附上我在这些篇目上的笔记"), self)
        self.with_issues = QCheckBox(self.tr("另存一个期刊包，给还没有这几期的人"), self)
        form, gap = QFormLayout(), self.fontMetrics().height()
        form.setVerticalSpacing(gap)
        form.addRow(self.tr("学习会："), QLabel(" ".join(part for part in (session.day, session.title) if part), self))
        form.addRow(self.tr("姓名："), self.person)
        form.addRow("", self.with_notes)
        form.addRow("", self.with_issues)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.share = buttons.addButton(self.tr("放进共享文件夹"), QDialogButtonBox.ButtonRole.ActionRole)
        self.share.setAutoDefault(False)
        self.save = buttons.addButton(self.tr("存成文件…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose_file)
        self.share.clicked.connect(self._on_share)
        buttons.rejected.connect(self.reject)
        self.signing = SignBox(services, operations, self)
        form.addRow(self.tr("签名："), self.signing)
        self.secret = PasswordFields(form, self, self._enable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(self._hint())
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(gap * WIDTH)
        self._ask()

    def save_to(self, path: Path) -> None:
        """Write the file, and the pack beside it if one is wanted, and close."""
        exchanging, session, name = self._services.exchanging, self._session, self.person.text().strip()
        with_notes, issue_ids = self.with_notes.isChecked(), self._issue_ids if self.with_issues.isChecked() else []
        sign, password = self.signing.wanted(), self.secret.password()

        def write() -> None:
            self.signing.keep()
            self._name(name)
            exchanging.hand_out(session, path, with_notes=with_notes, sign=sign, password=password)
            if issue_ids:
                exchanging.pack(issue_ids, path.with_suffix(PACK_SUFFIX), sign=sign)

        def done(_none: object) -> None:
            self.written.emit(str(path))
            self.accept()

        self._operations.run(write, on_done=done)

    def _hint(self) -> QLabel:
        hint = QLabel(
            self.tr(
                "组员的程序里会出现这次学习会的计划：日期、主题、篇目、领学人、研讨问题。"
                "存成文件，组员用“收笔记”收下；放进共享文件夹，以后改了计划，组员那里也跟着改，各人自己改过的不动。"
                "应到名单、缺席、感言和议定事项不会发出去。"
            ),
            self,
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        return hint

    def _name(self, name: str) -> None:
        """Be called NAME from now on, on the worker."""
        people = self._services.people
        if name != people.current().name:
            people.describe(name, people.current().group)

    def _ask(self) -> None:
        """Ask how many notes there are, which issues the articles stand in, and whether the folder has the plan."""
        services, session = self._services, self._session
        wanted = [one.article_id for one in session.articles if one.article_id]

        def find() -> tuple[int, list[str], bool]:
            issues = [services.reading.issue_of(id_).id for id_ in services.studying.at_hand(session)]
            return services.exchanging.to_hand_over(article_ids=wanted), issues, services.exchanging.is_shared(session)

        self._operations.ask(find, on_done=self._show, key="plan to hand out")
        self._enable()

    def _show(self, found: tuple[int, list[str], bool]) -> None:
        count, issue_ids, self._is_shared = found
        self._issue_ids = list(dict.fromkeys(issue_ids))
        self.with_notes.setText(self.tr("附上我在这些篇目上的 {count} 条笔记").format(count=count))
        self.with_notes.setEnabled(count > 0)
        self.with_notes.setChecked(count > 0)
        self.with_issues.setEnabled(bool(self._issue_ids))
        self.share.setText(self.tr("不再放进共享文件夹") if self._is_shared else self.tr("放进共享文件夹"))
        self._enable()

    def _enable(self) -> None:
        is_named, has_folder = bool(self.person.text().strip()), self._services.sharing.folder is not None
        self.save.setEnabled(is_named and self.secret.is_ready())
        self.share.setEnabled(is_named and has_folder)
        self.share.setToolTip("" if has_folder else self.tr("先在“文件 ▸ 共享文件夹…”里选一个文件夹"))

    def _on_share(self) -> None:
        exchanging, session, name = self._services.exchanging, self._session, self.person.text().strip()
        wanted = not self._is_shared

        def share() -> None:
            self._name(name)
            exchanging.hand_out(session, None, shared=wanted)

        def done(_none: object) -> None:
            self.shared.emit(wanted)
            self.accept()

        self._operations.run(share, on_done=done)

    def _choose_file(self) -> None:
        session = self._session
        name = file_name(session.day, session.title, self.tr("送学"), SUFFIX, branch=session.branch)
        kind = self.tr("笔记 (*{suffix})").format(suffix=SUFFIX)
        path = ask_place(self, self._services.settings, self.tr("存成文件"), name, kind)
        if path is not None:
            self.save_to(path)
