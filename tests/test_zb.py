"""`./zb` and `tools/checkout`: what is said and run, without installing anything."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tools.checkout import commands, environment, system
from tools.checkout.environment import Environment
from tools.checkout.words import Trouble

ROOT = Path(__file__).resolve().parent.parent
Commands = list[list[str]]


@pytest.fixture
def zb() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("zb", str(ROOT / "zb"))
    spec = importlib.util.spec_from_loader("zb", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Environment:
    """A checkout with a finished setup for the Python that runs the test, in a folder that is no ASCII word."""
    root = tmp_path / "支部 阅读"
    place = Environment(root)
    packages = place.folder / "packages"
    packages.joinpath("jieba").mkdir(parents=True)
    place.programs.mkdir(exist_ok=True)
    place.python.symlink_to(sys.executable)
    root.joinpath("requirements.lock").write_text("setuptools==80.0 \\\n    --hash=sha256:aa\njieba==1 \\\n", "utf-8")
    root.joinpath("requirements-dev.lock").write_text("pytest==1 \\\n", "utf-8")
    stamp: dict[str, object] = {lock: environment._hash_of(root / lock) for lock in environment._locks(dev=True)}
    stamp |= {"python": os.path.realpath(sys.executable), "folder": "packages", "contents": ["jieba"]}
    place.stamp.write_text(json.dumps(stamp), "utf-8")
    return place


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Collects what would be run; everything succeeds."""
    seen: Commands = []

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        seen.append(command)
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(subprocess, "run", run)
    return seen


