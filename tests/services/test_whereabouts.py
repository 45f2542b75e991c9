"""Network places are told from the words of each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from zbreader.services.whereabouts import (
    is_remote_on_windows,
    kind_at,
    mounts_of_darwin,
    mounts_of_linux,
    network_share,
)

LINUX = r"""22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
31 22 0:45 / /mnt/单位\040共享 rw - cifs //server/share rw
32 22 0:46 / /srv/甲/nfs rw - nfs4 server:/x rw
33 32 8:3 / /srv/甲/nfs/local rw - ext4 /dev/sdb1 rw
broken line
""".splitlines()
DARWIN = """/dev/disk1s1 on / (apfs, local, journaled)
//jia@server/share on /Volumes/共享 (smbfs, nodev, nosuid, mounted by jia)
""".splitlines()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/甲/.local", None),
        ("/mnt/单位 共享/库", "cifs"),
        ("/mnt/单位 共享的", None),
        ("/srv/甲/nfs", "nfs4"),
        ("/srv/甲/nfs/local/库", None),
    ],
)
def test_linux(path: str, kind: str | None) -> None:
    assert kind_at(path, mounts_of_linux(LINUX)) == kind


def test_macos() -> None:
    assert kind_at("/Volumes/共享/库", mounts_of_darwin(DARWIN)) == "smbfs"
    assert kind_at("/private/jia", mounts_of_darwin(DARWIN)) is None


@pytest.mark.parametrize(
    ("path", "is_remote"),
    [
        (r"\\server\share\库", True),
        (r"\\?\UNC\server\share", True),
        (r"Z:\库", True),
        (r"\\?\Z:\库", True),
        (r"C:\库", False),
        (r"\\?\C:\库", False),
    ],
)
def test_windows(path: str, is_remote: bool) -> None:
    assert is_remote_on_windows(path, {"Z:\\": 4, "C:\\": 3}.__getitem__) is is_remote


def test_this_machine(tmp_path: Path) -> None:
    assert network_share(tmp_path) is None
    assert network_share(tmp_path, "plan9") is None
