"""What became of the marks when a text was replaced, and what confirming does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.selector import AnchorState
from zbreader.services.library import Services
from zbreader.services.reviewing import Followed

Write = Callable[..., Path]


def marked(services: Services, quote: str) -> str:
    (article,) = [
        a.id
        for a in services.reading.articles(services.reading.issues()[0].id)
        if quote in services.reading.article(a.id).text
    ]
    return services.annotating.add_by_quote(article, quote).annotation.id


def test_a_better_conversion_is_told_mark_by_mark(stocked: Services, write: Write, first: str) -> None:
    exact, repaired, lost = (marked(stocked, quote) for quote in ("𠮷祥的日子", "先读书，再说话", "只问桥稳不稳"))
    better = first.replace("先读书，再说话", "先读好书，再说话").replace(
        "修桥的人不问姓名，只问桥稳不稳。\n", "空白。\n"
    )
    (outcome,) = stocked.importing.import_files([write(better)])
    assert outcome.followed == Followed(exact=1, repaired=1, unplaced=1)
    gone, changed = stocked.reviewing.last()
    assert (gone.annotation.id, gone.state, gone.after) == (lost, AnchorState.UNPLACED, None)
    assert (changed.annotation.id, changed.state) == (repaired, AnchorState.REPAIRED)
    assert changed.before.text[slice(*changed.before.marks[0])] == "先读书，再说话"
    assert changed.after is not None
    assert changed.after.text[slice(*changed.after.marks[0])] == "先读好书，再说话"
    assert [one.annotation.id for one in stocked.reviewing.last(doubtful=False)] == [lost, repaired, exact]
    stocked.undo.undo()
    assert {one.anchor.state for one in stocked.annotating.notes()} == {AnchorState.EXACT}
    assert stocked.reviewing.last(doubtful=False) == [], "nothing has moved any more"
    stocked.undo.redo()
    assert stocked.reviewing.last() == [gone, changed]


def test_confirming_takes_the_words_there_are_now(stocked: Services, write: Write, first: str) -> None:
    mark = marked(stocked, "先读书，再说话")
    before = stocked.annotating.get(mark).annotation
    stocked.importing.import_files([write(first.replace("先读书，再说话", "先读好书，再说话"))])
    assert stocked.reviewing.confirm([mark, "nothing"]) == 1
    after = stocked.annotating.get(mark)
    assert after.anchor.state is AnchorState.EXACT
    assert after.annotation.target.selectors is not None
    assert after.annotation.target.selectors.quote.exact == "先读好书，再说话"
    assert after.annotation.revision == before.revision + 1
    assert str(stocked.undo.undo_name) == "确认标注的位置"
    assert stocked.reviewing.last() == []
    stocked.undo.undo()
    assert [one.annotation.id for one in stocked.reviewing.last()] == [mark]
    back = stocked.annotating.get(mark).annotation
    assert back.target.selectors is not None and back.target.selectors.quote.exact == "先读书，再说话"
    assert back.revision > after.annotation.revision
    stocked.undo.redo()
    assert stocked.annotating.get(mark).anchor.state is AnchorState.EXACT
    assert stocked.reviewing.last() == []


def test_anothers_mark_keeps_its_owners_words(stocked: Services, write: Write, first: str) -> None:
    stocked.settings.set("person", "甲")
    mark = marked(stocked, "先读书，再说话")
    stocked.settings.set("person", "乙")
    stocked.importing.import_files([write(first.replace("先读书，再说话", "先读好书，再说话"))])
    assert stocked.reviewing.confirm([mark]) == 1
    (after,) = stocked.annotating.notes(AnnotationFilter())
    assert after.annotation.target.selectors is not None
    assert (after.annotation.target.selectors.quote.exact, after.annotation.revision) == ("先读书，再说话", 1)
    assert after.anchor.state is AnchorState.REPAIRED


def test_nothing_is_confirmed_where_nothing_is(stocked: Services) -> None:
    assert stocked.reviewing.confirm([]) == 0
    assert stocked.reviewing.last() == []
    assert str(stocked.undo.undo_name).startswith("导入")
