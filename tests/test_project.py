"""The rules of the house that no other tool checks, read from the files the repository holds."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
GIVEN_ISSUES = ROOT.parent / "shared" / "issues"
IGNORED_FOLDERS = {".git", ".venv", "__pycache__", "build", "dist", "htmlcov", "results"}
WORKSHOPS = ("importers", "anchoring", "store", "search", "exporters", "exchange")
BELOW_UI = ("cli", "services", *WORKSHOPS, "model", "text", "resources")


def tracked() -> list[Path]:
    """The repository's files; without git (a bare machine, a zip), all files that are not made by running things."""
    if shutil.which("git"):
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
        if listed.returncode == 0:
            names = listed.stdout.decode("utf-8").split("\0")
            return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    made = {".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache"} | IGNORED_FOLDERS
    return [path for path in ROOT.rglob("*") if path.is_file() and not made.intersection(path.relative_to(ROOT).parts)]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts() -> Iterable[tuple[str, str]]:
    for path in TRACKED:
        try:
            yield named(path), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


TRACKED = tracked()
TEXTS = dict(texts())
PYTHON = {name: text for name, text in TEXTS.items() if name.endswith(".py") or name == "zb"}
PACKAGE = {name: text for name, text in PYTHON.items() if name.startswith("zbreader/")}
SETTINGS = tomllib.loads(TEXTS["pyproject.toml"])


def lines_with(pattern: str, files: dict[str, str]) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if wanted.search(line)
    ]


def test_no_address_of_a_package_registry() -> None:
    # One character of each word is in brackets, so that this file does not match itself.
    hosts = r"pyp[i]\.org|python[h]osted|deb\.debia[n]|npm[j]s\.|anaconda\.or[g]|mirror[s]?\.[a-z]+\.(?:com|edu|cn)"
    assert lines_with(hosts, TEXTS) == []


def test_no_path_of_a_developers_machine() -> None:
    folders = r"/wor[k]/|/roo[t]/|/hom[e]/\w+/|/User[s]/\w+/|[A-Z]:\\User[s]|pyen[v]/"
    assert lines_with(folders, TEXTS) == []


def test_no_module_has_grown_beyond_400_lines() -> None:
    long = {name: text.count("\n") for name, text in PYTHON.items() if text.count("\n") > 400}
    assert long == {}


