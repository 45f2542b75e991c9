"""Tells what the program imports and a package does not carry: `python packaging/carries.py SOURCE TREE`.

Most libraries are imported inside functions, when they are first wanted, so that a start which lacks one looks whole.
SOURCE is the source tree, TREE what PyInstaller made of it, or what windows/stage.py laid out. Ends with 1 when
something is missing.
"""

from __future__ import annotations

import ast
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

# What one system or one Python has and another does not need: the program looks before it asks for it.
OF_SOME_SYSTEMS = frozenset({"tomli", "winreg", "msvcrt", "fcntl", "resource", "pwd", "grp", "PySide6.QtDBus"})
# In its DLL.
WINDOWS_BUILTIN = frozenset({"_winapi", "array", "binascii", "math", "mmap", "msvcrt", "nt", "winreg", "zlib"})


def imported(source: Path) -> dict[str, str]:
    """Every module that the program's files name in an import, wherever it stands, with the first file that does."""
    named: dict[str, str] = {}
    for path in sorted(source.joinpath("zbreader").rglob("*.py")):
        shown = path.relative_to(source).as_posix()
        module = shown.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        named.setdefault(module, shown)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [str(node.module)]
            else:
                continue
            for name in names:
                named.setdefault(name, shown)
    return named


def modules_among(names: Iterable[str]) -> set[str]:
    """The modules that files of these names (paths in a folder of modules) are."""
    found = set()
    for name in names:
        path, _, ending = name.replace("\\", "/").rpartition(".")
        if ending in ("py", "pyc", "pyd", "so"):
            folder, _, base = path.rpartition("/")
            base = base.partition(".")[0]  # lib.cpython-311-x86_64-linux-gnu
            found.add("/".join(filter(None, (folder, base))).removesuffix("/__init__").replace("/", "."))
    return found


def files_below(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]


def carried(tree: Path) -> set[str]:
    """The modules a package has."""
    if tree.joinpath("app").is_dir():
        python = tree / "python"
        found = modules_among(files_below(tree / "app")) | WINDOWS_BUILTIN | modules_among(files_below(python))
        found |= modules_among(path.name for path in python.joinpath("DLLs").glob("*.pyd"))
        for archive in python.glob("*.zip"):
            found |= modules_among(zipfile.ZipFile(archive).namelist())
    else:
        from PyInstaller.archive.readers import CArchiveReader

        inside = tree / "_internal"
        program = CArchiveReader(str(tree / "zbreader"))
        found = {*program.toc, *program.open_embedded_archive("PYZ.pyz").toc}
        found |= modules_among(files_below(inside)) | modules_among(
            path.name for path in inside.glob("python3*/lib-dynload/*.so")
        )
        found |= modules_among(zipfile.ZipFile(inside / "base_library.zip").namelist())
    return found | set(sys.builtin_module_names)


def main(words: list[str]) -> int:
    wanted, there = imported(Path(words[0])), carried(Path(words[1]))
    missing = [name for name in sorted(wanted) if name not in there | OF_SOME_SYSTEMS]
    for name in missing:
        print(f"not in the package: {name}, imported by {wanted[name]}", file=sys.stderr)
    print(f"{len(wanted)} modules are named in imports, {len(missing)} of them missing")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
