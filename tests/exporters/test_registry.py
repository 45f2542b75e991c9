"""Formats by name; nothing heavy before a document is written; the same bytes each time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.exporters.sample_notes import document_of, group_document, placed
from zbreader.exporters import ExportOptions, registry, template_names
from zbreader.model.errors import KnownError

NAMES = list(registry())


def test_names_and_suffixes_agree() -> None:
    assert set(NAMES) == {"docx", "md", "zip", "txt", "html", "xlsx", "csv", "json"}
    assert all(exporter.suffix == f".{name}" for name, exporter in registry().items())
    assert all(str(exporter.label) for exporter in registry().values())


@pytest.mark.parametrize("name", NAMES)
def test_same_input_gives_same_bytes(name: str) -> None:
    exporter = registry()[name]
    assert exporter.write(group_document()) == exporter.write(group_document())


@pytest.mark.parametrize("name", NAMES)
def test_no_notes_is_a_document_too(name: str) -> None:
    assert registry()[name].write(document_of())


@pytest.mark.parametrize("template", template_names())
@pytest.mark.parametrize("name", ["docx", "md", "txt", "html"])
def test_every_sheet_can_be_written(name: str, template: str) -> None:
    empty = registry()[name].write(document_of(), ExportOptions(template))
    full = registry()[name].write(document_of(placed(1, "一句原文", "一句解读")), ExportOptions(template))
    assert empty and full


def test_unknown_sheet_is_told_kindly() -> None:
    with pytest.raises(KnownError, match=r"没有名为“\.\./x”的模板.*学习笔记单"):
        registry()["txt"].write(document_of(), ExportOptions("../x"))


def test_a_huge_note_is_written_whole() -> None:
    note = "长" * 100_000
    for name in ("md", "txt", "html", "csv", "json"):
        assert registry()[name].write(document_of(placed(1, "原文", note))).decode().count("长") == 100_000


def test_looking_at_the_formats_loads_nothing_heavy() -> None:
    code = "import sys; from zbreader.exporters import registry; registry(); print('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
