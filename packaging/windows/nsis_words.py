"""Lets NSIS's own stubs speak Chinese: `python3 nsis_words.py STUBS`.

An installer that was not copied whole says so before anything is unpacked and any language is chosen: the stub compares
a checksum, and the sentence it then shows is built into it.
"""

from __future__ import annotations

import sys
from pathlib import Path

BEGINNING = "Installer integrity check has failed."
SENTENCE = (
    "安装文件不完整，没有安装任何东西。\n\n"
    "多半是没有复制完，或者优盘坏了。请重新复制一份安装文件，再双击它。\n"
    "The installer is damaged or was not copied completely."
)


def speaking(stub: bytes) -> bytes:
    """STUB with our sentence in the place of its own. Raises ValueError when there is none, or ours is too long."""
    start = stub.find(BEGINNING.encode("utf-16-le"))
    if start < 0:
        raise ValueError("no such sentence")
    end = start
    while stub[end : end + 2] != b"\0\0":
        end += 2
    ours = SENTENCE.encode("utf-16-le")
    if len(ours) > end - start:
        raise ValueError("too long")
    return stub[:start] + ours.ljust(end - start, b"\0") + stub[end:]


def main(folder: Path) -> int:
    changed = 0
    for path in sorted(folder.glob("lzma_solid-*-unicode")):
        path.write_bytes(speaking(path.read_bytes()))
        changed += 1
    return int(not changed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
