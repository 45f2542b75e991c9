from __future__ import annotations

import io
import marshal
import sys
import zipfile
from pathlib import Path

import pytest

from tests.packaging.scripts import script

stage = script("windows", "stage.py")


@pytest.mark.parametrize(
    ("name", "unused"),
    [
        ("Lib/test/test_os.py", True),
        ("Lib/tkinter/__init__.py", True),
        ("Lib/ssl.py", True),
        ("Lib/sqlite3/dbapi2.py", False),
        ("Lib/unittest/mock.py", False),
        ("DLLs/_ssl.pyd", True),
        ("DLLs/sqlite3.dll", False),
        ("DLLs/_sqlite3.pyd", False),
        ("python.exe", False),
        ("vcruntime140_1.dll", False),
        ("tcl/tcl8.6/init.tcl", True),
    ],
)
def test_what_of_python_is_left_out(name: str, unused: bool) -> None:
    assert bool(stage.UNUSED_IN_PYTHON.match(name)) is unused


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/Qt6Gui.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6/translations/qtbase_zh_CN.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
    ],
)
def test_what_of_qt_is_used(name: str, used: bool) -> None:
    assert bool(stage.USED_OF_QT.match(name)) is used


def test_python_is_laid_out_as_byte_code(tmp_path: Path) -> None:
    packages, source = tmp_path / "packages", tmp_path / "source"
    (packages / "one").mkdir(parents=True)
    (packages / "one" / "__init__.py").write_text("VALUE = 7\n", encoding="utf-8")
    (packages / "one" / "words.txt").write_text("甲", encoding="utf-8")
    (packages / "one" / "stubs.pyi").write_text("", encoding="utf-8")
    for part in ("zbreader", "resources"):
        (source / part).mkdir(parents=True)
    (source / "zbreader" / "__init__.py").write_text("", encoding="utf-8")
    (source / "resources" / "sample.txt").write_text("例", encoding="utf-8")
    (source / "packaging" / "licences").mkdir(parents=True)
    (source / "packaging" / "licences" / "LGPL-3.txt").write_text("of Qt", encoding="utf-8")
    stage.lay_app(packages, source, tmp_path / "app")
    laid = sorted(path.relative_to(tmp_path / "app").as_posix() for path in (tmp_path / "app").rglob("*.*"))
    assert laid == [
        "licences/LGPL-3.txt",
        "one/__init__.pyc",
        "one/words.txt",
        "zbreader/__init__.pyc",
        "zbreader/_resources/sample.txt",
    ]
    code = (tmp_path / "app" / "one" / "__init__.pyc").read_bytes()
    assert int.from_bytes(code[4:8], "little") == 1, "by hash, and never compared with a source"
    assert 7 in marshal.loads(code[16:]).co_consts


@pytest.mark.parametrize("imports", [True, False])
def test_a_package_of_the_lock_is_carried_only_when_it_is_imported(tmp_path: Path, imports: bool) -> None:
    for name in ("cryptography/fernet.py", "_cffi_backend.cp311-win_amd64.pyd", "cffi-2.0.dist-info/METADATA", "a.py"):
        tmp_path.joinpath("packages", name).parent.mkdir(parents=True, exist_ok=True)
        tmp_path.joinpath("packages", name).write_bytes(b"")
    for part in ("zbreader", "resources"):
        tmp_path.joinpath("source", part).mkdir(parents=True)
    text = "def seal():\n    from cryptography.fernet import Fernet\n" if imports else "# no cryptography\n"
    tmp_path.joinpath("source", "zbreader", "seals.py").write_text(text, encoding="utf-8")
    stage.lay_app(tmp_path / "packages", tmp_path / "source", tmp_path / "app")
    laid = {path.name for path in tmp_path.joinpath("app").iterdir()} - {"zbreader"}
    assert laid == (
        {"cryptography", "_cffi_backend.cp311-win_amd64.pyd", "cffi-2.0.dist-info", "a.pyc"} if imports else {"a.pyc"}
    )


def test_a_starter_is_a_stub_a_line_and_a_zip() -> None:
    data = stage.starter(b"MZ stub", "pythonw.exe")
    assert data.startswith(b"MZ stub#!<launcher_dir>\\python\\pythonw.exe\n")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        compile(archive.read("__main__.py"), "__main__.py", "exec")


def test_an_embeddable_python_keeps_its_library(tmp_path: Path) -> None:
    given = tmp_path / "given"
    (given / "Lib").mkdir(parents=True)
    for name in (
        "python.exe",
        "pythonw.exe",
        f"python{stage.MINOR}.dll",
        "_sqlite3.pyd",
        "_ssl.pyd",
        "other.exe",
        "LICENSE.txt",
    ):
        (given / name).write_bytes(b"MZ")
    (given / f"python{stage.MINOR}.zip").write_bytes(b"PK")
    stage.lay_python(given, tmp_path / "out")
    laid = {path.name for path in (tmp_path / "out").iterdir()}
    minor = f"{sys.version_info[0]}{sys.version_info[1]}"
    assert laid == {
        "python.exe",
        "pythonw.exe",
        f"python{minor}.dll",
        "_sqlite3.pyd",
        f"python{minor}.zip",
        f"python{minor}._pth",
        "LICENSE.txt",
    }
