"""A window that imports a folder as a person who dropped it there; each issue is told when the window shows it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tools.torture.stock import opened
from zbreader.ui.main_window import MainWindow


def report(error: BaseException) -> None:
    """A mistake ends the import."""
    raise error


def main(library: Path, sources: Path) -> int:
    """Import until somebody ends it."""
    application = QApplication(["zbreader"])
    services = opened(library)
    window = MainWindow(services, report, offers_sample=False)
    window.show()
    window.furnish()
    shown: set[str] = set()

    def tell() -> None:
        for node in window.library.model.root.children:
            if node.id not in shown:
                shown.add(node.id)
                print(json.dumps(node.id), flush=True)

    window.library.model.modelReset.connect(tell)
    window.library.model.rowsInserted.connect(tell)
    print(json.dumps("begin"), flush=True)
    window.importing.bring([sources])
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
