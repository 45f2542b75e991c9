"""Takes out of ICU's data what Qt does not ask for here: `python packaging/linux/icu_data.py FOLDER` (PySide6/Qt/lib).

PySide6's wheels bring libicudata with everything for 800 locales, a fifth of the whole program. Of ICU, Qt uses
converters, collation, case and the names of time zones (USED; a Qt that asks for more stops the build here). What stays
is what these need, in Chinese and in English, and every converter; for another locale ICU falls back to its root, as it
does for one that it does not know. icu_answers.py holds what Qt then says against what it says with the whole data.

The library keeps its name and its one symbol. What is in it is ICU's "common data": a header, a table of contents (the
number of entries; for each the offsets of its name and its data, from the table's beginning; sorted by name) and the
items, each on a multiple of 16. See ucmndata.h and udata.h in ICU's sources.
"""

from __future__ import annotations

import re
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

USED = re.compile(r"u(cal|cnv|col|_str)\w*_\d+$")
LANGUAGES = re.compile(r"(zh|en)(_|$)")
A_LOCALE = re.compile(r"[a-z]{2,3}(_\w*)?$")
# Breaks of words and lines, names of languages, countries, currencies and units, numbers in words, other scripts:
# Qt has its own or none.
UNUSED = re.compile(r"(brkitr|curr|lang|rbnf|region|translit|unit)/|(unames|confusables)\.|uts46\.|.*\.spp$")
ALIGNED = 16


def is_needed(name: str) -> bool:
    """Whether the item of this name, such as zone/zh.res, stays."""
    if UNUSED.match(name):
        return False
    folder, _, base = name.rpartition("/")
    stem, _, ending = base.rpartition(".")
    if ending == "res" and folder in ("", "coll", "zone") and A_LOCALE.match(stem):
        return LANGUAGES.match(stem) is not None
    return True


def items_in(data: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The header of common data and its items, each with its whole name. Raises ValueError for anything else."""
    size, magic = struct.unpack_from("<HH", data)
    if magic != 0x27DA or data[12:16] != b"CmnD" or data[8]:
        raise ValueError("no common data of ICU in this machine's byte order")
    (count,) = struct.unpack_from("<I", data, size)
    table = [struct.unpack_from("<II", data, size + 4 + 8 * place) for place in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(data) - size]
    items = []
    for (name, begin), end in zip(table, ends, strict=True):
        whole = data[size + name : data.index(b"\0", size + name)]
        items.append((whole, data[size + begin : size + end]))
    return data[:size], items


def common_data(header: bytes, items: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The inverse of items_in."""
    items = sorted(items)
    names = 4 + 8 * len(items)
    begin = names + sum(len(name) + 1 for name, _ in items)
    begin += -(len(header) + begin) % ALIGNED
    table, strings, content = bytearray(struct.pack("<I", len(items))), bytearray(), bytearray()
    for name, item in items:
        table += struct.pack("<II", names + len(strings), begin + len(content))
        strings += name + b"\0"
        content += item + bytes(-len(item) % ALIGNED)
    strings += bytes(begin - names - len(strings))
    return bytes(header + table + strings + content)


def without_unused(data: bytes) -> bytes:
    """Common data with the items that are needed. Raises ValueError when nothing could be left out."""
    header, items = items_in(data)
    kept = [(name, item) for name, item in items if is_needed(name.decode().partition("/")[2])]
    if not 0 < len(kept) < len(items):
        raise ValueError("nothing of ICU's data can be left out: are its items called something else now?")
    return common_data(header, kept)


def symbols(library: Path, *words: str) -> list[list[str]]:
    """What nm tells of a library's dynamic symbols, a list of words for each."""
    listing = subprocess.run(["nm", "-D", *words, library], capture_output=True, text=True, check=True).stdout
    return [line.split() for line in listing.splitlines()]


def asked_for(folder: Path) -> set[str]:
    """The functions of ICU that Qt's libraries in FOLDER ask for."""
    return {
        words[-1]
        for library in sorted(folder.glob("libQt6*.so*"))
        for words in symbols(library, "--undefined-only")
        if re.match(r"u\w+_\d\d$", words[-1])
    }


def data_of(library: Path) -> tuple[str, bytes]:
    """The symbol of a libicudata and what stands there. Raises ValueError when it is not where it is looked for."""
    found = [words for words in symbols(library, "--defined-only", "--print-size") if words[-1].startswith("icudt")]
    content = library.read_bytes()
    begin = content.find(b"\xda\x27", 0) - 2
    while begin >= 0 and content[begin + 12 : begin + 16] != b"CmnD":
        begin = content.find(b"\xda\x27", begin + 3) - 2
    if len(found) != 1 or len(found[0]) != 4 or begin < 0:
        raise ValueError(f"{library.name} has not the one symbol with ICU's data")
    return found[0][-1], content[begin : begin + int(found[0][1], 16)]


def write_library(library: Path, symbol: str, data: bytes) -> None:
    """Puts a library with nothing but DATA at SYMBOL in the place of LIBRARY. Needs gcc."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "data").write_bytes(data)
        Path(folder, "data.s").write_text(
            f".globl {symbol}\n.section .rodata\n.balign 16\n.type {symbol},@object\n.size {symbol},{len(data)}\n"
            f'{symbol}:\n.incbin "data"\n.section .note.GNU-stack,"",@progbits\n',
            encoding="ascii",
        )
        words = ["gcc", "-shared", "-nostdlib", "-s", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none", "data.s"]
        subprocess.run([*words, "-o", library.resolve()], cwd=folder, check=True)


def main(words: list[str]) -> int:
    folder = Path(words[0])
    (library,) = [path for path in folder.glob("libicudata.so.*") if re.search(r"\.so\.\d+$", path.name)]
    more = sorted(name for name in asked_for(folder) if not USED.match(name))
    if more:
        print(f"Qt asks ICU for more than before: {', '.join(more)}", file=sys.stderr)
        return 1
    symbol, data = data_of(library)
    left = without_unused(data)
    write_library(library, symbol, left)
    print(f"ICU's data: {len(left) / 2**20:.1f} of {len(data) / 2**20:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
