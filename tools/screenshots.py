"""Makes docs/screenshots/*.png: the real window over a library of its own, driven like a person would drive it.

`python tools/screenshots.py [FOLDER]`; needs no screen. Everything shown comes from the sample issue. The page is also
taken in all themes on screens of 150 % and 200 %, each in a process of its own: Qt learns the scale only once.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from zbreader.model.correction import Reauthor  # noqa: E402
from zbreader.model.mark import HighlightColor, MarkStyle  # noqa: E402
from zbreader.resources import resource  # noqa: E402
from zbreader.services.library import Services, open_library  # noqa: E402
from zbreader.ui.main_window import MainWindow  # noqa: E402
from zbreader.ui.theme.fonts import window_font  # noqa: E402
from zbreader.ui.theme.theme import theme_names  # noqa: E402
from zbreader.ui.translation import CHINESE, install, install_own_of_qt  # noqa: E402

SIZE = QSize(1280, 800)
MANY, LENGTH = 36, 9_000  # issues to be searched, characters of each


SCALE = "QT_SCALE_FACTOR"
SCALES = ("1.5", "2")
PATIENCE = 30.0  # seconds that anything may take
MARKS = (  # which article of the sample (by place), which part of which paragraph, and how it is marked
    (0, 0.0, 0.5, HighlightColor.YELLOW, MarkStyle.HIGHLIGHT, "贵在坚持。讨论时说说自己的“三十一年”。", ("初心",)),
    (1, 0.1, 0.6, HighlightColor.GREEN, MarkStyle.HIGHLIGHT, None, ()),
    (2, 0.0, 0.3, HighlightColor.BLUE, MarkStyle.WAVY, "这一句可以抄在本子扉页上。", ("金句", "研讨")),
)


COLLECTION = "学习会上念的"


def report(error: BaseException) -> None:
    """A mistake of ours ends the session of pictures."""
    raise error


class Photographer:
    """Drives one window and keeps its pictures."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application, self._folder = application, folder
        self.services: Services | None = None
        self.window: MainWindow | None = None

    def open(self, library: Path) -> MainWindow:
        """Open a window over LIBRARY."""
        self.services = open_library(library, clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits)
        self.window = MainWindow(self.services, report, offers_sample=False)
        self.window.resize(SIZE)
        self.window.show()
        self.until(lambda: self.window is not None and self.window.is_furnished)
        return self.window

    def close(self) -> None:
        """Close the window and its library."""
        if self.window is not None and self.services is not None:
            self.window.close()
            self.services.close()
            self.window.deleteLater()
            self.rest()

    def until(self, condition: Callable[[], object]) -> None:
        """Let the program go on until CONDITION holds."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(condition)
            self._application.processEvents()
            time.sleep(0.005)
        self.rest()

    def rest(self, seconds: float = 0.4) -> None:
        """Let everything settle."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._application.processEvents()
            time.sleep(0.005)

    def shoot(self, name: str, over: QWidget | None = None, *, alone: QWidget | None = None) -> None:
        """Take a picture of the window, with a dialog laid over its middle; or of another window alone."""
        assert self.window is not None
        picture = (alone or self.window).grab()
        if over is not None:
            from PySide6.QtGui import QColor, QPainter

            painter = QPainter(picture)
            painter.fillRect(picture.rect(), QColor(0, 0, 0, 60))
            grabbed = over.grab()
            left, top = (picture.width() - grabbed.width()) // 2, (picture.height() - grabbed.height()) // 2
            painter.drawPixmap(left, top, grabbed)
            painter.end()
        path = self._folder / f"{name}.png"
        picture.toImage().convertToFormat(QImage.Format.Format_RGB888).save(str(path), "PNG", 5)
        print(f"{path.name}: {path.stat().st_size // 1024} kB")


