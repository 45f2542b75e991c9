"""The card of first steps below the tree: five things to try, each ticked once it was done."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

STEPS = ("read", "mark", "note", "search", "export")
DONE, OPEN = "☑", "☐"


class StepsCard(QFrame):
    """Shows what was done and how the next step is taken; a step that is clicked is begun by whoever listens."""

    step_requested = Signal(str)  # one of STEPS
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._names = {
            "read": self.tr("打开一篇文章"),
            "mark": self.tr("标记一句话"),
            "note": self.tr("写一条笔记"),
            "search": self.tr("搜索全部期刊"),
            "export": self.tr("导出笔记"),
        }
        search, export, bring = (_shown(keys) for keys in ("Ctrl+Shift+F", "Ctrl+E", "Ctrl+O"))
        self._bring = self.tr("资料库还是空的：按 {keys} 导入一期，或者点上面这一行，打开示例。").format(keys=bring)
        self._how = {
            "read": self.tr("在上面的目录里点一篇。"),
            "mark": self.tr("在正文里选中一句话，按 1 到 5 中的一个，就标上了颜色。"),
            "note": self.tr("选中一句话，按 N，在右边写下想法。停笔就保存了。"),
            "search": self.tr("按 {keys}，打几个字，各期里的都找得到。").format(keys=search),
            "export": self.tr("按 {keys}，得到排好版的 Word 文档，出处已经写好。").format(keys=export),
        }
        self._head, self._hint = QLabel(self), QLabel(self)
        self._head.setObjectName("step")
        self._hint.setObjectName("quiet")
        self._hint.setWordWrap(True)
        self._rows = {name: self._row(name) for name in STEPS}
        self._is_empty = False
        self._explained = ""
        self._arrange()
        self.show_done(())

    def show_done(self, done: Collection[str]) -> None:
        """Tick what was done; below, how the next is done."""
        count = sum(name in done for name in STEPS)
        self._head.setText(self.tr("头几步　{count}／{all}").format(count=count, all=len(STEPS)))
        for name, row in self._rows.items():
            is_done = name in done
            row.setText(f"{DONE if is_done else OPEN}　{self._names[name]}")
            row.setProperty("state", "done" if is_done else "open")
            row.style().polish(row)
            told = self.tr("{step}，做过了") if is_done else self.tr("{step}，还没有做")
            row.setAccessibleName(told.format(step=self._names[name]))
        following = next((name for name in STEPS if name not in done), None)
        self.explain(following or "")

    def explain(self, name: str) -> None:
        """Say how one step is taken; without one, that nothing is left."""
        self._explained = name
        if not name:
            self._hint.setText(self.tr("都会了。别的写在“帮助”里的使用手册上。"))
        elif self._is_empty:
            self._hint.setText(self._bring)
        else:
            self._hint.setText(self._how[name])

    def set_empty(self, empty: bool) -> None:
        """Whether there is nothing yet that a step could be taken with."""
        if empty != self._is_empty:
            self._is_empty = empty
            self.explain(self._explained)

    def _row(self, name: str) -> QPushButton:
        row = QPushButton(self)
        row.setObjectName("step")
        row.setFlat(True)
        row.setAutoDefault(False)
        row.setToolTip(self._how[name])
        row.setAccessibleDescription(self._how[name])
        row.clicked.connect(lambda _checked=False: self.step_requested.emit(name))
        return row

    def _arrange(self) -> None:
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("收起头几步；在“帮助”里能再打开"))
        close.setAccessibleName(self.tr("收起头几步"))
        close.clicked.connect(self.closed)
        gap = self.fontMetrics().height() // 2
        top = QHBoxLayout()
        top.addWidget(self._head, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap // 2, gap, gap)
        layout.setSpacing(0)
        layout.addLayout(top)
        for row in self._rows.values():
            layout.addWidget(row)
        layout.addSpacing(gap // 2)
        layout.addWidget(self._hint)


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
