"""Damaged files: each is read or refused, nothing else. `make fuzz` gives the readers many more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.readers.mutations import VALID, hostile, reading_of
from zbreader.model.source import SourceDocument

CRASHED = Path(__file__).parents[2] / "data" / "crashed"  # what the fuzzer found, cut down to what does it


@pytest.mark.parametrize("kind", VALID)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rng=st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_or_refused(kind: str, rng: st.Random) -> None:
    name, make = VALID[kind]
    reading_of(name, hostile(kind, make(rng), rng))


@pytest.mark.parametrize("kind", VALID)
@settings(max_examples=25, deadline=None)
@given(data=st.binary(min_size=1, max_size=2000))
def test_any_bytes_are_read_or_refused(kind: str, data: bytes) -> None:
    reading_of(VALID[kind][0], data)


@pytest.mark.parametrize("path", sorted(CRASHED.iterdir()), ids=lambda path: path.name)
def test_what_once_crashed_a_reader_is_read_or_refused(path: Path) -> None:
    reading_of(path.name, path.read_bytes())


@pytest.mark.parametrize("kind", VALID)
def test_an_undamaged_file_is_read(kind: str) -> None:
    from random import Random

    name, make = VALID[kind]
    document = reading_of(name, make(Random(1)))
    assert isinstance(document, SourceDocument)
    assert any("渡口的灯" in line.text for line in document.lines)
