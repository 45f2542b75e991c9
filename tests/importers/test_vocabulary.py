"""The vocabulary files: what is shipped can be read, what is broken is refused in one sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.importers.pictures import VOCABULARY_FOLDER, vocabulary
from zbreader.importers import load_vocabulary
from zbreader.model.errors import KnownError


def test_what_is_shipped_is_whole() -> None:
    words = vocabulary()
    assert "■" in words.contents_marks
    assert all(len(name) == 1 for name in words.names_surnames)


def copied(folder: Path) -> Path:
    for path in VOCABULARY_FOLDER.glob("*.toml"):
        shutil.copy(path, folder)
    return folder


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    (copied(tmp_path) / "names.toml").unlink()
    with pytest.raises(KnownError, match=r"names\.toml"):
        load_vocabulary(tmp_path)


@pytest.mark.parametrize("content", ["surnames = ", 'surnames = "赵"', "surnames = 3\ncompound = []", '"'])
def test_a_broken_file_is_one_sentence(tmp_path: Path, content: str) -> None:
    (copied(tmp_path) / "names.toml").write_text(content, encoding="utf-8")
    with pytest.raises(KnownError, match=r"names\.toml"):
        load_vocabulary(tmp_path)
