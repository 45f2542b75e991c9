"""The outline as a Qt model that, brought to another outline, moves only what is new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zbreader.ui.correcting.outline import OutlineNode, Part
from zbreader.ui.correcting.source_model import LINES_MIME, lines_in, lines_mime
from zbreader.ui.correcting.words import role_word

Index = QModelIndex | QPersistentModelIndex

ROLE_NODE = Qt.ItemDataRole.UserRole  # the OutlineNode itself, for the delegate
_DRAGGED = (Part.PARAGRAPH, Part.BLOCK)
_DROPPED_ON = (Part.PARAGRAPH, Part.ARTICLE)


class OutlineModel(QAbstractItemModel):
    """One column. With `movable`, lines can be dragged onto articles and paragraphs, which asks and changes nothing."""

    move_requested = Signal(tuple, int)  # source lines, the line after which they are to stand

    def __init__(self, parent: QObject | None = None, *, movable: bool = False) -> None:
        super().__init__(parent)
        self._root = OutlineNode(Part.ROOT, "", "")
        self._movable = movable
        # Indexes carry numbers, not pointers: one that outlives its node then finds nothing instead of freed memory.
        self._nodes: dict[int, OutlineNode] = {}
        self._next = 0

    @property
    def root(self) -> OutlineNode:
        """The outline as plain nodes."""
        return self._root

    def show(self, children: Sequence[OutlineNode]) -> None:
        """Show CHILDREN and all below them, touching only what differs from what is shown."""
        self._bring(self._root, children)

    def node(self, index: Index) -> OutlineNode:
        """The node of INDEX; the root for an invalid one."""
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def index_of(self, node: OutlineNode | None) -> QModelIndex:
        """The index of NODE; invalid for the root, for None and for one that has gone."""
        if node is None or node.number not in self._nodes:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.number)

    def node_of(self, line: int, top: str | None = None) -> OutlineNode | None:
        """The deepest node that was made from a source line; below the outermost node with the key TOP alone."""
        found = None
        places = [self._root] if top is None else [child for child in self._root.children if child.key == top]
        for node in (below for place in places for below in place.walk()):
            if line in node.lines and (found is None or node.parent is found or len(node.lines) < len(found.lines)):
                found = node
        return found

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.index_of(children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        return self.index_of(self.node(index).parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        part = self.node(index).part
        if self._movable and part in _DRAGGED:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if self._movable and part in _DROPPED_ON:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == ROLE_NODE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title_of(node)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(node)
        return None

    def title_of(self, node: OutlineNode) -> str:
        """What the line of NODE says."""
        if node.part is Part.REST:
            return self.tr("不属于文章的文字")
        if node.part is Part.MISSING:
            return self.tr("目录里有，正文里没找到")
        return node.title

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [LINES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return lines_mime(number for index in indexes for number in self.node(index).lines)

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        after = self._line_before(row, parent)
        lines = lines_in(data)
        return self._movable and bool(lines) and after is not None and after not in lines

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; False, since no row is to be taken away where it came from."""
        if self.canDropMimeData(data, action, row, column, parent):
            self.move_requested.emit(lines_in(data), self._line_before(row, parent))
        return False

    def _line_before(self, row: int, parent: Index) -> int | None:
        """The source line after which something dropped at ROW of PARENT (-1: onto PARENT) is to stand."""
        node = self.node(parent)
        if row > 0 and node.part is Part.ARTICLE:
            node = node.children[min(row, len(node.children)) - 1]
        elif node.part is Part.ARTICLE and row < 0 and node.children:
            node = node.children[-1]
        return node.lines[-1] if node.part in _DROPPED_ON and node.lines else None

    def _spoken(self, node: OutlineNode) -> str:
        parts = [self.title_of(node)]
        if node.kind and node.kind != "body":
            parts.insert(0, role_word(node.kind))
        if node.detail:
            parts.append(node.detail)
        if node.part is Part.ARTICLE:
            parts.append(self.tr("{count} 段").format(count=node.count))
        if node.doubtful:
            parts.append(
                self.tr("存疑，把握 {percent}%").format(percent=round(node.confidence * 100))
                if node.confidence < 1
                else self.tr("存疑")
            )
        return self.tr("，").join(part for part in parts if part)

    def _bring(self, node: OutlineNode, fresh: Sequence[OutlineNode]) -> None:
        """Make the children of NODE say what FRESH says: the same ones stay, what lies between them is exchanged."""
        old, wanted = [child.key for child in node.children], [child.key for child in fresh]
        head = _alike(old, wanted)
        tail = _alike(old[head:][::-1], wanted[head:][::-1])
        same = list(zip(node.children[:head], fresh[:head], strict=True))
        if tail:
            same += zip(node.children[-tail:], fresh[-tail:], strict=True)
        self._remove(node, head, len(old) - tail)
        self._insert(node, head, fresh[head : len(fresh) - tail])
        for kept, new in same:
            if kept.take(new):
                index = self.index_of(kept)
                self.dataChanged.emit(index, index)
            self._bring(kept, new.children)

    def _remove(self, node: OutlineNode, first: int, end: int) -> None:
        if first >= end:
            return
        self.beginRemoveRows(self.index_of(node), first, end - 1)
        for child in node.children[first:end]:
            for gone in (child, *child.walk()):
                self._nodes.pop(gone.number, None)
        del node.children[first:end]
        node.renumber()
        self.endRemoveRows()

    def _insert(self, node: OutlineNode, first: int, children: Sequence[OutlineNode]) -> None:
        if not children:
            return
        self.beginInsertRows(self.index_of(node), first, first + len(children) - 1)
        node.children[first:first] = children
        node.renumber()
        for child in children:
            for new in (child, *child.walk()):
                self._next += 1
                new.number = self._next
                self._nodes[new.number] = new
        self.endInsertRows()


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many keys both begin with."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
