from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.packaging.scripts import script
from zbreader.services.carried import NEVER_PRESET

content = script("content.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "支部 资料"
    for part in ("期刊/2024", "themes", "templates"):
        folder.joinpath(part).mkdir(parents=True)
    with zipfile.ZipFile(folder / "期刊" / "一期.zbissue", "w") as archive:
        archive.writestr("manifest.json", "{}")
    folder.joinpath("期刊", "2024", "二期.TXT").write_text("甲", encoding="utf-8")
    folder.joinpath("themes", "ours.toml").write_text("order = 9", encoding="utf-8")
    with zipfile.ZipFile(folder / "templates" / "支部通报.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    folder.joinpath("templates", "~$支部通报.docx").write_bytes(b"left by Word")
    folder.joinpath("templates", "9-ours.toml").write_text('name = "本支部"', encoding="utf-8")
    folder.joinpath("settings.json").write_text('{"person": "三支部"}', encoding="utf-8-sig")
    folder.joinpath("说明.xlsx").write_bytes(b"not an issue")
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    for part in ("themes", "templates/sheets"):
        tmp_path.joinpath("source", "resources", part).mkdir(parents=True)
    return tmp_path / "source"


def test_everything_finds_its_place(folder: Path, source: Path) -> None:
    assert content.lay(folder, source) == 2
    resources = source / "resources"
    laid = sorted(path.relative_to(resources).as_posix() for path in resources.rglob("*") if path.is_file())
    assert laid == [
        "carried/settings.json",
        "carried/templates/支部通报.docx",
        "carried/期刊/2024/二期.TXT",
        "carried/期刊/一期.zbissue",
        "templates/sheets/9-ours.toml",
        "themes/ours.toml",
    ]
    assert json.loads((resources / "carried" / "settings.json").read_text("utf-8")) == {"person": "三支部"}


def test_a_pack_that_was_not_copied_whole_is_refused_before_anything_is_laid(folder: Path, source: Path) -> None:
    pack = folder / "期刊" / "一期.zbissue"
    pack.write_bytes(pack.read_bytes()[:-30])
    with pytest.raises(content.Refused, match=r"一期\.zbissue"):
        content.lay(folder, source)
    assert not (source / "resources" / "carried").exists()


def test_a_word_template_that_is_none_is_refused(folder: Path, source: Path) -> None:
    folder.joinpath("templates", "支部通报.docx").write_bytes(b"PK\x03\x04 half")
    with pytest.raises(content.Refused, match=r"支部通报\.docx"):
        content.lay(folder, source)


@pytest.mark.parametrize("key", content.NEVER_PRESET)
def test_settings_that_would_make_one_person_of_all_are_refused(folder: Path, source: Path, key: str) -> None:
    assert key in NEVER_PRESET, "the program presets none of these either"
    (folder / "settings.json").write_text(json.dumps({key: "1"}), encoding="utf-8")
    with pytest.raises(content.Refused, match=key):
        content.lay(folder, source)


@pytest.mark.parametrize("text", ["", "[]", "{", '"三支部"'])
def test_settings_that_are_none_are_refused(folder: Path, source: Path, text: str) -> None:
    (folder / "settings.json").write_text(text, encoding="utf-8")
    with pytest.raises(content.Refused, match=r"settings\.json"):
        content.lay(folder, source)


def test_a_refusal_is_one_sentence(tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert content.main([str(tmp_path / "absent"), str(source)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
