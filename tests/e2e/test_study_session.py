"""A session of a study group: from three members' programs, by file, to the leader's record and report in Word."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import docx
import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.session import Absence, Decision, Remark
from zbreader.model.study import ExportOptions
from zbreader.resources import resource
from zbreader.services.library import Services, open_library
from zbreader.services.session_slides import slides_of
from zbreader.text.sentences import sentences

Opener = Callable[[str], Services]


@pytest.fixture
def member(tmp_path: Path) -> Iterator[Opener]:
    """member(name): the program of someone who has imported the sample issue."""
    opened: list[Services] = []
    moments, bits = itertools.count(), itertools.count(1)
    start = datetime(2031, 6, 1, 8, tzinfo=timezone.utc)

    def new(name: str) -> Services:
        services = open_library(
            tmp_path / name,
            clock=lambda: start + timedelta(seconds=next(moments)),
            random_bits=lambda n: next(bits),
        )
        opened.append(services)
        services.importing.import_files([resource("sample", "sample-issue.txt")])
        services.people.describe(name, "第二党支部")
        return services

    yield new
    for services in opened:
        services.close()


def cells(data: bytes) -> list[str]:
    return [cell.text for table in docx.Document(BytesIO(data)).tables for row in table.rows for cell in row.cells]


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def test_from_three_programs_to_the_leaders_record(member: Opener, tmp_path: Path) -> None:
    leader, first, second = member("江一苇"), member("林小禾"), member("周望川")
    issue = leader.reading.issues()[0]
    chosen = leader.reading.articles(issue.id)[2:4]
    text = leader.reading.article(chosen[0].id).text
    shared, argued, *_ = (text[start:end] for start, end in sentences(text))

    # The leader plans; the plan goes to everyone, who read and write on their own machine.
    session = leader.studying.plan([one.id for one in chosen], theme="把灯点亮", day="2031-06-20")
    assert leader.exchanging.hand_out(session, tmp_path / "送学.zbnotes") == 0
    for person in (first, second):
        assert person.exchanging.merge_notes([tmp_path / "送学.zbnotes"]).sessions[0].is_new
        (planned,) = person.studying.sessions()
        assert (planned.theme, planned.day, planned.articles) == ("把灯点亮", "2031-06-20", session.articles)
    for person, tag, note in ((first, "赞同", "小禾：先做起来。"), (second, "存疑", "望川：谁来管？")):
        article = person.reading.articles(person.reading.issues()[0].id)[2].id
        person.annotating.add_by_quote(article, shared)
        person.annotating.add_by_quote(article, argued, note=note, tags=[tag])

    # They hand over a file each; the leader gathers both, in either order, twice.
    files = []
    for person, name in ((first, "林小禾.zbnotes"), (second, "周望川.zbnotes")):
        files.append(tmp_path / name)
        assert person.exchanging.save_notes(AnnotationFilter(), files[-1]) == 2
    leader.exchanging.merge_notes([files[1], files[0], files[1]])

    # The board: people, not marks; what they agree on, what they dispute, what is open, what nobody touched.
    view = leader.studying.view(session.id)
    assert set(view.called(view.people).split("、")) == {"周望川", "林小禾"}
    assert [passage.text for passage in view.agreed] == [shared.strip()]
    assert [(passage.text, len(passage.people)) for passage in view.disputed] == [(argued.strip(), 2)]
    assert [question.text for question in view.questions] == ["望川：谁来管？"]
    assert {row.title: set(row.states.values()) for row in view.rows}[chosen[1].title] <= {"read"}
    assert any(passage.article_id == chosen[1].id for passage in view.untouched)

    # The meeting, on the wall and in the record.
    walls = [slide.text for slide in slides_of(view)]
    assert walls[0] == "把灯点亮" and shared.strip() in walls and "望川：谁来管？" in walls
    leader.studying.save(
        replace(
            session,
            held=True,
            expected=("江一苇", "林小禾", "周望川", "何田"),
            absences=(Absence("何田", "值班"),),
            remarks=(Remark("林小禾", "第二党支部", "灯要有人守。"),),
            decisions=(Decision("排值班表", "周望川", "七月一日"),),
        )
    )
    record = leader.studying.export([session.id], "docx", ExportOptions("主题党日活动记录"))
    for value in (
        "把灯点亮",
        "2031年6月20日",
        "4",
        "3",
        "何田（值班）",
        "灯要有人守。",
        "排值班表",
        "周望川",
        "七月一日",
    ):
        assert value in cells(record)
    said = paragraphs(record)
    assert shared.strip() in said and "【解读】林小禾：小禾：先做起来。" in said

    # 学习情况通报: what they agree on, without names where that is wished.
    report = leader.studying.export([session.id], "docx", ExportOptions("学习情况通报"), anonymous=True)
    filled = cells(report)
    assert filled[filled.index("人次") + 1] == "3"
    assert any(shared.strip() in cell and "2人标记" in cell for cell in filled)
    assert any("望川：谁来管？" in cell for cell in filled)
    assert not any("记录：" in line for line in paragraphs(report))

    # Whoever was missing has a packet in large type waiting for them.
    assert [one.name for one in leader.studying.catch_up()] == ["何田"]
    packet = leader.studying.export([session.id], "docx", ExportOptions("送学包", {"送学人": "江一苇"}))
    assert shared.strip() in paragraphs(packet) and "江一苇" in cells(packet)