@pytest.fixture
def on_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux with apt-get, whatever runs the test."""
    monkeypatch.setattr(system, "on_linux", lambda: True)
    monkeypatch.setattr(system, "installer", lambda: "apt-get")


class TestAnOldPython:
    def test_can_read_the_front_door(self) -> None:
        text = (ROOT / "zb").read_text("utf-8")
        ast.parse(text, feature_version=(3, 4))
        assert "f'" not in text
        assert 'f"' not in text

    def test_is_told_what_to_do(
        self, zb: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(zb.sys, "version_info", (3, 7, 3))
        assert zb.main() == 1
        told = capfd.readouterr().err
        assert told.startswith("zbreader 需要 Python 3.10 或更新的版本，这里只有 3.7")
        assert told.endswith("\n")

    def test_makes_way_for_a_newer_one(self, zb: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        for name in ("python3.9", "python3.11", "python3.12"):
            tmp_path.joinpath(name).write_text("")
            tmp_path.joinpath(name).chmod(0o755)
        taken: list[str] = []
        monkeypatch.setenv("PATH", f"/nowhere{os.pathsep}{tmp_path}")
        monkeypatch.setattr(zb.os, "execv", lambda python, words: taken.append(python))
        zb.with_newer_python(str(ROOT))
        assert Path(taken[0]).name == "python3.12"


class TestCommands:
    def test_help_tells_every_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.run(str(ROOT), ["help"]) == 0
        told = capsys.readouterr()
        assert told.out == ""
        assert all(f"  {name} " in told.err for name in commands.COMMANDS)

    def test_an_unknown_command_is_wrong_usage(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.run(str(ROOT), ["tset"]) == 2
        assert "没有“tset”这个命令。" in capsys.readouterr().err

    @pytest.mark.usefixtures("on_debian")
    def test_without_a_display_the_window_says_how_to_go_on(
        self, monkeypatch: pytest.MonkeyPatch, started: Commands, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        assert commands.run(str(ROOT), []) == 1
        assert "xvfb-run ./zb run" in capsys.readouterr().err
        assert started == []

    @pytest.mark.parametrize(
        ("words", "workers"),
        [([], ["-n", "4"]), (["-k", "name"], ["-n", "4"]), (["-n0"], []), (["-p", "no:xdist"], [])],
    )
    def test_test_passes_its_words_to_pytest(
        self,
        words: list[str],
        workers: list[str],
        checkout: Environment,
        started: Commands,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr(system, "missing", lambda **asked: [])
        monkeypatch.setattr(commands, "processors", lambda: 4)
        assert commands.run(str(checkout.root), ["test", *words]) == 0
        assert started == [[str(checkout.python), "-m", "pytest", *workers, *words]]
        assert "测试全部通过" in capsys.readouterr().err

    def test_a_failed_test_is_a_failed_command(
        self, checkout: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(system, "missing", lambda **asked: [])
        monkeypatch.setattr(commands, "start", lambda *words, **options: 3)
        assert commands.run(str(checkout.root), ["test"]) == 3
        assert "pytest 的退出码是 3" in capsys.readouterr().err

    def test_check_runs_all_checks_and_names_the_failed(
        self, checkout: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        ran: Commands = []

        def start(place: Environment, arguments: list[str], *, offscreen: bool) -> int:
            ran.append(arguments)
            return int("mypy" in arguments)

        monkeypatch.setattr(system, "missing", lambda **asked: [])
        monkeypatch.setattr(commands, "start", start)
        assert commands.run(str(checkout.root), ["check"]) == 1
        assert len(ran) == 5
        assert capsys.readouterr().err == "没有通过：mypy\n"


class TestEnvironment:
    def test_a_finished_setup_is_left_alone(self, checkout: Environment, started: Commands) -> None:
        assert environment.is_current(checkout, dev=True)
        environment.ensure(checkout, dev=True)
        assert started == []

    @pytest.mark.parametrize(
        "change",
        [
            lambda place: place.stamp.unlink(),
            lambda place: place.stamp.write_text("{}", "utf-8"),
            lambda place: place.stamp.write_text("[1]", "utf-8"),
            lambda place: place.python.unlink(),
            lambda place: place.root.joinpath("requirements.lock").write_text("jieba==2 \\\n", "utf-8"),
            lambda place: place.folder.joinpath("packages", "jieba").rmdir(),
        ],
        ids=["no stamp", "unfinished", "nonsense", "Python gone", "another lock", "a package lost"],
    )
    def test_anything_else_is_not(self, change: Callable[[Environment], None], checkout: Environment) -> None:
        change(checkout)
        assert not environment.is_current(checkout, dev=False)

    def test_a_changed_test_lock_does_not_concern_running(self, checkout: Environment) -> None:
        checkout.root.joinpath("requirements-dev.lock").write_text("pytest==2 \\\n", "utf-8")
        assert environment.is_current(checkout, dev=False)
        assert not environment.is_current(checkout, dev=True)

    @pytest.mark.usefixtures("started")
    def test_an_interrupted_setup_is_remade(self, checkout: Environment) -> None:
        assert environment._is_sound(checkout)
        checkout.stamp.write_text("{}", "utf-8")
        assert not environment._is_sound(checkout)

    def test_packages_come_by_hash_from_wherever_the_user_says(self, checkout: Environment, started: Commands) -> None:
        assert environment._install(checkout, dev=True)
        builder, everything = started
        assert checkout.folder.joinpath("build.lock").read_text("utf-8") == (
            "setuptools==80.0 \\\n    --hash=sha256:aa\n"
        )
        assert builder[-2:] == ["-r", str(checkout.folder / "build.lock")]
        assert everything[-2:] == ["-r", str(checkout.root / "requirements-dev.lock")]
        assert "--require-hashes" in everything
        assert "--no-deps" in everything  # nothing is looked for beside the lock
        assert not any("index" in word or "://" in word for word in everything)

    def test_a_failed_installation_is_told_and_not_stamped(
        self, checkout: Environment, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made: list[str] = []
        checkout.root.joinpath("requirements.lock").write_text("setuptools==81 \\\n\n", "utf-8")
        monkeypatch.setattr(environment, "_pip", lambda place, lock: False)
        monkeypatch.setattr(environment, "_make", lambda place: made.append("again"))
        with pytest.raises(Trouble, match="PIP_INDEX_URL"):
            environment.ensure(checkout, dev=False)
        assert made == ["again"]
        assert not environment.is_current(checkout, dev=False)

    def test_what_is_not_locked_is_not_installed(self) -> None:
        with pytest.raises(Trouble):
            environment.locked_block("jieba==1 \\\n", "setuptools")

    def test_misleading_variables_are_dropped(self, checkout: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONPATH", "/elsewhere")
        monkeypatch.setenv("PIP_INDEX_URL", "somewhere")
        variables = checkout.variables()
        assert "PYTHONPATH" not in variables
        assert variables["PIP_INDEX_URL"] == "somewhere"

    if os.name == "posix":

        def test_the_command_works_in_any_folder_and_after_a_move(self, tmp_path: Path) -> None:
            place = Environment(tmp_path / "支部 阅读")
            package = place.root / "zbreader"
            package.mkdir(parents=True)
            package.joinpath("__init__.py").write_text("")
            package.joinpath("__main__.py").write_text("import sys\ndef main():\n    print(sys.argv[1:])\n")
            venv.create(place.folder, with_pip=False, symlinks=True)
            environment._link_project(place)
            moved = tmp_path / "另一处"
            place.root.rename(moved)
            command = moved / ".venv" / "bin" / "zbreader"
            tmp_path.joinpath("link").symlink_to(command)
            for program in (command, tmp_path / "link"):
                ended = subprocess.run([program, "a b", "导出"], capture_output=True, check=True, cwd=tmp_path)
                assert ended.stdout.decode() == "['a b', '导出']\n"


@pytest.mark.usefixtures("on_debian")
class TestSystem:
    NEEDS = (*system.LIBRARIES[:2], system.CHINESE_FONT)

    def test_a_user_is_told_the_exact_command(self, monkeypatch: pytest.MonkeyPatch, started: Commands) -> None:
        monkeypatch.setattr(system, "is_root", lambda: False)
        with pytest.raises(Trouble) as trouble:
            system.provide(list(self.NEEDS))
        assert "libGL.so.1、libEGL.so.1、中文字体" in str(trouble.value)
        assert str(trouble.value).endswith(
            "\n  sudo apt-get install -y --no-install-recommends fonts-wqy-microhei libegl1 libgl1"
        )
        assert started == []

    @pytest.mark.parametrize("manager", ["dnf", "zypper", "pacman"])
    def test_elsewhere_root_is_told_too(self, manager: str, monkeypatch: pytest.MonkeyPatch, started: Commands) -> None:
        monkeypatch.setattr(system, "is_root", lambda: True)
        monkeypatch.setattr(system, "installer", lambda: manager)
        with pytest.raises(Trouble, match=f"\n  {manager} "):
            system.provide(list(self.NEEDS))
        assert started == []

    def test_an_unknown_system_is_told_what_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system, "installer", lambda: None)
        with pytest.raises(Trouble, match=r"libGL.so.1.*软件包管理器"):
            system.provide(list(self.NEEDS))

    def test_root_on_debian_just_gets_them(self, monkeypatch: pytest.MonkeyPatch, started: Commands) -> None:
        monkeypatch.setattr(system, "is_root", lambda: True)
        monkeypatch.setattr(system, "has_package_lists", lambda: False)
        system.provide(list(self.NEEDS))
        assert started[0] == ["apt-get", "update"]
        assert started[1][-3:] == ["fonts-wqy-microhei", "libegl1", "libgl1"]

    def test_every_need_has_a_name_everywhere(self) -> None:
        needs = (*system.LIBRARIES, *system.X11_LIBRARIES, *system.WAYLAND_LIBRARIES, system.CHINESE_FONT)
        assert all(set(need.packages) == set(system.INSTALLERS) for need in needs)

    def test_a_library_that_is_not_there_is_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system, "is_loadable", lambda soname: soname != "libxcb-cursor.so.0")
        assert system.missing(display_kind=None, venv=False) == []
        assert [need.what for need in system.missing(display_kind="x11", venv=False)] == ["libxcb-cursor.so.0"]

    def test_a_font_is_found_by_its_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(system.shutil, "which", lambda name: None)
        monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path),))
        assert not system.has_chinese_font()
        tmp_path.joinpath("truetype").mkdir()
        tmp_path.joinpath("truetype", "wqy-microhei.ttc").write_bytes(b"")
        assert system.has_chinese_font()
