from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.packaging.scripts import script

carries = script("carries.py")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    room = tmp_path / "source" / "zbreader" / "exporters"
    room.mkdir(parents=True)
    room.joinpath("__init__.py").write_text("", encoding="utf-8")
    inside = "    from docx.oxml import parse_xml\n    from . import web\n    import lxml.etree\n"
    room.joinpath("word.py").write_text(f"import json\n\ndef fill():\n{inside}", encoding="utf-8")
    return tmp_path / "source"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """As windows/stage.py lays it out."""
    for name in ("app/zbreader/exporters/__init__.pyc", "app/zbreader/exporters/word.pyc", "app/docx/oxml.pyc"):
        tmp_path.joinpath("tree", name).parent.mkdir(parents=True, exist_ok=True)
        tmp_path.joinpath("tree", name).write_bytes(b"")
    library = tmp_path / "tree" / "app" / "lxml"
    library.mkdir()
    library.joinpath("etree.cp311-win_amd64.pyd").write_bytes(b"MZ")
    python = tmp_path / "tree" / "python"
    python.mkdir()
    with zipfile.ZipFile(python / "python311.zip", "w") as archive:
        archive.writestr("json/__init__.pyc", b"")
    return tmp_path / "tree"


def test_what_functions_import_counts_too(source: Path) -> None:
    assert set(carries.imported(source)) == {
        "docx.oxml",
        "json",
        "lxml.etree",
        "zbreader.exporters",
        "zbreader.exporters.word",
    }


def test_a_package_that_has_everything(source: Path, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert carries.main([str(source), str(tree)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("gone", "name"),
    [
        ("app/docx/oxml.pyc", "docx.oxml"),
        ("app/zbreader/exporters/word.pyc", "zbreader.exporters.word"),
        ("app/lxml/etree.cp311-win_amd64.pyd", "lxml.etree"),
        ("python/python311.zip", "json"),
    ],
)
def test_what_is_missing_is_named(
    source: Path, tree: Path, gone: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.joinpath(gone).unlink()
    assert carries.main([str(source), str(tree)]) == 1
    assert f"not in the package: {name}, imported by zbreader/exporters/word.py" in capsys.readouterr().err
