"""Notes with everything that breaks programs: saved exactly, and every format is a valid document with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile_notes import NOTES, TAG, check
from zbreader import exporters
from zbreader.model.annotation import AnnotationFilter
from zbreader.services.library import Services

FORMATS = sorted(exporters.registry())


@pytest.fixture
def noted(stocked: Services) -> Services:
    """A library with each of the notes on its own passage."""
    article = stocked.reading.articles(stocked.reading.issues()[0].id)[0]
    for number, note in enumerate(NOTES.values()):
        stocked.annotating.add_highlight(article.id, number, number + 2, note=note, tags=[TAG])
    return stocked


def test_they_are_saved_exactly(noted: Services, open_again) -> None:
    kept = {one.annotation.note for one in open_again().annotating.notes()}
    assert kept == set(NOTES.values())
    assert noted.annotating.all_tags() == [TAG]


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_is_valid_and_says_what_can_be_said(noted: Services, format_name: str) -> None:
    text = check(format_name, noted.exporting.export(AnnotationFilter(), format_name))
    assert "𠮷野家的𪚥和𰻞" in text
    assert text.count("长笔记") >= 1000 or format_name == "xlsx"


def test_they_travel_to_another_library_unchanged(noted: Services, tmp_path: Path) -> None:
    path = tmp_path / "notes.zbnotes"
    noted.exchanging.save_notes(AnnotationFilter(), path)
    before = {one.annotation.note for one in noted.annotating.notes()}
    noted.annotating.delete_all([one.annotation.id for one in noted.annotating.notes()])
    noted.undo.undo()
    report = noted.exchanging.merge_notes([path])
    assert report.conflicts == 0
    assert {one.annotation.note for one in noted.annotating.notes()} == before
