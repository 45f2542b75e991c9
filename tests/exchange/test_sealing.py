"""Notes under a password: nobody reads them without, nobody makes us compute for hours."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from zbreader.exchange import notes, sealing
from zbreader.exchange.notes import NotesFile
from zbreader.exchange.sealing import PasswordNeeded
from zbreader.model.annotation import Annotation
from zbreader.model.errors import KnownError
from zbreader.model.person import Person

PASSWORD = "溪水流过桥 7"
PERSON = Person("9b2f6c1e-0000-4000-8000-000000000001", "林溪")
SALT, NONCE = bytes(range(16)), bytes(range(12))


@pytest.fixture(scope="module")
def plain() -> bytes:
    return notes.dump(
        NotesFile((), Person("9b2f6c1e-0000-4000-8000-000000000001", "林溪")),
        made="2024-07-03T08:00:00Z",
        generator_version="1",
    )


@pytest.fixture(scope="module")
def sealed(plain: bytes) -> bytes:
    return sealing.seal(plain, PASSWORD, salt=SALT, nonce=NONCE)


def changed(sealed: bytes, **values: object) -> bytes:
    document: dict[str, Any] = json.loads(sealed)
    document["zb:sealed"].update(values)
    return json.dumps(document).encode()


def test_only_the_password_opens_it(sealed: bytes, note: Callable[..., Annotation]) -> None:
    assert sealing.is_sealed(sealed) and "林溪".encode() not in sealed
    read = notes.load(sealed, "甲.zbnotes", ["不是它不是它", PASSWORD])
    assert read.person == PERSON and read.is_intact
    with pytest.raises(PasswordNeeded, match=r"甲\.zbnotes 加了密码"):
        notes.load(sealed, "甲.zbnotes")
    with pytest.raises(PasswordNeeded, match=r"密码打不开文件 甲\.zbnotes"):
        notes.load(sealed, "甲.zbnotes", [PASSWORD + " "])


def test_two_ways_to_type_a_letter_are_one_password(plain: bytes) -> None:
    made = sealing.seal(plain, "caf\u00e9 caf\u00e9", salt=SALT, nonce=NONCE)
    assert notes.load(made, "a", ["cafe\u0301 cafe\u0301"]).person is not None


def test_a_short_password_is_refused(plain: bytes) -> None:
    with pytest.raises(KnownError, match="至少 6 个字符"):
        sealing.seal(plain, "12345", salt=SALT, nonce=NONCE)


@pytest.mark.parametrize("costs", [{"n": 2**40}, {"n": 2**18, "r": 16}, {"r": 2**20}, {"p": 10**6}, {"n": 3}, {"n": 0}])
def test_costs_beyond_reason_are_refused_before_they_are_paid(sealed: bytes, costs: dict[str, int]) -> None:
    with pytest.raises(KnownError, match="不合情理"):
        notes.load(changed(sealed, **costs), "甲", [PASSWORD])


@pytest.mark.parametrize("values", [{"n": True}, {"n": "8"}, {"p": None}, {"r": 1.0}])
def test_costs_that_are_no_numbers_are_refused(sealed: bytes, values: dict[str, object]) -> None:
    with pytest.raises(KnownError, match="不合情理"):
        notes.load(changed(sealed, **values), "甲", [PASSWORD])


@pytest.mark.parametrize("field", ["salt", "nonce", "data"])
def test_what_is_damaged_is_refused(sealed: bytes, field: str) -> None:
    for value in (None, 7, "不", "AA=", "AAAA", []):
        with pytest.raises(KnownError, match="甲"):
            notes.load(changed(sealed, **{field: value}), "甲", [PASSWORD])


def test_ways_of_later_days_are_told(sealed: bytes) -> None:
    for values in ({"kdf": "argon2id"}, {"cipher": "AEGIS"}):
        with pytest.raises(KnownError, match="请升级"):
            notes.load(changed(sealed, **values), "甲", [PASSWORD])


def test_a_mark_without_a_sealed_file_is_refused() -> None:
    for text in ('{"zb:sealed": {}}', '["zb:sealed"]', '{"zb:version": 2, "zb:sealed": 1}'):
        with pytest.raises(KnownError, match="甲"):
            notes.load(text.encode(), "甲", [PASSWORD])


def test_a_sealed_file_may_be_signed(note: Callable[..., Annotation]) -> None:
    signed = notes.dump(NotesFile((note(1),)), made="2024-07-03T08:00:00Z", generator_version="1", seed=bytes(32))
    made = sealing.seal(signed, PASSWORD, salt=SALT, nonce=NONCE)
    assert notes.load(made, "甲", [PASSWORD]).signer == notes.load(signed, "甲").signer is not None
