"""Settings: small, whole, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_values_are_kept_and_told(path: Path) -> None:
    events, heard = Events(), list[Changes]()
    events.subscribe(heard.append)
    settings = Settings(path, events)
    assert settings.get("person", "") == ""
    settings.set("person", "甲")
    settings.set("person", "甲")
    settings.set("window", {"size": [1, 2]})
    assert heard == [Changes(settings=frozenset({"person"})), Changes(settings=frozenset({"window"}))]
    assert json.loads(path.read_text(encoding="utf-8")) == {"person": "甲", "window": {"size": [1, 2]}}
    settings.set("person", None)
    assert Settings(path, Events()).get("person") is None


def test_two_programs_do_not_overwrite_each_other(path: Path) -> None:
    one, two = Settings(path, Events()), Settings(path, Events())
    one.set("a", 1)
    two.set("bb", 22)
    one.set("ccc", 333)
    assert json.loads(path.read_text(encoding="utf-8")) == {"a": 1, "bb": 22, "ccc": 333}
    assert two.get("ccc") == 333


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_counts_as_empty_and_is_put_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    settings = Settings(path, Events())
    assert settings.get("person", "无") == "无"
    settings.set("person", "甲")
    assert Settings(path, Events()).get("person") == "甲"
    assert path.with_name("settings-damaged.json").read_bytes() == content


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.json", Events())
    assert settings.get("a", 1) == 1
    with pytest.raises(KnownError, match="没有写成"):
        settings.set("a", 2)
    assert settings.get("a", 1) == 1
