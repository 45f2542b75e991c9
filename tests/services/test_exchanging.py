"""Exchanging: a group's notes come together, whoever converted the issue, and nothing is lost."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.selector import AnchorState
from zbreader.services.changes import Changes
from zbreader.services.library import Services, open_library
from zbreader.services.merge_report import MergeReport

EVERYTHING = AnnotationFilter()
Member = Callable[[str, str], Services]


@pytest.fixture
def member(tmp_path: Path, clock: Callable[[], datetime], write: Callable[..., Path]) -> Iterator[Member]:
    """member(name, text): a library of a group's member, with their own conversion of the issue."""
    opened: list[Services] = []
    bits = itertools.count(1)

    def new(name: str, text: str) -> Services:
        services = open_library(tmp_path / name, clock=clock, random_bits=lambda n: next(bits))
        opened.append(services)
        services.settings.set("person", name)
        if text:
            services.importing.import_files([write(text, f"{name}.txt")])
        return services

    yield new
    for services in opened:
        services.close()


def mark(services: Services, article: int, quote: str, note: str | None = None) -> str:
    issue = services.reading.issues()[0].id
    article_id = services.reading.articles(issue)[article].id
    return services.annotating.add_by_quote(article_id, quote, note=note, tags=["学"]).annotation.id


def texts(services: Services) -> list[tuple[str, str | None]]:
    return sorted((one.annotation.creator, one.annotation.note) for one in services.annotating.notes())


