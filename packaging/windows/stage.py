"""Lays out the folder that is installed on Windows: Python, the program and its packages, and two small starters.

    python stage.py --python ARCHIVE --packages FOLDER --source FOLDER --icon FILE --out FOLDER

ARCHIVE is python.org's embeddable zip, or the archive that fetch_python.py brings. Nothing is frozen and nothing of
Windows is run: python.exe keeps its signature, and virus scanners meet no unknown boot loader. What is Python is
compiled by the Python that runs this script (of the same minor version) and carried without sources; the same input
gives the same bytes.

    zbreader.exe, zbreader-cli.exe    starters: window, command line
    python/                           python.exe, its DLLs, python3xx.zip (standard library), ._pth (isolates it)
    app/                              zbreader and the packages it needs
"""

from __future__ import annotations

import argparse
import io
import py_compile
import re
import shutil
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from importlib.util import MAGIC_NUMBER
from pathlib import Path

MINOR = f"{sys.version_info[0]}{sys.version_info[1]}"
LONG_AGO = (1980, 1, 1, 0, 0, 0)

UNUSED_IN_PYTHON = re.compile(
    r"(Tools|tcl|include|libs|Scripts|share|etc)/|"
    r"Lib/(test|idlelib|tkinter|turtledemo|turtle|ensurepip|lib2to3|venv|distutils|pydoc|site-packages|curses|xmlrpc|msilib|wsgiref|"
    r"__phello__|sqlite3/test|ctypes/test|unittest/test|ssl|ftplib|smtplib|imaplib|nntplib|poplib|telnetlib|antigravity|this)\b|"
    r"(DLLs/)?(_tkinter|tcl86t|tk86t|_test\w*|_ctypes_test|_msi|_ssl|libssl|libcrypto|_hashlib|_overlapped|winsound|sqlite3_)[\w.-]*$|"
    r"(vcamp140|vcomp140|vccorlib140|concrt140)\.dll$|.*/__pycache__/|"
    r"[^/]*\.(txt|ico|chm|cat|pdb)$|pyshellext[^/]*$|venvlauncher[^/]*$|venvwlauncher[^/]*$",
    re.IGNORECASE,
)
USED_OF_QT = re.compile(
    r"PySide6/(__init__\.py|_config\.py|_git_pyside_version\.py|"
    r"Qt(Core|Gui|Widgets|Svg|PrintSupport)\.pyd|pyside6\.abi3\.dll|Qt6(Core|Gui|Widgets|Svg|PrintSupport)\.dll|"
    r"(msvcp|vcruntime)[^/]*\.dll|icu\w*\.dll|"
    r"plugins/(platforms/(qwindows|qoffscreen)|styles/\w+|imageformats/q(jpeg|gif|svg|webp|ico)|iconengines/\w+|printsupport/\w+)\.dll|"
    r"translations/qtbase_(zh_CN|zh_TW|en)\.qm|support/.*\.py)$",
    re.IGNORECASE,
)
UNUSED_IN_APP = re.compile(
    r"(.*/)?__pycache__/|bin/|pip[/-]|setuptools[/-]|_distutils_hack/|distutils-precedence\.pth|pypdfium2_cli/|tzdata/zoneinfo/|"
    r"jieba/(lac_small/|posseg/|finalseg/prob_\w+\.p$)|lxml/(isoschematron|html|includes)/|lxml/(objectify|sax|builder|cssselect|doctestcompare|usedoctest|ElementInclude|_difflib)\b|"
    r"rapidfuzz/fuzz_cpp_(avx2|sse2)\.|(docx|jieba)/.*/test|.*\.(pyi|lib|h|c|pyx|pxd|pxi|egg-info/.*)$|"
    r".*\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|entry_points\.txt|top_level\.txt|direct_url\.json)$",
    re.IGNORECASE,
)

# Packages of the lock that are carried only when the program imports them, with what they bring along.
ONLY_IF_IMPORTED = {"cryptography": re.compile(r"(cryptography|cffi|pycparser)[/-]|_cffi_backend\.", re.IGNORECASE)}

STARTER = "import sys\nfrom zbreader.__main__ import main\nsys.exit(main())\n"


