"""The Word templates that lie in the resources are those that the tool builds."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

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


@pytest.mark.parametrize("name", template_names())
def test_properties_stand_in_the_order_of_the_schema(name: str) -> None:
    """ECMA-376, 17.4.69 (tcPr) and 17.3.1.26 (pPr): what stands elsewhere some programs call damaged."""
    orders = {
        "tcPr": ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"],
        "pPr": [
            "pStyle",
            "keepNext",
            "keepLines",
            "widowControl",
            "pBdr",
            "shd",
            "tabs",
            "spacing",
            "ind",
            "jc",
            "rPr",
        ],
        "rPr": ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"],
    }
    body = docx.Document(BytesIO(build(name))).element.body
    for tag, order in orders.items():
        for properties in body.iter(qn(f"w:{tag}")):
            found = [child.tag.rpartition("}")[2] for child in properties]
            known = [order.index(one) for one in found if one in order]
            assert known == sorted(known), (tag, found)
