"""The collector of sentences: what it finds in a module, and that a merge costs no translation."""

from __future__ import annotations

import ast
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.i18n import Sentence, _Reader, given, read, write

OPEN, CLOSE, BOTH = Sentence("actions", "打开"), Sentence("Box", "关上"), Sentence("core", "两边\n都有")


def found(source: str) -> set[Sentence]:
    return _Reader(ast.parse(source)).sentences()


def test_words_of_actions_and_menus_are_found() -> None:
    source = 'MENU = menu("file", "文件", ActionSpec("open", "打开", ("Ctrl+O",)), menu("<more>", "更多"))'
    assert found(source) == {Sentence("actions", words) for words in ("文件", "打开", "更多")}


def test_a_context_that_cannot_be_read_is_no_silent_loss() -> None:
    assert found('HERE = "here"\nnoop(HERE, "打开")') == {Sentence("here", "打开")}
    with pytest.raises(ValueError, match="line 2"):
        found('from elsewhere import HERE\nnoop(HERE, "打开")')


def test_english_given_in_lines(tmp_path: Path) -> None:
    lines = tmp_path / "english.tsv"
    lines.write_text("actions\t打开\tOpen\n\ncore\t两边\\n都有\tBoth\\nsides\n", encoding="utf-8")
    assert given(lines) == {OPEN: "Open", BOTH: "Both\nsides"}


def test_a_written_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "zbreader_en.ts"
    write([CLOSE, OPEN, BOTH], {OPEN: "Open", BOTH: "Both\nsides"}, file)
    assert read(file) == {OPEN: "Open", BOTH: "Both\nsides"}


if shutil.which("git"):

    def test_translations_of_both_sides_of_a_merge_are_kept(tmp_path: Path) -> None:
        file = tmp_path / "zbreader_en.ts"

        def git(*words: str, status: int = 0) -> None:
            named = ("-c", "user.name=a", "-c", "user.email=a@a")
            done = subprocess.run(["git", *named, *words], cwd=tmp_path, capture_output=True, check=False)
            assert done.returncode == status, done.stderr

        git("init", "-q", "-b", "main")
        write([BOTH], {BOTH: "Both\nsides"}, file)
        git("add", ".")
        git("commit", "-qm", "one")
        git("checkout", "-qb", "other")
        write([OPEN, BOTH], {OPEN: "Open", BOTH: "Both\nsides"}, file)
        git("commit", "-qam", "two")
        git("checkout", "-q", "main")
        write([CLOSE, BOTH], {CLOSE: "Close", BOTH: "Both\nsides"}, file)
        git("commit", "-qam", "three")
        git("merge", "-q", "other", status=1)
        assert "<<<<<<<" in file.read_text(encoding="utf-8")
        assert read(file) == {OPEN: "Open", CLOSE: "Close", BOTH: "Both\nsides"}
