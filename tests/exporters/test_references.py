"""The kept exports: any change of a format shows here first."""

from __future__ import annotations

import pytest

from tests.exporters.references import REFERENCE, exports

EXPORTS = exports()


@pytest.mark.parametrize("name", EXPORTS)
def test_export_is_what_it_was(name: str) -> None:
    # Compared as text with one kind of line end, since a checkout on Windows may change them.
    expected = (REFERENCE / name).read_bytes().replace(b"\r\n", b"\n").decode()
    assert EXPORTS[name].replace(b"\r\n", b"\n").decode() == expected
