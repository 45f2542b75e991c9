from __future__ import annotations

import json
from pathlib import Path

import pytest

from zbreader.model.errors import Cancelled, KnownError
from zbreader.services.carried import (
    NEVER_PRESET,
    bring,
    carried_files,
    carried_places,
    is_template,
    not_brought,
    preset,
    remember,
)
from zbreader.services.events import Events
from zbreader.services.importing import ImportOutcome
from zbreader.services.jobs import Job
from zbreader.services.own_templates import OwnTemplates
from zbreader.services.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "library" / "settings.json", Events())


@pytest.fixture
def templates(tmp_path: Path) -> OwnTemplates:
    return OwnTemplates(tmp_path / "library" / "templates")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "支部 资料"
    folder.joinpath("2024").mkdir(parents=True)
    folder.joinpath("b.zbissue").write_bytes(b"pack")
    folder.joinpath("2024", "a.txt").write_text("甲", encoding="utf-8")
    folder.joinpath("settings.json").write_text(json.dumps({"person": "第三支部", "theme": "dark"}), encoding="utf-8")
    folder.joinpath(".b.txt").write_text("hidden", encoding="utf-8")
    return folder


class Recorder:
    """Stands in for the service that imports."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.given: list[str] = []
        self.fault = fault

    def import_files(self, paths: list[Path], job: Job) -> list[ImportOutcome]:
        self.given += [path.name for path in paths]
        if self.fault is not None:
            raise self.fault
        return []


def test_a_checkout_carries_nothing_and_a_package_may_in_several_places(tmp_path: Path) -> None:
    program = tmp_path / "zbreader" / "zbreader"
    assert carried_places(program, None) == []
    places = carried_places(program, tmp_path / "_resources")
    assert places[:2] == [tmp_path / "_resources" / "carried", tmp_path / "zbreader" / "issues"]
    assert carried_files(places) == []


def test_issues_are_found_in_folders_too(place: Path) -> None:
    assert [path.name for path in carried_files([place / "absent", place])] == ["a.txt", "b.zbissue"]


def test_what_was_brought_is_not_brought_again_even_under_another_name(place: Path, settings: Settings) -> None:
    files = carried_files([place])
    assert not_brought(files, settings) == files
    remember(files, settings)
    assert not_brought(files, settings) == []
    (place / "b.zbissue").rename(place / "c.zbissue")
    assert not_brought(carried_files([place]), settings) == []


def test_a_newer_edition_is_brought(place: Path, settings: Settings) -> None:
    remember(carried_files([place]), settings)
    (place / "b.zbissue").write_bytes(b"pack, second edition")
    assert [path.name for path in not_brought(carried_files([place]), settings)] == ["b.zbissue"]


def test_bringing_remembers_unless_it_was_cancelled(place: Path, settings: Settings, templates: OwnTemplates) -> None:
    files = carried_files([place])
    importing = Recorder(Cancelled())
    with pytest.raises(Cancelled):
        bring(files, importing, templates, settings, Job())  # type: ignore[arg-type]
    assert not_brought(files, settings) == files
    importing = Recorder()
    bring(files, importing, templates, settings, Job())  # type: ignore[arg-type]
    assert importing.given == ["a.txt", "b.zbissue"] and not_brought(files, settings) == []


def test_word_templates_come_once_and_go_over_nobodys_own(
    place: Path, settings: Settings, templates: OwnTemplates
) -> None:
    place.joinpath("templates").mkdir()
    template = place / "templates" / "支部通报.docx"
    template.write_bytes(b"first edition")
    (place / "templates" / "~$支部通报.docx").write_bytes(b"left by Word")
    (templates.folder() / "支部通报.docx").write_bytes(b"the person's own")
    importing = Recorder()
    files = carried_files([place])
    assert [path for path in files if is_template(path)] == [template]
    bring(files, importing, templates, settings, Job())  # type: ignore[arg-type]
    assert importing.given == ["a.txt", "b.zbissue"]
    kept = {name: (templates.folder() / f"{name}.docx").read_bytes() for name in templates.names()}
    assert kept == {"支部通报": b"the person's own", "支部通报（2）": b"first edition"}
    template.write_bytes(b"the person's own")  # a newer edition that is there already
    bring(carried_files([place]), importing, templates, settings, Job())  # type: ignore[arg-type]
    assert sorted(templates.names()) == sorted(kept) and not_brought(carried_files([place]), settings) == []


def test_a_template_that_cannot_be_kept_stops_no_issue(place: Path, settings: Settings, tmp_path: Path) -> None:
    place.joinpath("templates").mkdir()
    place.joinpath("templates", "a.docx").write_bytes(b"x")
    (tmp_path / "no folder").write_bytes(b"")
    importing = Recorder()
    with pytest.raises(KnownError):
        bring(carried_files([place]), importing, OwnTemplates(tmp_path / "no folder"), settings, Job())  # type: ignore[arg-type]
    assert importing.given == ["a.txt", "b.zbissue"] and not_brought(carried_files([place]), settings) == []


def test_what_tells_people_apart_is_never_preset(place: Path, settings: Settings) -> None:
    values = {**dict.fromkeys(NEVER_PRESET, "1"), "person.group": "第三支部"}
    (place / "settings.json").write_text(json.dumps(values), encoding="utf-8")
    preset([place], settings)
    assert settings.everything() == {"person.group": "第三支部"}


def test_presets_give_what_a_person_has_not_set(place: Path, settings: Settings) -> None:
    settings.set("theme", "paper")
    preset([place / "absent", place], settings)
    assert (settings.get("person"), settings.get("theme")) == ("第三支部", "paper")


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00"])
def test_presets_that_are_none(place: Path, settings: Settings, text: str) -> None:
    (place / "settings.json").write_text(text, encoding="utf-8")
    preset([place], settings)
    assert settings.get("person") is None
