"""The checkout's own Python environment, `.venv`: made once, remade when broken, left alone when nothing changed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.checkout.words import Trouble, say

RUN_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"

POSIX_LAUNCHER = """#!/bin/sh
'''exec' "$(dirname -- "$(readlink -f -- "$0")")/python" "$0" "$@"
' '''
from zbreader.__main__ import main

raise SystemExit(main())
"""
"""A shell script that is also a Python script: unlike a plain `#!`, it bears spaces in its path, and being moved."""

WINDOWS_LAUNCHER = '@"%~dp0python.exe" -m zbreader %*\r\n'


@dataclass(frozen=True)
class Environment:
    """The environment of the checkout at `root`."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        return self.programs / ("python.exe" if os.name == "nt" else "python")

    @property
    def stamp(self) -> Path:
        return self.folder / "zbreader-setup.json"

    def variables(self) -> dict[str, str]:
        """What a program in this environment is started with: the caller's variables without what would mislead it."""
        dropped = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        return {**kept, "VIRTUAL_ENV": str(self.folder), "PYTHONNOUSERSITE": "1"}


def is_current(environment: Environment, *, dev: bool) -> bool:
    """Whether a former setup still stands: same locks, same Python, nothing lost."""
    stamp = _read_stamp(environment)
    return (
        stamp is not None
        and stamp.get("python") == _python_of(environment)
        and all(stamp.get(lock) == _hash_of(environment.root / lock) for lock in _locks(dev))
        and not _has_lost(environment, stamp)
    )


def ensure(environment: Environment, *, dev: bool) -> None:
    """Makes the environment ready to run (`dev`: also to test and check). Raises Trouble when it cannot be done."""
    if is_current(environment, dev=dev):
        return
    if not os.access(environment.root, os.W_OK):
        raise Trouble(f"不能写入 {environment.root}，无法准备运行环境。请把项目复制到自己的文件夹里再运行。")
    fresh = not _is_sound(environment)
    if fresh:
        _make(environment)
    say("正在安装依赖（第一次约需下载 130 MB）……" if fresh else "正在更新依赖……")
    if not _install(environment, dev=dev):
        # An environment somebody else made may be beyond repair; a new one is not.
        if not fresh:
            _make(environment)
        if fresh or not _install(environment, dev=dev):
            raise Trouble(
                "依赖没有装上，原因见上。多半是网络不通：请检查网络和代理，"
                "或用环境变量 PIP_INDEX_URL 指定可用的镜像，然后重试。"
            )
    _link_project(environment)
    _write_stamp(environment, dev=dev)
    say("运行环境已经准备好。")


def _locks(dev: bool) -> tuple[str, ...]:
    return (RUN_LOCK, DEV_LOCK) if dev else (RUN_LOCK,)


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _python_of(environment: Environment) -> str | None:
    """The interpreter behind the environment, or None when it has gone (removed, or replaced by a newer one)."""
    behind = environment.python
    if os.name == "nt":
        settings = environment.folder.joinpath("pyvenv.cfg").read_text(encoding="utf-8", errors="replace").splitlines()
        homes = [line.partition("=")[2].strip() for line in settings if line.partition("=")[0].strip() == "home"]
        behind = Path(homes[0], "python.exe") if homes else behind
    real = Path(os.path.realpath(behind))
    return str(real) if real.is_file() else None


