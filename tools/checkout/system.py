"""What the machine itself must bring on Linux: the libraries Qt's wheels leave to the system, and a Chinese font.

A library is there when the loader finds its soname, whatever the distribution calls the package; names of packages are
only needed to say, or as root on the Debian family to run, the command that brings what is missing.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.checkout.words import Trouble, say

INSTALLERS = {
    "apt-get": ["apt-get", "install", "-y", "--no-install-recommends"],
    "dnf": ["dnf", "install", "-y"],
    "zypper": ["zypper", "install", "-y"],
    "pacman": ["pacman", "-S", "--needed"],
}
"""Each package manager's command, in the order in which they are looked for."""


@dataclass(frozen=True)
class Need:
    """Something the system must have: a soname, or another thing told by `what`; its package by package manager."""

    what: str
    packages: Mapping[str, str]


def _need(what: str, apt: str, dnf: str, zypper: str, pacman: str) -> Need:
    return Need(what, {"apt-get": apt, "dnf": dnf, "zypper": zypper, "pacman": pacman})


LIBRARIES = (
    _need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "libglvnd"),
    _need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "libglvnd"),
    _need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "libdbus-1-3", "dbus"),
    _need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "libfontconfig1", "fontconfig"),
    _need("libfreetype.so.6", "libfreetype6", "freetype", "libfreetype6", "freetype2"),
    _need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon0", "libxkbcommon"),
    _need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "libglib-2_0-0", "glib2"),
    _need("libX11.so.6", "libx11-6", "libX11", "libX11-6", "libx11"),
)
"""What importing QtWidgets needs, with or without a display."""

X11_LIBRARIES = (
    _need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "libxcb-cursor0", "xcb-util-cursor"),
    _need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "libxcb-icccm4", "xcb-util-wm"),
    _need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "libxcb-image0", "xcb-util-image"),
    _need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "libxcb-keysyms1", "xcb-util-keysyms"),
    _need(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "libxcb-render-util0",
        "xcb-util-renderutil",
    ),
    _need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb-shape0", "libxcb"),
    _need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb-xkb1", "libxcb"),
    _need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

WAYLAND_LIBRARIES = (
    _need("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "libwayland-client0", "wayland"),
    _need("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "libwayland-cursor0", "wayland"),
    _need("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "libwayland-egl1", "wayland"),
)

CHINESE_FONT = _need("中文字体", "fonts-wqy-microhei", "wqy-microhei-fonts", "wqy-microhei-fonts", "wqy-microhei")
VENV = Need("Python 的 venv 模块", {"apt-get": f"python3.{sys.version_info[1]}-venv"})

FONT_NAMES = (
    "cjk wqy uming ukai sourcehan droidsansfallback simsun simhei msyh fandol lxgw wenkai hanserif hansans unifont"
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def on_linux() -> bool:
    return sys.platform.startswith("linux")


def display() -> str | None:
    """Which kind of display a window would open on: "x11", "wayland", None for none; not on Linux: "native"."""
    if not on_linux():
        return "native"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if os.environ.get("DISPLAY") else None


def is_loadable(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    return all(importlib.util.find_spec(module) is not None for module in ("venv", "ensurepip"))


def has_chinese_font() -> bool:
    """Asks fontconfig, or, where it has no command, looks for the usual files."""
    lister = shutil.which("fc-list")
    if lister is not None:
        listed = subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, check=False)
        if listed.stdout.strip():
            return True
    wanted = FONT_NAMES.split()
    for folder in FONT_FOLDERS:
        for _, _, names in os.walk(Path(folder).expanduser()):
            if any(word in name.lower() for name in names for word in wanted):
                return True
    return False


def missing(*, display_kind: str | None, venv: bool) -> list[Need]:
    """What this machine lacks for a window on `display_kind` (None: for running without one) and, if asked, a venv."""
    if not on_linux():
        return []
    lacking = [] if not venv or has_venv() else [VENV]
    wanted = list(LIBRARIES)
    if display_kind == "x11":
        wanted += X11_LIBRARIES
    elif display_kind == "wayland":
        wanted += WAYLAND_LIBRARIES
    lacking += [need for need in wanted if not is_loadable(need.what)]
    return lacking


def installer() -> str | None:
    """The package manager of this machine, or None for one we know no names for."""
    return next((name for name in INSTALLERS if shutil.which(name)), None)


def command_for(needs: Iterable[Need], manager: str) -> list[str] | None:
    """The command that brings `needs`, or None when this package manager has no name for any of them."""
    packages = sorted({need.packages[manager] for need in needs if manager in need.packages})
    return [*INSTALLERS[manager], *packages] if packages else None


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install() -> bool:
    """Whether missing packages are installed without asking: as root, on the Debian family."""
    return is_root() and installer() == "apt-get"


def advice(needs: Iterable[Need]) -> str:
    """The sentence that tells how to get `needs`, with the exact command where its words are known."""
    manager = installer()
    command = command_for(needs, manager) if manager else None
    if command is None:
        return "请用本机的软件包管理器安装。"
    return f"请运行：\n  {' '.join(command if is_root() else ['sudo', *command])}"


def provide(needs: list[Need], *, with_sudo: bool = False) -> None:
    """Installs `needs` on the Debian family (as root, or with sudo); elsewhere raises Trouble with the command."""
    told = "、".join(need.what for need in needs)
    sudo = with_sudo and not is_root() and installer() == "apt-get" and shutil.which("sudo") is not None
    command = command_for(needs, "apt-get")
    if command is None or not (sudo or can_install()):
        raise Trouble(f"系统缺少：{told}。{advice(needs)}")
    say(f"正在安装系统软件包（{told}）……")
    if not _install_with_apt(["sudo"] if sudo else [], command):
        raise Trouble(f"系统软件包没有装上。检查软件源和网络之后，{advice(needs)}")


def has_package_lists() -> bool:
    return any(Path("/var/lib/apt/lists").glob("*Packages*"))


def _install_with_apt(sudo: list[str], command: list[str]) -> bool:
    """Runs apt-get, with fresh package lists where there are none or where the first try fails."""
    update = ["apt-get", "update"]
    if not has_package_lists():
        _run_quietly([*sudo, *update])
    elif _run_quietly([*sudo, *command]):
        return True
    else:
        _run_quietly([*sudo, *update])
    return _run_quietly([*sudo, *command], tell=True)


def _run_quietly(command: list[str], *, tell: bool = False) -> bool:
    """Whether `command` succeeds; if it does not and `tell` is set, the end of what it wrote is shown."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
    if ended.returncode and tell:
        for line in ended.stdout.decode(errors="replace").splitlines()[-15:]:
            say(f"  {line}")
    return ended.returncode == 0
