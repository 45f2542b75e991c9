"""Gathering: what comes of whom, what waits, and that the order in which people's notes come makes no difference."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import Cancelled, KnownError
from zbreader.services import gathering
from zbreader.services.gathering import notes_files
from zbreader.services.jobs import Job
from zbreader.services.library import Services, open_library
from zbreader.services.merge_report import PersonMerge
from zbreader.store import annotations as stored
from zbreader.store.database import Connection, Database

EVERYTHING = AnnotationFilter()
Member = Callable[[str], Services]


@pytest.fixture
def member(tmp_path: Path, clock: Callable[[], datetime], write: Callable[..., Path]) -> Iterator[Member]:
    """member(name): a library of a group's member with the issue in it, or (组长…) without."""
    opened: list[Services] = []
    bits = itertools.count(1)

    def new(name: str) -> Services:
        opened.append(open_library(tmp_path / name, clock=clock, random_bits=lambda n: next(bits)))
        opened[-1].people.describe(name, "一组")
        if not name.startswith("组长"):
            opened[-1].importing.import_files([write()])
        return opened[-1]

    yield new
    for services in opened:
        services.close()


def mark(services: Services, quote: str, note: str | None = None) -> str:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    return services.annotating.add_by_quote(article, quote, note=note).annotation.id


def handed(services: Services, path: Path) -> Path:
    services.exchanging.save_notes(EVERYTHING, path)
    return path


def says(services: Services) -> list[tuple[str, str, str | None, int]]:
    found = (one.annotation for one in services.annotating.notes())
    return sorted((a.id, a.creator, a.note, a.revision) for a in found)


def test_it_is_told_what_comes_of_whom(member: Member, tmp_path: Path) -> None:
    one, two, leader = member("甲"), member("乙"), member("组长")
    kept, gone = mark(one, "先读书", "一稿"), mark(one, "溪水", "会删")
    mark(two, "溪水", "乙的")
    first = [handed(one, tmp_path / "甲.zbnotes"), handed(two, tmp_path / "乙.zbnotes")]
    report = leader.exchanging.merge_notes(first, dry_run=True)
    assert [(p.person.name, p.person.group, p.added, p.unplaced, p.waiting) for p in report.people] == [
        ("乙", "一组", 1, 1, 1),
        ("甲", "一组", 2, 2, 2),
    ]
    assert (report.waiting, report.brings_anything, says(leader)) == (3, True, [])
    leader.exchanging.merge_notes(first)
    one.annotating.set_note(kept, "二稿")
    one.annotating.delete(gone)
    handed(one, first[0])
    report = leader.exchanging.merge_notes(first, dry_run=True)
    assert [(p.person.name, p.updated, p.removed, p.unchanged) for p in report.people] == [
        ("乙", 0, 0, 1),
        ("甲", 1, 1, 0),
    ]
    assert (report.updated, report.unchanged) == (2, 1)


def test_three_libraries_merged_in_every_order_say_the_same(member: Member, tmp_path: Path) -> None:
    members = {name: member(name) for name in ("甲", "乙", "丙")}
    shared = mark(members["甲"], "先读书", "一稿")
    files = {name: tmp_path / f"{name}.zbnotes" for name in members}
    members["乙"].exchanging.merge_notes([handed(members["甲"], files["甲"])])
    me = members["甲"].people.current().id
    members["乙"].people.switch_to(me)  # 甲 at another machine
    members["乙"].annotating.set_note(shared, "在单位改的")
    members["甲"].annotating.set_note(shared, "在家改的")
    members["甲"].people.describe("甲甲", "二组")
    mark(members["丙"], "溪水", "丙的")
    gone = mark(members["丙"], "老人", "会删")
    members["甲"].exchanging.merge_notes([handed(members["丙"], files["丙"])])
    members["丙"].annotating.delete(gone)
    for name, services in members.items():
        handed(services, files[name])
    results = []
    for number, order in enumerate(itertools.permutations(files.values())):
        leader = member(f"组长{number}")
        for path in order:
            leader.exchanging.merge_notes([path])
        leader.exchanging.merge_notes(list(order))
        people = {p.id: p for p in leader.people.known() if not p.name.startswith("组长")}
        results.append((says(leader), people))
    assert all(result == results[0] for result in results)
    notes = [(creator, note) for _, creator, note, _ in results[0][0]]
    assert sorted(notes, key=str) == sorted([("甲甲", "在家改的"), ("甲甲", "在单位改的"), ("丙", "丙的")], key=str)