def _read_stamp(environment: Environment) -> dict[str, object] | None:
    try:
        stamp = json.loads(environment.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def _has_lost(environment: Environment, stamp: dict[str, object]) -> bool:
    """Whether something that was installed is no longer there, or the installation was never finished."""
    folder, contents = stamp.get("folder"), stamp.get("contents")
    if not isinstance(folder, str) or not isinstance(contents, list):
        return True
    try:
        return not set(contents).issubset(entry.name for entry in environment.folder.joinpath(folder).iterdir())
    except OSError:
        return True


def _is_sound(environment: Environment) -> bool:
    """Whether the environment can be built on: finished, complete, and its Python starts, is new enough and has pip."""
    stamp = _read_stamp(environment)
    if not environment.python.exists() or (stamp is not None and _has_lost(environment, stamp)):
        return False
    question = "import sys, pip; sys.exit(sys.version_info < (3, 10))"
    try:
        answer = subprocess.run(
            [str(environment.python), "-c", question], env=environment.variables(), capture_output=True, check=False
        )
    except OSError:
        return False
    return answer.returncode == 0


def _make(environment: Environment) -> None:
    say("正在建立 Python 环境 .venv……")
    if environment.folder.is_symlink() or environment.folder.is_file():
        environment.folder.unlink()
    elif environment.folder.exists():
        shutil.rmtree(environment.folder)
    # Inside another environment, its base makes ours: ours must outlive the other.
    python = getattr(sys, "_base_executable", None) or sys.executable
    variables = {name: value for name, value in environment.variables().items() if name != "VIRTUAL_ENV"}
    made = subprocess.run([python, "-m", "venv", str(environment.folder)], env=variables, check=False)
    if made.returncode:
        raise Trouble(f"Python 环境没有建成，原因见上（{python} -m venv）。")


def _install(environment: Environment, *, dev: bool) -> bool:
    """Installs the locked packages with pip, which follows the user's own settings (mirror, proxy, cache)."""
    # Whoever is interrupted from here on starts anew the next time.
    environment.stamp.write_text("{}", encoding="utf-8")
    # jieba comes as source alone: what builds it is locked like the rest, and so installed first.
    builder = environment.folder / "build.lock"
    builder.write_text(locked_block((environment.root / RUN_LOCK).read_text(encoding="utf-8"), "setuptools"), "utf-8")
    wanted = environment.root / _locks(dev)[-1]
    return _pip(environment, builder) and _pip(environment, wanted)


def locked_block(lock: str, name: str) -> str:
    """The lines of a lock file that pin `name`. Raises Trouble when it is not locked."""
    block: list[str] = []
    for line in lock.splitlines():
        if line.startswith(f"{name}=="):
            block = [line]
        elif block and line.startswith("    --hash"):
            block.append(line)
        elif block:
            return "\n".join(block) + "\n"
    raise Trouble(f"{RUN_LOCK} 里没有 {name}。")


def _pip(environment: Environment, lock: Path) -> bool:
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    command = [str(environment.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *quiet]
    # The lock is complete. Left to resolve, older pips ask for the newest `coverage[toml]` beside the locked
    # `coverage`, and fail on the day a newer one is released.
    command += ["--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517", "-r", str(lock)]
    # `pip install --user` as somebody's default would miss the environment.
    variables = {**environment.variables(), "PIP_USER": "0"}
    return subprocess.run(command, env=variables, stdout=sys.stderr, check=False).returncode == 0


def _link_project(environment: Environment) -> None:
    """Makes `import zbreader` and the `zbreader` command work: a path file and a launcher, without building anything.

    The path is written relative to the folder it lies in: neither the alphabet of a folder's name nor a move breaks it.
    """
    packages = _packages_of(environment)
    relative = os.path.relpath(os.path.realpath(environment.root), os.path.realpath(packages))
    packages.joinpath("zbreader-checkout.pth").write_text(relative + "\n", encoding="ascii")
    if os.name == "nt":
        environment.programs.joinpath("zbreader.cmd").write_bytes(WINDOWS_LAUNCHER.encode("ascii"))
        return
    launcher = environment.programs / "zbreader"
    launcher.write_text(POSIX_LAUNCHER, encoding="ascii")
    launcher.chmod(0o755)


def _packages_of(environment: Environment) -> Path:
    question = "import json, sysconfig; print(json.dumps(sysconfig.get_path('purelib')))"
    answer = subprocess.run(
        [str(environment.python), "-c", question], env=environment.variables(), capture_output=True, check=True
    )
    return Path(json.loads(answer.stdout))


def _write_stamp(environment: Environment, *, dev: bool) -> None:
    packages = _packages_of(environment)
    stamp: dict[str, object] = {lock: _hash_of(environment.root / lock) for lock in _locks(dev)}
    stamp["python"] = _python_of(environment)
    stamp["folder"] = os.path.relpath(packages, environment.folder)
    stamp["contents"] = sorted(entry.name for entry in packages.iterdir() if entry.name != "__pycache__")
    environment.stamp.write_text(json.dumps(stamp), encoding="utf-8")
