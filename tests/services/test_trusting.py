"""Whose file it is: keys are made on wish, remembered when they are first met, and a changed one is told before all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from zbreader.exchange.sealing import PasswordNeeded
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.services.library import Services
from zbreader.services.trusting import Origin, Standing

EVERYTHING = AnnotationFilter()
Member = Callable[[str], Services]


@pytest.fixture
def member(another: Callable[[], Services], write: Callable[..., Path]) -> Member:
    """member(name): a library of a group's member with an issue in it."""

    def new(name: str) -> Services:
        services = another()
        services.people.describe(name)
        services.importing.import_files([write()])
        return services

    return new


def noted(services: Services, path: Path, quote: str = "先读书", *, sign: bool = True, password: str = "") -> Path:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    services.annotating.add_by_quote(article, quote, note="一条笔记")
    services.exchanging.save_notes(EVERYTHING, path, sign=sign, password=password or None)
    return path


def told(services: Services, path: Path, *, dry_run: bool = True) -> Origin:
    [origin] = services.exchanging.merge_notes([path], dry_run=dry_run).origins
    return origin


def test_a_key_is_made_on_wish_and_is_its_owners_alone(member: Member) -> None:
    services = member("林溪")
    assert services.trusting.own_fingerprint() is None
    seed = services.trusting.own_seed()
    assert services.trusting.own_seed() == seed
    [path] = (services.directory / "keys").iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    shown = services.trusting.own_fingerprint()
    assert shown is not None and len(shown.split()) == 6
    services.people.add("周望川")
    assert services.trusting.own_fingerprint() is None
    assert services.trusting.own_seed() != seed
    path.write_bytes(b"zbreader ed25519 ????")
    with pytest.raises(KnownError, match="已损坏"):
        services.trusting.origin("甲", None, "A" * 43)


