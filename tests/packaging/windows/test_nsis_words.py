from __future__ import annotations

import pytest

from tests.packaging.scripts import script

words = script("windows", "nsis_words.py")
THEIRS = (words.BEGINNING + " Common causes include incomplete download and damaged media. " + "x" * 60).encode(
    "utf-16-le"
)


def test_the_sentence_is_replaced_and_nothing_moves() -> None:
    stub = b"MZ.." + THEIRS + b"\0\0tail"
    spoken = words.speaking(stub)
    assert len(spoken) == len(stub) and spoken.endswith(b"\0\0tail")
    assert words.SENTENCE in spoken.decode("utf-16-le", "ignore")


@pytest.mark.parametrize("stub", [b"MZ", words.BEGINNING.encode("utf-16-le") + b"\0\0"])
def test_a_stub_without_room_is_refused(stub: bytes) -> None:
    with pytest.raises(ValueError, match=r"sentence|long"):
        words.speaking(stub)
