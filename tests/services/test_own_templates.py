"""Word templates of one's own: a folder that is looked into, copies to start from, and what they do to exports."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.study import ExportOptions
from zbreader.services.library import Services

EVERYTHING = AnnotationFilter()


@pytest.fixture
def noted(stocked: Services) -> Services:
    first = stocked.reading.articles(stocked.reading.issues()[0].id)[0]
    stocked.annotating.add_by_quote(first.id, "先读书", note="好")
    return stocked


def put(services: Services, name: str, text: str) -> None:
    word = docx.Document()
    word.add_paragraph(text)
    word.save(services.exporting.own_templates.folder() / name)


def test_the_folder_is_made_only_when_it_is_wanted(services: Services) -> None:
    assert services.exporting.own_templates.names() == []
    assert not (services.directory / "templates").exists()
    assert services.exporting.own_templates.folder().is_dir()


def test_a_copy_is_never_put_over_another_and_can_be_used_at_once(noted: Services) -> None:
    templates = noted.exporting.own_templates
    first, second = templates.copy("学习笔记单"), templates.copy("学习笔记单")
    assert (first.stem, second.stem) == ("学习笔记单（自用）", "学习笔记单（自用2）")
    assert set(noted.exporting.templates()[-2:]) == {first.stem, second.stem}
    made = noted.exporting.export(EVERYTHING, "docx", options=ExportOptions(first.stem))
    assert "先读书" in [paragraph.text for paragraph in docx.Document(BytesIO(made)).paragraphs]


def test_what_word_leaves_beside_an_open_file_is_no_template(services: Services) -> None:
    folder = services.exporting.own_templates.folder()
    for name in ("~$笔记.docx", ".隐藏.docx", "说明.txt"):
        (folder / name).write_bytes(b"x")
    (folder / "文件夹.docx").mkdir()
    assert services.exporting.own_templates.names() == []


def test_ones_own_template_lays_out_every_format(noted: Services) -> None:
    put(noted, "周记.docx", "{{自填.天气}}：{% for 条 in 摘录 %}{{条.原文}}{% endfor %}")
    options = ExportOptions("周记", {"天气": "晴"})
    assert noted.exporting.labels("周记") == ["天气"]
    assert noted.exporting.export(EVERYTHING, "txt", options=options).decode() == "晴：先读书\n"
    assert "晴：先读书" in noted.exporting.export(EVERYTHING, "html", options=options).decode()
    assert "先读书" in noted.exporting.export(EVERYTHING, "csv", options=options).decode()


def test_a_template_called_like_a_sheet_takes_its_place_in_word(noted: Services) -> None:
    put(noted, "学习笔记单.docx", "我的{{标题}}")
    made = noted.exporting.export(EVERYTHING, "docx", options=ExportOptions("学习笔记单"))
    assert docx.Document(BytesIO(made)).paragraphs[0].text == "我的学习笔记单"
    assert noted.exporting.templates().count("学习笔记单") == 1


def test_a_broken_template_is_named(noted: Services) -> None:
    put(noted, "坏的.docx", "{{没这个}}")
    with pytest.raises(KnownError, match=r"坏的\.docx.*没这个"):
        noted.exporting.export(EVERYTHING, "docx", options=ExportOptions("坏的"))
    (noted.exporting.own_templates.folder() / "残的.docx").write_bytes(b"PK")
    with pytest.raises(KnownError, match=r"残的\.docx"):
        noted.exporting.labels("残的")


def test_a_name_with_a_path_in_it_finds_nothing(noted: Services) -> None:
    assert noted.exporting.own_templates.get("../library") is None


def test_a_form_can_be_printed_without_notes(services: Services) -> None:
    assert services.exporting.export(EVERYTHING, "docx", options=ExportOptions("主题党日活动记录"))
    with pytest.raises(KnownError, match="没有符合条件的标注"):
        services.exporting.export(EVERYTHING, "docx", options=ExportOptions("金句卡"))
