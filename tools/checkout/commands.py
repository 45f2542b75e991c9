"""The commands of `./zb`."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.checkout import environment as environments
from tools.checkout import system
from tools.checkout.environment import Environment
from tools.checkout.words import Trouble, say

MOST_WORKERS = 8


def run(root: str, words: Sequence[str]) -> int:
    """Does what WORDS ask for in the checkout at `root`; returns the exit status: 0 done, 1 not done, 2 wrong usage."""
    name, rest = (words[0], list(words[1:])) if words else ("run", [])
    name = {"-h": "help", "--help": "help"}.get(name, name)
    if name not in COMMANDS:
        say(f"没有“{name}”这个命令。")
        tell_help(Environment(Path(root)), [])
        return 2
    try:
        return COMMANDS[name][0](Environment(Path(root)), rest)
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        say("已中断。")
        return 128 + signal.SIGINT


def prepare(environment: Environment, *, dev: bool, display_kind: str | None = None) -> None:
    """Everything a command needs before it starts, from the system's libraries to the locked packages."""
    current = environments.is_current(environment, dev=dev)
    lacking = system.missing(display_kind=display_kind, venv=not current)
    fontless = not current and system.on_linux() and not system.has_chinese_font()
    if lacking or (fontless and system.can_install()):
        system.provide([*lacking, system.CHINESE_FONT] if fontless else lacking)
    elif fontless:
        say(f"没有找到中文字体，汉字会显示成方框。{system.advice([system.CHINESE_FONT])}")
    still_lacking = system.missing(display_kind=display_kind, venv=not current) if lacking else []
    if still_lacking:
        raise Trouble(f"装过软件包之后仍然缺少：{'、'.join(need.what for need in still_lacking)}。")
    if not current:
        environments.ensure(environment, dev=dev)


def open_window(environment: Environment, words: list[str]) -> int:
    """Opens the window, or runs zbreader's own command line when WORDS begin with one of its commands."""
    from zbreader.__main__ import names_command

    command = names_command(words)
    display_kind = None if command or os.environ.get("QT_QPA_PLATFORM") else system.display()
    if not command and display_kind is None and not os.environ.get("QT_QPA_PLATFORM"):
        raise Trouble(
            "没有找到图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），窗口打不开。"
            "请在桌面的终端里运行；远程登录时用 ssh -X；只想看看能否启动，用 xvfb-run ./zb run。"
        )
    prepare(environment, dev=False, display_kind=display_kind)
    return become(environment, ["-m", "zbreader", *words])


def test(environment: Environment, words: list[str]) -> int:
    prepare(environment, dev=True)
    options: list[str] = []
    if not any(word.startswith(("-n", "--numprocesses")) or word == "no:xdist" for word in words):
        options += ["-n", str(min(processors(), MOST_WORKERS))]
    if not os.access(environment.root, os.W_OK):
        options += ["-p", "no:cacheprovider"]
    begin = time.monotonic()
    status = start(environment, ["-m", "pytest", *options, *words], offscreen=True)
    took = f"用时 {time.monotonic() - begin:.0f} 秒"
    say(f"测试全部通过，{took}。" if status == 0 else f"测试没有通过（pytest 的退出码是 {status}），{took}。")
    return status


def set_up(environment: Environment, words: list[str]) -> int:
    """Makes everything ready, for testing and checking too, and starts nothing."""
    prepare(environment, dev=True, display_kind=system.display())
    say("一切就绪：./zb run 打开窗口，./zb test 运行测试。")
    return 0


def doctor(environment: Environment, words: list[str]) -> int:
    """Tells what this machine has and lacks; with --install brings what it lacks."""
    if words not in ([], ["--install"]):
        say("用法：./zb doctor [--install]")
        return 2
    kind = system.display()
    lacking = system.missing(display_kind=kind, venv=True)
    if system.on_linux() and not system.has_chinese_font():
        lacking.append(system.CHINESE_FONT)
    if lacking and words:
        system.provide(lacking, with_sudo=True)
        return doctor(environment, [])
    shown = {"x11": "X11", "wayland": "Wayland", "native": "有"}.get(kind or "", "没有（可以测试，不能开窗口）")
    say(f"Python    {platform.python_version()}（{sys.executable}）")
    say(f"系统      {platform.system()} {platform.machine()} {' '.join(platform.libc_ver())}")
    say(f"图形界面  {shown}")
    ready = environments.is_current(environment, dev=False)
    say(f"运行环境  {'已经准备好' if ready else '还没有准备（./zb setup）'}")
    if not lacking:
        say("系统软件  齐全")
        return 0
    say(f"系统软件  缺少：{'、'.join(need.what for need in lacking)}")
    say(system.advice(lacking))
    return 1


