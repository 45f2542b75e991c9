"""Signatures on notes and packs: made, checked, and broken by any change."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.exchange import issue_pack, notes, signing
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation
from zbreader.model.errors import KnownError
from zbreader.model.person import Person

SEED, OTHER = bytes(range(32)), bytes(range(1, 33))
MAKER = Person("p1", "林溪", "一组")
ISSUE = PackedIssue("a1b2c3d4e5f6", "《田野》2024年第7期", "田野7.txt", "第一篇\n山那边的水渠\n".encode())


@pytest.fixture
def data(note: Callable[..., Annotation]) -> bytes:
    file = NotesFile((note(1, note="𠮷"), note(2)), MAKER, (MAKER,))
    return notes.dump(file, made="2024-07-03T08:00:00Z", generator_version="1", seed=SEED)


def test_a_key_is_that_of_the_standard() -> None:
    # RFC 8032, section 7.1, test 1
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    assert signing.public_key(seed) == signing._encoded(public)


def test_signed_notes_are_read_and_tell_their_key(data: bytes) -> None:
    read = notes.load(data, "甲.zbnotes")
    assert read.signer == signing.public_key(SEED)
    assert read.is_intact and len(read.annotations) == 2
    plain = notes.dump(read, made="2024-07-03T08:00:00Z", generator_version="1")
    assert notes.load(plain, "甲.zbnotes").signer is None
    assert len(data) - len(plain) == len(json.dumps({"zb:signature": signing.place_for(SEED)}, indent=1)) - 2


@given(st.data())
def test_any_changed_byte_is_refused(drawn: st.DataObject) -> None:
    made = notes.dump(NotesFile((), MAKER), made="2024-07-03T08:00:00Z", generator_version="1", seed=SEED)
    total = re.search(rb'"zb:sha256": "[0-9a-f]{64}"', made)
    assert total is not None
    at = drawn.draw(st.integers(0, len(made) - 1).filter(lambda at: not total.start() <= at < total.end()))
    byte = drawn.draw(st.integers(0, 255).filter(lambda byte: byte != made[at]))
    changed = made[:at] + bytes([byte]) + made[at + 1 :]
    try:
        read = notes.load(changed, "甲.zbnotes")
    except KnownError:
        return
    assert read.signer is None  # only where the field itself has another name now


def test_a_changed_word_is_told_in_one_sentence(data: bytes) -> None:
    for changed in (
        data.replace("𠮷".encode(), "吉".encode()),
        data.replace("林溪".encode(), "林河".encode()),
        data.replace(signing.public_key(SEED).encode(), signing.public_key(OTHER).encode()),
    ):
        assert changed != data
        with pytest.raises(KnownError, match=r"甲\.zbnotes 签名之后被改动过"):
            notes.load(changed, "甲.zbnotes")


def test_a_checksum_set_anew_makes_no_difference_to_the_signature(data: bytes) -> None:
    changed = re.sub(rb'"zb:sha256": "[0-9a-f]{64}"', b'"zb:sha256": "%s"' % (b"1" * 64), data)
    read = notes.load(changed, "甲.zbnotes")
    assert (read.signer, read.is_intact) == (signing.public_key(SEED), False)


def test_a_signature_of_another_kind_of_file_counts_for_nothing(data: bytes) -> None:
    place = signing.place_for(SEED)
    written = json.dumps({"signature": place}, indent=1).encode()
    made = signing.signed(written, SEED, b"zbissue")
    told = json.loads(made)["signature"]
    assert signing.signer_of(made, told, b"zbissue", "甲") == place["key"]
    with pytest.raises(KnownError, match="甲"):
        signing.signer_of(made, told, b"zbnotes", "甲")


@pytest.mark.parametrize(
    "told",
    [{}, [], "x", {"algorithm": "Ed25519"}, {"algorithm": "Ed25519", "key": "A" * 43, "value": "A" * 86}, {"key": 1}],
)
def test_what_is_no_signature_is_refused(told: object, data: bytes) -> None:
    document = json.loads(data)
    document["zb:signature"] = told
    with pytest.raises(KnownError, match="甲"):
        notes.load(json.dumps(document, ensure_ascii=False, indent=1).encode(), "甲")


def test_an_algorithm_of_later_days_is_told(data: bytes) -> None:
    changed = data.replace(b'"algorithm": "Ed25519"', b'"algorithm": "Ed448"')
    with pytest.raises(KnownError, match="请升级"):
        notes.load(changed, "甲")


def test_two_places_are_none() -> None:
    twice = json.dumps({"a": signing.place_for(SEED), "b": signing.place_for(SEED)}).encode()
    with pytest.raises(ValueError, match="no place"):
        signing.signed(twice, SEED, b"zbissue")


def test_a_pack_is_signed_with_all_its_sources() -> None:
    packed = issue_pack.dump([ISSUE], MAKER, SEED)
    assert packed == issue_pack.dump([ISSUE], MAKER, SEED)
    read = issue_pack.read(packed, "甲.zbissue")
    assert (read.maker, read.signer) == (MAKER, signing.public_key(SEED))
    assert [issue.source_bytes for issue in read.issues] == [ISSUE.source_bytes]
    unsigned = issue_pack.read(issue_pack.dump([ISSUE]), "甲")
    assert (unsigned.maker, unsigned.signer) == (None, None)


def test_a_pack_whose_manifest_was_changed_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(issue_pack.dump([ISSUE], MAKER, SEED))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["manifest.json"] = files["manifest.json"].replace("林溪".encode(), "林河".encode())
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    with pytest.raises(KnownError, match=r"甲\.zbissue 签名之后被改动过"):
        issue_pack.read(made.getvalue(), "甲.zbissue")


def test_a_fingerprint_can_be_read_out() -> None:
    shown = signing.fingerprint(signing.public_key(SEED))
    assert re.fullmatch(r"(\d{5} ){5}\d{5}", shown)
    assert shown != signing.fingerprint(signing.public_key(OTHER))