def compiled(path: Path, shown: str) -> bytes:
    """The byte code of PATH, which tracebacks call SHOWN; it is never compared with a source."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "out.pyc")
        mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(path), str(target), dfile=shown, doraise=True, optimize=0, invalidation_mode=mode)
        return target.read_bytes()


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file in FOLDER with its path inside, in the order of the names."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def unpack(archive: Path, folder: Path) -> Path:
    """Unpacks ARCHIVE (one of the two kinds) to FOLDER; returns the folder in which python.exe lies."""
    if archive.suffix == ".zip":
        zipfile.ZipFile(archive).extractall(folder)
    else:
        with tarfile.open(archive) as outer:
            (inner,) = [member for member in outer.getmembers() if member.name.endswith("/data.zip")]
            data = outer.extractfile(inner)
            assert data is not None
            zipfile.ZipFile(io.BytesIO(data.read())).extractall(folder)
    return next(path.parent for path in folder.rglob("python.exe") if path.parent.joinpath("pythonw.exe").is_file())


def lay_python(unpacked: Path, out: Path) -> None:
    """Python without what is not used; its library as byte code in one zip, which opens faster than many files."""
    out.mkdir(parents=True)
    library = out / f"python{MINOR}.zip"
    given = unpacked / f"python{MINOR}.zip"
    if given.is_file():
        shutil.copyfile(given, library)
    else:
        with zipfile.ZipFile(library, "w", zipfile.ZIP_STORED) as archive:
            for name, path in files_in(unpacked / "Lib"):
                if path.suffix == ".py" and not UNUSED_IN_PYTHON.match(f"Lib/{name}"):
                    archive.writestr(zipfile.ZipInfo(f"{name}c", LONG_AGO), compiled(path, name))
    for name, path in files_in(unpacked):
        binary = path.suffix.lower() in (".dll", ".pyd") or path.name in ("python.exe", "pythonw.exe")
        if binary and name.count("/") < 2 and not UNUSED_IN_PYTHON.match(name):
            target = out / ("DLLs" if name.startswith("DLLs/") else "") / path.name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(unpacked / "LICENSE.txt", out / "LICENSE.txt")
    paths = [library.name, ".", "DLLs", "..\\app"]
    out.joinpath(f"python{MINOR}._pth").write_text(
        "".join(f"{path}\n" for path in paths), encoding="ascii", newline="\r\n"
    )


def lay_files(names: Iterable[tuple[str, Path]], out: Path) -> None:
    """Copies files, Python as byte code."""
    for name, path in names:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".py":
            target.with_suffix(".pyc").write_bytes(compiled(path, name))
        else:
            shutil.copyfile(path, target)


def not_imported(source: Path) -> list[re.Pattern[str]]:
    """What of ONLY_IF_IMPORTED no file of the program imports."""
    program = "".join(path.read_text(encoding="utf-8") for path in sorted(source.joinpath("zbreader").rglob("*.py")))
    return [
        files
        for package, files in ONLY_IF_IMPORTED.items()
        if not re.search(rf"^\s*(import|from) {package}\b", program, re.MULTILINE)
    ]


def lay_app(packages: Path, source: Path, out: Path) -> None:
    """zbreader, its resources, and the packages it needs."""
    unused = [UNUSED_IN_APP, *not_imported(source)]
    lay_files(
        (
            (name, path)
            for name, path in files_in(packages)
            if not any(pattern.match(name) for pattern in unused)
            and (not name.startswith("PySide6/") or USED_OF_QT.match(name))
        ),
        out,
    )
    lay_files(((name, path) for name, path in files_in(source / "zbreader")), out / "zbreader")
    lay_files(files_in(source / "resources"), out / "zbreader" / "_resources")
    lay_files(files_in(source / "packaging" / "licences"), out / "licences")
    guide = source / "docs" / "user-guide.zh-CN.md"
    if guide.is_file():
        sys.path.insert(0, str(source / "packaging"))
        from pictures import lay_guide  # type: ignore[import-not-found]

        lay_guide(guide, out / "zbreader" / "_resources" / "guide")


def starter(stub: bytes, python: str) -> bytes:
    """An .exe that starts PYTHON beside it with the program: a stub of distlib, a line that names Python, a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py", LONG_AGO), STARTER)
    return stub + f"#!<launcher_dir>\\python\\{python}\n".encode() + packed.getvalue()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("python", "packages", "source", "icon", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    words = parser.parse_args()
    from pip._vendor import distlib

    stubs = Path(distlib.__file__).parent
    shutil.rmtree(words.out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        unpacked = unpack(words.python, Path(folder))
        if not unpacked.joinpath(f"python{MINOR}.dll").is_file():
            print(f"这里要用 Python {sys.version_info[0]}.{sys.version_info[1]} 的 Windows 版。", file=sys.stderr)
            return 1
        lay_python(unpacked, words.out / "python")
    lay_app(words.packages, words.source, words.out / "app")
    words.out.joinpath("zbreader.exe").write_bytes(starter(stubs.joinpath("w64.exe").read_bytes(), "pythonw.exe"))
    words.out.joinpath("zbreader-cli.exe").write_bytes(starter(stubs.joinpath("t64.exe").read_bytes(), "python.exe"))
    shutil.copyfile(words.icon, words.out / "zbreader.ico")
    shutil.copyfile(words.source / "LICENSE", words.out / "LICENSE.txt")
    print(f"byte code {MAGIC_NUMBER.hex()}, {sum(path.stat().st_size for _, path in files_in(words.out)) >> 20} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
