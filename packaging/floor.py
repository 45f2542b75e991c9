"""Holds every ELF file of a tree to the oldest glibc it may ask for: `python3 packaging/floor.py --most 2.28 TREE`.

Reads the version references (.gnu.version_r) as `objdump -p` prints them. Prints the greatest version per library and
the file that asks for it; ends with 1 when one is beyond what is allowed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MOST_OF_GCC_8 = {"GLIBCXX": (3, 4, 25), "CXXABI": (1, 3, 11)}  # Debian 10, UOS 20
REFERENCE = re.compile(r"\b(GLIBC|GLIBCXX|CXXABI)_([0-9.]+)")

Version = tuple[int, ...]


def versions_in(listing: str) -> dict[str, Version]:
    """The greatest version per library in the references of what `objdump -p` printed."""
    greatest: dict[str, Version] = {}
    for library, version in REFERENCE.findall(listing.partition("Version References:")[2]):
        parts = tuple(map(int, version.strip(".").split(".")))
        greatest[library] = max(parts, greatest.get(library, (0,)))
    return greatest


def elf_files(tree: Path) -> Iterator[Path]:
    """Every ELF file in TREE, links left out."""
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def asked_for(tree: Path) -> dict[str, tuple[Version, Path]]:
    """The greatest version per library in all of TREE, and the file that asks for it."""
    greatest: dict[str, tuple[Version, Path]] = {}
    for path in elf_files(tree):
        listing = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, errors="replace", check=True)
        for library, version in versions_in(listing.stdout).items():
            if library not in greatest or version > greatest[library][0]:
                greatest[library] = (version, path.relative_to(tree))
    return greatest


def too_new(found: dict[str, tuple[Version, Path]], most: str) -> list[str]:
    """The libraries of which FOUND asks for more than glibc MOST and GCC 8 have."""
    allowed = {"GLIBC": tuple(map(int, most.split("."))), **MOST_OF_GCC_8}
    return [library for library, (version, _) in found.items() if version > allowed[library]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", default="2.28")
    parser.add_argument("tree", type=Path)
    words = parser.parse_args()
    found = asked_for(words.tree)
    for library, (version, path) in sorted(found.items()):
        print(f"{library}_{'.'.join(map(str, version))}  {path}")
    beyond = too_new(found, words.most)
    return print(f"too new: {', '.join(beyond)}", file=sys.stderr) or 1 if beyond else int(not found)


if __name__ == "__main__":
    sys.exit(main())