def test_files_that_cannot_be_read_are_told_and_the_others_taken(member: Member, tmp_path: Path) -> None:
    one, leader = member("甲"), member("组长")
    mark(one, "先读书")
    folder = tmp_path / "交来的"
    folder.mkdir()
    handed(one, folder / "甲.zbnotes")
    (folder / "半截.zbnotes").write_bytes((folder / "甲.zbnotes").read_bytes()[:200])
    (folder / "说明.txt").write_text("不是笔记", encoding="utf-8")
    with pytest.raises(KnownError, match="半截"):
        leader.exchanging.merge_notes([folder])
    report = leader.exchanging.merge_notes([folder], skip_unreadable=True)
    assert (report.added, [one.path.name for one in report.unread]) == (1, ["半截.zbnotes"])
    assert "半截.zbnotes" in str(report.unread[0].error)
    with pytest.raises(KnownError, match="没有笔记文件"):
        notes_files([tmp_path / "甲"])


def test_waiting_notes_find_their_place_when_the_issue_comes(
    member: Member, tmp_path: Path, write: Callable[..., Path]
) -> None:
    one, leader = member("甲"), member("组长")
    mark(one, "先读书")
    path = handed(one, tmp_path / "a.zbnotes")
    leader.exchanging.merge_notes([path])
    leader.importing.import_files([write()])
    report = leader.exchanging.merge_notes([path])
    assert (report.unchanged, report.waiting, report.unplaced) == (1, 0, 0)


def test_a_merge_that_is_not_undoable_leaves_undo_alone(member: Member, tmp_path: Path) -> None:
    one, two = member("甲"), member("乙")
    mark(one, "先读书")
    mark(two, "溪水")
    files = two.gathering.read([handed(one, tmp_path / "a.zbnotes")])
    assert two.gathering.take(two.gathering.look(files), undoable=False).people == (
        PersonMerge(one.people.current(), added=1),
    )
    two.undo.undo()
    assert [creator for _, creator, _, _ in says(two)] == ["甲"]


def test_a_cancelled_merge_changes_nothing(member: Member, tmp_path: Path) -> None:
    one, two = member("甲"), member("乙")
    mark(one, "先读书")
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        two.exchanging.merge_notes([handed(one, tmp_path / "a.zbnotes")], skip_unreadable=True, job=job)
    assert says(two) == []


def test_handing_over_what_is_new_since_last_time(member: Member, tmp_path: Path) -> None:
    one, leader = member("甲"), member("组长")
    other = member("乙")
    mark(other, "老人", "别人的")
    one.exchanging.merge_notes([handed(other, tmp_path / "乙.zbnotes")])
    exchanging = one.exchanging
    with pytest.raises(KnownError, match="没有可以交的笔记"):
        exchanging.hand_over(tmp_path / "无.zbnotes")
    first = mark(one, "先读书", "一稿")
    never = mark(one, "再说话", "没交过就删了")
    one.annotating.delete(never)
    assert exchanging.to_hand_over() == exchanging.hand_over(tmp_path / "1.zbnotes") == 1
    with pytest.raises(KnownError, match="没有新的笔记"):
        exchanging.hand_over(tmp_path / "无.zbnotes", since_last=True)
    second = mark(one, "溪水", "二")
    assert exchanging.hand_over(tmp_path / "2.zbnotes", since_last=True) == 1
    one.annotating.delete(first)
    assert exchanging.to_hand_over(since_last=True) == 1
    article = one.annotating.get(second).annotation.target.article_id
    assert exchanging.to_hand_over(article_ids=[article]) == 2
    assert exchanging.to_hand_over(article_ids=["elsewhere"]) == 0
    assert exchanging.hand_over(tmp_path / "3.zbnotes", since_last=True) == 1
    for number in (1, 2, 3):
        leader.exchanging.merge_notes([tmp_path / f"{number}.zbnotes"])
    assert [note for _, _, note, _ in says(leader)] == ["二"]
    assert not (tmp_path / "无.zbnotes").exists()


