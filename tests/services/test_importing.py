"""Importing: whole issues or nothing, updates that annotations follow, removal and return."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zbreader import importers
from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.issue import Issue
from zbreader.model.message import Message
from zbreader.model.selector import AnchorState
from zbreader.model.source import SourceDocument, SourceLine
from zbreader.services import importing as importing_module
from zbreader.services import replacing
from zbreader.services.changes import Changes
from zbreader.services.importing import ImportStatus
from zbreader.services.jobs import Job
from zbreader.services.library import Services

Write = Callable[..., Path]


def only_note(services: Services) -> PlacedAnnotation:
    (placed,) = services.annotating.notes()
    return placed


def test_a_file_becomes_an_issue(services: Services, write: Write, first: str) -> None:
    heard: list[Changes] = []
    services.events.subscribe(heard.append)
    path = write()
    (outcome,) = services.importing.import_files([path])
    assert (outcome.file, outcome.status, outcome.articles, outcome.findings) == (str(path), ImportStatus.ADDED, 2, 0)
    (summary,) = services.reading.issues()
    assert (summary.id, summary.title, summary.articles) == (outcome.issue_id, "《山间学习》2031年第4期（上半月）", 2)
    articles = services.reading.articles(summary.id)
    assert [a.title for a in articles] == ["溪水的声音", "修桥的人"]
    assert heard == [Changes(issues=frozenset({summary.id}), articles=frozenset(a.id for a in articles))]
    assert services.reading.issue(summary.id) == services.importing.inspect(path)
    assert [line.text for line in services.reading.source(summary.id).lines] == first.splitlines()
    assert services.reading.issue_of(articles[1].id) == summary


def test_the_same_file_again_is_unchanged(stocked: Services, write: Write) -> None:
    (outcome,) = stocked.importing.import_files([write(name="另一个名字.txt")])
    assert (outcome.status, outcome.articles) == (ImportStatus.UNCHANGED, 2)
    assert len(stocked.reading.issues()) == 1


def test_another_file_with_the_same_content_is_unchanged(stocked: Services, write: Write, first: str) -> None:
    (outcome,) = stocked.importing.import_files([write(first + "\n")])
    assert outcome.status is ImportStatus.UNCHANGED
    assert str(stocked.undo.undo_name) == "导入《山间学习》2031年第4期（上半月）"


def test_folders_are_walked_and_one_bad_file_does_not_stop_the_others(
    services: Services, write: Write, first: str, tmp_path: Path
) -> None:
    write(first, "一/甲.txt")
    write("# 无题之期\n没有刊头的一期。\n", "一/二/乙.md")
    write(b"", "空.txt")
    write(first, "一/图.jpg")
    write(first, ".隐藏/丙.txt")
    outcomes = services.importing.import_files([tmp_path / "sources", tmp_path / "没有.txt"])
    told = {Path(o.file).name: (o.status.value, str(o.error or "")) for o in outcomes}
    assert told.pop("甲.txt") == ("added", "")
    assert told.pop("乙.md") == ("added", "")
    assert told.pop("空.txt") == ("failed", "文件 空.txt 是空的，没有可导入的内容。请确认选对了文件。")
    assert told.pop("没有.txt")[1].startswith("找不到文件")
    assert told == {}
    assert [issue.title for issue in services.reading.issues()] == ["《山间学习》2031年第4期（上半月）", "乙"]
    assert str(services.undo.undo_name) == "导入 2 期"
    services.undo.undo()
    assert services.reading.issues() == []
    services.undo.redo()
    assert len(services.reading.issues()) == 2


def test_progress_is_told_in_files(services: Services, write: Write) -> None:
    told: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, doing: Message | None) -> None:
        told.append((done, total, str(doing or "")))

    services.importing.import_files([write(), write("# 又\n一期\n", "乙.txt")], Job(progress))
    assert told == [(0, 2, "正在导入 第四期.txt"), (1, 2, "正在导入 乙.txt"), (2, 2, "")]


def test_a_cancelled_import_keeps_what_was_done_and_goes_on_from_there(services: Services, write: Write) -> None:
    job = Job(lambda done, total, doing: job.cancel() if done == 1 else None)
    files = [write(), write("# 又\n一期\n", "乙.txt"), write("# 三\n三期\n", "丙.txt")]
    with pytest.raises(Cancelled, match="先完成的 2 期已经保存"):
        services.importing.import_files(files, job)
    assert [issue.title for issue in services.reading.issues()] == ["《山间学习》2031年第4期（上半月）", "乙"]
    assert str(services.undo.undo_name) == "导入 2 期"
    statuses = [outcome.status.value for outcome in services.importing.import_files(files)]
    assert statuses == ["unchanged", "unchanged", "added"]
    services.undo.undo()
    services.undo.undo()
    assert services.reading.issues() == []


def test_an_import_cancelled_at_once_changes_nothing(services: Services, write: Write) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled, match="没有改动任何内容"):
        services.importing.import_files([write()], job)
    assert services.undo.undo_name is None


def test_an_error_in_the_middle_of_the_transaction_leaves_nothing(
    stocked: Services, write: Write, first: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = stocked.reading.issue(stocked.reading.issues()[0].id)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(replacing, "carry", fail)
    outcomes = stocked.importing.import_files([write(first.replace("桥", "路"))])
    assert outcomes[0].status is ImportStatus.FAILED
    assert "已记入日志" in str(outcomes[0].error)
    assert "ZeroDivisionError" in caplog.text
    assert stocked.reading.issue(before.id) == before


def test_annotations_follow_an_issue_that_was_converted_anew(stocked: Services, write: Write, first: str) -> None:
    issue = stocked.reading.issues()[0].id
    article = stocked.reading.articles(issue)[1].id
    mark = stocked.annotating.add_by_quote(article, "不问姓名").annotation
    (outcome,) = stocked.importing.import_files(
        [write(first.replace("修桥的人不问", "山里修桥的人不问").replace("# 修桥的人", "# 修桥的那些人"))]
    )
    assert (outcome.status, outcome.issue_id) == (ImportStatus.UPDATED, issue)
    moved = only_note(stocked)
    new_article = stocked.reading.articles(issue)[1]
    assert (new_article.title, new_article.notes) == ("修桥的那些人", 1)
    assert (moved.annotation.target.article_id, moved.annotation.target.article_title) == (
        new_article.id,
        new_article.title,
    )
    assert moved.anchor.start == stocked.reading.article(new_article.id).text.index("不问姓名")
    assert moved.annotation.revision == mark.revision
    stocked.undo.undo()
    back = only_note(stocked)
    assert (back.annotation, back.anchor.state) == (mark, AnchorState.EXACT)
    stocked.undo.redo()
    assert only_note(stocked).annotation.target.article_id == new_article.id


def test_what_was_read_stays_read_under_another_headline(stocked: Services, write: Write, first: str) -> None:
    issue = stocked.reading.issues()[0].id
    one, other = stocked.reading.articles(issue)
    stocked.reading.set_place(other.id, 1.0)
    stocked.reading.set_place(other.id, 0.4)
    stocked.importing.import_files([write(first.replace("# 修桥的人", "# 修桥的那些人"))])
    same, renamed = stocked.reading.articles(issue)
    assert same.id == one.id and renamed.id != other.id
    assert (same.read_fraction, renamed.read_fraction) == (0.0, 1.0)
    assert stocked.reading.place(renamed.id) == 0.4
    assert stocked.reading.last_read() == renamed.id
    stocked.importing.import_files(
        [write(first.replace("# 修桥的人\n修桥的人不问姓名，只问桥稳不稳。", "# 另一篇\n谁也没有读过这一段话。"))]
    )
    assert [article.read_fraction for article in stocked.reading.articles(issue)] == [0.0, 0.0]
    stocked.undo.undo()
    assert [article.read_fraction for article in stocked.reading.articles(issue)] == [0.0, 1.0]


def test_a_removed_issue_leaves_its_annotations_and_returns(stocked: Services, write: Write) -> None:
    issue = stocked.reading.issues()[0].id
    article = stocked.reading.articles(issue)[0].id
    stocked.annotating.add_by_quote(article, "先读书", note="要紧")
    stocked.importing.remove_issue(issue)
    assert stocked.reading.issues() == []
    orphan = only_note(stocked)
    assert (orphan.anchor.state, orphan.annotation.note) == (AnchorState.UNPLACED, "要紧")
    assert orphan.annotation.target.issue_label == "《山间学习》2031年第4期（上半月）"
    assert str(stocked.undo.undo_name) == "移除《山间学习》2031年第4期（上半月）"
    stocked.undo.undo()
    assert only_note(stocked).anchor.state is AnchorState.EXACT
    stocked.undo.redo()
    (outcome,) = stocked.importing.import_files([write()])
    assert outcome.status is ImportStatus.ADDED
    assert only_note(stocked).anchor.state is AnchorState.EXACT
    with pytest.raises(KnownError, match="没有编号为 nothing 的期刊"):
        stocked.importing.remove_issue("nothing")


def test_a_return_into_an_occupied_place_is_refused(stocked: Services, write: Write) -> None:
    issue = stocked.reading.issues()[0].id
    stocked.importing.remove_issue(issue)
    removal = stocked.undo
    (outcome,) = stocked.importing.import_files([write()])
    assert outcome.status is ImportStatus.ADDED
    removal.undo()
    removal.undo()
    assert [one.id for one in stocked.reading.issues()] == [issue]


def test_what_was_removed_long_ago_is_cleared_away(
    stocked: Services, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    stocked.importing.remove_issue(stocked.reading.issues()[0].id)
    monkeypatch.setattr(importing_module, "_KEPT_REMOVED", importing_module.timedelta(0))
    stocked.importing.import_files([write("# 又\n一期\n", "乙.txt")])
    stocked.undo.undo()
    with pytest.raises(KnownError, match="已被彻底清除"):
        stocked.undo.undo()


def test_a_file_beyond_the_limit_is_refused(services: Services, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing_module.source_files, "SIZE_LIMIT", 10)
    (outcome,) = services.importing.import_files([write()])
    assert "太大" in str(outcome.error)


def test_two_issues_without_a_masthead_are_two(services: Services, write: Write) -> None:
    services.importing.import_files([write("# 一\n甲乙\n", "a.txt"), write("# 一\n丙丁\n", "b.txt")])
    assert {issue.title for issue in services.reading.issues()} == {"a", "b"}


def test_a_newer_importer_may_read_the_masthead_and_marks_come_along(
    stocked: Services, write: Write, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stocked.importing.import_files([write("# 无题之期\n没有刊头的一期，只有一句话。\n", "乙.txt")])
    (old,) = [issue.id for issue in stocked.reading.issues() if issue.title == "乙"]
    mark = stocked.annotating.add_by_quote(stocked.reading.articles(old)[0].id, "只有一句话").annotation
    build = importers.build_issue

    def newer(document: SourceDocument, vocabulary: object, **rest: object) -> Issue:
        masthead = SourceLine(0, "《乙刊》2030年第1期")
        return build(replace(document, lines=(masthead, *document.lines)), vocabulary, **rest)

    monkeypatch.setattr(importers, "build_issue", newer)
    (outcome,) = stocked.importing.rebuild([old])
    assert (outcome.status, outcome.followed.exact) == (ImportStatus.UPDATED, 1)
    assert outcome.issue_id != old
    assert [issue.title for issue in stocked.reading.issues() if issue.id == outcome.issue_id] == [
        "《乙刊》2030年第1期"
    ]
    moved = only_note(stocked)
    assert (moved.annotation.target.issue_id, moved.anchor.state) == (outcome.issue_id, AnchorState.EXACT)
    stocked.undo.undo()
    assert only_note(stocked).annotation == mark
    assert {issue.title for issue in stocked.reading.issues()} == {"《山间学习》2031年第4期（上半月）", "乙"}
    assert stocked.backing_up.check() == []


def test_rebuilding_all_changes_nothing_while_the_importer_is_the_same(stocked: Services) -> None:
    name = str(stocked.undo.undo_name)
    assert [outcome.status for outcome in stocked.importing.rebuild()] == [ImportStatus.UNCHANGED]
    assert str(stocked.undo.undo_name) == name
    with pytest.raises(KnownError, match="没有编号为 nothing"):
        stocked.importing.rebuild(["nothing"])
