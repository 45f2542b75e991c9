"""The correction desk: with the program's own importer, marks and undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from zbreader import importers
from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.correction import Furniture, FurnitureKind, LineKind, Mend, Merge, Retitle
from zbreader.model.errors import KnownError
from zbreader.model.selector import AnchorState
from zbreader.services import correcting
from zbreader.services.correction_names import sentence_of
from zbreader.services.library import Services, open_library

Write = Callable[..., Path]

ISSUE = """《山间学习》2031年第4期（上半月）

# 溪水的声音

文/杜若

溪水从石头上流下来，绕过老柳树，一直流到磨坊的门口，磨坊里的人正在磨今年的新麦子。

磨坊主人说，水声比钟声准，天还没有亮，听见水声变了，就知道上游下过雨，该去把水闸提起来了，

不然水会漫过门槛，把口袋里的麦子都泡坏。

老柳树下面坐着两个孩子，他们数着从上游漂下来的叶子，数到一百就跑回家去吃饭。

# 修桥的人

文/白露

修桥的人不问姓名，只问桥稳不稳，问完了就坐下来喝一碗水，再去搬第二块石头。

石头是从山那边运来的，一块石头要走三天，走到的时候，抬石头的人都瘦了一圈。

桥修好的那一天，村里的人都来走了一遍，走过去，再走回来，谁也没有说话。

稻浪里的麻雀

风把稻子吹成一片一片的浪，孩子们在浪里数着麻雀，数来数去总是差一只。

# 灯下的账本

文/甘霖

会计的账本写了三十年，每一页都写得端端正正，没有一个涂改的数字。

他说账本不是写给自己看的，是写给后来的人看的，后来的人看不懂，就等于没有写。
"""


@pytest.fixture(autouse=True)
def plain_importer() -> None:
    """These tests are about the importer's own results."""


@pytest.fixture
def library(services: Services, write: Write) -> Services:
    services.importing.import_files([write(ISSUE)])
    return services


@pytest.fixture
def issue(library: Services) -> str:
    return library.reading.issues()[0].id


def titles(services: Services) -> list[str]:
    return [article.title for article in services.reading.articles(services.reading.issues()[0].id)]


def article_id(services: Services, title: str) -> str:
    (found,) = [a.id for a in services.reading.articles(services.reading.issues()[0].id) if a.title == title]
    return found


def paragraphs(services: Services, article: str) -> list[str]:
    return [paragraph.text for paragraph in services.reading.article(article).paragraphs]


def at(services: Services, article: str, beginning: str) -> int:
    (found,) = [i for i, text in enumerate(paragraphs(services, article)) if text.startswith(beginning)]
    return found


def marked(placed: PlacedAnnotation, services: Services) -> str:
    found = services.annotating.get(placed.annotation.id)
    text = services.reading.article(found.annotation.target.article_id).text
    return text[found.anchor.start : found.anchor.end]


def test_the_issue_is_what_the_tests_think(library: Services) -> None:
    assert titles(library) == ["溪水的声音", "修桥的人", "灯下的账本"]


def test_a_retitled_article_keeps_its_id_and_its_notes(library: Services, issue: str) -> None:
    article = article_id(library, "修桥的人")
    mark = library.annotating.add_by_quote(article, "不问姓名", note="要紧")
    bookmark = library.annotating.add_bookmark(article)
    done = library.correcting.retitle(article, "  造桥的人 ")
    assert library.reading.article(article).title == "造桥的人"
    assert (done.issue_id, done.followed.exact, len(done.corrections)) == (issue, 2, 1)
    found = library.annotating.get(mark.annotation.id)
    assert (found.anchor, found.annotation.revision) == (mark.anchor, 1)
    assert found.annotation.target.article_title == "造桥的人"
    assert library.annotating.get(bookmark.annotation.id).anchor.state is AnchorState.EXACT
    assert str(library.undo.undo_name) == "修改标题"
    library.undo.undo()
    assert titles(library)[1] == "修桥的人"
    assert library.correcting.corrections(issue) == []
    assert library.annotating.get(mark.annotation.id).annotation == mark.annotation
    library.undo.redo()
    assert titles(library)[1] == "造桥的人"
    assert [type(one.change) for one in library.correcting.corrections(issue)] == [Retitle]


