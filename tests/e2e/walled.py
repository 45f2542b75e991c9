"""The program used from end to end in a process that notes every file it opens and dies at the first socket.

`python -m tests.e2e.walled LIBRARY ISSUE PAPER RECORD`: imports ISSUE, marks, searches, exports to PAPER, checks; into
RECORD goes all that happened as JSON: [[event, path or program, whether it writes], …].
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Generator
from pathlib import Path

EVENTS: set[tuple[str, str, bool]] = set()
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def note(event: str, arguments: tuple[object, ...]) -> None:
    """The audit hook (PEP 578)."""
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)):
            writes = any(sign in str(mode or "") for sign in "wax+") or bool(int(str(flags or 0)) & WRITING)
            EVENTS.add(("open", str(Path(os.fsdecode(path)).absolute()), writes))
    elif event == "sqlite3.connect":
        path = str(arguments[0]).removeprefix("file:").partition("?")[0]
        EVENTS.add(("open", str(Path(path).absolute()), True))
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"):
        EVENTS.add(("process", str(arguments[0]), False))
    elif event.startswith("socket."):
        # Not an exception: somebody might catch it.
        sys.stderr.write(f"network: {event} {arguments}\n")
        os._exit(77)


def main(library: Path, issue: Path, paper: Path, record: Path) -> int:
    """Walk through the program, then tell."""
    sys.addaudithook(note)
    from PySide6.QtWidgets import QApplication

    from tests.e2e.driver import run_program
    from zbreader.model.mark import HighlightColor, MarkStyle
    from zbreader.ui.exporting.dialog import ExportDialog
    from zbreader.ui.health.page import HealthPage
    from zbreader.ui.main_window import MainWindow

    application = QApplication(["zbreader"])

    def walk(window: MainWindow) -> Generator[object, None, None]:
        yield lambda: window.open.article is not None
        yield lambda: not window.operations.tasks
        first = window.services.reading.issues()[0]
        window.open_article(window.services.reading.articles(first.id)[0].id)
        for _ in range(60):  # what comes at the first start has come
            yield lambda: True
        window.open.highlight(2, 12, HighlightColor.GREEN, MarkStyle.HIGHLIGHT)
        yield lambda: len(window.open.notes) == 1
        window.sidebar.field.insert("渡口")
        yield lambda: window.search.model.rowCount() >= 1
        window.actions_by_name["export"].trigger()
        dialog = window.findChild(ExportDialog)
        dialog.save_to(paper)
        yield paper.exists
        window.actions_by_name["check"].trigger()
        page = window.findChild(HealthPage)
        yield lambda: "正常" in page.verdict.text()
        page.close()

    def told(window: MainWindow) -> Generator[object, None, None]:
        for number, wait in enumerate(walk(window)):
            sys.stderr.write(f"step {number}\n")
            yield wait

    status = run_program(library, told, issue)  # type: ignore[arg-type]
    application.processEvents()
    record.write_text(json.dumps(sorted(EVENTS)), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:5])))
