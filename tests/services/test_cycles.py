"""The search for cycles is off inside, and afterwards as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from zbreader.services.cycles import without_search_for_cycles


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leaves the collector on, whatever a test did."""
    gc.enable()
    yield
    gc.enable()


def test_it_is_off_inside_and_on_again() -> None:
    with pytest.raises(ValueError, match="halfway"), without_search_for_cycles():
        assert not gc.isenabled()
        raise ValueError("halfway")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    with without_search_for_cycles():
        assert not gc.isenabled()
    assert not gc.isenabled()
