"""Packs FOLDER as a zip, always the same bytes: `python3 pack_zip.py FOLDER NAME OUT.zip`; NAME is its name inside."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

LONG_AGO = (1980, 1, 1, 0, 0, 0)
NOTE = """支部阅读（免安装版）

把这个文件夹整个解压到硬盘上，双击 zbreader.exe 就能打开。
不要在压缩包里直接运行；文件夹可以放在任何地方，也可以放在优盘里。
期刊包（.zbissue）放进这里的 issues 文件夹，下次打开时会自动导入。
删除这个文件夹就是卸载；资料库另外放在 %LOCALAPPDATA%\\zbreader，不会被删除。
"""


def pack(folder: Path, name: str, out: Path) -> None:
    """Write the zip."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(
            zipfile.ZipInfo(f"{name}/请先看这里.txt", LONG_AGO), NOTE.replace("\n", "\r\n").encode("utf-8-sig")
        )
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", LONG_AGO)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    pack(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