def test_a_signer_is_met_remembered_and_known_again(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    path = noted(one, tmp_path / "一.zbnotes")
    assert told(one, path).standing is Standing.OWN
    first = told(leader, path)
    assert (first.standing, first.fingerprint) == (Standing.NEW, one.trusting.own_fingerprint())
    assert first.person is not None and first.person.name == "林溪"
    assert told(leader, path).standing is Standing.NEW  # a look remembers nothing
    told(leader, path, dry_run=False)
    again = noted(one, tmp_path / "二.zbnotes", "溪水")
    assert told(leader, again).standing is Standing.KNOWN
    assert "没有改动" in str(told(leader, again).said)


def test_unsigned_is_normal_and_told_quietly(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    origin = told(leader, noted(one, tmp_path / "一.zbnotes", sign=False), dry_run=False)
    assert origin.standing is Standing.UNSIGNED
    assert str(origin.said) == "一.zbnotes：林溪制作，没有签名。"
    told(leader, noted(one, tmp_path / "二.zbnotes", "溪水"), dry_run=False)
    later = told(leader, noted(one, tmp_path / "三.zbnotes", "石头", sign=False), dry_run=False)
    assert later.standing is Standing.MISSING


def test_another_key_of_the_same_person_is_told_and_taken_only_when_accepted(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    told(leader, noted(one, tmp_path / "一.zbnotes"), dry_run=False)
    before = one.trusting.own_fingerprint()
    for path in (one.directory / "keys").iterdir():
        path.unlink()
    path = noted(one, tmp_path / "二.zbnotes", "溪水")
    origin = told(leader, path)
    assert origin.standing is Standing.CHANGED
    assert before is not None and before in str(origin.said) and origin.fingerprint in str(origin.said)
    count = len(leader.annotating.notes())
    with pytest.raises(KnownError, match="签名不同"):
        leader.exchanging.merge_notes([path])
    assert len(leader.annotating.notes()) == count
    assert origin.signer is not None
    leader.exchanging.merge_notes([path], trusted={origin.signer})
    assert len(leader.annotating.notes()) == count + 1
    assert told(leader, path).standing is Standing.KNOWN


def test_somebody_else_of_the_same_name_is_told_apart(member: Member, tmp_path: Path) -> None:
    one, other, leader = member("林溪"), member("林溪"), member("组长")
    told(leader, noted(one, tmp_path / "一.zbnotes"), dry_run=False)
    assert told(leader, noted(other, tmp_path / "二.zbnotes")).standing is Standing.NAMESAKE


def test_a_file_that_was_changed_after_signing_is_refused(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    path = noted(one, tmp_path / "一.zbnotes")
    path.write_bytes(path.read_bytes().replace("一条笔记".encode(), "两条笔记".encode()))
    with pytest.raises(KnownError, match=r"一\.zbnotes 签名之后被改动过"):
        leader.exchanging.merge_notes([path])
    assert leader.annotating.notes() == []
    [unread] = leader.exchanging.merge_notes([path], dry_run=True, skip_unreadable=True).unread
    assert "改动" in str(unread.error)


def test_a_sealed_file_asks_for_its_password(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    path = noted(one, tmp_path / "一.zbnotes", password="桥下的水 7")
    [unread] = leader.exchanging.merge_notes([path], dry_run=True, skip_unreadable=True).unread
    assert isinstance(unread.error, PasswordNeeded)
    report = leader.exchanging.merge_notes([path], passwords=["桥下的水 7"])
    assert (report.added, report.origins[0].standing) == (1, Standing.NEW)
    again = noted(one, tmp_path / "二.zbnotes", "溪水", password="桥下的水 7")
    assert again.read_bytes()[:600] != path.read_bytes()[:600]  # never the same salt twice


def test_a_pack_tells_who_made_it(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    issue = one.reading.issues()[0].id
    one.exchanging.pack([issue], tmp_path / "一.zbissue", sign=True)
    (tmp_path / "坏.zbissue").write_bytes(b"PK")
    [origin] = leader.trusting.origins_of_packs([tmp_path])
    assert (origin.file, origin.standing) == ("一.zbissue", Standing.NEW)
    leader.trusting.remember([origin])
    one.exchanging.pack([issue], tmp_path / "一.zbissue")
    [origin] = leader.trusting.origins_of_packs([tmp_path / "一.zbissue"])
    assert origin.standing is Standing.MISSING


def test_somebody_who_writes_at_two_computers_is_known_by_both_keys(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    told(leader, noted(one, tmp_path / "一.zbnotes"), dry_run=False)
    keys = one.directory / "keys"
    keys.rename(one.directory / "at home")
    other = noted(one, tmp_path / "二.zbnotes", "溪水")
    accepted = told(leader, other).signer
    assert accepted is not None
    leader.exchanging.merge_notes([other], trusted={accepted})
    assert [told(leader, tmp_path / name).standing for name in ("一.zbnotes", "二.zbnotes")] == [Standing.KNOWN] * 2
    [signer] = leader.trusting.signers()
    assert (signer.name, signer.keys[0], len(set(signer.fingerprints))) == ("林溪", accepted, 2)
    assert signer.since.startswith("2031-04-01")


def test_a_signer_can_be_forgotten_and_the_forgetting_undone(member: Member, tmp_path: Path) -> None:
    one, two, leader = member("林溪"), member("何清"), member("组长")
    path = noted(one, tmp_path / "一.zbnotes")
    told(leader, path, dry_run=False)
    told(leader, noted(two, tmp_path / "二.zbnotes"), dry_run=False)
    gone = next(signer for signer in leader.trusting.signers() if signer.name == "林溪")
    leader.trusting.forget({gone.id, "nobody"})
    assert [signer.name for signer in leader.trusting.signers()] == ["何清"]
    assert told(leader, path).standing is Standing.NEW
    assert str(leader.undo.undo_name) == "忘记 1 个签名"
    leader.undo.undo()
    assert told(leader, path).standing is Standing.KNOWN
    leader.undo.redo()
    leader.trusting.forget({"nobody"})
    assert [signer.name for signer in leader.trusting.signers()] == ["何清"]


def test_settings_that_hold_rubbish_count_as_nothing(member: Member, tmp_path: Path) -> None:
    one, leader = member("林溪"), member("组长")
    path = noted(one, tmp_path / "一.zbnotes")
    for value in ([], "x", {"a": 1}, {"a": {"key": 7}}, {"a": {"key": "k", "also": 3}}):
        leader.settings.set("signers", value)
        assert told(leader, path, dry_run=False).standing is Standing.NEW
