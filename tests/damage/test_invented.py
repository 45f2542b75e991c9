"""Every text of ours is invented: nothing in it runs along with a given magazine."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.damage.bench import held_out

ROOT = Path(__file__).resolve().parents[2]
GIVEN = ROOT.parent / "shared/issues"
RUN = 16  # characters
OURS = [
    *(case.source for case in held_out(ROOT)),
    ROOT / "tests/damage/sentences.txt",
    *(ROOT / "tests/damage/manuscripts").glob("*.txt"),
    *(ROOT / "tools/manuscripts").glob("*.txt"),
]


def _runs(text: str) -> set[str]:
    characters = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
    tight = re.sub(r"\s", "", text)
    return {whole[at : at + RUN] for whole in (characters, tight) for at in range(len(whole) - RUN + 1)}


@pytest.mark.skipif(not GIVEN.is_dir(), reason="the given magazines are not on this machine")
def test_no_run_of_characters_is_shared_with_a_given_magazine() -> None:
    given: set[str] = set()
    for path in GIVEN.glob("*.txt"):
        given |= _runs(path.read_text(encoding="utf-8"))
    assert given, "there are magazines to compare with"
    shared = {path.name: _runs(path.read_text(encoding="utf-8")) & given for path in OURS}
    assert not {name: runs for name, runs in shared.items() if runs}
