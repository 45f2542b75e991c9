"""Where a passage comes from, and whether it crosses a repair."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.correction import Move
from zbreader.model.errors import KnownError
from zbreader.model.study import ExportOptions
from zbreader.services.library import Services

ISSUE = """# 溪水的声音

溪水从石头上流下 来，绕过老柳树，一直流到磨坊的门口，"磨坊"里的人正在磨今年的新麦子。

磨坊主人说，水声比钟声准，天还没有亮，听见水声变了，就知道上游下过雨，该去把水闸提起来了，

不然水会漫过门槛，把口袋里的麦子都泡坏。

# 修桥的人

文/白露

修桥的人不问姓名，只问桥稳不稳，问完了就坐下来喝一碗水，再去搬第二块石头。

石头是从山那边运来的，一块石头要走三天，走到的时候，抬石头的人都瘦了一圈。
"""


@pytest.fixture(autouse=True)
def plain_importer() -> None:
    """These tests are about the importer's own results."""


@pytest.fixture
def library(services: Services, write: Callable[..., Path]) -> Services:
    services.importing.import_files([write(ISSUE)])
    return services


def passage(services: Services, quote: str, title: str = "溪水的声音") -> tuple[str, int, int]:
    issue = services.reading.issues()[0].id
    (article,) = [a.id for a in services.reading.articles(issue) if a.title == title]
    start = services.reading.article(article).text.index(quote)
    return article, start, start + len(quote)


def test_a_passage_names_its_line_and_what_was_changed(library: Services) -> None:
    (origin,) = library.provenance.origins(*passage(library, "流下来，绕过"))
    assert (origin.line, origin.text) == (3, ISSUE.splitlines()[2])
    assert [origin.text[start:end] for start, end in origin.spans] == ["流下", "来，绕过"]
    assert [str(change) for change in origin.changes] == ["去掉了空格"]
    assert not library.provenance.crosses_repair(*passage(library, "流下来，绕过"))


def test_a_passage_over_a_join_names_both_lines(library: Services) -> None:
    origins = library.provenance.origins(*passage(library, "提起来了，不然水会"))
    assert [(one.line, [str(change) for change in one.changes]) for one in origins] == [
        (5, []),
        (7, ["接在上一行之后"]),
    ]
    assert library.provenance.crosses_repair(*passage(library, "提起来了，不然水会"))
    assert not library.provenance.crosses_repair(*passage(library, "不然水会漫过门槛"))


def test_mended_characters_are_told(library: Services) -> None:
    article, start, _ = passage(library, "稳不稳", "修桥的人")
    library.correcting.mend(article, start, start + 1, "牢")
    (origin,) = library.provenance.origins(article, start - 2, start + 3)
    assert [str(change) for change in origin.changes] == ["“稳”改为“牢”", "这一行有校订"]
    assert library.provenance.crosses_repair(article, start - 2, start + 3)
    assert not library.provenance.crosses_repair(article, 0, 5)


def test_a_place_in_another_order_is_a_repair(library: Services) -> None:
    library.correcting.add(library.reading.issues()[0].id, Move((13,), 15))
    article, _, _ = passage(library, "石头是", "修桥的人")
    text = library.reading.article(article).text
    assert text.startswith("石头是")
    assert library.provenance.crosses_repair(article, 0, len(text))
    assert not library.provenance.crosses_repair(article, 0, 10)
    assert [origin.line for origin in library.provenance.origins(article, 0, len(text))] == [15, 13]


def test_nothing_comes_from_nowhere(library: Services) -> None:
    article, _, _ = passage(library, "溪水")
    assert library.provenance.origins(article, 0, 0) == []
    with pytest.raises(KnownError, match="没有编号为"):
        library.provenance.origins("nothing", 0, 1)


def test_an_export_says_so_when_asked(library: Services) -> None:
    article, start, end = passage(library, "提起来了，不然水会")
    library.annotating.add_highlight(article, start, end, note="要紧")
    library.annotating.add_highlight(*passage(library, "老柳树"))
    wanted = ExportOptions(repairs=True)
    words = {"md": "此处经导入修复", "txt": "此处经导入修复", "html": "此处经导入修复"}
    for format, word in (words | {"csv": "经导入修复", "json": '"crosses_repair": true'}).items():
        plain = library.exporting.export(AnnotationFilter(), format).decode()
        told = library.exporting.export(AnnotationFilter(), format, options=wanted).decode()
        assert (plain.count(word), told.count(word)) == (0, 1), format
    for format, member in (("docx", "word/document.xml"), ("xlsx", "xl/worksheets/sheet1.xml")):
        with zipfile.ZipFile(BytesIO(library.exporting.export(AnnotationFilter(), format, options=wanted))) as file:
            assert file.read(member).decode().count("经导入修复") == 1, format
