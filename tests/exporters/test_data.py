"""JSON keeps every character of a note."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import registry
from zbreader.model.study import NotesDocument


def notes(document: NotesDocument) -> list[dict[str, Any]]:
    whole = json.loads(registry()["json"].write(document).decode())
    return [note for article in whole["articles"] for note in article["notes"]]


def test_fields_are_those_of_the_command_line() -> None:
    first, *others = notes(group_document())
    assert list(first) == [
        *("id", "article_id", "issue_id", "author", "created", "modified", "color", "tags"),
        *("quote", "note", "state", "start", "end"),
    ]
    assert [note["state"] for note in (first, *others[:3])] == ["exact", "exact", "repaired", "unplaced"]


@given(st.text())
def test_any_note_survives(note: str) -> None:
    (written,) = notes(document_of(placed(1, note, note)))
    assert written["note"] == written["quote"] == note


def test_half_a_character_is_shown_as_broken() -> None:
    (written,) = notes(document_of(placed(1, "甲", "乙\ud83d")))
    assert written["note"] == "乙\ufffd"
