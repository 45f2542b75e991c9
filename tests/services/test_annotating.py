"""Annotating: adding, editing, finding and undoing marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import AnchorState
from zbreader.services.changes import Changes
from zbreader.services.library import Services


@pytest.fixture
def article(stocked: Services) -> str:
    issue = stocked.reading.issues()[0]
    return stocked.reading.articles(issue.id)[0].id


def test_a_highlight_is_kept_with_everything_it_was_given(
    stocked: Services, article: str, open_again: Callable[[], Services]
) -> None:
    stocked.settings.set("person", "甲")
    text = stocked.reading.article(article).text
    start = text.index("𠮷祥")
    placed = stocked.annotating.add_highlight(
        article,
        start,
        start + 2,
        color=HighlightColor.PINK,
        style=MarkStyle.WAVY,
        note=" 好 ",
        tags=["#乙", "丙", "乙"],
    )
    other = open_again()
    (again,) = other.annotating.in_article(article)
    assert again == placed
    annotation = again.annotation
    assert (again.anchor.state, again.anchor.start, again.anchor.end) == (AnchorState.EXACT, start, start + 2)
    assert annotation.target.selectors is not None
    assert annotation.target.selectors.quote.exact == "𠮷祥"
    assert annotation.target.issue_label == "《山间学习》2031年第4期（上半月）"
    assert annotation.target.article_title == "溪水的声音"
    assert (annotation.creator, annotation.note, annotation.tags) == ("甲", "好", ("乙", "丙"))
    assert (annotation.color, annotation.style, annotation.revision) == (HighlightColor.PINK, MarkStyle.WAVY, 1)
    assert annotation.created == annotation.modified
    assert annotation.id[14] == "7"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 10_000)])
def test_a_range_outside_the_text_is_refused(stocked: Services, article: str, start: int, end: int) -> None:
    with pytest.raises(KnownError, match="没有选中文字"):
        stocked.annotating.add_highlight(article, start, end)


def test_an_unknown_article_is_refused(services: Services) -> None:
    with pytest.raises(KnownError, match="没有编号为 nothing 的文章"):
        services.annotating.add_highlight("nothing", 0, 1)


def test_a_quote_is_marked_where_it_first_stands(stocked: Services, article: str) -> None:
    text = stocked.reading.article(article).text
    placed = stocked.annotating.add_by_quote(article, "先读书")
    assert placed.anchor.start == text.index("先读书")
    with pytest.raises(KnownError, match="找不到“没有这句话的引文内容”"):
        stocked.annotating.add_by_quote(article, "没有这句话的引文内容")
    with pytest.raises(KnownError, match="引文是空的"):
        stocked.annotating.add_by_quote(article, " \n")


def test_what_is_typed_in_one_go_is_one_step(
    stocked: Services, article: str, pass_time: Callable[[float], None]
) -> None:
    one, other = (stocked.annotating.add_by_quote(article, quote).annotation.id for quote in ("先读书", "溪水"))
    for words in ("先", "先读", "先读书"):
        stocked.annotating.set_note(one, words)
    stocked.annotating.set_note(other, "另一条")
    stocked.annotating.set_note(one, "先读书，")
    pass_time(60)
    stocked.annotating.set_note(one, "先读书，再说话")
    notes = []
    for _ in range(4):
        stocked.undo.undo()
        notes.append((stocked.annotating.get(one).annotation.note, stocked.annotating.get(other).annotation.note))
    assert notes == [("先读书，", "另一条"), ("先读书", "另一条"), ("先读书", None), (None, None)]


def test_edits_count_revisions_and_undo_makes_a_further_one(
    stocked: Services, article: str, pass_time: Callable[[float], None]
) -> None:
    id_ = stocked.annotating.add_by_quote(article, "先读书").annotation.id
    stocked.annotating.set_note(id_, "一")
    pass_time(60)
    stocked.annotating.set_note(id_, "二")
    stocked.annotating.set_tags(id_, ["标签"])
    stocked.annotating.set_color(id_, HighlightColor.BLUE, MarkStyle.UNDERLINE)
    now = stocked.annotating.get(id_).annotation
    assert (now.revision, now.note, now.tags, now.color) == (5, "二", ("标签",), HighlightColor.BLUE)
    assert now.modified > now.created
    names = []
    for _ in range(3):
        names.append(str(stocked.undo.undo_name))
        stocked.undo.undo()
    assert names == ["修改颜色", "修改标签", "修改笔记"]
    back = stocked.annotating.get(id_).annotation
    assert (back.revision, back.note, back.tags, back.color) == (8, "一", (), HighlightColor.YELLOW)
    stocked.undo.redo()
    assert stocked.annotating.get(id_).annotation.note == "二"


def test_an_edit_that_changes_nothing_is_no_step(stocked: Services, article: str) -> None:
    id_ = stocked.annotating.add_by_quote(article, "先读书", note="好").annotation.id
    stocked.annotating.set_note(id_, "好 ")
    assert stocked.annotating.get(id_).annotation.revision == 1
    assert str(stocked.undo.undo_name) == "添加高亮"


def test_deleting_leaves_a_tombstone_and_comes_back(stocked: Services, article: str) -> None:
    id_ = stocked.annotating.add_by_quote(article, "先读书", tags=["甲"]).annotation.id
    stocked.annotating.delete(id_)
    assert stocked.annotating.notes() == []
    assert stocked.annotating.all_tags() == []
    with pytest.raises(KnownError, match="已不在资料库里"):
        stocked.annotating.set_note(id_, "晚了")
    assert str(stocked.undo.undo_name) == "删除标注"
    stocked.undo.undo()
    assert stocked.annotating.get(id_).annotation.revision == 3
    stocked.undo.redo()
    with pytest.raises(KnownError):
        stocked.annotating.get(id_)


def test_undoing_an_addition_deletes_it_and_redoing_brings_it_back(stocked: Services, article: str) -> None:
    id_ = stocked.annotating.add_by_quote(article, "先读书").annotation.id
    assert stocked.undo.undo() == Changes(annotations=frozenset({id_}))
    assert stocked.annotating.in_article(article) == []
    stocked.undo.redo()
    assert [one.annotation.id for one in stocked.annotating.in_article(article)] == [id_]


def test_every_edit_tells_what_changed(stocked: Services, article: str) -> None:
    stocked.people.writer()
    heard: list[Changes] = []
    stocked.events.subscribe(heard.append)
    id_ = stocked.annotating.add_by_quote(article, "先读书").annotation.id
    stocked.annotating.set_note(id_, "好")
    stocked.annotating.delete(id_)
    stocked.undo.undo()
    assert heard == [Changes(annotations=frozenset({id_}))] * 4


def test_filters(stocked: Services, article: str) -> None:
    issue = stocked.reading.issues()[0].id
    other = stocked.reading.articles(issue)[1].id
    stocked.settings.set("person", "甲")
    one = stocked.annotating.add_by_quote(article, "先读书", note="100%好", tags=["学", "思"]).annotation.id
    stocked.settings.set("person", "乙")
    two = stocked.annotating.add_by_quote(other, "只问桥", tags=["学"], color=HighlightColor.GREEN).annotation.id
    three = stocked.annotating.add_by_quote(article, "溪水").annotation.id

    def found(**wanted: object) -> list[str]:
        return [one.annotation.id for one in stocked.annotating.notes(AnnotationFilter(**wanted))]  # type: ignore[arg-type]

    assert found() == [three, one, two]
    assert found(issue_id=issue) == [three, one, two]
    assert found(issue_id="other") == []
    assert found(article_id=other) == [two]
    assert found(author="甲") == [one]
    assert found(tags=("学",)) == [one, two]
    assert found(tags=("学", "思")) == [one]
    assert found(color=HighlightColor.GREEN) == [two]
    assert found(text="100%") == [one]
    assert found(text="0_") == []
    assert found(text="思") == [one]
    assert found(text="问桥") == [two]
    assert found(ids=frozenset({one, three})) == [three, one]
    assert found(ids=frozenset()) == []
    assert stocked.annotating.all_tags() == ["学", "思"]
    assert list(stocked.annotating.all_people().values()) == ["乙", "甲"]
    assert [a.notes for a in stocked.reading.articles(issue)] == [2, 1]
    assert stocked.reading.issues()[0].notes == 3


def test_a_bookmark_marks_the_whole_article(stocked: Services, article: str) -> None:
    placed = stocked.annotating.add_bookmark(article, note="回头再读")
    assert (placed.anchor.state, placed.anchor.start) == (AnchorState.EXACT, None)
    assert placed.annotation.target.selectors is None
    assert stocked.annotating.get(placed.annotation.id) == placed


def test_text_that_no_file_can_hold_is_mended(stocked: Services, article: str) -> None:
    placed = stocked.annotating.add_by_quote(article, "先读书", note="甲\udcff乙\r\n丙\u2029丁", tags=[" ", "a\ud800"])
    assert placed.annotation.note == "甲?乙\n丙\n丁"
    assert placed.annotation.tags == ("a?",)


def test_what_someone_else_wrote_is_never_changed(stocked: Services, article: str) -> None:
    stocked.settings.set("person", "甲")
    theirs = stocked.annotating.add_by_quote(article, "先读书", note="甲的话", tags=["甲"]).annotation
    stocked.settings.set("person", "乙")
    for edit in (
        lambda: stocked.annotating.set_note(theirs.id, "乙的话"),
        lambda: stocked.annotating.set_tags(theirs.id, ["乙"]),
        lambda: stocked.annotating.set_color(theirs.id, HighlightColor.PINK),
    ):
        with pytest.raises(KnownError, match="这条标注是甲做的"):
            edit()
    assert stocked.annotating.get(theirs.id).annotation == theirs
    assert not stocked.annotating.is_own(theirs)
    reply = stocked.annotating.reply(theirs.id, "我看未必").annotation
    assert (reply.creator, reply.note, reply.target) == ("乙", "我看未必", theirs.target)
    assert stocked.annotating.set_note(reply.id, "再想想").annotation.note == "再想想"
    stocked.annotating.delete(theirs.id)
    assert [one.annotation.id for one in stocked.annotating.notes()] == [reply.id]
    stocked.undo.undo()
    assert stocked.annotating.get(theirs.id).annotation.note == "甲的话"


def test_what_nobody_signed_is_anybodys(stocked: Services, article: str) -> None:
    unsigned = stocked.annotating.add_by_quote(article, "先读书").annotation
    stocked.settings.set("person", "乙")
    assert stocked.annotating.set_note(unsigned.id, "乙的话").annotation.creator == ""
