"""共享文件夹: which folder the group shares, how it stands, and a look at it now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zbreader.services.sharing import SharedFolder
from zbreader.ui.exchanging.words import merge_words, said
from zbreader.ui.translation import noop, translated
from zbreader.ui.widgets.fitting import fit

WIDTH = 30  # in heights of the font
MOST_REFUSED = 4  # files whose signature is told about in a sentence each


class ShareDialog(QDialog):
    """Asks for a folder, for none, or for a sync; `show_state` tells in words what came of it."""

    folder_chosen = Signal(object)  # Path, or None to share no folder any more
    sync_requested = Signal()
    telling_read = Signal(bool)  # whether one's file tells what was read to the end
    accepted_doubtful = Signal(object)  # SHA-256 of files that are taken although their signature is another

    def __init__(self, folder: Path | None, parent: QWidget | None = None, *, tells_read: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("共享文件夹"))
        hint = QLabel(
            self.tr(
                "选一个大家都能打开的文件夹：网络共享、同步盘（如坚果云）或轮流传的 U 盘。"
                "每个人的程序只在里面写自己的一个文件，并读取别人的；资料库本身不放进去，谁也不会覆盖谁。"
            ),
            self,
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.place = QLabel(self)
        self.place.setWordWrap(True)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.tell_read = QCheckBox(self.tr("附上我读完的篇目"), self)
        self.tell_read.setToolTip(self.tr("只告诉大家读完了哪几篇，不带时间。几个人合用一台电脑时，分不清是谁读的。"))
        self.tell_read.setChecked(tells_read)
        self.tell_read.toggled.connect(self.telling_read)
        self.take = QPushButton(self.tr("已核对，收下"), self)
        self.take.setToolTip(self.tr("先向本人核对，再收下签名变了或没有签名的文件；新的签名会记住"))
        self.take.clicked.connect(lambda: self.accepted_doubtful.emit(self._doubtful))
        self.take.hide()
        self._doubtful: frozenset[str] = frozenset()
        row = self._row()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout, gap = QVBoxLayout(self), self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(hint)
        layout.addWidget(self.place)
        layout.addLayout(row)
        layout.addWidget(self.tell_read)
        layout.addWidget(self.state)
        layout.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(buttons)
        self.setMinimumWidth(gap * WIDTH)
        self.set_folder(folder)

    def set_folder(self, folder: Path | None) -> None:
        """Say which folder is shared."""
        words = self.tr("还没有共享文件夹。") if folder is None else self.tr("正在共享：{folder}").format(folder=folder)
        self.place.setText(words)
        self.stop.setEnabled(folder is not None)
        self.now.setEnabled(folder is not None)
        if folder is None:
            self.state.setText("")
        self._grow()

    def show_busy(self) -> None:
        """Say that a sync is under way."""
        self.now.setEnabled(False)
        self.take.hide()
        self.state.setText(self.tr("正在同步…"))

    def show_state(self, shared: SharedFolder | None) -> None:
        """Say what a sync found."""
        self.now.setEnabled(shared is not None)
        self.state.setText("" if shared is None else shared_words(shared))
        self._doubtful = frozenset(one.sha256 for one in shared.doubtful) if shared is not None else frozenset()
        self.take.setVisible(bool(self._doubtful))
        self._grow()

    def _grow(self) -> None:
        """Be as high as the sentences are at this width; a dialog asks for no more than their first guess."""
        width = max(self.width(), self.minimumWidth()) if self.isVisible() else self.minimumWidth()
        fit(self, width, max(self.height() if self.isVisible() else 0, self.heightForWidth(width)))

    def _row(self) -> QHBoxLayout:
        """What can be done with the folder."""
        self.choose = QPushButton(self.tr("选择文件夹…"), self)
        self.stop = QPushButton(self.tr("不再共享"), self)
        self.now = QPushButton(self.tr("立即同步"), self)
        self.now.setDefault(True)
        self.choose.clicked.connect(self._on_choose)
        self.stop.clicked.connect(lambda: self.folder_chosen.emit(None))
        self.now.clicked.connect(self.sync_requested)
        row = QHBoxLayout()
        for button in (self.choose, self.stop, self.now):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("选择共享文件夹"))
        if name:
            self.folder_chosen.emit(Path(name))


def shared_words(shared: SharedFolder) -> str:
    """How the folder stands, in words."""
    if not shared.is_there:
        return said(GONE).format(folder=shared.path)
    refused = [translated(error) for error in shared.broken]
    refused += [said(NOT_TAKEN).format(why=translated(one.origin.said)) for one in shared.doubtful]
    count = shared.known + shared.read
    parts = [said(IN_STEP).format(count=count)] if count else [] if refused else [said(EMPTY)]
    if shared.report.brings_anything:
        parts.append(merge_words(shared.report))
    if shared.unfinished:
        parts.append(said(UNFINISHED).format(count=len(shared.unfinished), names="、".join(shared.unfinished[:3])))
    parts += refused[:MOST_REFUSED]
    if len(refused) > MOST_REFUSED:
        parts.append(said(FURTHER).format(count=len(refused) - MOST_REFUSED))
    return "\n".join(parts)


GONE = noop("exchanging", "现在打不开共享文件夹 {folder}，可能没有联网或优盘已拔出。笔记照常保存，等它回来再同步。")
IN_STEP = noop("exchanging", "已同步，共有 {count} 份别人的笔记文件。")
EMPTY = noop("exchanging", "已同步，里面还没有别人的笔记。")
NOT_TAKEN = noop("exchanging", "没有收下。{why}")
FURTHER = noop("exchanging", "另有 {count} 份文件的签名不对，没有收下。")
UNFINISHED = noop("exchanging", "{count} 个文件还没有传完，下次再读：{names}")
