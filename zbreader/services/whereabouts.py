"""Where a folder lies: on a disk of this machine, or on another machine's, where two programs can harm one file."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

# Names of file systems that other machines share; 9p and vboxsf are the folders of a virtual machine's host.
NETWORK = frozenset(
    {
        *(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "afpfs",
            "webdav",
            "davfs",
            "fuse.davfs",
            "fuse.sshfs",
            "fuse.rclone",
        ),
        *("fuse.gvfsd-fuse", "afs", "ceph", "glusterfs", "fuse.glusterfs", "ncpfs", "beegfs", "lustre"),
        *("9p", "vboxsf", "fuse.vmhgfs-fuse"),
    }
)
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveType
_ESCAPE = re.compile(r"\\([0-7]{3})")
_DARWIN_MOUNT = re.compile(r"^.+ on (?P<place>/.*) \((?P<kind>\w+)[,)]")


def network_share(folder: Path, platform: str = sys.platform) -> str | None:
    """The kind of network file system that FOLDER lies on ("nfs4", "cifs", …); None for a disk of this machine."""
    path = os.path.realpath(folder)
    try:
        if platform == "win32":
            return "smb" if is_remote_on_windows(path, _drive_type) else None
        if platform.startswith("linux"):
            with Path("/proc/self/mountinfo").open(encoding="utf-8", errors="surrogateescape") as stream:
                return kind_at(path, mounts_of_linux(stream))
        if platform == "darwin":
            import subprocess  # Here, because only macOS needs it and every start pays for it.

            answer = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
            return kind_at(path, mounts_of_darwin(answer.stdout.splitlines()))
    except (OSError, ValueError):
        return None
    return None


def kind_at(path: str, mounts: Iterable[tuple[str, str]]) -> str | None:
    """The network file system of the deepest mount that PATH lies in; of two at one place the later one counts."""
    best = ("", "")
    for place, kind in mounts:
        inside = path == place or path.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= len(best[0]):
            best = (place, kind)
    return best[1] if best[1] in NETWORK else None


def mounts_of_linux(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """(place, kind) of each line of /proc/self/mountinfo (proc(5))."""
    for line in lines:
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4 and after:
            yield _ESCAPE.sub(lambda found: chr(int(found[1], 8)), fields[4]), after.split(" ")[0]


def mounts_of_darwin(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """(place, kind) of each line that mount(8) prints."""
    for line in lines:
        found = _DARWIN_MOUNT.match(line)
        if found:
            yield found["place"], found["kind"]


def is_remote_on_windows(path: str, drive_type: Callable[[str], int]) -> bool:
    r"""Whether PATH is \\server\share\… or on a drive letter that stands for one. drive_type: GetDriveTypeW."""
    if path.startswith("\\\\?\\UNC\\") or (path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))):
        return True
    letter = re.match(r"(?:\\\\\?\\)?([A-Za-z]:)", path)
    return letter is not None and drive_type(letter[1] + "\\") == _REMOTE_DRIVE


def _drive_type(root: str) -> int:
    import ctypes  # Here, because only Windows needs it.

    return int(getattr(ctypes, "windll").kernel32.GetDriveTypeW(root))  # noqa: B009 (other systems lack the name)