def test_marks_go_with_their_words_into_a_new_article_and_back(library: Services, issue: str) -> None:
    article = article_id(library, "修桥的人")
    stays = library.annotating.add_by_quote(article, "一碗水")
    goes = library.annotating.add_by_quote(article, "差一只")
    library.correcting.split(article, at(library, article, "稻浪里的麻雀"))
    assert titles(library) == ["溪水的声音", "修桥的人", "稻浪里的麻雀", "灯下的账本"]
    new = article_id(library, "稻浪里的麻雀")
    assert library.annotating.get(goes.annotation.id).annotation.target.article_id == new
    assert (marked(stays, library), marked(goes, library)) == ("一碗水", "差一只")
    library.correcting.merge(new)
    assert library.annotating.get(goes.annotation.id).annotation.target.article_id == article
    assert marked(goes, library) == "差一只"
    library.undo.undo()
    library.undo.undo()
    assert titles(library) == ["溪水的声音", "修桥的人", "灯下的账本"]
    assert library.annotating.get(goes.annotation.id).annotation == goes.annotation
    assert library.backing_up.check() == []


def test_paragraphs_are_cut_joined_moved_and_named(library: Services) -> None:
    article, other = article_id(library, "溪水的声音"), article_id(library, "灯下的账本")
    text = library.reading.article(article).text
    library.correcting.cut(article, text.index("不然水会"))
    assert "不然水会漫过门槛，把口袋里的麦子都泡坏。" in paragraphs(library, article)
    library.correcting.join(article, at(library, article, "磨坊主人说"))
    library.correcting.cut(article, text.index("听见水声变了"))
    index = at(library, article, "听见水声变了")
    library.correcting.set_kind(article, index, LineKind.QUOTE)
    assert library.reading.article(article).paragraphs[index].kind.value == "quote"
    library.correcting.move(article, [at(library, article, "老柳树下面")], other, 0)
    assert paragraphs(library, other)[1].startswith("老柳树下面")
    library.correcting.move(other, [1], article)
    assert paragraphs(library, article)[0].startswith("老柳树下面")
    library.correcting.set_furniture(article, 0, FurnitureKind.NOTICE)
    assert [block.kind for block in library.reading.issue(issue_of(library)).unplaced][-1] == "notice"
    with pytest.raises(KnownError, match="已经是段落的边界"):
        library.correcting.cut(article, 0)


def issue_of(services: Services) -> str:
    return services.reading.issues()[0].id


def test_a_join_is_confirmed(library: Services) -> None:
    article = article_id(library, "溪水的声音")
    index = at(library, article, "磨坊主人说")
    assert library.reading.article(article).paragraphs[index].confidence < 1
    library.correcting.confirm_join(article, index)
    assert library.reading.article(article).paragraphs[index].confidence == 1
    with pytest.raises(KnownError, match="与原来一样"):
        library.correcting.confirm_join(article, index)


def test_heads_are_put_right(library: Services, issue: str) -> None:
    article = article_id(library, "灯下的账本")
    library.correcting.reauthor(article, ["甘 霖", " "])
    library.correcting.regroup(article, "人物", None)
    (summary,) = [one for one in library.reading.articles(issue) if one.id == article]
    assert (summary.authors, summary.column) == (("甘 霖",), "人物")


def test_mended_characters_stay_marked(library: Services, issue: str) -> None:
    article = article_id(library, "修桥的人")
    mark = library.annotating.add_by_quote(article, "只问桥稳不稳")
    text = library.reading.article(article).text
    start = text.index("稳不稳")
    library.correcting.mend(article, start, start + 1, "牢")
    assert "只问桥牢不稳" in library.reading.article(article).text
    found = library.annotating.get(mark.annotation.id)
    assert (marked(mark, library), found.anchor.state) == ("只问桥牢不稳", AnchorState.REPAIRED)
    assert found.annotation.target.selectors is not None
    assert found.annotation.target.selectors.quote.exact == "只问桥稳不稳"
    (review,) = library.reviewing.last()
    assert (review.state, "稳不稳" in review.before.text) == (AnchorState.REPAIRED, True)
    assert review.after is not None and "牢不稳" in review.after.text
    assert library.reviewing.confirm([mark.annotation.id]) == 1
    assert library.annotating.get(mark.annotation.id).anchor.state is AnchorState.EXACT
    assert library.reviewing.last() == []
    library.undo.undo()
    library.undo.undo()
    assert library.reading.article(article).text == text
    assert library.annotating.get(mark.annotation.id).anchor.state is AnchorState.EXACT
    library.correcting.mend(article, start, start, "很")
    library.correcting.mend(article, start, start + 2, "非常稳")
    assert "只问桥非常稳不稳" in library.reading.article(article).text
    library.correcting.mend(article, start + 1, start + 2, "尝")
    assert "只问桥非尝稳不稳" in library.reading.article(article).text
    library.correcting.mend(article, start, start + 6, "牢靠不牢靠")
    library.correcting.mend(article, start, start + 1, "可")
    assert "只问桥可靠不牢靠" in library.reading.article(article).text
    with pytest.raises(KnownError, match="一段里的文字"):
        library.correcting.mend(article, start, len(text), "无")


