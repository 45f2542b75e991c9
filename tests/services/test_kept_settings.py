"""Settings in backups: they come back with the library, what belongs to one computer stays, and nobody gets lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.errors import KnownError
from zbreader.services import kept_settings
from zbreader.services.backup_files import Reason
from zbreader.services.kept_settings import difference, kept_in, restored
from zbreader.services.library import Services, open_library
from zbreader.services.rescuing import recover_library, restore_library
from zbreader.services.settings import GROUP, PERSON, PERSON_ID, SHARED_FOLDER

OF_ONE_COMPUTER = ("window.geometry", "desk.window", "export.folder", SHARED_FOLDER, "backup.trial", "carried.seen")

keys = st.sampled_from([*OF_ONE_COMPUTER, PERSON, PERSON_ID, GROUP, "reading.theme", "words.own", "x"])
settings = st.dictionaries(keys, st.text(min_size=1, max_size=3), max_size=8)


def note(services: Services, text: str = "要紧") -> str:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    return services.annotating.add_by_quote(article, "先读书", note=text).annotation.creator_key


def test_a_restore_on_a_new_computer_brings_settings_and_who_one_is(
    stocked: Services, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    stocked.people.describe("林溪", "一组")
    mine = note(stocked)
    stocked.settings.set("reading.theme", "dusk")
    stocked.settings.set(SHARED_FOLDER, "/mnt/组")
    copy = stocked.backing_up.backup(tmp_path / "copy.db")
    new = open_library(tmp_path / "new", clock=clock, random_bits=lambda n: 77)
    new.settings.set("window.geometry", "here")
    new.backing_up.restore(copy)
    assert new.settings.get("reading.theme") == "dusk"
    assert (new.people.current().name, new.people.current().group) == ("林溪", "一组")
    assert new.people.is_own(mine)
    assert new.settings.get(SHARED_FOLDER) is None and new.settings.get("window.geometry") == "here"
    with new.database.read() as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'enclosed'").fetchone()
    new.close()


def test_what_was_before_can_be_brought_back_with_its_settings_too(stocked: Services) -> None:
    stocked.people.describe("林溪")
    stocked.settings.set("reading.theme", "dusk")
    copy = stocked.backing_up.backup()
    stocked.settings.set("reading.theme", "paper")
    stocked.settings.set("words.own", ["苇渡"])
    before = stocked.backing_up.restore(copy)
    assert (stocked.settings.get("reading.theme"), stocked.settings.get("words.own")) == ("dusk", None)
    stocked.backing_up.restore(before)
    assert (stocked.settings.get("reading.theme"), stocked.settings.get("words.own")) == ("paper", ["苇渡"])
    assert stocked.people.current().name == "林溪"


def test_who_wrote_here_until_now_can_be_switched_back_to(
    stocked: Services, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    stocked.people.describe("林溪")
    copy = stocked.backing_up.backup(tmp_path / "copy.db")
    new = open_library(tmp_path / "new", clock=clock, random_bits=lambda n: 77)
    me = new.people.describe("何清", "二组")
    new.backing_up.restore(copy)
    assert new.people.current().name == "林溪"
    assert me.id in {person.id for person in new.people.here()}
    assert new.people.switch_to(me.id).name == "何清"
    new.close()


def test_a_backup_that_names_nobody_changes_nobody(stocked: Services) -> None:
    copy = stocked.backing_up.backup()
    me = stocked.people.describe("林溪")
    stocked.backing_up.restore(copy)
    assert stocked.people.current().id == me.id and stocked.people.current().name == "林溪"


def test_a_backup_without_settings_changes_none(stocked: Services) -> None:
    copy = stocked.backing_up.backup()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TABLE enclosed")
    stocked.settings.set("reading.theme", "dusk")
    assert not stocked.safekeeping.preview_settings(copy).is_known
    stocked.backing_up.restore(copy)
    assert stocked.settings.get("reading.theme") == "dusk"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE enclosed SET data = 'words'",
        "UPDATE enclosed SET data = x'ff'",
        f"UPDATE enclosed SET data = CAST('{'[' * 100_000}' AS BLOB)",
        "UPDATE enclosed SET data = CAST('[1]' AS BLOB)",
        "UPDATE enclosed SET data = zeroblob(5000000)",
        "DROP TABLE enclosed; CREATE TABLE enclosed (name, other)",
        "DROP TABLE enclosed; CREATE VIEW enclosed AS SELECT 'settings.json' AS name, x'7b7d' AS data",
    ],
)
def test_what_is_no_settings_counts_as_none(stocked: Services, statement: str) -> None:
    copy = stocked.backing_up.backup()
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript(statement)
    stocked.settings.set("reading.theme", "dusk")
    assert kept_in(copy) is None
    stocked.backing_up.restore(copy)
    assert stocked.settings.get("reading.theme") == "dusk"


def test_a_backup_cannot_set_where_this_computer_writes(stocked: Services) -> None:
    copy = stocked.backing_up.backup()
    hostile = json.dumps({SHARED_FOLDER: "/tmp/elsewhere", "export.folder": "/", "reading.theme": "dusk"})
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE enclosed SET data = ?", (hostile.encode(),))
        connection.commit()
    stocked.backing_up.restore(copy)
    assert stocked.settings.everything() == {"reading.theme": "dusk"}


def test_settings_alone_are_worth_a_backup_but_not_the_place_of_a_window(stocked: Services) -> None:
    note(stocked)
    assert stocked.safekeeping.keep(Reason.SCHEDULE) is not None
    for key in (*OF_ONE_COMPUTER, "reading.article", "palette.recent"):
        stocked.settings.set(key, "another")
        assert not stocked.safekeeping.has_changed(), key
    stocked.settings.set("words.own", ["苇渡"])
    path = stocked.safekeeping.keep(Reason.SCHEDULE)
    assert path is not None and (kept_in(path) or {})["words.own"] == ["苇渡"]


def test_a_preview_tells_what_becomes_of_the_settings(stocked: Services) -> None:
    stocked.people.describe("林溪")
    copy = stocked.backing_up.backup()
    assert stocked.safekeeping.preview_settings(copy) == difference({}, {}).__class__(True, 0, "林溪", "林溪")
    stocked.people.describe("林小溪")
    stocked.settings.set("reading.theme", "dusk")
    told = stocked.safekeeping.preview_settings(copy)
    assert (told.changed, told.person, told.before, told.is_other_person) == (1, "林溪", "林小溪", False)
    stocked.people.add("何清")
    assert stocked.safekeeping.preview_settings(copy).is_other_person


def test_beside_a_damaged_library_the_settings_stay_and_are_filled_up(
    stocked: Services, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    stocked.people.describe("林溪")
    stocked.settings.set("words.own", ["苇渡"])
    note(stocked)
    copy = stocked.backing_up.backup()
    directory = stocked.directory
    stocked.close()
    for lost in (False, True):
        (directory / "settings.json").write_text('{"reading.theme": "paper"}' if lost else "{}")
        (directory / "library.db").write_bytes(b"broken" * 1000)
        if lost:
            recover_library(directory, clock=clock, random_bits=lambda n: 5)
        else:
            restore_library(directory, copy, clock=clock, random_bits=lambda n: 5)
        again = json.loads((directory / "settings.json").read_text())
        assert (again[PERSON], again["words.own"], again.get("reading.theme")) == (
            "林溪",
            ["苇渡"],
            "paper" if lost else None,
        )


def test_damaged_settings_are_those_of_the_newest_backup_again(
    stocked: Services, open_again: Callable[[], Services]
) -> None:
    stocked.people.describe("林溪")
    mine = note(stocked)
    stocked.backing_up.backup()
    stocked.settings.set("words.own", ["苇渡"])
    assert stocked.safekeeping.keep(Reason.SCHEDULE) is not None
    file = stocked.directory / "settings.json"
    file.write_bytes(b"\0" * 200)
    again = open_again()
    assert again.settings.get("words.own") == ["苇渡"] and again.people.current().name == "林溪"
    assert again.people.is_own(mine)
    assert json.loads(file.read_bytes())[PERSON] == "林溪", "and they are kept"
    assert stocked.settings.get(PERSON) == "林溪"
    for path in (stocked.directory / "backups").iterdir():
        path.write_bytes(b"broken" * 500)
    file.write_bytes(b"{")
    assert open_again().settings.everything() == {}


def test_settings_that_cannot_be_written_are_told(stocked: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = stocked.backing_up.backup()
    stocked.settings.set("reading.theme", "dusk")
    heard: list[object] = []
    stocked.events.subscribe(heard.append)

    def refuse(_values: object) -> None:
        raise KnownError("写不成")

    monkeypatch.setattr(stocked.settings, "replace", refuse)
    with pytest.raises(KnownError, match="写不成"):
        stocked.backing_up.restore(copy)
    assert heard, "what did change is published"


@given(now=settings, then=settings)
def test_what_stands_after_a_restore(now: dict[str, str], then: dict[str, str]) -> None:
    after = restored(now, then)
    assert {key: after.get(key) for key in OF_ONE_COMPUTER} == {key: now.get(key) for key in OF_ONE_COMPUTER}
    who = then if then.get(PERSON) or then.get(PERSON_ID) else now
    assert [after.get(key) for key in (PERSON, PERSON_ID, GROUP)] == [who.get(k) for k in (PERSON, PERSON_ID, GROUP)]
    assert all(after.get(key) == then.get(key) for key in ("reading.theme", "words.own", "x"))
    assert restored(after, then) == after
    assert kept_settings.difference(after, then).changed == 0
