from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.packaging.scripts import script

icu_data = script("linux", "icu_data.py")

HEADER = struct.pack("<HHHHBBBB", 32, 0x27DA, 20, 0, 0, 0, 2, 0) + b"CmnD" + bytes(16)
NAMES = ("brkitr/root.res", "coll/ja.res", "coll/root.res", "coll/zh.res", "gb18030.cnv", "root.res", "zh_CN.res")


def items(names: tuple[str, ...] = NAMES) -> list[tuple[bytes, bytes]]:
    return [(b"icudt73l/" + name.encode(), name.encode() * 3) for name in names]


def test_what_is_packed_is_found_again_in_order_and_on_multiples_of_sixteen() -> None:
    data = icu_data.common_data(HEADER, reversed(items()))
    header, found = icu_data.items_in(data)
    assert header == HEADER
    assert [(name, item.rstrip(b"\0")) for name, item in found] == items()
    count, *table = struct.unpack_from(f"<{1 + 2 * len(NAMES)}I", data, len(HEADER))
    assert count == len(NAMES)
    assert {(len(HEADER) + offset) % icu_data.ALIGNED for offset in table[1::2]} == {0}
    assert icu_data.common_data(header, found) == data


def test_chinese_and_what_belongs_to_no_language_stay() -> None:
    _, left = icu_data.items_in(icu_data.without_unused(icu_data.common_data(HEADER, items())))
    assert [name.decode().partition("/")[2] for name, _ in left] == [*NAMES[2:]]


@pytest.mark.parametrize(
    "name", ["zone/zh_Hant_HK.res", "zone/tzdbNames.res", "coll/ucadata.icu", "pool.res", "euc-tw-2014.cnv"]
)
def test_needed(name: str) -> None:
    assert icu_data.is_needed(name)


@pytest.mark.parametrize(
    "name", ["zone/fr_CA.res", "coll/de__PHONEBOOK.res", "lang/zh.res", "brkitr/cjdict.dict", "rfc3491.spp"]
)
def test_not_needed(name: str) -> None:
    assert not icu_data.is_needed(name)


def test_data_in_which_nothing_is_known_stops_the_build() -> None:
    with pytest.raises(ValueError, match="left out"):
        icu_data.without_unused(icu_data.common_data(HEADER, items(("a.icu", "b.icu"))))
    with pytest.raises(ValueError, match="no common data"):
        icu_data.items_in(bytes(64))


def test_a_qt_that_asks_for_more_is_noticed() -> None:
    asked = [
        "ucol_strcoll_73",
        "ucnv_open_73",
        "ucal_getTimeZoneDisplayName_73",
        "u_strToUpper_73",
        "ubrk_open_73",
        "udat_format_73",
    ]
    assert [name for name in asked if not icu_data.USED.match(name)] == asked[4:]


def test_a_file_that_is_no_data_library_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF" + bytes(90) + icu_data.common_data(HEADER, items()) + b"after")
    size = library.stat().st_size - 94 - len(b"after")
    listing = [["0000000000001000", f"{size:016x}", "R", "icudt73_dat"]]
    monkeypatch.setattr(icu_data, "symbols", lambda *_words: listing)
    symbol, data = icu_data.data_of(library)
    assert (symbol, data) == ("icudt73_dat", icu_data.common_data(HEADER, items()))
    listing.append(["0", "0", "R", "icudt74_dat"])
    with pytest.raises(ValueError, match="one symbol"):
        icu_data.data_of(library)