def test_corrections_are_taken_back_in_any_order(library: Services, issue: str) -> None:
    first, second = article_id(library, "修桥的人"), article_id(library, "灯下的账本")
    done = library.correcting.retitle(first, "甲")
    library.correcting.retitle(second, "乙")
    library.correcting.remove(issue, done.corrections[0])
    assert titles(library) == ["溪水的声音", "修桥的人", "乙"]
    library.undo.undo()
    assert titles(library) == ["溪水的声音", "甲", "乙"]
    library.undo.undo()
    library.undo.redo()
    library.undo.redo()
    assert titles(library) == ["溪水的声音", "修桥的人", "乙"]
    with pytest.raises(KnownError, match="已不在"):
        library.correcting.remove(issue, done.corrections[0])


def test_senseless_corrections_are_refused_and_leave_nothing(library: Services, issue: str) -> None:
    before = library.reading.issue(issue)
    for change, why in (
        (Mend((7,), 0, 1, "错", "对"), "不再读作"),
        (Merge((99,)), "没有可校订的文字"),
        (Furniture((1,), FurnitureKind.MASTHEAD), "与原来一样"),
    ):
        with pytest.raises(KnownError, match=why):
            library.correcting.add(issue, change)
    with pytest.raises(KnownError, match="标题不能是空的"):
        library.correcting.retitle(before.articles[0].id, " ")
    with pytest.raises(KnownError, match="没有编号为"):
        library.correcting.retitle("nothing", "题")
    assert library.reading.issue(issue) == before
    assert library.correcting.corrections(issue) == []
    assert str(library.undo.undo_name).startswith("导入")


def test_every_source_line_tells_what_became_of_it(library: Services, issue: str) -> None:
    article = article_id(library, "修桥的人")
    library.correcting.retitle(article, "造桥的人")
    views = library.correcting.source_lines(issue)
    assert len(views) == len(ISSUE.split("\n"))
    by_text = {view.text.lstrip("# "): view for view in views}
    assert (by_text["修桥的人"].role, by_text["修桥的人"].article_id) == ("headline", article)
    assert by_text["修桥的人"].corrected
    assert (by_text["文/白露"].role, by_text["文/白露"].paragraph) == ("byline", None)
    stone = next(view for view in views if view.text.startswith("石头是"))
    assert (stone.role, stone.article_id, stone.paragraph, stone.corrected) == ("body", article, 1, False)
    assert {view.role for view in views if not view.text.strip()} == {"blank"}
    assert {view.role for view in views if view.text.strip()} <= {"masthead", "headline", "byline", "body", "heading"}


