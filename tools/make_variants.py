"""Makes resources/dictionary/variants.txt: characters that are one in simplified and in traditional writing.

`python tools/make_variants.py FILE…` with OpenCC's character dictionaries as text (TSCharacters, TSCharactersExt,
TWVariants, HKVariants; `opencc_dict -f ocd2 -t text` writes them). A character and the first one that a dictionary
gives for it are one class; the others, which are rarely meant, would put 里 and 哩 together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from zbreader.resources import resource
from zbreader.search.folding import fold

_HEAD = """\
# 繁简（及异体）对照：同一行的字在“繁简通搜”时视为同一个字，第一个字代表全行。由 tools/make_variants.py 生成，请勿手改。
# Made from the character dictionaries of OpenCC 1.4.2 (https://github.com/BYVoid/OpenCC), (c) its authors,
# Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0); changed: pairs merged into classes.
"""


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A character and the first one that may stand for it."""
    for line in lines:
        one, _, others = line.rstrip("\n").partition("\t")
        for other in others.split()[:1]:
            if len(one) == len(other) == 1 and fold(one) == one and fold(other) == other:
                yield one, other


def classes(given: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The classes of two or more characters that pairs make, each in the order of code points."""
    home: dict[str, set[str]] = {}
    for one, other in given:
        first, second = home.setdefault(one, {one}), home.setdefault(other, {other})
        if first is not second:
            first |= second
            home.update(dict.fromkeys(second, first))
    return sorted(sorted(members) for members in {id(m): m for m in home.values()}.values() if len(members) > 1)


def main(arguments: Sequence[str]) -> None:
    """Write the table."""
    files = [Path(name) for name in arguments]
    given = [pair for path in files for pair in pairs(path.read_text(encoding="utf-8").splitlines())]
    simplified = {
        other for path in files if path.name.startswith("TS") for _, other in pairs(path.open(encoding="utf-8"))
    }
    lines = ("".join(sorted(members, key=lambda c: (c not in simplified, c))) + "\n" for members in classes(given))
    resource("dictionary").joinpath("variants.txt").write_text(_HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
