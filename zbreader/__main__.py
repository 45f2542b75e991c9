"""The front door: decides between the window and the command line, and imports only the one that is needed."""

import sys
from collections.abc import Sequence

COMMANDS = frozenset(
    [
        "inspect",
        "import",
        "reimport",
        "issues",
        "show",
        "search",
        "highlight",
        "notes",
        "export",
        "save-notes",
        "merge-notes",
        "pack",
        "sessions",
        "check",
        "backup",
        "restore",
        "backups",
        "recover",
        "export-all",
    ]
)
READ_IN_CHILD = "--read-in-child"  # a word between processes: services.sandboxed_reading starts the program with it
ANSWERED_WITHOUT_WINDOW = COMMANDS | {"--version", "-h", "--help"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run zbreader with ARGUMENTS (default: the process's own) and return its exit status (0, 1 or 2)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == [READ_IN_CHILD]:
        from zbreader.importers.readers import child

        return child.main()
    if names_command(words):
        from zbreader.cli import run

        return run(words, draw_pdf=_draw_pdf)
    from zbreader.app import run_window

    return run_window(words)


def _draw_pdf(html: str) -> bytes:
    """The one thing for which a command needs Qt: a page has to be drawn."""
    from zbreader.ui.exporting.pdf_command import draw_pdf

    return draw_pdf(html)


def names_command(words: Sequence[str]) -> bool:
    """Whether WORDS ask for a command rather than for the window: the first word after `--library DIR` tells."""
    rest = list(words)
    while rest:
        if rest[0] == "--library":
            rest = rest[2:]
        elif rest[0].startswith("--library="):
            rest = rest[1:]
        else:
            return rest[0] in ANSWERED_WITHOUT_WINDOW
    return False


if __name__ == "__main__":
    raise SystemExit(main())
