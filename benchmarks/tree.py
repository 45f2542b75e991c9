"""The tree on the left: 480 issues read, filled in and painted; an issue of thirty articles unfolded.

The floor is Qt's own QStandardItemModel with the same titles, read by one SELECT, in a bare QTreeView: no counts of
notes, no read states, no bookmarks, nothing that could be brought up to date.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from itertools import cycle
from pathlib import Path

from benchmarks.measure import Row, Sampler, compare
from benchmarks.shelf import library
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.services.library import Services
from zbreader.store import issues
from zbreader.store.sources import Source

ISSUES, ARTICLES, COLUMNS = 480, 30, 6
SIZE = (290, 760)  # pixels of the panel
OPEN_GOAL = 30.0  # milliseconds in which the tree is there
AS_FLOOR = 3.0
MADE = "2024-07-01T00:00:00.000Z"


def fill(services: Services) -> None:
    """Issues of twenty years with articles in columns; their texts are short, for nobody reads them here."""
    with services.database.write() as connection:
        for number in range(ISSUES):
            name = f"{number:012x}"
            made = tuple(
                Article(
                    f"{name}-{place:06d}",
                    f"渡口的第 {place} 盏灯",
                    f"栏目 {place * COLUMNS // ARTICLES}",
                    paragraphs=(Paragraph(ParagraphKind.BODY, "灯是一盏一盏点起来的。", (1,)),),
                )
                for place in range(ARTICLES)
            )
            identity = IssueIdentity("乡间", 2005 + number // 24, number % 24 + 1)
            title = f"《乡间》{identity.year}年第{identity.number}期"
            source = Source(f"{number}.txt", b"", f"{number:064x}")
            issues.insert(connection, Issue(name, identity, made), source, title=title, imported=MADE)


def rows() -> Iterable[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    _application = QApplication.instance() or QApplication(["zbreader"])
    with tempfile.TemporaryDirectory(prefix="zbreader-tree-") as folder, closing(library(Path(folder))) as services:
        fill(services)
        note = "read from the library, filled, painted; floor: one SELECT, QStandardItemModel, bare QTreeView"
        with closing(sqlite3.connect(Path(folder) / "library.db")) as connection:
            opened = compare(f"tree of {ISSUES} issues: open", ours(services), bare(connection), AS_FLOOR, note=note)
            yield opened
            yield Row("… as it is felt", opened.ours, None, OPEN_GOAL, "ms", opened.spread)
            unfolded = compare("… unfold an issue", unfolding(services), bare_unfolding(connection), None, rounds=15)
            yield unfolded
            yield Row("… as it is felt", unfolded.ours, None, OPEN_GOAL, "ms", unfolded.spread, f"{ARTICLES} articles")


def ours(services: Services) -> Sampler:
    """Seconds until a new tree is painted."""
    from zbreader.ui.library.model import LibraryModel
    from zbreader.ui.library.view import LibraryView
    from zbreader.ui.theme.theme import load_theme

    theme = load_theme("paper")

    def sample() -> float:
        begin = time.process_time()
        model = LibraryModel()
        view = shown(LibraryView(model, theme))
        model.set_issues(services.reading.issues())
        view.viewport().repaint()
        taken = time.process_time() - begin
        view.deleteLater()
        model.deleteLater()
        return taken

    return sample


def bare(connection: sqlite3.Connection) -> Sampler:
    """The same by the shortest way."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTreeView

    def sample() -> float:
        begin = time.process_time()
        model = QStandardItemModel()
        view = shown(QTreeView())
        view.setModel(model)
        for (title,) in connection.execute("SELECT title FROM issues ORDER BY year DESC, number DESC"):
            model.appendRow(QStandardItem(title))
        view.viewport().repaint()
        taken = time.process_time() - begin
        view.deleteLater()
        model.deleteLater()
        return taken

    return sample


def unfolding(services: Services) -> Sampler:
    """Seconds until an issue that nobody looked at yet shows its columns and articles."""
    from zbreader.ui.library.model import LibraryModel
    from zbreader.ui.library.view import LibraryView
    from zbreader.ui.theme.theme import load_theme

    model = LibraryModel()
    view = shown(LibraryView(model, load_theme("paper")))
    summaries = services.reading.issues()
    model.set_issues(summaries)
    model.articles_wanted.connect(lambda issue_id: model.set_articles(issue_id, services.reading.articles(issue_id)))
    view.viewport().repaint()
    wanted = cycle(summaries)

    def sample() -> float:
        issue = next(wanted)
        begin = time.process_time()
        view.unfold(issue.id)
        view.expandRecursively(model.index_of(model.find(issue.id)))
        view.viewport().repaint()
        taken = time.process_time() - begin
        view.collapseAll()
        return taken

    return sample


def bare_unfolding(connection: sqlite3.Connection) -> Sampler:
    """The same by the shortest way: a list of the articles, without columns."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTreeView

    model, view = QStandardItemModel(), shown(QTreeView())
    view.setModel(model)
    keys = [key for (key,) in connection.execute("SELECT key FROM issues ORDER BY year DESC, number DESC")]
    for key in keys:
        model.appendRow(QStandardItem(str(key)))
    rows = cycle(range(len(keys)))

    def sample() -> float:
        row = next(rows)
        begin = time.process_time()
        item = model.item(row)
        for (title,) in connection.execute("SELECT title FROM articles WHERE issue = ?", (keys[row],)):
            item.appendRow(QStandardItem(title))
        view.expand(item.index())
        view.viewport().repaint()
        taken = time.process_time() - begin
        view.collapseAll()
        return taken

    return sample


def shown(view):
    """A view of the panel's size, on the screen."""
    view.setHeaderHidden(True)
    view.resize(*SIZE)
    view.show()
    return view