def test_notes_fit_an_issue_with_other_ids_names_and_headlines(
    member: Member, tmp_path: Path, first: str, write: Callable[..., Path]
) -> None:
    one, leader = member("甲"), member("组长")
    long = "溪水从石头上流下来，𠮷祥的日子就开始了。"
    mark(one, long, "引文够长的一条")
    mark(one, "先读书", "短的一条")
    path = tmp_path / "a.zbnotes"
    one.exchanging.hand_over(path)
    assert leader.exchanging.merge_notes([path]).waiting == 2
    other = first.replace("《山间学习》2031年第4期（上半月）\n", "").replace("# 溪水的声音", "# 溪声")
    leader.importing.import_files([write(other, "没有刊头的.txt")])
    moved = leader.gathering.bring_home(frozenset(issue.id for issue in leader.reading.issues()))
    placed = {one.annotation.note: one.anchor.state.value for one in leader.annotating.notes()}
    assert (moved, placed) == (2, {"引文够长的一条": "exact", "短的一条": "exact"})
    assert leader.gathering.bring_home(frozenset(issue.id for issue in leader.reading.issues())) == 0
    again = leader.exchanging.merge_notes([path])
    assert (again.unchanged, again.waiting) == (2, 0)


def test_a_fingerprint_finds_what_has_no_long_quotation(
    member: Member, tmp_path: Path, first: str, write: Callable[..., Path]
) -> None:
    one, two = member("甲"), member("组长")
    mark(one, "先读书", "短的一条")
    path = tmp_path / "a.zbnotes"
    one.exchanging.hand_over(path)
    two.importing.import_files([write(first.split("\n", 1)[1], "没有刊头的.txt")])
    two.importing.import_files([write("# 溪水的声音\n同名的另一篇，说的全是别的事。\n", "别的.txt")])
    report = two.exchanging.merge_notes([path])
    assert (report.added, report.unplaced) == (1, 0)
    (placed,) = two.annotating.notes()
    assert two.reading.issue_of(placed.annotation.target.article_id).title == "没有刊头的"


def test_others_can_write_while_a_merge_is_thought_out(
    member: Member, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, leader = member("甲"), member("组长")
    id_ = mark(one, "先读书", "一稿")
    path = handed(one, tmp_path / "甲.zbnotes")
    plan, thought = gathering._planned, []

    def interrupted(connection: Connection, files: Sequence[NotesFile], *, by_hand: bool) -> gathering._Planned:
        planned = plan(connection, files, by_hand=by_hand)
        if not thought:
            thought.append(1)
            # Another program, which would wait in vain if the library were locked by now.
            other = Database(leader.directory / "library.db", wait_seconds=0.1)
            with other.write() as elsewhere:
                stored.put(elsewhere, [replace(theirs, note="别处来的", revision=9) for theirs in files[0].annotations])
            other.close()
        else:
            thought.append(2)
        return planned

    monkeypatch.setattr(gathering, "_planned", interrupted)
    leader.exchanging.merge_notes([path])
    assert thought == [1, 2]  # thought out again, for what it was thought out from was another by then
    with leader.database.read() as connection:
        [kept] = stored.get_many(connection, [id_])
    assert (kept.note, kept.revision) == ("别处来的", 9)


def test_a_file_that_is_not_what_was_written_is_refused(member: Member, tmp_path: Path) -> None:
    one, leader = member("甲"), member("组长")
    mark(one, "先读书", "一稿")
    path = handed(one, tmp_path / "甲.zbnotes")
    path.write_bytes(path.read_bytes().replace("一稿".encode(), "二稿".encode()))
    with pytest.raises(KnownError, match=r"甲\.zbnotes 与它自带的校验和不符"):
        leader.exchanging.merge_notes([path])
    assert leader.annotating.notes() == []
    report = leader.exchanging.merge_notes([path], skip_unreadable=True)
    assert ([one.path for one in report.unread], report.brings_anything) == ([path], False)
    # Without a checksum it is another program's, and taken.
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if b"zb:sha256" not in line))
    assert leader.exchanging.merge_notes([path]).added == 1


def test_what_was_looked_at_is_what_is_taken(member: Member, tmp_path: Path) -> None:
    one, leader = member("甲"), member("组长")
    id_ = mark(one, "先读书", "一稿")
    path = handed(one, tmp_path / "甲.zbnotes")
    looked = leader.exchanging.look([path])
    one.annotating.set_note(id_, "二稿")
    newer = handed(one, tmp_path / "甲新.zbnotes")
    path.write_bytes(b"gone meanwhile")
    leader.exchanging.merge_notes([newer])
    report = leader.exchanging.take(looked)
    assert (report.added, report.updated) == (0, 0)
    assert [said[2] for said in says(leader)] == ["二稿"]
    leader.undo.undo()
    assert leader.exchanging.take(looked).added == 1
    assert [said[2] for said in says(leader)] == ["一稿"]
