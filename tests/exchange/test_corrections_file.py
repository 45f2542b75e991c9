"""`.zbfix` out and in: nothing lost, nothing trusted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.exchange import corrections_file, signing
from zbreader.exchange.corrections_file import CorrectionsFile
from zbreader.model.correction import (
    Correction,
    Cut,
    Furniture,
    FurnitureKind,
    Join,
    Kind,
    LineKind,
    Mend,
    Merge,
    Move,
    Reauthor,
    Regroup,
    Retitle,
    Split,
)
from zbreader.model.errors import KnownError
from zbreader.model.person import Person

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
NUMBER = st.integers(0, 10_000)
LINES = st.lists(NUMBER, min_size=1, max_size=4).map(tuple)
ONE = NUMBER.map(lambda number: (number,))
CHANGES = st.one_of(
    st.builds(Split, LINES, st.none() | TEXT, st.booleans(), st.none() | NUMBER),
    st.builds(Merge, LINES),
    st.builds(Move, LINES, NUMBER),
    st.builds(Retitle, LINES, TEXT),
    st.builds(Reauthor, LINES, st.lists(TEXT, max_size=3).map(tuple)),
    st.builds(Regroup, LINES, st.none() | TEXT, st.none() | TEXT),
    st.builds(Join, st.tuples(NUMBER, NUMBER)),
    st.builds(Cut, ONE, NUMBER),
    st.builds(Kind, LINES, st.sampled_from(LineKind), st.none() | NUMBER),
    st.builds(Furniture, LINES, st.sampled_from(FurnitureKind), st.none() | NUMBER),
    st.builds(Mend, ONE, NUMBER, NUMBER, TEXT, TEXT),
)
CORRECTIONS = st.lists(
    st.builds(Correction, st.uuids().map(str), CHANGES, TEXT, st.sampled_from(["", "2031-04-01T08:00:00.000Z"])),
    max_size=5,
    unique_by=lambda one: one.id,
).map(tuple)
SHA = "ab" * 32
GOOD = CorrectionsFile(
    SHA, "四.txt", "《山间学习》", (Correction("01893f00-0000-7000-8000-000000000001", Retitle((1,), "题"), "甲"),)
)


def document() -> dict[str, object]:
    made = json.loads(corrections_file.dump(GOOD))
    assert isinstance(made, dict)
    return made


def refusal(data: bytes) -> str:
    with pytest.raises(KnownError) as raised:
        corrections_file.load(data, "坏.zbfix")
    assert "坏.zbfix" in str(raised.value)
    return str(raised.value)


@given(CORRECTIONS, TEXT, TEXT)
def test_there_and_back(corrections: tuple[Correction, ...], name: str, label: str) -> None:
    content = CorrectionsFile(SHA, name, label, corrections)
    data = corrections_file.dump(content)
    assert corrections_file.load(data, "修.zbfix") == content
    assert corrections_file.dump(content) == data


def test_a_newer_version_is_refused_politely() -> None:
    assert "请升级" in refusal(json.dumps({**document(), "version": 2}).encode())


def test_what_a_later_program_corrects_is_passed_over() -> None:
    made = document()
    made["corrections"] = [{"change": "rotate", "id": 5}, *made["corrections"]]  # type: ignore[misc]
    assert corrections_file.load(json.dumps(made).encode(), "修.zbfix") == GOOD


@pytest.mark.parametrize(
    "change",
    [
        lambda made: made.update(version=True),
        lambda made: made.update(version="1"),
        lambda made: made.update(source=None),
        lambda made: made["source"].update(sha256="xyz"),
        lambda made: made.update(corrections={}),
        lambda made: made.update(corrections=["merge"]),
        lambda made: made["corrections"][0].update(id="no uuid"),
        lambda made: made["corrections"][0].update(lines=[]),
        lambda made: made["corrections"][0].update(lines=[-1]),
        lambda made: made["corrections"][0].update(lines=["1"]),
        lambda made: made["corrections"][0].update(lines=[True]),
        lambda made: made["corrections"][0].update(title=None),
        lambda made: made["corrections"][0].update(title="长" * 10_001),
        lambda made: made["corrections"][0].update(created="<script>"),
        lambda made: made["corrections"][0].update(change="join"),
        lambda made: made["corrections"][0].update(change="kind", kind="rotate"),
        lambda made: made["corrections"][0].update(change="move"),
    ],
)
def test_what_is_damaged_is_refused_as_a_whole(change: Callable[[dict[str, object]], None]) -> None:
    made = document()
    change(made)
    assert "已损坏" in refusal(json.dumps(made).encode())


def test_other_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "不是校订文件" in refusal(b"[]")
    assert "不是校订文件" in refusal(b'{"format": "zbnotes"}')
    assert "不完整" in refusal(b"{")
    assert "UTF-8" in refusal(b"\xff\xfe")
    monkeypatch.setattr(corrections_file, "_MOST_BYTES", 10)
    assert "太大" in refusal(b" " * 11)


def test_a_signature_and_a_maker_come_back_and_any_changed_byte_is_noticed() -> None:
    seed = bytes(range(32))
    signed = corrections_file.dump(replace(GOOD, maker=Person("p1", "林溪", "一组")), seed)
    read = corrections_file.load(signed, "甲.zbfix")
    assert (read.maker, read.signer) == (Person("p1", "林溪", "一组"), signing.public_key(seed))
    assert read.corrections == GOOD.corrections
    refused = 0
    for at in range(0, len(signed), 3):
        changed = bytearray(signed)
        changed[at] ^= 1
        try:
            # What is no longer called a signature is none; the window says then that it was there before.
            assert corrections_file.load(bytes(changed), "甲.zbfix").signer is None
            assert b'"signature"' not in changed
        except KnownError:
            refused += 1
    assert refused > len(signed) / 3 - 5
    notes_kind = signed.replace(b'"zbfix"', b'"zbnotes"')
    with pytest.raises(KnownError):
        corrections_file.load(notes_kind, "甲.zbfix")


@pytest.mark.parametrize("maker", [None, 7, [], {}, {"name": 7}, {"name": ""}, {"id": "x"}, {"name": "\ud800"}])
def test_a_maker_that_makes_no_sense_is_nobody_or_harmless(maker: object) -> None:
    told = {**document(), "maker": maker}
    read = corrections_file.load(json.dumps(told).encode(), "甲.zbfix")
    repr(read).encode()
    assert read.maker is None or read.maker.name
