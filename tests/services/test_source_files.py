from __future__ import annotations

from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.services.source_files import files_among, given_in


def test_a_folder_is_walked_for_every_format(tmp_path: Path) -> None:
    wanted = ["a.txt", "b.MD", "c.docx", "d.epub", "e.html", "f.pdf", "g.zbissue"]
    others = ["h.png", ".i.txt", "~$c.docx", "j"]
    inner = tmp_path / "二〇三一" / "内"
    inner.mkdir(parents=True)
    for name in wanted + others:
        inner.joinpath(name).write_bytes(b"x")
    assert [path.name for path in files_among([tmp_path])] == wanted
    assert files_among([inner / "j", inner / "j"]) == [inner / "j"]


def test_a_folder_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    empty, full = tmp_path / "空.txt", tmp_path / "满"
    for folder in (empty, full):
        folder.mkdir()
    full.joinpath("a.txt").write_bytes(b"x")
    assert files_among([tmp_path, empty]) == [full / "a.txt", empty]
    with pytest.raises(KnownError, match=r"空\.txt 里没有可导入的文件"):
        given_in(empty)
    with pytest.raises(KnownError, match="满 是文件夹"):
        given_in(full)
