"""The shared folder: late, half, doubled and missing files, and a folder that is gone, lose and overwrite nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.services.conftest import FIRST
from zbreader.exchange import notes
from zbreader.model.errors import KnownError
from zbreader.services.library import Services, open_library
from zbreader.services.trusting import Standing

Member = Callable[[str], Services]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "共享"
    path.mkdir()
    return path


@pytest.fixture
def member(tmp_path: Path, folder: Path, clock: Callable[[], datetime], write: Callable[..., Path]) -> Iterator[Member]:
    """member(name): a library that shares the folder."""
    opened: list[Services] = []
    bits = itertools.count(1)

    def new(name: str) -> Services:
        opened.append(open_library(tmp_path / name, clock=clock, random_bits=lambda n: next(bits)))
        opened[-1].people.describe(name.strip())
        opened[-1].importing.import_files([write()])
        opened[-1].sharing.share(folder)
        return opened[-1]

    yield new
    for services in opened:
        services.close()


def mark(services: Services, quote: str, note: str | None = None) -> str:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    return services.annotating.add_by_quote(article, quote, note=note).annotation.id


def says(services: Services) -> list[tuple[str, str | None]]:
    return sorted((one.annotation.creator, one.annotation.note) for one in services.annotating.notes())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_everyone_writes_their_own_file_and_reads_the_others(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    id_ = mark(one, "先读书", "一稿")
    mark(two, "溪水", "乙的")
    for services in (one, two, one):
        services.sharing.sync()
    assert says(one) == says(two) == [("乙", "乙的"), ("甲", "一稿")]
    assert [name[:1] for name in names(folder)] == ["乙", "甲"]
    before = [path.read_bytes() for path in sorted(folder.iterdir())]
    again = one.sharing.sync()
    assert again is not None
    assert (again.written, again.read, again.known, again.report.brings_anything) == (False, 0, 1, False)
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == before
    one.annotating.delete(id_)
    one.sharing.sync()
    came = two.sharing.sync()
    assert came is not None and came.report.people[0].removed == 1
    assert says(two) == [("乙", "乙的")]


def test_second_copies_and_stale_copies_do_no_harm(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    id_ = mark(one, "先读书", "一稿")
    one.sharing.sync()
    (own,) = folder.iterdir()
    stale = own.read_bytes()
    one.annotating.set_note(id_, "二稿")
    one.sharing.sync()
    (folder / f"{own.stem} (1).zbnotes").write_bytes(stale)
    (folder / f"{own.stem} (甲的冲突副本 2031-04-01).zbnotes").write_bytes(own.read_bytes())
    (folder / ".正在下载.zbnotes").write_bytes(b"")
    (folder / "~$锁.zbnotes").write_bytes(b"")
    (folder / "说明.docx").write_bytes(b"no notes")
    came = two.sharing.sync()
    assert came is not None and (came.read, came.unfinished, says(two)) == (3, (), [("甲", "二稿")])
    one.sharing.sync()
    assert says(one) == [("甲", "二稿")]


def test_half_a_file_is_read_when_it_has_arrived(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    mark(one, "先读书", "一稿")
    one.sharing.sync()
    (own,) = folder.iterdir()
    whole = own.read_bytes()
    for half in (b"", whole[:300], bytes(len(whole)), whole.replace("一稿".encode(), "二稿".encode())):
        own.write_bytes(half)
        came = two.sharing.sync()
        assert came is not None and (came.unfinished, says(two)) == ((own.name,), [])
    own.write_bytes(whole)
    came = two.sharing.sync()
    assert came is not None and (came.unfinished, says(two)) == ((), [("甲", "一稿")])


def signed_by_another(services: Services) -> None:
    for path in (services.directory / "keys").iterdir():
        path.unlink()
    services.trusting.own_seed()


def test_whoever_has_ever_signed_signs_here_and_is_remembered(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    mark(one, "先读书", "一稿")
    one.sharing.sync()
    (own,) = folder.iterdir()
    assert notes.load(own.read_bytes(), own.name).signer is None
    one.trusting.own_seed()
    again = one.sharing.sync()
    assert again is not None and again.written
    assert notes.load(own.read_bytes(), own.name).signer is not None
    two.sharing.sync()
    assert [signer.name for signer in two.trusting.signers()] == ["甲"]
    unchanged = one.sharing.sync()
    assert unchanged is not None and not unchanged.written


@pytest.mark.parametrize("is_signed", [True, False])
def test_another_signature_or_none_waits_for_an_answer(member: Member, folder: Path, is_signed: bool) -> None:
    one, two = member("甲"), member("乙")
    one.trusting.own_seed()
    id_ = mark(one, "先读书", "一稿")
    one.sharing.sync()
    two.sharing.sync()
    one.annotating.set_note(id_, "二稿")
    if is_signed:
        signed_by_another(one)
    else:
        (next((one.directory / "keys").iterdir())).unlink()
    one.sharing.sync()
    for _look in range(2):
        came = two.sharing.sync()
        assert came is not None and (came.read, says(two)) == (0, [("甲", "一稿")])
        [doubt] = came.doubtful
        assert doubt.origin.standing is (Standing.CHANGED if is_signed else Standing.MISSING)
    accepted = two.sharing.sync(accepted={doubt.sha256})
    assert accepted is not None and (accepted.read, accepted.doubtful) == (1, ())
    assert says(two) == [("甲", "二稿")]
    one.annotating.set_note(id_, "三稿")
    one.sharing.sync()
    later = two.sharing.sync()
    assert later is not None and bool(later.doubtful) is not is_signed, (
        "a key is known then; no key is asked about again"
    )


def test_a_file_with_a_broken_signature_is_refused_with_a_sentence(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    one.trusting.own_seed()
    mark(one, "先读书", "一稿")
    one.sharing.sync()
    (own,) = folder.iterdir()
    own.write_bytes(own.read_bytes().replace("一稿".encode(), "二稿".encode()))
    came = two.sharing.sync()
    assert came is not None and (came.read, came.unfinished, says(two)) == (0, (), [])
    assert [str(error) for error in came.broken] == [
        f"文件 {own.name} 签名之后被改动过，不可信，没有读取。请向制作的人重新要一份。"
    ]


def test_two_files_of_one_person_that_come_at_once_do_not_vouch_for_each_other(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    one.trusting.own_seed()
    mark(one, "先读书", "一稿")
    one.sharing.sync()
    (first,) = folder.iterdir()
    first.rename(folder / "0.zbnotes")
    signed_by_another(one)
    mark(one, "溪水", "别人写的")
    one.sharing.sync()
    came = two.sharing.sync()
    assert came is not None and (came.read, len(came.doubtful)) == (1, 1)
    assert says(two) == [("甲", "一稿")]


def test_a_folder_that_is_gone_stops_nothing(member: Member, folder: Path) -> None:
    one = member("甲")
    mark(one, "先读书", "一稿")
    folder.rename(folder.with_name("拔掉的优盘"))
    gone = one.sharing.sync()
    assert gone is not None and not gone.is_there
    assert says(one) == [("甲", "一稿")]
    folder.with_name("拔掉的优盘").rename(folder)
    back = one.sharing.sync()
    assert back is not None and (back.is_there, back.written) == (True, True)
    with pytest.raises(KnownError, match="不是文件夹"):
        one.sharing.share(folder / "没有")
    one.sharing.share(None)
    assert (one.sharing.folder, one.sharing.sync()) == (None, None)


def test_a_name_that_changes_leaves_no_second_file_of_ones_own(member: Member, folder: Path) -> None:
    one = member("甲")
    mark(one, "先读书")
    one.sharing.sync()
    one.people.describe("../../甲:甲*?")
    one.sharing.sync()
    (name,) = names(folder)
    assert name.startswith("甲甲-")


def test_people_at_one_machine_have_a_file_each_and_a_sync_can_be_undone(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    mark(one, "先读书", "甲的")
    one.sharing.sync()
    one.people.add("丙")
    mark(one, "溪水", "丙的")
    one.sharing.sync()
    assert len(names(folder)) == 2
    two.sharing.sync(undoable=True)
    assert len(says(two)) == 2
    two.undo.undo()
    assert says(two) == []


def test_the_file_of_someone_with_a_clock_years_off_is_as_good(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    id_ = mark(one, "先读书", "一稿")
    one.sharing.sync()
    two.sharing.sync()
    one.annotating.set_note(id_, "二稿")
    (own,) = folder.iterdir()
    one.sharing.sync()
    data = own.read_bytes().replace(b"2031-", b"1970-")
    own.write_bytes(data.replace(data[data.index(b'"zb:sha256"') :][:80].splitlines()[0], b""))
    two.sharing.sync()
    assert says(two) == [("甲", "二稿")]


def test_notes_fit_a_copy_that_was_converted_otherwise(
    member: Member, tmp_path: Path, folder: Path, clock: Callable[[], datetime], write: Callable[..., Path]
) -> None:
    one = member("甲")
    mark(one, "先读书", "一稿")
    one.sharing.sync()
    other = open_library(tmp_path / "另一份", clock=clock, random_bits=lambda n: 77)
    other.people.describe("乙")
    text = FIRST.replace("《山间学习》2031年第4期（上半月）\n", "")
    other.importing.import_files([write(text.replace("“先读书，再说话。”", "“先读书， 再说话。”"), "没有刊头.txt")])
    other.sharing.share(folder)
    came = other.sharing.sync()
    assert came is not None and (came.report.added, came.report.unplaced) == (1, 0)
    (placed,) = other.annotating.notes()
    assert placed.annotation.target.issue_id == other.reading.issues()[0].id
    other.close()


def test_what_was_read_reaches_the_board_of_those_who_are_told(member: Member, folder: Path) -> None:
    one, two = member("甲"), member("乙")
    marked, article = (one.id for one in one.reading.articles(one.reading.issues()[0].id))
    one.reading.mark_read([article], read=True)
    one.annotating.add_by_quote(marked, "先读书")
    one.sharing.sync()
    two.sharing.sync()
    session = two.studying.plan([article])
    assert two.studying.view(session.id).rows[0].states == {}
    one.sharing.tell_read(True)
    one.sharing.sync()
    came = two.sharing.sync(undoable=True)
    assert came is not None and came.report.readings == 1
    assert two.studying.view(session.id).rows[0].states == {one.people.current().id: "read"}
    two.undo.undo()
    assert two.studying.view(session.id).rows[0].states == {}


def test_whoever_only_read_has_a_file_too(member: Member, folder: Path) -> None:
    one = member("甲")
    one.reading.mark_read([one.reading.articles(one.reading.issues()[0].id)[0].id], read=True)
    one.sharing.sync()
    assert names(folder) == []
    one.sharing.tell_read(True)
    one.sharing.sync()
    one.sharing.tell_read(True)
    again = one.sharing.sync()
    assert len(names(folder)) == 1 and again is not None and not again.written
