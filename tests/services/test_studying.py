"""Sessions from plan to record: every change can be undone, everything can be handed in."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.issue import ParagraphKind
from zbreader.model.session import Absence, Decision, Remark, Session
from zbreader.model.study import ExportOptions
from zbreader.services.library import Services

ASIDES = ((ParagraphKind.HEADING, "一、桥"), (ParagraphKind.CAPTION, "桥边的人"))


@pytest.fixture
def article_ids(stocked: Services) -> list[str]:
    return [article.id for article in stocked.reading.articles(stocked.reading.issues()[0].id)]


@pytest.fixture
def planned(stocked: Services, article_ids: list[str]) -> Session:
    stocked.people.describe("江一苇", "第二党支部")
    return stocked.studying.plan(article_ids, theme="先读书", day="2031-06-20")


def held(planned: Session) -> Session:
    return replace(
        planned,
        time="14:30",
        leader="林小禾",
        questions=("桥稳不稳？", "谁来修？"),
        expected=("江一苇", "林小禾", "周望川"),
        absences=(Absence("周望川", "出差"),),
        remarks=(Remark("林小禾", "第二党支部", "桥要稳。"),),
        decisions=(Decision("修桥", "江一苇", "七月"),),
        extra=(("点评", "说得实在。"),),
        held=True,
    )


def cells(data: bytes) -> list[str]:
    return [cell.text for table in docx.Document(BytesIO(data)).tables for row in table.rows for cell in row.cells]


def test_a_plan_knows_its_articles_and_the_branch(planned: Session) -> None:
    assert [article.title for article in planned.articles] == ["溪水的声音", "修桥的人"]
    assert (planned.branch, planned.day, planned.title) == ("第二党支部", "2031-06-20", "先读书")


def test_the_next_plan_begins_with_the_names_of_the_last(stocked: Services, planned: Session) -> None:
    stocked.studying.save(held(planned))
    following = stocked.studying.plan(day="2031-07-20")
    assert (following.expected, following.absences, following.held) == (("江一苇", "林小禾", "周望川"), (), False)


def test_every_change_can_be_undone_and_redone(stocked: Services, planned: Session) -> None:
    studying = stocked.studying
    studying.save(held(planned))
    studying.remove(planned.id)
    assert studying.sessions() == []
    stocked.undo.undo()
    assert studying.session(planned.id).remarks[0].words == "桥要稳。"
    stocked.undo.undo()
    assert studying.session(planned.id) == planned
    stocked.undo.undo()
    assert studying.sessions() == []
    stocked.undo.redo()
    assert studying.sessions() == [planned]


def test_changes_are_told(stocked: Services, planned: Session) -> None:
    heard: list[frozenset[str]] = []
    stocked.events.subscribe(lambda changes: heard.append(changes.sessions))
    stocked.studying.save(replace(planned, place="文化站"))
    stocked.studying.save(replace(planned, place="文化站"))
    assert heard == [frozenset({planned.id})]


def test_articles_are_added_once(stocked: Services, planned: Session, article_ids: list[str]) -> None:
    assert stocked.studying.add_articles(planned.id, article_ids) == planned
    fresh = stocked.studying.plan(day="")
    added = stocked.studying.add_articles(fresh.id, [article_ids[1], article_ids[1]])
    assert [article.title for article in added.articles] == ["修桥的人"]


def test_empty_rows_and_bad_characters_are_not_kept(stocked: Services, planned: Session) -> None:
    stocked.studying.save(
        replace(planned, remarks=(Remark("", "", ""), Remark("甲\ud800")), questions=("", " 问 "), place=" 站 ")
    )
    kept = stocked.studying.session(planned.id)
    assert (kept.remarks, kept.questions, kept.place) == ((Remark("甲?"),), ("问",), "站")


def test_bad_days_and_unknown_sessions_are_told(stocked: Services, planned: Session) -> None:
    with pytest.raises(KnownError, match="日期“六月”不对"):
        stocked.studying.save(replace(planned, day="六月"))
    assert stocked.studying.session(planned.id).day == "2031-06-20"
    with pytest.raises(KnownError, match="没有编号为 x 的学习会"):
        stocked.studying.session("x")


def test_who_missed_it_is_on_the_list_until_they_made_up_for_it(stocked: Services, planned: Session) -> None:
    stocked.studying.save(held(planned))
    (one,) = stocked.studying.catch_up()
    assert (one.name, one.title, [article.title for article in one.articles]) == (
        "周望川", "先读书", ["溪水的声音", "修桥的人"]
    )  # fmt: skip
    done = replace(held(planned), absences=(Absence("周望川", "出差", "6月25日"),))
    stocked.studying.save(done)
    assert stocked.studying.catch_up() == []


def test_the_record_is_filled_from_the_session(stocked: Services, planned: Session) -> None:
    stocked.annotating.add_by_quote(planned.articles[0].article_id, "先读书", note="记住")
    stocked.studying.save(held(planned))
    made = cells(stocked.studying.export([planned.id], "docx", ExportOptions("主题党日活动记录", {"地点": "文化站"})))
    for value in (
        *(
            "先读书",
            "2031年6月20日 14:30",
            "文化站",
            "3",
            "2",
            "周望川（出差）",
            "林小禾",
            "桥要稳。",
            "修桥",
            "七月",
            "说得实在。",
        ),
        "溪水的声音；修桥的人",
    ):
        assert value in made


def test_plan_ledger_and_report_tell_of_several_sessions(stocked: Services, planned: Session) -> None:
    stocked.studying.save(held(planned))
    second = stocked.studying.plan(
        planned.articles and [planned.articles[0].article_id], theme="再说话", day="2031-07-01"
    )
    both = [planned.id, second.id]
    plan = stocked.studying.export(both, "csv", ExportOptions("学习计划表")).decode("utf-8-sig").splitlines()
    assert plan[0] == "日期,主题（类别）,篇目,形式,领学人,完成情况"
    assert "2031年6月20日,先读书（集中学习）" in plan[1] and "已完成" in "".join(plan)
    ledger = stocked.studying.export(both, "xlsx", ExportOptions("学习台账"))
    assert ledger.startswith(b"PK")
    report = cells(stocked.studying.export(both, "docx", ExportOptions("学习情况通报")))
    assert "2031年6月20日至2031年7月1日" in report
    assert report[report.index("场次") + 1] == "2" and report[report.index("人次") + 1] == "5"


def test_a_report_can_be_without_names(stocked: Services, planned: Session) -> None:
    stocked.annotating.add_by_quote(planned.articles[0].article_id, "先读书", note="记住")
    named = stocked.studying.export([planned.id], "txt", ExportOptions("学习情况通报")).decode()
    nameless = stocked.studying.export([planned.id], "txt", ExportOptions("学习情况通报"), anonymous=True).decode()
    assert "记住" in named and "记住" in nameless
    assert "江一苇" not in nameless


def test_a_bare_bookmark_stands_on_no_sheet(stocked: Services, planned: Session) -> None:
    stocked.annotating.add_bookmark(planned.articles[0].article_id)
    assert "（全篇）" not in stocked.studying.export([planned.id], "txt", ExportOptions("主题党日活动记录")).decode()


def test_a_session_outlives_its_issue(stocked: Services, planned: Session) -> None:
    stocked.importing.remove_issue(stocked.reading.issues()[0].id)
    assert "溪水的声音" in stocked.studying.export([planned.id], "txt", ExportOptions("主题党日活动记录")).decode()
    assert [row.title for row in stocked.studying.view(planned.id).rows] == ["溪水的声音", "修桥的人"]


def test_the_board_shows_what_i_read_and_what_all_marked(stocked: Services, planned: Session) -> None:
    first, second = (article.article_id for article in planned.articles)
    stocked.annotating.add_by_quote(first, "先读书", note="为什么？", tags=["存疑"])
    stocked.reading.set_place(first, 0.5)
    stocked.reading.set_place(second, 1.0)
    stocked.reading.set_place(second, 0.1)  # gone back to; it stays read
    view = stocked.studying.view(planned.id)
    me = stocked.people.current().id
    assert [dict(row.states) for row in view.rows] == [{me: "noted"}, {me: "read"}]
    assert view.called(view.people) == "江一苇"
    assert [question.text for question in view.questions] == ["为什么？"]
    assert any("修桥的人不问姓名" in passage.text for passage in view.untouched)
    assert max(view.strips[first]) == 1 and max(view.strips[second]) == 0


def test_nobody_is_missed_at_a_subheading_or_a_caption(
    stocked: Services, planned: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = stocked.reading.article(planned.articles[1].article_id)
    heading, caption = (replace(article.paragraphs[0], kind=kind, text=text) for kind, text in ASIDES)
    longer = replace(article, paragraphs=(heading, *article.paragraphs, caption))
    monkeypatch.setattr(stocked.reading, "article", lambda _id: longer)
    told = [passage.text for passage in stocked.studying.view(planned.id).untouched]
    assert told == [one.text for one in article.paragraphs] * 2


def test_the_outline_of_what_is_led_through_is_there_at_once(stocked: Services, planned: Session) -> None:
    options = stocked.studying.options([planned.id], ExportOptions("领学提纲"))
    assert options.fields["研讨问题"] if planned.questions else "研讨问题" not in options.fields
    assert options.fields["篇目"] == "溪水的声音；修桥的人"


def test_pairs_of_opposite_tags_can_be_set(stocked: Services) -> None:
    assert ("赞同", "存疑") in stocked.studying.opposites()
    stocked.settings.set("study.opposites", [["好", "坏"], ["一个"], "x"])
    assert stocked.studying.opposites() == (("好", "坏"),)


def test_material_holds_the_articles_whole(stocked: Services, planned: Session) -> None:
    stocked.studying.save(replace(planned, questions=("桥稳不稳？",)))
    options = ExportOptions("学习材料", large=True)
    made = docx.Document(BytesIO(stocked.studying.export([planned.id], "docx", options)))
    said = [paragraph.text for paragraph in made.paragraphs]
    assert "先读书" in said[0]
    for article in planned.articles:
        lines = stocked.reading.article(article.article_id).text.split("\n")
        assert article.title in said and all(line in said for line in lines)
    assert made.styles["解读"].font.size.pt > 15
    for format in ("md", "txt", "html"):
        text = stocked.studying.export([planned.id], format, options).decode()
        assert "修桥的人不问姓名" in text and "桥稳不稳？" in text


def test_references_stand_in_the_sheets_when_asked_for(stocked: Services, planned: Session) -> None:
    stocked.annotating.add_by_quote(planned.articles[0].article_id, "先读书", note="记住")
    asked = ExportOptions("专题摘编", references=True)
    one = AnnotationFilter(article_id=planned.articles[0].article_id)
    for format in ("md", "txt", "html"):
        plain = stocked.studying.export([planned.id], format, replace(asked, references=False)).decode()
        made = stocked.studying.export([planned.id], format, asked).decode()
        note = stocked.exporting.export(one, format, options=asked).decode()
        bare = stocked.exporting.export(one, format, options=replace(asked, references=False)).decode()
        assert ("引用：" in plain, "引用：" in bare) == (False, False)
        assert (made.count("引用："), note.count("引用：")) == (1, 1)
        assert "溪水的声音" in note[note.index("引用：") :]


def test_opposite_tags_are_ones_own_choice(stocked: Services, planned: Session) -> None:
    studying, first = stocked.studying, planned.articles[0].article_id
    stocked.annotating.add_by_quote(first, "先读书", tags=["快"])
    stocked.people.add("林小禾")
    stocked.annotating.add_by_quote(first, "先读书", tags=["慢"])
    usual = studying.opposites()
    assert ("赞同", "存疑") in usual and studying.view(planned.id).disputed == ()
    studying.set_opposites([(" #快 ", "慢"), ("", "空"), ("同", "同")])
    assert studying.opposites() == (("快", "慢"),)
    (passage,) = studying.view(planned.id).disputed
    assert (passage.tags, len(passage.people)) == (("快", "慢"), 2)
    studying.set_opposites([])
    assert studying.opposites() == usual
