"""The nodes of the library as a Qt model, which asks for articles only when someone wants to see them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zbreader.ui.library.nodes import Kind, Loading, Node, article_tree, issue_node

if TYPE_CHECKING:
    from zbreader.model.issue import ArticleSummary, IssueSummary

Index = QModelIndex | QPersistentModelIndex

ROLE_NODE = Qt.ItemDataRole.UserRole  # the Node itself, for the delegate


class LibraryModel(QAbstractItemModel):
    """One column; issues as given, their articles as `set_articles` brings them."""

    articles_wanted = Signal(str)  # issue id: someone looks at an issue whose articles are not known

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(Kind.ROOT, "", "")
        # Indexes carry numbers, not pointers: one that outlives its node then finds nothing instead of freed memory.
        self._nodes: dict[int, Node] = {}
        self._by_id: dict[str, Node] = {}
        self._next = 0

    @property
    def root(self) -> Node:
        """The tree as plain nodes."""
        return self._root

    def set_issues(self, issues: Sequence[IssueSummary]) -> None:
        """Show ISSUES in this order; what is already there keeps its articles and is only brought up to date."""
        wanted = {issue.id for issue in issues}
        for node in [child for child in reversed(self._root.children) if child.id not in wanted]:
            self._remove(node)
        order = [issue.id for issue in issues if issue.id in self._by_id]
        if [child.id for child in self._root.children] != order:
            self._reorder({node_id: place for place, node_id in enumerate(order)})
        row = 0
        for is_known, run in groupby(issues, key=lambda issue: issue.id in self._by_id):
            together = list(run)
            if is_known:
                for issue in together:
                    self._update(self._by_id[issue.id], title=issue.title, notes=issue.notes)
            else:
                self._insert(self._root, row, [issue_node(issue) for issue in together])
            row += len(together)

    def set_articles(self, issue_id: str, articles: Sequence[ArticleSummary]) -> None:
        """Show ARTICLES under their issue; nothing moves when only counts and read states are new."""
        issue = self._by_id.get(issue_id)
        if issue is None or issue.kind is not Kind.ISSUE:
            return
        issue.loading = Loading.YES
        fresh = article_tree(issue_id, articles)
        if fresh.shape() == issue.shape():
            for node, new in zip(issue.walk(), fresh.walk(), strict=True):
                changed = node.is_bookmarked != new.is_bookmarked
                node.is_bookmarked = new.is_bookmarked
                self._update(node, title=new.title, notes=new.notes, read=new.read, force=changed)
            return
        self._clear(issue)
        if fresh.children:
            self._insert(issue, 0, fresh.children)
        else:  # the view believed that there were some
            self._update(issue, title=issue.title, notes=issue.notes, force=True)

    def set_read(self, article_id: str, fraction: float) -> None:
        """An article was read this far (0..1)."""
        node = self._by_id.get(article_id)
        if node is not None:
            self._update(node, title=node.title, notes=node.notes, read=fraction)

    def node(self, index: Index) -> Node:
        """The node of INDEX; the root for an invalid one."""
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def find(self, node_id: str) -> Node | None:
        """The node of an issue or article id, when it is loaded."""
        return self._by_id.get(node_id)

    def index_of(self, node: Node | None) -> QModelIndex:
        """The index of NODE; invalid for the root, for None and for one that has gone."""
        if node is None or not node.number:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.number)

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

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:
        node = self.node(parent)
        return parent.column() <= 0 and (bool(node.children) or node.loading is not Loading.YES)

    def canFetchMore(self, parent: Index) -> bool:
        return self.node(parent).loading is Loading.NO

    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        if node.loading is Loading.NO:
            node.loading = Loading.ASKED
            self.articles_wanted.emit(node.id)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.node(index).kind is Kind.ISSUE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (node.title, "　".join(node.authors))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        return node if role == ROLE_NODE else None

    def _spoken(self, node: Node) -> str:
        """What a screen reader says: the title, and in words what the delegate paints."""
        parts = [node.title]
        if node.notes:
            parts.append(self.tr("{count} 条笔记").format(count=node.notes))
        if node.is_bookmarked:
            parts.append(self.tr("有书签"))
        if node.kind is Kind.ARTICLE and node.read > 0:
            parts.append(
                self.tr("已读完") if node.is_read else self.tr("读到 {percent}%").format(percent=round(node.read * 100))
            )
        return self.tr("，").join(parts)

    def _update(self, node: Node, *, title: str, notes: int, read: float | None = None, force: bool = False) -> None:
        read = node.read if read is None else read
        if force or (node.title, node.notes, node.read) != (title, notes, read):
            node.title, node.notes, node.read = title, notes, read
            index = self.index_of(node)
            self.dataChanged.emit(index, index)

    def _insert(self, parent: Node, row: int, nodes: list[Node]) -> None:
        self.beginInsertRows(self.index_of(parent), row, row + len(nodes) - 1)
        parent.children[row:row] = nodes
        parent.renumber()
        for node in nodes:
            self._register(node)
        self.endInsertRows()

    def _remove(self, node: Node) -> None:
        parent = node.parent or self._root
        self.beginRemoveRows(self.index_of(parent), node.row, node.row)
        del parent.children[node.row]
        parent.renumber()
        self._unregister(node)
        self.endRemoveRows()

    def _clear(self, issue: Node) -> None:
        if not issue.children:
            return
        self.beginRemoveRows(self.index_of(issue), 0, len(issue.children) - 1)
        gone, issue.children = issue.children, []
        for node in gone:
            self._unregister(node)
        self.endRemoveRows()

    def _reorder(self, places: dict[str, int]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        nodes = [self.node(index) for index in before]
        self._root.children.sort(key=lambda node: places[node.id])
        self._root.renumber()
        self.changePersistentIndexList(before, [self.index_of(node) for node in nodes])
        self.layoutChanged.emit()

    def _register(self, node: Node) -> None:
        for one in (node, *node.walk()):
            one.number = self._next = self._next + 1
            self._nodes[one.number] = self._by_id[one.id] = one

    def _unregister(self, node: Node) -> None:
        for one in (node, *node.walk()):
            del self._nodes[one.number], self._by_id[one.id]
            one.number = 0