def main() -> int:
    """Make all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["zbreader"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    install(application, CHINESE)
    install_own_of_qt(application, CHINESE)
    application.setFont(window_font(application.font()))
    scale = os.environ.get(SCALE)
    with tempfile.TemporaryDirectory() as place:
        photographer = Photographer(application, folder)
        take_scaled(photographer, Path(place), scale) if scale else take_all(photographer, Path(place))
    for other in () if scale else SCALES:
        subprocess.run([sys.executable, __file__, str(folder)], check=True, env={**os.environ, SCALE: other})
    return 0


def take_scaled(photographer: Photographer, place: Path, scale: str) -> None:
    """The page with its marks in every theme, on a screen of another scale."""
    window = photographer.open(place)
    window.deeds.open_sample()
    photographer.until(lambda: window.open.id)
    mark(photographer, window)
    for theme in theme_names():
        window.look.set_theme(theme)
        photographer.rest()
        photographer.shoot(f"scale-{round(float(scale) * 100)}-{theme}", alone=window.pane)
    photographer.close()


def take_all(photographer: Photographer, place: Path) -> None:
    """From the empty window to the export, in the order in which a person meets them."""
    window = photographer.open(place / "empty")
    photographer.until(lambda: window.welcome.currentIndex() == 0)
    photographer.shoot("welcome")
    window.first_steps.card.closed.emit()
    preview(photographer, window)
    window.deeds.open_sample()
    photographer.until(lambda: window.open.id)
    mark(photographer, window)
    photographer.shoot("reading")
    notes(photographer, window)
    desk(photographer, window)
    for theme in ("sepia", "dark", "contrast"):
        window.look.set_theme(theme)
        photographer.rest()
        photographer.shoot(f"theme-{theme}")
    window.look.set_theme("paper")
    reading(photographer, window)
    window.sidebar.search_for("支部")
    photographer.until(lambda: window.search.model.rowCount() > 0)
    window.results.choose_first()
    window.results.activate_current()
    photographer.rest(1.0)
    photographer.shoot("search")
    window.sidebar.field.clear()
    export(photographer, window)
    progress(photographer, window, place)
    sheet(photographer, window)
    helps(photographer, window)
    photographer.close()
    search(photographer, place / "many")


def mark(photographer: Photographer, window: MainWindow) -> None:
    """Make some marks and notes in the article that is open."""
    services, article = photographer.services, window.open.article
    assert services is not None and article is not None
    starts = [0]
    for paragraph in article.paragraphs:
        starts.append(starts[-1] + len(paragraph.text) + 1)
    for number, first, last, color, style, note, tags in MARKS:
        length = len(article.paragraphs[number].text)
        start, end = starts[number] + round(first * length), starts[number] + round(last * length)
        services.annotating.add_highlight(article.id, start, end, color=color, style=style, note=note, tags=tags)
    photographer.until(lambda: len(window.open.notes) == len(MARKS))
    window.panel.select(window.open.notes[0].annotation.id)
    photographer.rest()


def reading(photographer: Photographer, window: MainWindow) -> None:
    """How the page is set, page mode, large type, what follows an article, the projector."""
    before = window.open.id
    articles = [node.id for node in window.library.model.root.articles()]
    popover = window.reading.typesetting()
    photographer.rest()
    photographer.shoot("typesetting", popover)
    popover.close()
    window.look.set_elder(True)
    photographer.rest()
    photographer.shoot("large-type")
    window.look.set_elder(False)
    window.open_article(articles[2])
    photographer.until(lambda: window.open.id == articles[2])
    window.pane.set_place(1.0)
    photographer.rest()
    photographer.shoot("end-of-article")
    window.look.choose(paged=True)
    window.pane.show_leaf(1)
    photographer.rest()
    photographer.shoot("paged")
    window.look.choose(paged=False)
    window.open_article(before)
    photographer.until(lambda: window.open.id == before)
    projector = window.reading.project()
    assert projector is not None
    projector.showNormal()
    projector.resize(SIZE)
    photographer.rest()
    projector.page.step_paragraph(1)
    photographer.rest()
    photographer.shoot("projector", alone=projector)
    projector.close()
    window.pane.set_place(0.0)
    photographer.rest()


def notes(photographer: Photographer, window: MainWindow) -> None:
    """Notes in the margin, and a collection made of them among all notes."""
    services = photographer.services
    assert services is not None
    window.actions_by_name["margin_notes"].setChecked(True)
    photographer.rest()
    photographer.shoot("margin-notes")
    window.actions_by_name["margin_notes"].setChecked(False)
    ids = [note.annotation.id for note in window.open.notes]
    services.collecting.create(COLLECTION, ids[::2])
    window.all_notes.open()
    shown = window.all_notes.notes
    assert shown is not None
    shown.filters.set_sorting("reading", "color")
    photographer.until(lambda: shown.model.note_count() == len(ids) and shown.model.known(ids[0]))
    photographer.rest()
    photographer.shoot("all-notes", alone=shown)
    shown.close()


def preview(photographer: Photographer, window: MainWindow) -> None:
    """What an import of the sample would give, at its most doubtful place."""
    from zbreader.ui.importing.preview import PreviewDialog

    window.correcting.preview([resource("sample", "sample-issue.txt")])
    dialog = window.findChild(PreviewDialog)
    assert dialog is not None
    photographer.until(lambda: dialog.previews)
    dialog.findings.step(1)
    photographer.rest()
    photographer.shoot("preview", dialog)
    dialog.reject()


def desk(photographer: Photographer, window: MainWindow) -> None:
    """The correction desk at a place where two articles run through each other, with one correction made."""
    window.actions_by_name["correct"].trigger()
    photographer.until(lambda: window.correcting.desk and window.correcting.desk.state)
    opened, deeds = window.correcting.desk, window.correcting.deeds
    assert opened is not None and deeds is not None and opened.state is not None
    opened.resize(SIZE)
    opened.actions_by_name["next_doubt"].trigger()
    doubted = opened.chosen_node()
    article = opened.state.article(doubted.id) if doubted else None
    assert article is not None
    deeds.do(Reauthor(opened.chosen(), article.authors))  # the doubtful byline was right
    photographer.until(lambda: opened.state and opened.state.corrections)
    for _ in range(2):
        opened.actions_by_name["next_doubt"].trigger()
        photographer.rest()
    photographer.shoot("correction-desk", alone=opened)
    opened.close()


def export(photographer: Photographer, window: MainWindow) -> None:
    """The export dialog with its preview."""
    from zbreader.ui.exporting.dialog import ExportDialog

    window.deeds.export("", "")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    photographer.until(lambda: dialog.preview.toPlainText())
    photographer.shoot("export", dialog)
    dialog.reject()


def progress(photographer: Photographer, window: MainWindow, place: Path) -> None:
    """An import that is under way."""
    incoming = place / "incoming"
    incoming.mkdir()
    text = resource("sample", "sample-issue.txt").read_text(encoding="utf-8")
    for number in range(1, 13):
        (incoming / f"2022-{number:02}.txt").write_text(text.replace("2023", f"20{number + 30}"), encoding="utf-8")
    window.importing.bring([incoming])
    photographer.until(lambda: window.task_bar.isVisible() and window.task_bar.done > 2)
    photographer.shoot("importing")
    photographer.until(lambda: not window.operations.tasks)
    photographer.rest(1.0)
    photographer.shoot("imported")


def search(photographer: Photographer, library: Path) -> None:
    """A search over some issues in a LIBRARY of their own, one of its hits open; and what an issue is about."""
    from tools.make_corpus import make_issues
    from zbreader.ui.search.furnishing import open_cloud

    incoming = library.with_name("issues")
    incoming.mkdir()
    for name, text in make_issues(MANY, characters=LENGTH):
        (incoming / name).write_text(text, encoding="utf-8")
    window = photographer.open(library)
    assert photographer.services is not None
    photographer.services.importing.import_files([incoming])
    photographer.until(lambda: len(window.library.model.root.children) == MANY)
    window.sidebar.search_for("夜校 磨坊")
    window.search.search_now()
    photographer.until(lambda: window.search.is_answered and window.search.model.rowCount() > 0)
    window.results.choose_first()
    window.results.activate_current()
    photographer.until(lambda: window.search.counting.is_idle)
    photographer.rest(1.0)
    photographer.shoot("search")
    dialog = open_cloud(window)
    photographer.until(lambda: "word:" in dialog.page.toHtml())
    photographer.shoot("keywords", dialog)
    dialog.reject()
    photographer.close()


def sheet(photographer: Photographer, window: MainWindow) -> None:
    """The sheet of keys."""
    from zbreader.ui.help.shortcuts import ShortcutSheet

    window.deeds.shortcuts()
    dialog = window.findChild(ShortcutSheet)
    assert dialog is not None
    photographer.rest()
    photographer.shoot("shortcuts", dialog)
    dialog.reject()


def helps(photographer: Photographer, window: MainWindow) -> None:
    """Commands, the two pages of the guide, the check-up, and the first steps half done."""
    from zbreader.ui.health.page import HealthPage
    from zbreader.ui.help.guide import GuideWindow

    window.actions_by_name["palette"].trigger()
    palette = window.palette_opening.palette
    assert palette is not None
    palette.field.setText("dc")
    photographer.rest(1.0)
    photographer.shoot("palette")
    window.actions_by_name["palette"].trigger()
    window.deeds.guide()
    guide = window.findChild(GuideWindow)
    assert guide is not None
    photographer.rest()
    photographer.shoot("guide", guide)
    guide.reject()
    window.actions_by_name["check"].trigger()
    photographer.until(lambda: window.findChild(HealthPage) and window.findChild(HealthPage).text())
    photographer.rest(1.0)
    photographer.shoot("health", window.findChild(HealthPage))
    window.findChild(HealthPage).reject()
    window.first_steps.open()
    for step in ("read", "mark"):
        window.first_steps.tick(step)
    photographer.rest()
    photographer.shoot("first-steps")


if __name__ == "__main__":
    raise SystemExit(main())
