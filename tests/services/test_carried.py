from __future__ import annotations

import json
from pathlib import Path

import pytest

from zbreader.model.errors import Cancelled
from zbreader.services.carried import bring, carried_files, carried_places, not_brought, preset, remember
from zbreader.services.events import Events
from zbreader.services.importing import ImportOutcome
from zbreader.services.jobs import Job
from zbreader.services.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "library" / "settings.json", Events())


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


def test_bringing_remembers_unless_it_was_cancelled(place: Path, settings: Settings) -> None:
    files = carried_files([place])
    importing = Recorder(Cancelled())
    with pytest.raises(Cancelled):
        bring(files, importing, settings, Job())  # type: ignore[arg-type]
    assert not_brought(files, settings) == files
    importing = Recorder()
    bring(files, importing, settings, Job())  # type: ignore[arg-type]
    assert importing.given == ["a.txt", "b.zbissue"] and not_brought(files, settings) == []


def test_presets_give_what_a_person_has_not_set(place: Path, settings: Settings) -> None:
    settings.set("theme", "paper")
    preset([place / "absent", place], settings)
    assert (settings.get("person"), settings.get("theme")) == ("第三支部", "paper")


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00"])
def test_presets_that_are_none(place: Path, settings: Settings, text: str) -> None:
    (place / "settings.json").write_text(text, encoding="utf-8")
    preset([place], settings)
    assert settings.get("person") is None
