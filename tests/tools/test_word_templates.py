"""The Word templates that lie in the resources are those that the tool builds."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tools.word_templates import FOLDER, build
from zbreader.exporters.template import load_template, template_names


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", template_names())
def test_a_template_is_what_the_tool_builds(name: str) -> None:
    # By parts, since the packing of a zip may differ from one zlib to the next.
    assert parts((FOLDER / f"{load_template(name).key}.docx").read_bytes()) == parts(build(name))


def test_there_is_no_template_without_a_sheet() -> None:
    assert {path.stem for path in FOLDER.glob("*.docx")} == {load_template(name).key for name in template_names()}
