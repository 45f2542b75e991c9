from __future__ import annotations

from pathlib import Path

from tests.packaging.scripts import script

floor = script("floor.py")

LISTING = """
Version definitions:
1 0x01 0x0d696910 GLIBC_2.99
Version References:
  required from libc.so.6:
    0x06969198 0x00 03 GLIBC_2.28
    0x09691a75 0x00 02 GLIBC_2.2.5
  required from libstdc++.so.6:
    0x08922974 0x00 05 GLIBCXX_3.4.22
"""


def test_only_what_is_asked_of_others_counts() -> None:
    assert floor.versions_in(LISTING) == {"GLIBC": (2, 28), "GLIBCXX": (3, 4, 22)}
    assert floor.versions_in("no ELF file") == {}


def test_versions_are_compared_as_numbers() -> None:
    found = {"GLIBC": ((2, 28), Path("a")), "GLIBCXX": ((3, 4, 25), Path("b"))}
    assert floor.too_new(found, "2.28") == []
    assert floor.too_new(found, "2.5") == ["GLIBC"]
    assert floor.too_new({"GLIBCXX": ((3, 4, 26), Path("b"))}, "2.28") == ["GLIBCXX"]


def test_elf_files_are_told_by_their_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "library.so").write_bytes(b"\x7fELF" + bytes(60))
    (tmp_path / "script.so").write_text("#!/bin/sh")
    (tmp_path / "link.so").symlink_to("library.so")
    assert [path.name for path in floor.elf_files(tmp_path)] == ["library.so"]