def test_notes_travel_and_stand_where_they_stood(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", first)
    id_ = mark(one, 0, "先读书", "甲的笔记")
    mark(two, 0, "溪水", "乙的笔记")
    path = tmp_path / "甲.zbnotes"
    assert one.exchanging.save_notes(EVERYTHING, path) == 1
    heard: list[Changes] = []
    two.events.subscribe(heard.append)
    assert two.exchanging.merge_notes([path], dry_run=True) == MergeReport(added=1)
    assert (len(texts(two)), heard) == (1, [])
    assert two.exchanging.merge_notes([path]) == MergeReport(added=1)
    assert heard == [
        Changes(annotations=frozenset({id_}), people=frozenset({one.annotating.get(id_).annotation.creator_id}))
    ]
    assert two.annotating.get(id_) == one.annotating.get(id_)
    assert two.exchanging.merge_notes([path, path]) == MergeReport(unchanged=1)
    assert str(two.undo.undo_name) == "合并笔记"
    two.undo.undo()
    assert texts(two) == [("乙", "乙的笔记")]
    two.undo.redo()
    assert texts(two) == [("乙", "乙的笔记"), ("甲", "甲的笔记")]


def test_edits_and_deletions_follow(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", first)
    kept, gone = mark(one, 0, "先读书", "一稿"), mark(one, 0, "溪水", "会删")
    path = tmp_path / "a.zbnotes"
    one.exchanging.save_notes(EVERYTHING, path)
    two.exchanging.merge_notes([path])
    one.annotating.set_note(kept, "二稿")
    one.annotating.delete(gone)
    one.exchanging.save_notes(EVERYTHING, path)
    assert two.exchanging.merge_notes([path]) == MergeReport(updated=2)
    assert texts(two) == [("甲", "二稿")]
    two.undo.undo()
    assert texts(two) == [("甲", "一稿"), ("甲", "会删")]


def test_two_versions_of_one_note_lie_side_by_side(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("甲二", first)
    two.settings.set("person", "甲")  # one person, two machines
    id_ = mark(one, 0, "先读书", "一稿")
    path = tmp_path / "a.zbnotes"
    one.exchanging.save_notes(EVERYTHING, path)
    two.exchanging.merge_notes([path])
    one.annotating.set_note(id_, "在家改的")
    two.annotating.set_note(id_, "在单位改的")
    one.exchanging.save_notes(EVERYTHING, path)
    report = two.exchanging.merge_notes([path])
    assert report.conflicts == 1
    assert texts(two) == [("甲", "在单位改的"), ("甲", "在家改的")]


def test_notes_fit_an_issue_that_was_converted_by_someone_else(member: Member, first: str, tmp_path: Path) -> None:
    one = member("甲", first)
    two = member("乙", first.replace("# 修桥的人\n", "# 修桥的那些人\n").replace("老人说：", "\n老 人 说："))
    mark(one, 1, "修桥的人不问姓名，只问桥")
    mark(one, 0, "先读书，再说话")
    path = tmp_path / "a.zbnotes"
    one.exchanging.save_notes(EVERYTHING, path)
    assert two.exchanging.merge_notes([path]) == MergeReport(added=2)
    issue = two.reading.issues()[0].id
    assert [article.notes for article in two.reading.articles(issue)] == [1, 1]
    assert all(one.anchor.state is not AnchorState.UNPLACED for one in two.annotating.notes())


def test_notes_on_an_issue_that_is_not_there_wait_for_it(
    member: Member, first: str, tmp_path: Path, write: Callable[..., Path]
) -> None:
    one, two = member("甲", first), member("乙", "")
    mark(one, 0, "先读书")
    path = tmp_path / "a.zbnotes"
    one.exchanging.save_notes(EVERYTHING, path)
    assert two.exchanging.merge_notes([path]) == MergeReport(added=1, unplaced=1)
    (orphan,) = two.annotating.notes()
    assert orphan.annotation.target.issue_label == "《山间学习》2031年第4期（上半月）"
    two.importing.import_files([write()])
    (placed,) = two.annotating.notes()
    assert placed.anchor.state is AnchorState.EXACT


def test_one_bad_file_stops_the_whole_merge(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", first)
    mark(one, 0, "先读书")
    good, bad = tmp_path / "a.zbnotes", tmp_path / "b.zbnotes"
    one.exchanging.save_notes(EVERYTHING, good)
    for content in (b"", b"{}", b"no notes", good.read_bytes()[:-40], bytes(range(256))):
        bad.write_bytes(content)
        with pytest.raises(KnownError, match=r"b\.zbnotes"):
            two.exchanging.merge_notes([good, bad])
    with pytest.raises(KnownError, match="找不到文件"):
        two.exchanging.merge_notes([good, tmp_path / "没有.zbnotes"])
    assert texts(two) == []


def test_nothing_to_save_is_told(stocked: Services, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="没有符合条件的标注"):
        stocked.exchanging.save_notes(EVERYTHING, tmp_path / "a.zbnotes")
    assert not (tmp_path / "a.zbnotes").exists()


def test_a_saved_selection_holds_only_that(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", first)
    mark(one, 0, "先读书", "要的")
    mark(one, 1, "只问桥", "不要的")
    article = one.reading.articles(one.reading.issues()[0].id)[0].id
    one.exchanging.save_notes(AnnotationFilter(article_id=article), tmp_path / "a.zbnotes")
    two.exchanging.merge_notes([tmp_path / "a.zbnotes"])
    assert texts(two) == [("甲", "要的")]


def test_issues_travel_in_a_pack_as_they_were_given(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", "")
    other = tmp_path / "又一期.txt"
    other.write_text("# 又一篇\n又一期的话。\n", encoding="utf-8")
    one.importing.import_files([other])
    ids = [issue.id for issue in one.reading.issues()]
    pack = tmp_path / "两期.zbissue"
    assert one.exchanging.pack([*ids, ids[0]], pack) == pack.stat().st_size
    outcomes = two.importing.import_files([pack])
    assert [(outcome.file, outcome.status.value) for outcome in outcomes] == [(str(pack), "added")] * 2
    assert [two.reading.issue(id_) for id_ in ids] == [one.reading.issue(id_) for id_ in ids]
    assert [outcome.status.value for outcome in two.importing.import_files([pack])] == ["unchanged"] * 2
    two.undo.undo()
    assert two.reading.issues() == []
    with pytest.raises(KnownError, match="里有 2 期，这里只能查看一期"):
        two.importing.inspect(pack)
    one.exchanging.pack(ids[:1], pack)
    assert two.importing.inspect(pack) == one.reading.issue(ids[0])


def test_what_cannot_be_packed_or_unpacked_is_told(stocked: Services, tmp_path: Path) -> None:
    pack = tmp_path / "a.zbissue"
    with pytest.raises(KnownError, match="没有编号为 nothing 的期刊"):
        stocked.exchanging.pack(["nothing"], pack)
    assert not pack.exists()
    for content in (b"", b"PK\3\4 broken", "# 不是包\n一句话".encode()):
        pack.write_bytes(content)
        (outcome,) = stocked.importing.import_files([pack])
        assert (outcome.status.value, outcome.issue_id) == ("failed", None)
        assert "a.zbissue" in str(outcome.error)


def test_notes_find_an_issue_that_has_another_id_but_the_same_name(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", ""), member("乙", "")
    for services, text in ((one, first.split("\n", 1)[1]), (two, first.split("\n", 1)[1] + "多了一句。\n")):
        path = tmp_path / f"{text.count('句')}" / "无题.txt"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        services.importing.import_files([path])
    assert one.reading.issues()[0].id != two.reading.issues()[0].id
    mark(one, 0, "先读书")
    one.exchanging.save_notes(EVERYTHING, tmp_path / "a.zbnotes")
    assert two.exchanging.merge_notes([tmp_path / "a.zbnotes"]) == MergeReport(added=1)
    (placed,) = two.annotating.notes()
    assert placed.annotation.target.issue_id == two.reading.issues()[0].id


def test_a_person_who_changes_name_keeps_identity(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", first)
    id_ = mark(one, 0, "先读书", "一稿")
    path = tmp_path / "a.zbnotes"
    one.exchanging.save_notes(EVERYTHING, path)
    two.exchanging.merge_notes([path])
    one.people.describe("甲甲", "二组")
    one.annotating.set_note(id_, "二稿")
    one.exchanging.save_notes(EVERYTHING, path)
    assert two.exchanging.merge_notes([path]) == MergeReport(updated=1)
    (note,) = (placed.annotation for placed in two.annotating.notes())
    assert (note.creator, note.group, note.note) == ("甲甲", "二组", "二稿")
    two.undo.undo()
    assert texts(two) == [("甲", "一稿")]
    two.undo.redo()
    assert texts(two) == [("甲甲", "二稿")]


def test_two_people_of_one_name_stay_two(member: Member, first: str, tmp_path: Path) -> None:
    one, two, leader = member("", first), member(" ", first), member("组长", first)
    for number, services in enumerate((one, two)):
        services.people.describe("李明", f"{number}组")
        mark(services, 0, "先读书", f"李明{number}")
        services.exchanging.save_notes(EVERYTHING, tmp_path / f"{number}.zbnotes")
        leader.exchanging.merge_notes([tmp_path / f"{number}.zbnotes"])
    assert texts(leader) == [("李明", "李明0"), ("李明", "李明1")]
    assert len({placed.annotation.creator_key for placed in leader.annotating.notes()}) == 2
    assert sorted(leader.people.names().values())[:2] == ["李明（0组）", "李明（1组）"]


def test_nobody_but_oneself_says_what_one_is_called(member: Member, first: str, tmp_path: Path) -> None:
    one, two = member("甲", first), member("乙", first)
    me = one.people.describe("我", "一组")
    mark(one, 0, "先读书")
    path = tmp_path / "a.zbnotes"
    one.exchanging.save_notes(EVERYTHING, path)
    two.exchanging.merge_notes([path])
    other = two.people.current()
    with pytest.raises(KnownError, match="只有"):
        two.people.describe("别人起的外号", "", me.id)
    two.people.switch_to(me.id)
    two.people.describe("别人起的外号")
    two.people.switch_to(other.id)
    two.exchanging.save_notes(EVERYTHING, path)
    one.exchanging.merge_notes([path])
    assert one.people.current() == me
