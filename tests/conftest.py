"""What holds for every test: no network, no screen, and a home of its own, so that nobody's library is ever touched."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The suite says the same thing twice: the same examples each time. To look for new ones:
# ./zb test -n0 --hypothesis-profile explore
settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

HOME = pytest.StashKey[Path]()
LOCAL_FAMILIES = {getattr(socket, "AF_UNIX", None), getattr(socket, "AF_NETLINK", None)}
FORBIDDEN_EVENTS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class NetworkUsed(BaseException):
    """Raised in place of any use of the network; not an Exception, so that no handler takes it for bad weather."""


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: Python itself reports every socket it makes and every name it looks up, whoever asks."""
    if event == "socket.__new__" and arguments[1] not in LOCAL_FAMILIES:
        raise NetworkUsed(f"socket of family {arguments[1]}")
    if event in FORBIDDEN_EVENTS:
        raise NetworkUsed(f"{event}{arguments}")


def pytest_configure(config: pytest.Config) -> None:
    """Moves this process (each worker is one) into a home of its own before anything of zbreader or Qt is imported."""
    home = Path(tempfile.mkdtemp(prefix="zbreader-tests-"))
    config.stash[HOME] = home
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.update(
        HOME=str(home),
        USERPROFILE=str(home),
        APPDATA=str(home / "appdata"),
        LOCALAPPDATA=str(home / "localappdata"),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_RUNTIME_DIR=str(runtime),
        ZBREADER_LIBRARY=str(home / "library"),
        QT_QPA_PLATFORM="offscreen",
        QT_LOGGING_RULES="",
    )
    for name in ("QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_IM_MODULE", "ZBREADER_CONTENT"):
        os.environ.pop(name, None)
    if sys.platform != "win32":
        # Windows makes its local pipes out of sockets; everywhere else none is needed.
        sys.addaudithook(forbid_network)


def pytest_unconfigure(config: pytest.Config) -> None:
    home = config.stash.get(HOME, None)
    if home is not None:
        shutil.rmtree(home, ignore_errors=True)