def test_nothing_is_left_for_later() -> None:
    sources = {
        name: text for name, text in TEXTS.items() if name.endswith((".py", ".sh", ".toml", ".md")) or name == "zb"
    }
    assert lines_with(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b", sources) == []
    assert lines_with("NotImplemented[E]rror", PYTHON) == []


def test_every_test_can_fail_and_no_error_is_swallowed() -> None:
    assert lines_with(r"assert Tr" r"ue\b|pytest\.mark\.(?:skip\b|xf" "ail)", PYTHON) == []
    swallowed = [f"{name}:{node.lineno}" for name, tree in trees(PYTHON) for node in ast.walk(tree) if swallows(node)]
    assert swallowed == []


def swallows(node: ast.AST) -> bool:
    """Whether NODE catches every exception there is and does nothing about it."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    everything = node.type is None or (
        isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")
    )
    return everything and all(isinstance(step, ast.Pass) for step in node.body)


def trees(files: dict[str, str]) -> Iterable[tuple[str, ast.Module]]:
    for name, text in files.items():
        yield name, ast.parse(text, name)


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def test_nothing_reaches_for_the_network_or_trusts_a_file() -> None:
    network = {
        "socket",
        "ssl",
        "http",
        "urllib.request",
        "ftplib",
        "smtplib",
        "requests",
        "httpx",
        "aiohttp",
        "webbrowser",
    }
    network |= {"PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"}
    trusting = {"pickle", "shelve", "marshal", "dill"}
    found = {
        name: names
        for name, tree in trees(PACKAGE)
        if (
            names := {
                n for n in imported(tree) if any(n == bad or n.startswith(f"{bad}.") for bad in network | trusting)
            }
        )
    }
    assert found == {}


def test_no_room_is_named_after_nothing() -> None:
    nothing = {"utils", "util", "misc", "common", "helpers", "helper", "manager", "managers"}
    assert [name for name in PACKAGE if nothing.intersection(Path(name).with_suffix("").parts)] == []


def test_the_stairs_are_written_down() -> None:
    linter = SETTINGS["tool"]["importlinter"]
    (stairs,) = [contract for contract in linter["contracts"] if contract["type"] == "layers"]
    floors = [{room.strip().removeprefix("zbreader.") for room in floor.split("|")} for floor in stairs["layers"]]
    assert floors == [{"app", "cli"}, {"ui"}, {"services"}, set(WORKSHOPS), {"model", "text", "resources"}]
    assert "ignore_imports" not in stairs
    qt_free = {f"zbreader.{room}" for room in BELOW_UI}
    assert any(
        contract["type"] == "forbidden"
        and "PySide6" in contract["forbidden_modules"]
        and qt_free <= set(contract["source_modules"])
        for contract in linter["contracts"]
    )


def test_every_library_has_one_door() -> None:
    linting = SETTINGS["tool"]["ruff"]["lint"]
    banned = set(linting["flake8-tidy-imports"]["banned-api"])
    assert banned >= {
        "PySide6",
        "sqlite3",
        "sqlite_utils",
        "jieba",
        "docx",
        "docxtpl",
        "jinja2",
        "cryptography",
        "rapidfuzz",
        "charset_normalizer",
        "pypdfium2",
        "socket",
    }
    doors = {place for place, rules in linting["per-file-ignores"].items() if "TID251" in rules and "zbreader" in place}
    rooms = ("ui", "store", "search", "exporters", "exchange", "importers/readers", "anchoring")
    assert doors == {f"zbreader/{room}/**" for room in rooms} | {"zbreader/app.py"}


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("PySide6", ("ui", "app.py")),
        ("sqlite3", ("store",)),
        ("sqlite_utils", ("store",)),
        ("jieba", ("search",)),
        ("docx", ("exporters", "importers/readers")),
        ("docxtpl", ("exporters",)),
        ("jinja2", ("exporters",)),
        ("cryptography", ("exchange",)),
        ("rapidfuzz", ("anchoring",)),
        ("charset_normalizer", ("importers/readers",)),
        ("pypdfium2", ("importers/readers",)),
    ],
)
def test_a_library_is_imported_behind_its_door_only(library: str, rooms: tuple[str, ...]) -> None:
    # Ruff opens a room for all libraries at once; here each library is held to its own.
    users = [name for name, tree in trees(PACKAGE) if any(n.split(".")[0] == library for n in imported(tree))]
    assert [name for name in users if not name.startswith(tuple(f"zbreader/{room}" for room in rooms))] == []


def test_everything_below_the_window_imports_without_qt() -> None:
    modules = [
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name in PACKAGE
        if name.split("/")[1].removesuffix(".py") in BELOW_UI
    ]
    program = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-2000:]


def test_tests_stand_where_their_modules_stand() -> None:
    astray = [
        name
        for name, tree in trees(PYTHON)
        if name.startswith("tests/") and Path(name).name.startswith("test_")
        if not mirrors_a_module(name) and not (in_a_room(name) and ast.get_docstring(tree))
    ]
    assert astray == [], "name a test after its module, in its module's room, or say in a docstring what it is about"


def mirrors_a_module(name: str) -> bool:
    """If tests/<room>/test_<module>.py has its zbreader/<room>/<module>, tools/<module> or tests/<room>/<module>."""
    folder, module = Path(name).parent.relative_to("tests"), Path(name).stem.removeprefix("test_")
    places = [ROOT / above / folder / module for above in ("zbreader", "", "tests")]
    return any(place.is_dir() or place.with_suffix(".py").is_file() for place in places)


def in_a_room(name: str) -> bool:
    """If a test lies at the top, among whole-program tests, beside what it tests, or in a folder the package has."""
    folder = Path(name).parent.relative_to("tests")
    beside = (ROOT / "tests" / folder / "__init__.py").is_file()
    return folder.parts[:1] == ("e2e",) or beside or any((ROOT / above / folder).is_dir() for above in ("zbreader", ""))


def test_the_locks_pin_everything_by_hash() -> None:
    locks = TEXTS["requirements.lock"] + TEXTS["requirements-dev.lock"]
    assert "://" not in locks
    pins = [line for line in locks.splitlines() if line and not line.startswith(("#", " ", "-r "))]
    assert [line for line in pins if not re.match(r"[a-z0-9.-]+==[\w.]+ (;.* )?\\$", line)] == []
    assert locks.count("==") >= len(pins) > 20
    locked = {line.partition("==")[0] for line in pins}
    groups = SETTINGS["dependency-groups"]
    wanted = SETTINGS["project"]["dependencies"] + groups["test"] + groups["check"] + groups["build"]
    names = {re.split(r"[<>=~!; \[]", wish, maxsplit=1)[0].lower().replace("_", "-") for wish in wanted}
    assert names <= locked


if GIVEN_ISSUES.is_dir():

    def test_no_sentence_of_a_given_magazine_is_in_the_repository() -> None:
        run_of_han = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{16,}")
        given: set[str] = set()
        for path in GIVEN_ISSUES.glob("*.txt"):
            # As it stands, and with the conversion's line ends and spaces taken out.
            text = path.read_text(encoding="utf-8", errors="ignore")
            for form in (text, re.sub(r"\s", "", text)):
                given.update(piece for run in run_of_han.findall(form) for piece in pieces(run))
        leaks = {
            name: piece
            for name, text in TEXTS.items()
            for run in run_of_han.findall(re.sub(r"\s", "", text))
            for piece in pieces(run)
            if piece in given
        }
        assert leaks == {}


def pieces(run: str, length: int = 16) -> Iterable[str]:
    return (run[start : start + length] for start in range(len(run) - length + 1))


def test_the_locks_leave_nothing_out() -> None:
    # They are installed without looking at what a package asks for, so everything it asks for has to be locked.
    asked = subprocess.run([sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stdout