def check(environment: Environment, words: list[str]) -> int:
    """All that is checked besides the tests, one after the other; every one runs, so that one run tells all."""
    prepare(environment, dev=True)
    checks = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "lint-imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        "project rules": ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_project.py"],
    }
    failed = [name for name, arguments in checks.items() if start(environment, arguments, offscreen=True)]
    say(f"没有通过：{'、'.join(failed)}" if failed else "检查全部通过。")
    return 1 if failed else 0


def bench(environment: Environment, words: list[str]) -> int:
    prepare(environment, dev=True)
    return start(environment, ["-m", "benchmarks.run", *words], offscreen=True)


def screenshots(environment: Environment, words: list[str]) -> int:
    script = environment.root / "tools" / "screenshots.py"
    if not script.is_file():
        raise Trouble("这份代码里还没有截图脚本（tools/screenshots.py）。")
    prepare(environment, dev=True)
    return start(environment, ["-m", "tools.screenshots", *words], offscreen=True)


def package(environment: Environment, words: list[str]) -> int:
    """Builds the packages for the systems that WORDS name (none: for all that can be built here) into dist/."""
    if not system.on_linux() or platform.machine() != "x86_64":
        raise Trouble(
            "安装包在 Linux x86-64 上构建；在 macOS 上运行 packaging/macos/build.sh。说明见 packaging/README.md。"
        )
    unknown = [word for word in words if not environment.root.joinpath("packaging", word, "build.sh").is_file()]
    if unknown:
        raise Trouble(f"不认识的系统：{'、'.join(unknown)}。可以写 linux、windows，不写就是全部。")
    return subprocess.run([str(environment.root / "packaging" / "build.sh"), *words], check=False).returncode


def tell_help(environment: Environment, words: list[str]) -> int:
    say("用法：./zb [命令] [参数……]\n")
    for name, (_, sentence) in COMMANDS.items():
        say(f"  {name:12}{sentence}")
    return 0


def processors() -> int:
    """How many processors this process may use, which in a container is fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start(environment: Environment, arguments: list[str], *, offscreen: bool = False) -> int:
    """Runs the environment's Python at the root of the checkout and returns its exit status."""
    variables = environment.variables()
    if offscreen:
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [str(environment.python), *arguments]
    return subprocess.run(command, cwd=environment.root, env=variables, check=False).returncode


def become(environment: Environment, arguments: list[str]) -> int:
    """Runs the environment's Python where the caller stands; where the system can, in place of this process."""
    command = [str(environment.python), *arguments]
    if os.name == "nt":
        return subprocess.run(command, env=environment.variables(), check=False).returncode
    sys.stderr.flush()
    return os.execve(command[0], command, environment.variables())


COMMANDS: dict[str, tuple[Callable[[Environment, list[str]], int], str]] = {
    "run": (open_window, "打开窗口（默认）；后面可以接 zbreader 自己的命令和文件"),
    "test": (test, "准备好一切并运行测试；参数交给 pytest"),
    "setup": (set_up, "只做准备：.venv、依赖、系统库"),
    "doctor": (doctor, "检查这台机器缺什么；--install 装上缺少的"),
    "check": (check, "代码检查：ruff、mypy、lint-imports、项目规矩"),
    "bench": (bench, "性能测试，可以只点其中几项"),
    "screenshots": (screenshots, "重新生成 docs/screenshots 里的截图"),
    "package": (package, "构建安装包，放进 dist；后面可以接 linux、windows"),
    "help": (tell_help, "这份说明"),
}
