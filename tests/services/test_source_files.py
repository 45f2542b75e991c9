from __future__ import annotations

from pathlib import Path

from zbreader.services.source_files import files_among


def test_a_folder_is_walked_for_every_format(tmp_path: Path) -> None:
    wanted = ["a.txt", "b.MD", "c.docx", "d.epub", "e.html", "f.pdf", "g.zbissue"]
    others = ["h.png", ".i.txt", "~$c.docx", "j"]
    inner = tmp_path / "二〇三一" / "内"
    inner.mkdir(parents=True)
    for name in wanted + others:
        inner.joinpath(name).write_bytes(b"x")
    assert [path.name for path in files_among([tmp_path])] == wanted
    assert files_among([inner / "j", inner / "j"]) == [inner / "j"]
