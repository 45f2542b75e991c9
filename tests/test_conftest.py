"""The guards of `conftest.py` guard."""

from __future__ import annotations

import os
import socket
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import NetworkUsed

if sys.platform != "win32":  # Windows makes its local pipes out of sockets: there the guard is not set

    @pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
    def test_an_internet_socket_cannot_be_made(family: socket.AddressFamily) -> None:
        with pytest.raises(NetworkUsed):
            socket.socket(family)

    def test_a_name_cannot_be_looked_up() -> None:
        with pytest.raises(NetworkUsed):
            socket.getaddrinfo("example.invalid", 80)

    def test_nothing_can_be_fetched() -> None:
        with pytest.raises(NetworkUsed):
            urllib.request.urlopen("http://example.invalid/", timeout=1)

    def test_a_local_pair_still_works() -> None:
        left, right = socket.socketpair()
        with left, right:
            left.sendall(b"hello")
            assert right.recv(5) == b"hello"


def test_the_home_is_no_users_home() -> None:
    library = Path(os.environ["ZBREADER_LIBRARY"])
    assert Path.home().name.startswith("zbreader-tests-")
    assert library.is_relative_to(Path.home())
    assert not library.exists() or not any(library.iterdir())
