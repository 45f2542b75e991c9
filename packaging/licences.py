"""Finds the licences that the packages of the lock bring along; zbreader.spec carries them where they lie.

Left to itself PyInstaller takes the metadata of the few packages that ask for their own when they run. What comes in
no package's metadata (Qt, ICU, Python) is in the folders `licences` here and in linux/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

LICENCE = re.compile(r"METADATA$|(LICEN[CS]E|COPYING|NOTICE)[^/]*$|licen[cs]es/", re.IGNORECASE)


def locked(lock: Path) -> list[str]:
    """The packages that LOCK, a file of requirements, names."""
    return sorted(set(re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)))


def of_packages(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every licence file of those packages that are installed, and its folder in site-packages."""
    for name in names:
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # of another system or another Python
        for file in found.files or ():
            folder, _, inner = file.as_posix().partition("/")
            if folder.endswith(".dist-info") and LICENCE.match(inner):
                yield str(file.locate()), file.parent.as_posix()