def test_corrections_survive_a_new_importer(library: Services, issue: str, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_id(library, "修桥的人")
    library.correcting.retitle(article, "造桥的人")
    build = importers.build_issue

    def newer(document, vocabulary, **rest):  # type: ignore[no-untyped-def]
        """An importer that reads one character more of every line."""
        lines = tuple(replace(line, text=line.text.replace("麦子", "小麦")) for line in document.lines)
        return build(replace(document, lines=lines), vocabulary, **rest)

    monkeypatch.setattr(importers, "build_issue", newer)
    (outcome,) = library.importing.rebuild([issue])
    assert outcome.status.value == "updated"
    assert titles(library)[1] == "造桥的人"
    assert "小麦" in library.reading.article(article_id(library, "溪水的声音")).text
    assert str(library.undo.undo_name).startswith("重新整理《山间学习》")
    library.undo.undo()
    assert "小麦" not in library.reading.article(article_id(library, "溪水的声音")).text


def test_corrections_to_another_source_are_kept_and_told(library: Services, write: Write, issue: str) -> None:
    library.correcting.retitle(article_id(library, "修桥的人"), "造桥的人")
    library.importing.import_files([write(ISSUE.replace("三十年", "四十年"), "另一份.txt")])
    assert titles(library)[1] == "修桥的人"
    assert any("针对另一份原文" in str(finding.message) for finding in library.reading.issue(issue).findings)
    assert library.correcting.corrections(issue) == []
    library.importing.import_files([write(ISSUE)])
    assert titles(library)[1] == "造桥的人"


def test_a_file_of_corrections_goes_to_another_library(
    library: Services, issue: str, write: Write, tmp_path: Path, open_other: Callable[[], Services]
) -> None:
    path = tmp_path / "修.zbfix"
    with pytest.raises(KnownError, match="还没有校订"):
        library.handing_corrections.save(issue, path)
    library.correcting.retitle(article_id(library, "修桥的人"), "造桥的人")
    library.correcting.split(article_id(library, "造桥的人"), 3)
    assert library.handing_corrections.save(issue, path) == 2
    assert json.loads(path.read_text("utf-8"))["format"] == "zbfix"
    other = open_other()
    with pytest.raises(KnownError) as refused:
        other.handing_corrections.apply(path)
    assert "没有这份校订所对应的原文（《山间学习》2031年第4期（上半月），文件 第四期.txt）" in str(refused.value)
    other.importing.import_files([write(ISSUE)])
    assert len(other.handing_corrections.apply(path).corrected.corrections) == 2
    assert titles(other) == titles(library)
    assert other.handing_corrections.apply(path).corrected.corrections == ()
    other.undo.undo()
    assert titles(other) == ["溪水的声音", "修桥的人", "灯下的账本"]
    assert len(other.handing_corrections.apply(path).corrected.corrections) == 2
    assert titles(other) == titles(library)


def test_an_issue_pack_carries_corrections(
    library: Services, issue: str, tmp_path: Path, open_other: Callable[[], Services]
) -> None:
    library.correcting.retitle(article_id(library, "修桥的人"), "造桥的人")
    path = tmp_path / "期.zbissue"
    library.exchanging.pack([issue], path)
    other = open_other()
    (outcome,) = other.importing.import_files([path])
    assert (outcome.status.value, titles(other)[1]) == ("added", "造桥的人")
    (again,) = other.importing.import_files([path])
    assert again.status.value == "unchanged"
    library.correcting.reauthor(article_id(library, "造桥的人"), ["乙"])
    library.exchanging.pack([issue], path)
    (more,) = other.importing.import_files([path])
    assert more.status.value == "updated"
    assert other.reading.articles(issue)[1].authors == ("乙",)
    other.correcting.remove(issue, other.correcting.corrections(issue)[0].id)
    (back,) = other.importing.import_files([path])
    assert (back.status.value, titles(other)[1]) == ("unchanged", "修桥的人")
    other.undo.undo()
    other.undo.undo()
    other.undo.undo()
    assert other.reading.issues() == []


def test_what_corrections_replaced_does_not_pile_up(
    library: Services, issue: str, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setattr(correcting, "_KEPT_REPLACED", timedelta(0))
    for number in range(5):
        library.correcting.retitle(library.reading.articles(issue)[0].id, f"第 {number} 稿")
    with library.database.read() as connection:
        assert connection.execute("SELECT count(*) FROM issues").fetchone()[0] <= 2


def test_each_correction_has_a_sentence(library: Services, issue: str) -> None:
    article = article_id(library, "修桥的人")
    library.correcting.retitle(article, "造桥的人")
    library.correcting.split(article, 3)
    text = library.reading.article(article).text
    library.correcting.mend(article, 0, 1, "造")
    assert text.startswith("修")
    assert [str(sentence_of(one.change)) for one in library.correcting.corrections(issue)] == [
        "第 15 行：标题改为《造桥的人》",
        "第 25 行：拆分文章",
        "第 19 行：“修”改为“造”",
    ]


@pytest.fixture
def open_other(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Callable[[], Services]]:
    """Opens a second library, as on another machine."""
    opened: list[Services] = []

    def open_it() -> Services:
        opened.append(open_library(tmp_path / "other", clock=clock, random_bits=lambda bits: 7 * len(opened)))
        return opened[-1]

    yield open_it
    for services in opened:
        services.close()
