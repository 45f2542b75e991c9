from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.scripts import FOLDER, script

licences = script("licences.py")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages with one in it, `invented-one`."""
    files = {
        "METADATA": "Metadata-Version: 2.4\nName: invented-one\nVersion: 1.0\n",
        "WHEEL": "",
        "LICENSE.BSD": "one",
        "COPYING": "two",
        "licenses/deep/Apache-2.0.txt": "three",
        "entry_points.txt": "",
    }
    folder = tmp_path / "invented_one-1.0.dist-info"
    for name, text in files.items():
        folder.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(name).write_text(text, encoding="utf-8")
    tmp_path.joinpath("invented_one").mkdir()
    tmp_path.joinpath("invented_one", "LICENSE.py").write_text("", encoding="utf-8")
    names = [f"{folder.name}/{name}" for name in files] + ["invented_one/LICENSE.py", f"{folder.name}/RECORD"]
    folder.joinpath("RECORD").write_text("".join(f"{name},,\n" for name in names), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_licences_lie_where_their_package_has_them(site: Path) -> None:
    found = list(licences.of_packages(["invented-one", "not-installed-anywhere"]))
    assert {Path(path).relative_to(site).as_posix(): folder for path, folder in found} == {
        "invented_one-1.0.dist-info/METADATA": "invented_one-1.0.dist-info",
        "invented_one-1.0.dist-info/LICENSE.BSD": "invented_one-1.0.dist-info",
        "invented_one-1.0.dist-info/COPYING": "invented_one-1.0.dist-info",
        "invented_one-1.0.dist-info/licenses/deep/Apache-2.0.txt": "invented_one-1.0.dist-info/licenses/deep",
    }


def test_the_lock_names_packages_once(tmp_path: Path) -> None:
    tmp_path.joinpath("lock").write_text(
        "# made by a tool\ntwo==1.0 ; python_version < '3.14' \\\n    --hash=sha256:aa\n    # via one\n"
        "one-b.c==2.0 \\\n    --hash=sha256:bb\ntwo==3.0 ; python_version >= '3.14'\n",
        encoding="utf-8",
    )
    assert licences.locked(tmp_path / "lock") == ["one-b.c", "two"]


def test_every_package_of_this_lock_that_is_installed_says_what_it_is() -> None:
    laid = {
        folder.partition("-")[0].lower()
        for _, folder in licences.of_packages(licences.locked(FOLDER.parent / "requirements.lock"))
    }
    assert {"lxml", "jinja2", "pypdfium2", "rapidfuzz", "python_docx", "pyside6_essentials"} <= laid


def test_the_notice_of_icu_is_icus_own_word_for_word() -> None:
    whole = FOLDER.joinpath("linux", "licences", "ICU.txt").read_text(encoding="utf-8")
    assert "ICU License - ICU 1.8.1 to ICU 57.1" in whole
    assert "Copyright 2006-2011, the V8 project authors" in whole, "the notices of third parties belong to it"
    own = whole[whole.index("Permission is hereby granted") : whole.index("\n-----")]
    told = (
        FOLDER.joinpath("linux", "copyright")
        .read_text(encoding="utf-8")
        .split("License: ICU\n")[1]
        .split("\nFiles:")[0]
    )
    told = told[told.index("Permission is hereby granted") :]
    assert [word for word in told.split() if word != "."] == own.split()
